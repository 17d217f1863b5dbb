import Audio
import FloorControl
import Rooms

// What the room tells the world, held against what it told before.

extension Witness {
    func published(_ event: RoomEvent, on stage: Stage) {
        switch event {
        case .turnGranted(let id, let agent, _, _): granted(id, agent)
        case .turnStarted(let id, let agent, _): started(id, agent)
        case .turnEnded(let id, let agent, let outcome, let heard, let text, _):
            ended(id, agent, outcome, SampleRate.hz24000.samples(in: heard), text, on: stage)
        case .transcriptFinal(let who, let id, let text, let interrupted, _):
            finals.append("\(who): \(text)")
            if let id { step.lastFinal = (id, text, interrupted) } else { since.claimsMayBeVoid = true }
            lastLife = now
        case .transcriptDelta(_, nil, _): since.claimsMayBeVoid = true
        case .transcriptDelta(let who, let id?, _): wordsTold(of: id, who)
        case .speechStarted(let caller):
            if !speaking.insert(caller).inserted { broke(.speechIsBalanced, "\(caller) starts again") }
            step.someoneBeganToSpeak = true
        case .speechStopped(let caller):
            if speaking.remove(caller) == nil { broke(.speechIsBalanced, "\(caller) stops again") }
            lastLife = now
        case .agentStatus(let agent, _, let status, _, _):
            statuses[agent] = status
            if status == .failed || status == .left { since.gone.insert(agent) }
            if status == .left {
                statuses[agent] = nil
                muted.remove(agent)
            }
        case .participantJoined(let caller, .caller, _, _):
            turn?.audienceChanged = true
            listeners[caller] = Listener()
        case .participantLeft(let caller, .caller, _):
            turn?.audienceChanged = true
            listeners[caller] = nil
            speaking.remove(caller)
            unheard.remove(caller)
        case .participantMuted(let who, let isMuted):
            if isMuted { muted.insert(who) } else { muted.remove(who) }
            since.gone.insert(who)
        case .participantHeard(let who, let isHeard):
            let changed = isHeard ? unheard.remove(who) != nil : unheard.insert(who).inserted
            if !changed { broke(.hearingIsTold, "\(who) heard: \(isHeard), again") }
        case .floorChanged(let view): toldFloor = view
        case .limitReached:
            limitReached = now
            since.claimsMayBeVoid = true
        case .roomOpened, .roomClosed, .participantJoined, .participantLeft, .turnRequested, .toolCalled,
            .toolReturned, .limitApproached, .contextCondensed, .recordingStarted,
            .recordingStopped, .error:
            break
        }
    }

    /// The turn that failed unheard may be tried again, and so may the goodbye.
    private static let grantsAfterTheLimit = 3

    /// Words of a turn are told while it holds the floor: nobody reads a guess, nor what a dead response says.
    private func wordsTold(of id: TurnID, _ agent: Identity) {
        guard turn?.id != id || turn?.agent != agent else { return }
        broke(.turnOrder, "words of \(id) are told, which is not \(agent)'s turn now")
    }

    private func granted(_ id: TurnID, _ agent: Identity) {
        if limitReached != nil {
            grantsSinceLimit += 1
            if grantsSinceLimit > Self.grantsAfterTheLimit {
                broke(.limitsAreKept, "\(id) is the \(grantsSinceLimit)th turn after it was reached")
            }
        }
        if let turn { broke(.oneTurn, "\(id) is granted beside \(turn.id)") }
        if endings[id] != nil { broke(.turnOrder, "\(id) is granted again") }
        turn = WatchedTurn(id: id, agent: agent)
        turn?.audienceChanged = listeners.isEmpty
        grants += 1
        since.grants.insert(id)
        for caller in listeners.keys { listeners[caller]?.beginTurn(at: now) }
        lastLife = now
    }

    private func started(_ id: TurnID, _ agent: Identity) {
        if turn?.id != id || turn?.agent != agent || turn?.isStarted == true {
            broke(.turnOrder, "\(id) is started, \(turn?.id as Any) holds the floor")
        }
        turn?.isStarted = true
        lastLife = now
    }

    private func ended(
        _ id: TurnID, _ agent: Identity, _ outcome: TurnOutcome, _ heard: Int, _ text: String, on stage: Stage
    ) {
        if endings[id] != nil { broke(.turnOrder, "\(id) is ended again") }
        endings[id] = (now, heard, text)
        lastLife = now
        guard let over = turn, over.id == id, over.agent == agent else {
            return broke(.turnOrder, "\(id) is ended, \(turn?.id as Any) holds the floor")
        }
        turn = nil
        checkHeard(over, outcome, heard)
        checkWords(id, heard, text, on: stage)
        checkFinal(id, outcome, text)
    }

    private func checkHeard(_ over: WatchedTurn, _ outcome: TurnOutcome, _ heard: Int) {
        if heard > 0 && !over.isStarted { broke(.heardWasSent, "\(over.id) was heard and never started") }
        guard !over.audienceChanged else { return }
        let sent = listeners.values.map(\.sent).max() ?? 0
        let played = listeners.values.map { $0.played(at: now) }.max() ?? 0
        if heard > sent { broke(.heardWasSent, "of \(over.id) \(heard) samples count, \(sent) were sent") }
        let slack: Int? =
            switch over.reports {
            case .none: 48
            // A report is carried on for a moment, even over a gap in the sound.
            case .honest: 2_400
            case .exaggerated: nil
            }
        if let slack, heard > played + slack {
            broke(.heardWasSent, "of \(over.id) \(heard) samples count, \(played) were played")
        }
        if outcome == .completed, !over.wasCleared, sent != heard {
            broke(.noSampleIsLost, "\(over.id) has \(heard) samples, \(sent) were sent")
        }
    }

    /// Words come a little ahead of their sound, so as many may be known as fit into what was heard and the
    /// server's lead.
    private func checkWords(_ id: TurnID, _ heard: Int, _ text: String, on stage: Stage) {
        guard !text.isEmpty else { return }
        var rest = heard
        var most = 0
        for part in stage.generated(for: id) {
            if part.isInterleaved { return }
            let audible = min(rest, part.samples)
            rest -= audible
            guard audible > 0 else { continue }
            let share = part.words * (audible + ResponseRun.textLead) + part.samples - 1
            most += min(part.words, share / part.samples)
        }
        let count = text.split(separator: " ").count
        if count > most {
            broke(.wordsWereSpoken, "\(count) words of \(id), \(most) fit into \(heard) samples")
        }
    }

    private func checkFinal(_ id: TurnID, _ outcome: TurnOutcome, _ text: String) {
        guard let final = step.lastFinal, final.turn == id else {
            if !text.isEmpty { broke(.recordsAgree, "\(id) ended with words and no final transcript") }
            return
        }
        if final.text != text || final.interrupted != (outcome != .completed) {
            broke(.recordsAgree, "\(id) ended \(outcome) with '\(text)', its transcript is \(final)")
        }
    }
}

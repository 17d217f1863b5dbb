import Audio
import FloorControl

// Callers come, go, mute themselves, type, and say what their players played.

extension Room {
    mutating func callerJoined(_ profile: CallerProfile) {
        callers.append(CallerSeat(profile: profile, serverCount: settings.earServerCount))
        callersGoneSince = nil
        toldNobodyAnswers = false
        noteOccupancy()
        peopleChanged()
        publish(.participantJoined(profile.identity, .caller, name: profile.name, reason: .line))
        connect(.ear(profile.identity), attempt: 1)
    }

    mutating func callerLeft(_ caller: Identity, reason: Reason) {
        keepLastWords(of: caller)
        guard let index = callerIndex(caller) else { return }
        dropClip(of: index)
        let seat = callers.remove(at: index)
        if callers.count == 1 { callers[0].voice.removeAll() }
        for link in seat.ear.links { emit(.closeLink(link)) }
        publish(.participantLeft(caller, .caller, reason: reason))
        if callers.isEmpty { callersGoneSince = now }
        noteOccupancy()
        peopleChanged()
        decide(.callerLeft(caller))
        settleInOrder()
    }

    /// Sessions that hear people are told who they are.
    private mutating func peopleChanged() {
        for agent in agents.map(\.identity) { refreshInstructions(of: agent) }
    }

    mutating func mute(_ caller: Identity, _ isMuted: Bool) {
        guard let index = callerIndex(caller), callers[index].isMuted != isMuted else { return }
        callers[index].isMuted = isMuted
        if isMuted { callers[index].voice.close() }
        publish(.participantMuted(caller, isMuted))
    }

    mutating func report(_ position: Duration, of turn: TurnID, by caller: Identity) {
        guard let index = callerIndex(caller), let live, live.turn.id == turn else { return }
        let sent = live.playout.sent
        // A player cannot have played what was never sent, nor unplay what it has played: one that counts from
        // nothing after a `playback.clear` would be told the same words again.
        let limit = SampleRate.hz24000.duration(of: sent)
        let played = SampleRate.hz24000.samples(in: min(max(position, .zero), limit))
        let earlier = callers[index].position.map { $0.turn == turn ? $0.samples : 0 } ?? 0
        let samples = min(max(played, earlier, live.playout.takenUp), sent)
        if live.isHeld {
            if live.heldFor == caller { takeBack(from: samples) }
        } else {
            callers[index].position = CallerSeat.Position(turn: turn, samples: samples, at: now)
        }
    }

    /// The gate is closed, and the player of whoever cut in knows since the `playback.clear` that it had not come as
    /// far as was thought.
    private mutating func takeBack(from heard: Int) {
        guard let turn = live?.turn, let thought = live?.playout.sent, heard < thought else { return }
        live?.playout.rewind(to: heard, at: now.sinceOpening)
        emit(.takeBack(turn.agent, samples: thought - heard))
    }
}

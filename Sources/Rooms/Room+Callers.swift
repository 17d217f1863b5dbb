import Audio
import FloorControl

// Callers come, go, mute themselves, type, and say what their players played.

extension Room {
    mutating func callerJoined(_ profile: CallerProfile) {
        callers.append(CallerSeat(profile: profile, serverCount: settings.earServerCount))
        callersGoneSince = nil
        toldNobodyAnswers = nil
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
        // More than a day is a mistake of the peer's, and no number of samples.
        let told = SampleRate.hz24000.samples(in: min(max(position, .zero), .seconds(86_400)))
        // A player cannot have played what was never sent, nor unplay what it has played: one that counts from
        // nothing after a `playback.clear` would be told the same words again.
        let earlier = callers[index].position.map { $0.turn == turn ? $0.samples : 0 } ?? 0
        let played = max(told, earlier, live.playout.takenUp)
        if live.isHeld {
            if live.heldFor == caller { correctHeard(to: played) }
        } else {
            let samples = min(played, live.playout.sent)
            callers[index].position = CallerSeat.Position(turn: turn, samples: samples, at: now)
        }
    }

    /// The gate is closed, and the player of whoever cut in knows since the `playback.clear` how far it had come;
    /// until then that was reckoned from its last report.
    private mutating func correctHeard(to played: Int) {
        guard let agent = live?.turn.agent, let more = live?.playout.correct(to: played, at: now.sinceOpening)
        else {
            return
        }
        if more < 0 { emit(.takeBack(agent, samples: -more)) }
        if more > 0 { emit(.giveBack(agent, samples: more)) }
    }
}

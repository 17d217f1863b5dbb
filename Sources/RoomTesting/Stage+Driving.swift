import Audio
import FloorControl
import Realtime
public import Rooms

// The driver: tells the room what happens, and does what it wants done.

extension Stage {
    public func handle(_ event: Room.Event) { handled(event) }

    /// - Returns: What the room wanted done, and what now is done.
    @discardableResult
    public func handled(_ event: Room.Event) -> [Room.Action] {
        guard tampering?.lets(event) ?? true else { return [] }
        witness?.sees(event, at: now)
        let foreseen = foresees(event)
        let actions = room.handle(event, at: now)
        check(foreseen, actions)
        apply(actions)
        feedBacklogs()
        finishStep()
        return actions
    }

    private func finishStep() {
        deadline = room.nextDeadline
        checkForLife()
        checkNothingIsLost()
        witness?.stepEnded(self)
    }

    func receive(_ samples: [Int16], of item: ItemID, in response: ResponseID, on link: LinkID) {
        let actions = samples.withUnsafeBufferPointer {
            room.receiveAudio($0, of: item, in: response, on: link, at: now)
        }
        if let dead = tampering?.forwards(samples, when: actions.isEmpty) { play(dead) }
        guard !actions.isEmpty else {
            deadline = room.nextDeadline
            return
        }
        witness?.now = now
        apply(actions)
        finishStep()
    }

    private func apply(_ untouched: [Room.Action]) {
        guard !untouched.isEmpty else { return }
        let actions = tampering?.tamper(with: untouched) ?? untouched
        for action in actions {
            witness?.sees(action, on: self)
            switch action {
            case .publish(let event):
                checkSecrecy(event)
                note(event)
            case .openLink(let link, let attempt, let server): open(link, attempt, server)
            case .closeLink(let link):
                peers[link]?.isClosed = true
                ears[link]?.isClosed = true
            case .send(let link, let message):
                peers[link]?.receive(message)
                ears[link]?.receive(message)
            case .append(let link, let samples):
                peers[link]?.append(samples)
                ears[link]?.replay(samples)
            case .note(let note): take(note)
            case .record(let entry): record.append(entry)
            case .clearPlayback:
                clears.append(now)
                for caller in players.keys { players[caller]?.clear(at: now) }
                if let late = tampering?.frameAfterClear() { play(late) }
            case .takeBack(let agent, let samples): recorded[agent, default: 0] -= samples
            case .giveBack(let agent, let samples): recorded[agent, default: 0] += samples
            case .startPump: startPump()
            case .callTool(let link, let callID, let name, _): callTool(link, callID, name)
            case .closeLine(let caller, _): microphones[caller] = nil
            case .close: isOver = true
            }
        }
    }

    private func note(_ event: RoomEvent) {
        log.append((now, event))
        switch event {
        case .speechStarted(let caller): speaking.append(caller)
        case .speechStopped(let caller): speaking.removeAll { $0 == caller }
        case .turnEnded(let turn, let agent, let outcome, let heard, let text, _):
            checkRecording(of: agent, turn, heard)
            ended.append(Ending(turn: turn, agent: agent, outcome: outcome, heard: heard, text: text))
        case .transcriptFinal: finalCount += 1
        case .contextCondensed(_, let count, _, _, _): condensedCount += count
        default: break
        }
    }

    /// What is kept of a turn's sound is what was heard of it, to the sample.
    private func checkRecording(of agent: Identity, _ turn: TurnID, _ heard: Duration) {
        let recorded = recorded.removeValue(forKey: agent) ?? 0
        if SampleRate.hz24000.duration(of: recorded) != heard {
            complain("\(recorded) samples of \(turn) are recorded, \(heard) of it were heard")
        }
    }

    func startPump() {
        guard !isPumping else { return }
        isPumping = true
        idleTicks = 0
        plan(after: .zero) { $0.pump() }
    }

    private func pump() {
        var frames = 0
        let record = { [self] (agent: Identity, start: Duration, sound: UnsafeBufferPointer<Int16>) in
            recorded[agent, default: 0] += sound.count
            if start < now.sinceOpening { complain("sound of \(agent) is recorded before it is played") }
        }
        let result = room.pump(at: now, record: record) { caller, frame in
            frames += 1
            play(frame, for: caller)
        }
        // Without callers the sound leaves for nobody.
        idleTicks = frames > 0 || room.callerIdentities.isEmpty ? 0 : idleTicks + 1
        if idleTicks == 150 { complain("3 s of pumping brought no frame, at \(now)") }
        isPumping = result.wantsMore && !isOver
        witness?.now = now
        apply(result.actions)
        if isPumping { plan(after: Room.frameDuration) { $0.pump() } }
        finishStep()
    }

    private func play(_ frame: UnsafeBufferPointer<Int16>, for caller: Identity) {
        for _ in 0..<(tampering?.copies(of: frame) ?? 1) {
            checkSecrecy(frame)
            witness?.hears(frame, caller, at: now, on: self)
            if !forgetsSound { players[caller]?.play(frame, at: now) }
        }
    }

    /// What the room did not send.
    private func play(_ samples: [Int16]) {
        samples.withUnsafeBufferPointer { frame in
            for caller in room.callerIdentities { witness?.hears(frame, caller, at: now, on: self) }
        }
    }

    private func callTool(_ link: LinkID, _ callID: String, _ name: String) {
        let answer = tools[name] ?? (.milliseconds(1), #"{"error": "There is no such tool."}"#, false)
        runningTools += 1
        checkConfirmed(link, callID, name)
        plan(after: answer.after) {
            $0.runningTools -= 1
            $0.handle(.toolReturned(link, callID: callID, output: answer.output, ok: answer.ok))
        }
    }
}

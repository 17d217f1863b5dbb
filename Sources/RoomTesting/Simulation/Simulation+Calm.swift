import FloorControl
import Realtime
import Rooms

// After the storm: the room comes to rest, remembers what was said, answers, and goes.

/// Looks at a room that is to come to rest.
struct Calm {
    let stage: Stage
    let witness: Witness

    func calmDown() {
        guard !stage.isOver else { return }
        // Those that are open still end, and give way before.
        stage.sessionLength = nil
        for agent in Ensemble.agents {
            stage.forgetScripts(of: agent)
            stage.mute(server: agent, false)
            stage.handle(.agentMuted(agent, false))
            stage.mishaps[agent] = nil
        }
        stage.forgetScripts(of: Stage.ear)
        stage.tools["look_up"] = (.milliseconds(200), "{}", true)
        for caller in Ensemble.callers {
            stage.earManners[caller] = nil
            stage.handle(.callerMuted(caller, false))
        }
        comeToRest(within: .seconds(180))
    }

    /// Time passes until nothing is going on any more.
    func comeToRest(within limit: Duration) {
        let end = stage.now.advanced(by: limit)
        repeat { stage.run(for: .milliseconds(500)) } while stage.now < end && restlessness != nil
        if let restlessness {
            witness.broke(.noDeadlock, "after \(limit) \(restlessness)")
        } else {
            checkAtRest()
        }
    }

    /// What still goes on, if anything.
    private var restlessness: String? {
        if stage.isOver { return nil }
        let view = stage.room.view
        if let turn = view.turn { return "\(turn) still holds the floor" }
        if !view.queue.isEmpty { return "claims still wait: \(view.queue)" }
        if !witness.speaking.isEmpty { return "\(witness.speaking) still speak" }
        if stage.runningTools > 0 { return "a tool still runs" }
        if let utterance = stage.room.conversation.utterances.first(where: { $0.text == nil }) {
            return "the words of \(utterance.speaker) are still unknown"
        }
        for participant in view.participants where participant.kind == .agent {
            switch participant.status {
            case .joined, .listening, .failed: break
            case .joining, .thinking, .speaking, .reconnecting, .left:
                return "\(participant.identity) is \(participant.status)"
            }
        }
        for peer in stage.peers.values where !peer.isClosed && !peer.isSilent {
            if peer.run != nil || peer.summaryRun != nil || peer.lastDelivery > stage.now {
                return "\(peer.link) still answers"
            }
            if !peer.isUnreliable, stage.isOverBudget(peer) {
                return "\(peer.link) holds \(peer.items.count) items, more than its budget"
            }
        }
        // One that its server has taken and says nothing on is given up after 10 s. Until then the session in force,
        // opened in the storm, may end in the middle of an answer with nobody to take its place.
        for agent in stage.room.agentIdentities
        where stage.peers.values.count(where: { $0.agent == agent && !$0.isClosed }) > 1 {
            return "\(agent) changes sessions"
        }
        for ear in stage.ears.values where !ear.isClosed && ear.lastDelivery > stage.now {
            return "\(ear.link) still has something to say"
        }
        // A session whose server lost the end of a response is given up after 5 s.
        if let deadline = stage.deadline, stage.now.duration(to: deadline) < .seconds(6) {
            return "something is due at \(deadline)"
        }
        return stage.microphones.values.contains { $0.isRunning && $0.isOpen } ? "a microphone is on" : nil
    }

    private func checkAtRest() {
        if let turn = witness.turn { witness.broke(.everyGrantEnds, "\(turn.id) has not") }
        checkTranscript()
        stage.checkAtRest()
        guard !stage.isOver else { return }
        for agent in stage.room.agentIdentities {
            guard let peer = stage.peer(agent), !peer.isClosed, !peer.isSilent, !peer.isUnreliable else {
                continue
            }
            checkMemory(of: peer)
        }
    }

    /// What was published is what is remembered.
    private func checkTranscript() {
        let told = witness.finals.sorted()
        let kept = stage.room.conversation.utterances.compactMap { utterance in
            utterance.text.map { "\(utterance.speaker): \($0)" }
        }
        var rest = told
        for line in kept.sorted() {
            guard let index = rest.firstIndex(of: line) else {
                return witness.broke(.recordsAgree, "told \(told), kept \(kept)")
            }
            rest.remove(at: index)
        }
        let condensed = stage.room.conversation.digest?.count ?? 0
        if rest.count != condensed {
            witness.broke(.recordsAgree, "told \(told), kept \(kept), \(condensed) condensed")
        }
    }

    /// Everyone is asked in turn: so every claim is kept, every agent still answers, and every session is
    /// brought up to date, which its server checks.
    func askEverybody() {
        guard !stage.isOver else { return }
        let view = stage.room.view
        for agent in view.participants where agent.kind == .agent && agent.status != .failed {
            let before = stage.ended.count
            stage.script(agent.identity, Self.answerAfterLookingUp)
            if let caller = stage.room.callerIdentities.first {
                stage.handle(.messageTyped(from: caller, text: "\(agent.name), are you there?"))
            } else {
                stage.handle(.moderatorGave(agent.identity, instructions: "Speak."))
            }
            comeToRest(within: .seconds(60))
            let answers = stage.ended.dropFirst(before)
            guard !stage.isOver, witness.violations.isEmpty else { return }
            // Nobody is promised a turn any more.
            if witness.limitReached != nil { return }
            if !answers.contains(where: { $0.agent == agent.identity && $0.outcome == .completed }) {
                witness.broke(.everybodyAnswers, "\(agent.identity) did not: \(answers)")
            }
        }
    }

    /// An answer that needs a tool's result, so that one which is lost is missed.
    private static let answerAfterLookingUp: Script = {
        var answer = PlannedAnswer(500)
        answer.calls = [.looksUp]
        return answer.script
    }()

    /// A call that has reached a limit closes at the latest when the turn that ran then, and half a minute, are
    /// over.
    func awaitTheEnd(longestTurn: Duration) {
        guard let reached = witness.limitReached else { return }
        if !stage.isOver { stage.run(until: (reached.sinceOpening + longestTurn + .seconds(31))) }
        if !stage.isOver { witness.broke(.limitsAreKept, "it was reached at \(reached), and nobody closed") }
    }

    func close() {
        if !stage.isOver { stage.handle(.closeRequested(reason: .deleted)) }
        stage.run(for: .seconds(5))
        if !stage.isOver { witness.broke(.closedIsClosed, "the room was closed and goes on") }
        if let turn = witness.turn { witness.broke(.everyGrantEnds, "\(turn.id) has not") }
        if !witness.openLinks.isEmpty { witness.broke(.nothingLeaks, "\(witness.openLinks)") }
        if !witness.speaking.isEmpty { witness.broke(.speechIsBalanced, "\(witness.speaking) never stopped") }
    }
}

// What a session must know.
extension Calm {
    /// Between turns a session may lack what was said since its last one; what it holds is the conversation.
    private func checkMemory(of peer: AgentPeer) {
        let expected = stage.memory(of: peer)
        let known = known(to: peer)
        // A turn of several responses is one utterance, even if somebody hummed in its middle.
        if !known.onceEach.isPart(of: expected), !known.reversed().onceEach.isPart(of: expected.reversed()) {
            witness.broke(.memoryIsTheConversation, "\(peer.link) knows \(known) beside \(expected)")
        }
        checkOwnSpeech(of: peer)
    }

    /// Without speech of which not a whole word was heard: it is no utterance.
    private func known(to peer: AgentPeer) -> [String] {
        peer.known(butFor: "").filter { item in
            !witness.endings.contains {
                $0.value.text.isEmpty && $0.value.heard > 0 && item == "spoke \($0.key)"
            }
        }
    }

    /// What is left of its own sound is what was heard of it.
    private func checkOwnSpeech(of peer: AgentPeer) {
        var kept: [String: (samples: Int, items: Int)] = [:]
        for item in peer.items {
            guard case .speech(let tag, let generated, let cut) = item.content else { continue }
            kept[stage.turn(of: tag), default: (0, 0)].samples +=
                cut.map { min(generated, $0.milliseconds * 24) } ?? generated
            kept[stage.turn(of: tag), default: (0, 0)].items += 1
        }
        // What another session spoke of the turn is here as words.
        for item in peer.items {
            if case .spokenBefore(let tag, _) = item.content { kept[tag] = nil }
        }
        for (tag, memory) in kept.sorted(by: { $0.key < $1.key }) {
            let heard = TurnID(wire: tag).flatMap { witness.endings[$0]?.heard } ?? 0
            // The wire counts in milliseconds.
            if abs(memory.samples - heard) > 24 * memory.items {
                witness.broke(
                    .memoryIsTheConversation,
                    "\(peer.link) remembers \(memory.samples) samples of \(tag), \(heard) were heard")
            }
        }
    }
}

extension [String] {
    /// Whether all of these are in `whole`, in this order.
    fileprivate func isPart(of whole: [String]) -> Bool {
        var rest = whole[...]
        for item in self {
            guard let index = rest.firstIndex(of: item) else { return false }
            rest = rest[(index + 1)...]
        }
        return true
    }
}

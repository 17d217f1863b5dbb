import FloorControl
import Personas
import Realtime
import Rooms

/// Plays one cell: a call of two people and two agents comes to the moment, the fault strikes, the room gets
/// over it, and somebody asks again.
struct FaultScene {
    static let agent: Identity = "scout"
    static let other: Identity = "nova"
    static let caller: Identity = "ana"
    static let bystander: Identity = "bob"

    let cell: FaultCell
    let stage: Stage
    let witness = Witness()
    private(set) var struckAt = RoomTime.zero
    /// When the fault was over, and the last question asked.
    private(set) var isOverAt = RoomTime.zero
    private(set) var askedAt = RoomTime.zero
    private(set) var quietAt = RoomTime.zero
    private(set) var unheard = 0
    private(set) var unansweredCalls: [String] = []
    /// Longer than the longest way back: two refusals with their pauses, or a dead session's clocks.
    static let patience: Duration = .seconds(20)
    static let question = Saying("And what do you think now?", .milliseconds(1_200))

    init(_ cell: FaultCell, hearing: AgentInput, with mistake: PlantedFault? = nil) {
        self.cell = cell
        stage = Stage(settings: Stage.settings, hearing: hearing, seed: 1)
        stage.tampering = mistake.map(Tampering.init)
        stage.witness = witness
        stage.tools["look_up"] = (.seconds(3), #"{"price": 7}"#, true)
        stage.call(Self.caller)
        stage.call(Self.bystander)
        stage.join(Self.persona("scout", "Scout"))
        stage.join(Self.persona("nova", "Nova"))
        stage.run(for: .milliseconds(200))
    }

    private static func persona(_ id: String, _ name: String) -> Persona {
        Persona(
            id: id, name: name,
            tools: [Persona.Tool(name: "look_up", http: Persona.HTTPCall(url: "https://tools.example"))],
            instructions: "You are \(name), and you keep to the point.")
    }

    mutating func play() {
        exchange("Nova, hello.")
        exchange("Hey Scout, hello.")
        comeToMoment()
        struckAt = stage.now
        strike()
        stage.run(for: Self.patience)
        isOverAt = stage.now
        ask()
        if !isAnswered {
            unheard = 1
            ask()
        }
        quietAt = stage.now
        unansweredCalls = stage.peers.values.filter { !$0.isClosed }
            .flatMap { $0.calls.subtracting($0.outputs.keys) }.map(\.description).sorted()
        rest()
    }

    /// Whoever can still be heard: an ear that is lost for good is the end of its caller's voice.
    private var asks: Identity {
        cell.place == .ear && cell.fault == .unauthorized ? Self.bystander : Self.caller
    }

    private mutating func ask() {
        askedAt = stage.now
        stage.say(asks, Self.question)
        stage.run(for: .seconds(15))
    }

    private var isAnswered: Bool {
        stage.log.contains { at, event in
            if case .turnStarted = event { at >= askedAt } else { false }
        }
    }

    private func exchange(_ words: String) {
        stage.say(Self.caller, Saying(words, .milliseconds(900)))
        stage.run(for: .seconds(4))
    }

    /// Everything that must hold when a call has come to rest; then all agents are asked, and all is closed.
    private func rest() {
        let calm = Calm(stage: stage, witness: witness)
        for check in [{ calm.comeToRest(within: .seconds(60)) }, calm.askEverybody, calm.close]
        where witness.violations.isEmpty {
            check()
        }
    }
}

// Until it happens.
extension FaultScene {
    private static let answer = Script("one two three four five six seven eight", .seconds(4)).with {
        $0.speed = 2
        $0.cancelledAfter = .seconds(1)
    }

    private func comeToMoment() {
        switch cell.moment {
        case .idle: stage.run(for: .seconds(1))
        case .callerSpeaking:
            stage.begin(
                Self.caller, Saying("Scout, please explain the plan to us.", .milliseconds(1_500)))
            stage.run(for: .milliseconds(800))
        case .granted:
            ask(Self.answer.with { $0.firstAudio = .seconds(1) })
            stage.run(until: "the grant") { $0.room.view.holder == Self.agent }
            stage.run(for: .milliseconds(100))
        case .speaking:
            ask(Self.answer)
            stage.run(untilHeard: Self.agent, .seconds(1))
        case .toolRunning:
            ask(.call("look_up", #"{"item": "plan"}"#))
            stage.run(until: "a call") { $0.runningTools > 0 }
            stage.run(for: .milliseconds(500))
        case .cancelling:
            ask(Self.answer)
            stage.run(untilHeard: Self.agent, .seconds(1))
            stage.begin(Self.caller, Saying("No wait. Scout, what does it cost?", .milliseconds(1_500)))
            stage.run(until: "a cancel") { stage in
                stage.sent(Self.agent).contains { if case .responseCancel = $0 { true } else { false } }
            }
            stage.run(for: .milliseconds(100))
        }
    }

    private func ask(_ script: Script) {
        stage.script(Self.agent, script)
        stage.say(Self.caller, Saying("Scout, please explain the plan.", .milliseconds(900)))
    }
}

// It happens.
extension FaultScene {
    private func strike() {
        if let (tries, loss) = cell.fault.loss {
            let server = cell.place == .ear ? Stage.ear : Self.agent
            for _ in 0..<tries { stage.refuse(server, loss) }
            breakOff(.closed(code: 1006, reason: ""))
        } else if let manner = cell.fault.wire {
            stage.wires[cell.place.owner] = Wire(manner)
        } else {
            switch cell.place {
            case .session: if let peer = stage.peer(Self.agent) { strike(peer) }
            case .ear: if let ear { strike(ear) }
            }
        }
    }

    private var ear: EarPeer? { stage.ear(hearing: Self.caller) }

    private func breakOff(_ loss: LinkLoss) {
        switch cell.place {
        case .session: stage.peer(Self.agent)?.breakOff(loss)
        case .ear:
            guard let ear else { return }
            ear.isClosed = true
            stage.handle(.linkLost(ear.link, loss))
        }
    }

    private static let expiry = ErrorDetail(
        type: "invalid_request_error", code: "session_expired",
        message: "Your session hit the maximum duration of 60 minutes.")
    private static let fault = ErrorDetail(
        type: "server_error", message: "The server had an error while processing your request.")

    private func strike(_ peer: AgentPeer) {
        switch cell.fault {
        case .expired: peer.expire(Self.expiry)
        case .silent: peer.isSilent = true
        case .slow: peer.lag = .seconds(3)
        case .error: peer.tell(.error(Self.fault))
        case .failed: end(peer, .failed(Self.fault), next: .fails(at: .zero))
        case .incomplete: end(peer, .incomplete(.maxOutputTokens), next: .runsOutOfTokens)
        case .refused, .unauthorized, .unavailable, .unresolved, .dropped, .duplicated, .reordered, .unknown,
            .huge, .nulls, .betaNames:
            break
        }
    }

    /// The response ends like this; where none runs, the next one does.
    private func end(_ peer: AgentPeer, _ status: ResponseStatus, next fault: Script.Fault) {
        if let run = peer.run {
            run.finish(status)
        } else {
            stage.script(Self.agent, Script("one two three", .milliseconds(1_200), fault: fault))
        }
    }

    private func strike(_ ear: EarPeer) {
        switch cell.fault {
        case .expired: ear.expire(Self.expiry)
        case .silent: ear.isSilent = true
        case .slow: stage.ear(of: Self.caller, .lags(2_000))
        case .error: ear.tell(.error(Self.fault))
        case .failed: ear.nextTranscript = .failed(after: .milliseconds(120), code: "server_error")
        case .incomplete: ear.nextTranscript = .never
        case .refused, .unauthorized, .unavailable, .unresolved, .dropped, .duplicated, .reordered, .unknown,
            .huge, .nulls, .betaNames:
            break
        }
    }
}

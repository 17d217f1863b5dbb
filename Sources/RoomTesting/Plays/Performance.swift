import FloorControl
import Personas
import Realtime
public import Rooms

/// A play, performed on a ``Stage`` in virtual time.
///
/// It ends at the first line that does not come true. Beside what the play says, every promise that the stage
/// watches over must hold, and the room must come to rest.
public struct Performance {
    /// What did not come true.
    public struct Failure: Error, Equatable, Sendable, CustomStringConvertible {
        /// In the play's file.
        public let line: Int
        public let expected: String
        public let happened: String
        /// What the room published before, for people.
        public let transcript: String

        public var description: String {
            "\(line): expected: \(expected)\n  but \(happened)\n\(transcript)"
        }
    }

    let play: Play
    public let stage: Stage
    var personas: [String: Persona]
    var news = News()
    /// When the last direction was carried out: what is expected within some time counts from here.
    var mark = RoomTime.zero
    /// When the agent fell silent, and how many stretches of sound had been heard then.
    var silence: (at: RoomTime, runs: Int)?
    /// Who hears for the audience.
    var ear: Identity

    /// Plays it to its end.
    /// - Parameter input: What agents' sessions are given of the callers' words, if not what the play says.
    /// - Returns: `nil` when all came true.
    public static func failure(of play: Play, hearing input: AgentInput? = nil) -> Failure? {
        var performance = Performance(play, hearing: input)
        return performance.run()
    }

    init(_ play: Play, hearing input: AgentInput?) {
        let scene = Scene(play)
        self.play = play
        personas = scene.personas
        ear = Identity(play: scene.callers.first ?? play.firstCaller ?? "Ana")
        stage = Stage(settings: scene.settings, hearing: input ?? scene.input, seed: scene.seed)
        stage.latencies = scene.latencies
        stage.sessionLength = scene.sessionLength
        for caller in scene.callers { stage.call(Identity(play: caller)) }
        for agent in scene.agents { join(agent) }
        if !scene.agents.isEmpty || !scene.callers.isEmpty { stage.run(for: .milliseconds(200)) }
    }

    private mutating func run() -> Failure? {
        var last = 1
        for line in play.lines {
            last = line.number
            let problem: String? =
                switch line.content {
                case .note, .setting: nil
                case .direction(let direction): carryOut(direction)
                case .expectation(let expectation): check(expectation)
                }
            if let problem { return failure(line.number, line.content.text, problem) }
            if case .direction = line.content { mark = stage.now }
        }
        return rest().map {
            failure(last, "After this the room comes to rest, and nothing more happens.", $0)
        }
    }

    private func failure(_ line: Int, _ expected: String, _ happened: String) -> Failure {
        var expected = Substring(expected)
        while expected.first?.isWhitespace == true { expected.removeFirst() }
        if expected.hasPrefix("-> ") { expected.removeFirst(3) }
        return Failure(
            line: line, expected: String(expected), happened: happened,
            transcript: stage.tail(names: play.name))
    }

    /// The room comes to rest, no promise was broken, and the play has told everything.
    private mutating func rest() -> String? {
        pass(.seconds(15))
        stage.checkAtRest()
        if let complaint = stage.complaints.first { return "a promise was broken: \(complaint)" }
        if let turn = stage.room.view.turn { return "\(turn) never ended" }
        if let untold = news.turns.dropFirst(news.toldTurns).first {
            return "nothing was said of this: \(untold.text(play.name))"
        }
        if let untold = news.faults.dropFirst(news.toldFaults).first {
            return "nothing was said of the room's report \(untold)"
        }
        return nil
    }

    mutating func join(_ name: String) {
        let persona = personas[name] ?? Scene.persona(name)
        stage.join(persona)
    }

    mutating func pass(_ time: Duration) {
        stage.run(for: time)
        readNews()
    }

    mutating func readNews() { news.read(stage.log, stage.notes) }

    /// Lets time pass until something holds.
    /// - Returns: Whether it did within `limit`.
    mutating func wait(
        _ limit: Duration = .seconds(30), step: Duration = .milliseconds(5), until condition: (Self) -> Bool
    ) -> Bool {
        readNews()
        let end = stage.now.advanced(by: limit)
        while !condition(self) {
            guard stage.now < end else { return false }
            pass(step)
        }
        return true
    }
}

extension Identity {
    /// Names are spoken with a capital, identities are written small.
    init(play name: String) { self.init(name.lowercased()) }
}

extension Play {
    /// The name that stands in the play for an identity.
    func name(of identity: Identity) -> String {
        let text = identity.description
        return text.prefix(1).uppercased() + text.dropFirst()
    }

    fileprivate var firstCaller: String? {
        lines.lazy.compactMap { if case .direction(.calls(let name)) = $0.content { name } else { nil } }
            .first
    }

    fileprivate var name: (Identity) -> String { { name(of: $0) } }
}

import FloorControl
import Rooms

/// What must come of a cell: a few rules, each for many cells; the first that fits counts.
struct FaultRules {
    /// What becomes of the turn that is going on, or asked for.
    enum Course: Sendable {
        /// Nobody was asked, or the words were lost with their ear.
        case noTurn
        case completed
        /// Nothing was heard, so it starts again.
        case startsAgain
        /// Nothing was heard, and it is not tried again: it called a tool, or its agent is gone for good.
        case lostUnheard
        /// Half of it was heard, and no more will be: its session is gone.
        case interrupted
        /// Half of it was heard: its session is there, and delivers no more.
        case failedHalfway
        /// What was understood in time is answered; the rest, heard by the next ear, cuts in and is answered, too.
        case goneIntoAnew

        var outcomes: [TurnOutcome] {
            switch self {
            case .noTurn: []
            case .completed: [.completed]
            case .startsAgain: [.failed, .completed]
            case .lostUnheard, .failedHalfway: [.failed]
            case .interrupted: [.interrupted]
            case .goneIntoAnew: [.interrupted, .completed]
            }
        }

        /// Whether the turn's end tells of something heard.
        var isHeard: Bool {
            switch self {
            case .noTurn, .startsAgain, .lostUnheard: false
            case .completed, .interrupted, .failedHalfway, .goneIntoAnew: true
            }
        }
    }

    private struct Rule {
        let place: FaultPlace
        let faults: [ServerFault]
        let moments: [FaultMoment]
        let course: Course
        /// `nil`: whether or not agents hear.
        let hearing: AgentInput?

        init(
            _ place: FaultPlace, _ faults: [ServerFault], _ moments: [FaultMoment], _ course: Course,
            hearing: AgentInput? = nil
        ) {
            self.place = place
            self.faults = faults
            self.moments = moments
            self.course = course
            self.hearing = hearing
        }
    }

    private static let away: [ServerFault] = [.refused, .unavailable, .unresolved]
    private static let lost: [ServerFault] = away + [.unauthorized, .dropped, .expired]

    private static let rules = [
        Rule(.session, ServerFault.allCases, [.idle], .noTurn),
        // Words are kept until there is a session again; to an agent that is gone nobody can speak.
        Rule(.session, [.unauthorized], [.callerSpeaking, .cancelling], .noTurn),
        Rule(.session, [.unauthorized], [.granted], .lostUnheard),
        Rule(.session, lost + [.silent, .failed, .incomplete], [.granted], .startsAgain),
        Rule(.session, lost + [.silent, .failed], [.toolRunning], .lostUnheard),
        Rule(.session, lost, [.speaking], .interrupted),
        Rule(.session, [.silent, .failed], [.speaking], .failedHalfway),
        Rule(.session, [.silent], [.callerSpeaking, .cancelling], .startsAgain),
        // Where agents hear, the likely answer is asked for before the turn is granted, and nobody knows that it failed.
        Rule(.session, [.failed], [.callerSpeaking], .startsAgain, hearing: .text),
        // The end of the cancelled response comes so late that the next one has no time left.
        Rule(.session, [.slow], [.cancelling], .startsAgain),

        Rule(.ear, ServerFault.allCases, [.idle], .noTurn),
        // What an ear took along is heard by the next one; if that takes too long, as much counts as was understood until
        // then, and what was said meanwhile is heard late, but not lost: half a question has been answered by then.
        Rule(.ear, away, [.callerSpeaking], .goneIntoAnew),
        // Nobody hears the rest: of these words a mere "No wait" was understood.
        Rule(.ear, [.unauthorized], [.cancelling], .noTurn),
    ]

    static func course(of cell: FaultCell, hearing: AgentInput) -> Course {
        rules.first {
            $0.place == cell.place && $0.faults.contains(cell.fault) && $0.moments.contains(cell.moment)
                && $0.hearing ?? hearing == hearing
        }?.course ?? .completed
    }

    /// The error events that the world is told.
    static func errors(of cell: FaultCell) -> [String] {
        switch (cell.place, cell.fault) {
        case (.session, .error): ["realtime_error"]
        case (.ear, .error): ["ear_error"]
        case (.ear, .failed): ["server_error"]
        case (.ear, .unauthorized): ["ear_lost", "ear_unavailable"]
        case (.ear, .refused), (.ear, .unavailable), (.ear, .unresolved), (.ear, .dropped), (.ear, .expired),
            (.ear, .silent):
            ["ear_lost"]
        default: []
        }
    }

    /// The session is there again within so long, by the pauses of the contract: 0.5 s, 1 s, 2 s, each with up to a
    /// quarter of jitter. A server that merely falls silent has to be found out first.
    static func isAsExpected(_ connection: FaultReport.Connection, in cell: FaultCell) -> Bool {
        switch (cell.fault, connection) {
        case (.unauthorized, .failed): true
        case (.refused, .replaced(let after)), (.unavailable, .replaced(let after)),
            (.unresolved, .replaced(let after)):
            after >= .milliseconds(3_500) && after <= .milliseconds(4_500)
        case (.dropped, .replaced(let after)), (.expired, .replaced(let after)):
            after >= .milliseconds(500) && after <= .milliseconds(700)
        case (.silent, .replaced): true
        case (.slow, .kept), (.error, .kept), (.failed, .kept), (.incomplete, .kept), (.duplicated, .kept),
            (.reordered, .kept), (.unknown, .kept), (.huge, .kept), (.nulls, .kept), (.betaNames, .kept):
            true
        default: false
        }
    }

    /// Who answers when somebody asks again.
    static func answers(_ cell: FaultCell) -> Identity {
        cell.place == .session && cell.fault == .unauthorized ? FaultScene.other : FaultScene.agent
    }

    /// That an ear is deaf shows only when somebody speaks: those words are lost.
    static func unheard(_ cell: FaultCell) -> Int {
        guard cell.place == .ear, cell.fault == .silent else { return 0 }
        return switch cell.moment {
        case .idle, .granted, .speaking, .toolRunning: 1
        case .callerSpeaking, .cancelling: 0
        }
    }
}

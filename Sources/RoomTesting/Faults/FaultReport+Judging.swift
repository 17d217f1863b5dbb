import FloorControl
import Rooms

extension FaultReport {
    /// What is wrong with it; nothing if all is well.
    public var complaints: [String] {
        (violations + deviations).map { "\(cell), agents take \(hearing): \($0)" }
    }

    /// The contract's limit: ten seconds after any of these the room is served again.
    private static let longestBearable: Duration = .seconds(10)

    /// Where it is not what the rules say.
    private var deviations: [String] {
        var found: [String] = []
        func demand(_ isSo: Bool, _ what: @autoclosure () -> String) { if !isSo { found.append(what()) } }
        let course = FaultRules.course(of: cell, hearing: hearing)
        demand(turns.map(\.outcome) == course.outcomes, "\(turns) instead of \(course)")
        demand(turns.allSatisfy { $0.agent == FaultScene.agent }, "somebody else had a turn: \(turns)")
        demand(turns.isEmpty || (turns[0].heard > .zero) == course.isHeard, "\(turns) where \(course)")
        demand(FaultRules.isAsExpected(connection, in: cell), "the \(cell.place.rawValue) is \(connection)")
        demand(statuses == expectedStatuses, "the agent is said to be \(statuses)")
        demand(longestSilence <= Self.longestBearable, "nobody was heard for \(longestSilence)")
        demand(errors == FaultRules.errors(of: cell), "the world is told of \(errors)")
        demand(unheard == FaultRules.unheard(cell), "\(unheard) questions were not answered")
        demand(answer?.agent == FaultRules.answers(cell), "\(answer?.agent as Any) answered in the end")
        demand(unansweredCalls.isEmpty, "no result for \(unansweredCalls)")
        demand((unreadFrames > 0) == hasUnreadable, "\(unreadFrames) frames could not be read")
        return found
    }

    /// What the world is told of the agent's session, but for what it does with its turns: of every loss, why.
    private var expectedStatuses: [AgentStatus] {
        guard cell.place == .session else { return [] }
        return switch connection {
        case .kept: []
        case .replaced: Array(repeating: .reconnecting, count: 1 + (cell.fault.loss?.tries ?? 0))
        case .failed: [.reconnecting, .failed]
        }
    }

    private var hasUnreadable: Bool {
        switch cell.fault {
        case .unknown, .nulls: true
        case .refused, .unauthorized, .unavailable, .unresolved, .dropped, .expired, .silent, .slow, .error,
            .failed, .incomplete, .duplicated, .reordered, .huge, .betaNames:
            false
        }
    }
}

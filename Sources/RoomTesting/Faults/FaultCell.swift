import FloorControl
import Rooms

/// One cell of the fault matrix: what goes wrong with which connection, and at which moment of a call.
public struct FaultCell: Hashable, Sendable, CustomStringConvertible {
    public let place: FaultPlace
    public let fault: ServerFault
    public let moment: FaultMoment

    public init(_ place: FaultPlace, _ fault: ServerFault, _ moment: FaultMoment) {
        self.place = place
        self.fault = fault
        self.moment = moment
    }

    /// Every combination there is.
    public static let all: [FaultCell] = FaultPlace.allCases.flatMap { place in
        ServerFault.allCases.flatMap { fault in
            FaultMoment.allCases.map { FaultCell(place, fault, $0) }
        }
    }

    public var description: String { "\(place.rawValue), \(fault.rawValue), \(moment.rawValue)" }
}

/// Whose connection it is.
public enum FaultPlace: String, CaseIterable, Sendable {
    /// The conversation session of the agent that is asked.
    case session = "agent's session"
    /// The transcription session of the caller who asks.
    case ear

    var owner: LinkOwner {
        switch self {
        case .session: .agent(FaultScene.agent)
        case .ear: .ear(FaultScene.caller)
        }
    }
}

/// What a call is doing when it happens.
public enum FaultMoment: String, CaseIterable, Sendable {
    case idle
    case callerSpeaking = "caller speaking"
    /// The agent has the floor and nothing of it was heard yet.
    case granted
    case speaking
    case toolRunning = "tool running"
    /// A caller cut in; the cancel is out and not answered yet.
    case cancelling
}

/// What a server, or the way to it, can do to a session.
public enum ServerFault: String, CaseIterable, Sendable {
    // The connection is lost and cannot be had again at once.
    case refused = "connection refused"
    case unauthorized = "401"
    case unavailable = "503"
    case unresolved = "DNS failure"
    // The connection is lost.
    case dropped
    case expired = "1001 expired"
    // The connection stays.
    case silent
    case slow
    case error = "error event"
    /// Of a response; of an ear, a transcription.
    case failed
    case incomplete
    // Every event arrives, but not as it should.
    case duplicated = "duplicated events"
    case reordered = "reordered events"
    case unknown = "unknown events"
    case huge = "1 MiB events"
    case nulls = "nulls everywhere"
    case betaNames = "beta names"

    /// The connection is lost, and an attempt at a new one fails like this, so many times.
    var loss: (tries: Int, LinkLoss)? {
        switch self {
        case .refused: (2, .closed(code: 1006, reason: "connection refused"))
        case .unauthorized: (1, .refused(status: 401))
        case .unavailable: (2, .refused(status: 503))
        case .unresolved: (2, .closed(code: 1006, reason: "the server's name does not resolve"))
        case .dropped: (0, .closed(code: 1006, reason: ""))
        case .expired, .silent, .slow, .error, .failed, .incomplete, .duplicated, .reordered, .unknown, .huge,
            .nulls, .betaNames:
            nil
        }
    }

    /// What becomes of each event on its way.
    var wire: Wire.Manner? {
        switch self {
        case .duplicated: .duplicated
        case .reordered: .reordered
        case .unknown: .unknown
        case .huge: .huge
        case .nulls: .nulls
        case .betaNames: .betaNames
        case .refused, .unauthorized, .unavailable, .unresolved, .dropped, .expired, .silent, .slow, .error,
            .failed, .incomplete:
            nil
        }
    }
}

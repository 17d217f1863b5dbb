/// The life of one session, seen from the client: from the first event to the last, with the one
/// response it may run at a time.
///
/// Only `response.done` frees the slot — not a cancel, not the end of the audio — and a response is
/// linked to its request by `metadata` alone: no event quotes the id of the `response.create`
/// (Realtime reference, §8.2).
public struct SessionLife: Equatable, Sendable {
    public enum Stage: Equatable, Sendable {
        /// Nothing was heard from the server yet.
        case connecting
        /// The first `session.update` is out; its answer is awaited. Until then the server answers by
        /// itself, so no audio may be sent.
        case configuring
        case ready(Slot)
    }

    /// The one response of the default conversation.
    public enum Slot: Equatable, Sendable {
        case idle
        /// `response.create` is out. A cancel now would hit nothing, so a wish is remembered.
        case requested(tag: String, eventID: String, isUnwanted: Bool)
        case active(ResponseID, tag: String)
        case cancelling(ResponseID, tag: String)
    }

    /// What an event means for the session's owner.
    public enum News: Equatable, Sendable {
        /// `session.created`: send the configuration, then call ``configure()``.
        case greeted
        /// The configuration is in force.
        case ready
        case responseStarted(ResponseID, tag: String)
        /// Cancel it: nobody wants it any more, or nobody asked for it.
        case responseUnwanted(ResponseID)
        /// The slot is free again.
        case responseEnded(ResponseID, tag: String, ResponseStatus)
        case responseRefused(tag: String, ErrorDetail)
        /// Another response, which nobody asked for, is in its way: ask again when that has ended. If it was taken
        /// for the one that was asked for, it is to be cancelled.
        case responsePostponed(tag: String, cancel: ResponseID?)
        /// Another try with this server and key is pointless.
        case sessionRefused(ErrorDetail)
        /// Cannot be used any longer; a new session may.
        case expired
    }

    /// What kind of server it is with.
    public var server = ServerProfile.generic
    public private(set) var stage: Stage = .connecting
    private var configurationEventID: String?
    /// The response that freed the slot last.
    private var lastEnded: ResponseID?
    /// Runs at the server though nobody asked for it, while an own response is requested.
    private var intruder: ResponseID?
    /// The request that the active response was taken for, as it names none itself.
    private var presumed: String?

    public init() {}

    /// Whether a `response.create` may be sent now.
    public var isIdle: Bool { stage == .ready(.idle) }

    /// Whether the response is to end, and has not yet.
    public func isCancelling(_ response: ResponseID) -> Bool {
        if case .ready(.cancelling(response, _)) = stage { true } else { false }
    }

    /// The first `session.update` has been sent, under this id.
    public mutating func configure(eventID: String) {
        stage = .configuring
        configurationEventID = eventID
    }

    /// `response.create` has been sent with `metadata.turn = tag`. Only when ``isIdle``. One that is out of band
    /// takes the place, too: not every server runs two at once.
    public mutating func request(tag: String, eventID: String) {
        precondition(isIdle, "one response at a time")
        stage = .ready(.requested(tag: tag, eventID: eventID, isUnwanted: false))
    }

    /// The response is not wanted any more.
    /// - Returns: The response to cancel now; `nil` when there is none or it has not begun yet: then
    ///   ``News/responseUnwanted(_:)`` follows when it does.
    public mutating func cancel() -> ResponseID? {
        switch stage {
        case .connecting, .configuring, .ready(.idle), .ready(.cancelling): return nil
        case .ready(.requested(let tag, let eventID, _)):
            stage = .ready(.requested(tag: tag, eventID: eventID, isUnwanted: true))
            return nil
        case .ready(.active(let id, let tag)):
            stage = .ready(.cancelling(id, tag: tag))
            return id
        }
    }

    public mutating func handle(_ event: ServerEvent) -> News? {
        switch event {
        case .sessionCreated: stage == .connecting ? .greeted : nil
        case .sessionUpdated: sessionUpdated()
        case .responseCreated(let response): responseCreated(response)
        case .responseDone(let response): responseDone(response)
        case .error(let error): failed(error)
        default: nil
        }
    }
}

extension SessionLife {
    private mutating func sessionUpdated() -> News? {
        guard stage == .configuring else { return nil }
        stage = .ready(.idle)
        return .ready
    }

    private mutating func responseCreated(_ response: Response) -> News? {
        guard !response.isOutOfBand || isRequested(response) else { return nil }
        let id = response.id
        // Said twice: the response is the one it was.
        guard id != running, id != lastEnded else { return nil }
        guard case .ready(.requested(let tag, let eventID, let isUnwanted)) = stage,
            response.tag == tag || response.tag == nil
        else {
            // Nobody asked for it, but it fills the one place there is until it ends.
            if isIdle { stage = .ready(.cancelling(id, tag: response.tag ?? "")) } else { intruder = id }
            return .responseUnwanted(id)
        }
        presumed = response.tag == nil ? eventID : nil
        stage = .ready(isUnwanted ? .cancelling(id, tag: tag) : .active(id, tag: tag))
        return isUnwanted ? .responseUnwanted(id) : .responseStarted(id, tag: tag)
    }

    private func isRequested(_ response: Response) -> Bool {
        if case .ready(.requested(let tag, _, _)) = stage { response.tag == tag } else { false }
    }

    private var running: ResponseID? {
        switch stage {
        case .ready(.active(let id, _)), .ready(.cancelling(let id, _)): id
        case .connecting, .configuring, .ready(.idle), .ready(.requested): nil
        }
    }

    private mutating func responseDone(_ response: Response) -> News? {
        if response.id == intruder { intruder = nil }
        switch stage {
        case .ready(.active(let id, let tag)) where response.id == id,
            .ready(.cancelling(let id, let tag)) where response.id == id:
            stage = .ready(.idle)
            lastEnded = id
            return .responseEnded(id, tag: tag, response.status)
        case .connecting, .configuring, .ready: return nil
        }
    }

    /// An error without a matching event id is never pinned on "the last request" by guess: only the
    /// codes that can mean nothing else free the slot (reference §12).
    private mutating func failed(_ error: ErrorDetail) -> News? {
        if Self.fatal.contains(error.code ?? "") { return .sessionRefused(error) }
        if error.code == "session_expired" { return .expired }
        switch stage {
        case .configuring where error.eventID != nil && error.eventID == configurationEventID:
            return .sessionRefused(error)
        case .ready(.requested(let tag, let eventID, _))
        where error.eventID == eventID || error.saysBusy:
            if let running = intruder, error.saysBusy {
                intruder = nil
                stage = .ready(.cancelling(running, tag: ""))
                return .responsePostponed(tag: tag, cancel: nil)
            }
            stage = .ready(.idle)
            return .responseRefused(tag: tag, error)
        // It was not the one that was asked for.
        case .ready(.active(let id, let tag)) where error.saysBusy && error.eventID == presumed:
            guard presumed != nil else { return nil }
            stage = .ready(.cancelling(id, tag: ""))
            return .responsePostponed(tag: tag, cancel: id)
        case .connecting, .configuring, .ready: return nil
        }
    }

    private static let fatal: Set<String> = [
        "invalid_api_key", "insufficient_quota", "account_deactivated", "billing_hard_limit_reached",
    ]
}

extension ErrorDetail {
    fileprivate var saysBusy: Bool { code == "conversation_already_has_active_response" }
}

extension Response {
    /// Links a response to the turn that asked for it.
    public static let tagKey = "turn"
    /// What a response outside the conversation is for.
    public static let purposeKey = "purpose"

    var tag: String? { metadata[Response.tagKey] }

    /// Belongs to no conversation: asked for with `conversation: "none"`.
    public var isOutOfBand: Bool { metadata[Response.purposeKey] != nil }
}

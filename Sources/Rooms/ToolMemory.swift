import Realtime

/// What an agent's tools have answered in this call. Sessions are replaced, results stay.
///
/// The session that made a call holds it and its result as items of their own. Every later session is told both
/// as text: an output without its call is an error on the wire, and not every server lets a client write down a
/// call that its model never made.
struct ToolMemory: Sendable {
    private struct Call: Sendable {
        let number: Int
        let id: String
        let name: String
        let arguments: String
        /// The session that made it.
        let link: LinkID
        var isRunning = true
        /// `nil` while it runs, and of a vendor's call that failed.
        var output: String?
        /// The present session holds it, or made it.
        var isKnown = true
    }

    /// What is told again is bounded, the latest first to stay: eight results of 4 KiB are a quarter of the
    /// smallest context window among the models (32 Ki tokens).
    static let maxResultCount = 8
    static let maxToldByteCount = 4 << 10

    private var calls: [Call] = []
    private var lastNumber = 0

    /// The present session waits for the result of a call that it made.
    var isWaiting: Bool { calls.contains { $0.isKnown && $0.isRunning } }

    mutating func called(_ id: String, _ name: String, _ arguments: String, on link: LinkID) {
        lastNumber += 1
        calls.append(Call(number: lastNumber, id: id, name: name, arguments: arguments, link: link))
    }

    /// - Returns: Whether the call was running; a result comes once.
    mutating func returned(_ id: String, on link: LinkID, _ output: String) -> Bool {
        guard let index = calls.firstIndex(where: { $0.id == id && $0.link == link && $0.output == nil })
        else { return false }
        calls[index].isRunning = false
        calls[index].output = output
        let finished = calls.indices.filter { calls[$0].output != nil }
        if finished.count > Self.maxResultCount { calls.remove(at: finished[0]) }
        return true
    }

    /// The session that made the call has its result, or knows that there is none.
    mutating func ended(_ id: String, on link: LinkID) {
        guard let index = calls.firstIndex(where: { $0.id == id && $0.link == link }) else { return }
        calls[index].isRunning = false
    }

    /// A new session takes the place of the one before: it knows nothing yet.
    mutating func forgetSession() {
        calls.removeAll { !$0.isRunning && $0.output == nil }
        for index in calls.indices { calls[index].isKnown = false }
    }

    /// The results that the present session lacks, oldest first, as items that bring it up to date.
    mutating func catchUp() -> [Item] {
        var items: [Item] = []
        for index in calls.indices where !calls[index].isKnown {
            guard let output = calls[index].output else { continue }
            calls[index].isKnown = true
            items.append(Self.item(calls[index], output))
        }
        return items
    }

    /// User text, as everything that others say is: a tool's answer must not have a system message's authority.
    private static func item(_ call: Call, _ output: String) -> Item {
        let question = Attribution.name("\(call.name) \(cut(call.arguments))")
        let answer = Attribution.answer(cut(output))
        return .user(
            "[Result of your earlier call \(question)] \(answer)", id: ItemID("result_\(call.number)"))
    }

    private static func cut(_ text: String) -> String {
        guard text.utf8.count > maxToldByteCount else { return text }
        return String(decoding: text.utf8.prefix(maxToldByteCount), as: UTF8.self)
            + "… (the rest is left out)"
    }
}

import Audio
import Realtime

/// A response between `response.created` and `response.done`.
struct LiveResponse: Sendable {
    /// The message being spoken or written.
    struct Message: Sendable {
        let location: PartLocation
        var text = ""
        var sentences: [(text: String, duration: Duration)] = []
        var duration = Duration.zero
    }

    enum Stage: Equatable {
        /// Somebody's words are still being recognised.
        case listening
        case thinking
        /// A sentence is being turned into sound; what the brain says meanwhile queues up.
        case speaking(String)
    }

    var response: Response
    /// Everything it was asked with, session's defaults filled in.
    let modality: Modality
    let speed: Double
    let tokenLimit: Int?
    /// The items it may know, fixed when it was created: what comes later is for the next one.
    let context: [ContextItem]
    let thought: Thought
    var stage = Stage.listening
    var queue: [Expression] = []
    var message: Message?
    var output: [Item] = []
    var textTokens = 0
    var sound = Duration.zero
    var inputCosts: [InputCost] = []

    var isOutOfBand: Bool { response.conversationID == nil }
    var format: AudioFormat { response.format ?? .standard }
    var outputTokens: Int { textTokens + Tokens.spoken(sound) }
}

enum ContextItem: Equatable, Sendable {
    /// In the conversation, unless it was deleted since.
    case reference(ItemID)
    case own(Item)
}

/// What one item of a response's input costs.
struct InputCost: Equatable, Sendable {
    /// What it was counted for, so that the same prefix is recognised.
    var of: ItemID?
    var text = 0
    var audio = 0
}

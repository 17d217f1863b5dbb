/// A name that one side of a Realtime connection gave to something: opaque text on the wire.
public protocol WireIdentifier: Hashable, Sendable, CustomStringConvertible, ExpressibleByStringLiteral {
    /// What the names minted by this build begin with, as the reference's own do: `item_`, `resp_`, `call_`.
    static var prefix: String { get }
    init(_ wire: String)
    /// The name as it stands on the wire.
    var description: String { get }
}

extension WireIdentifier {
    public init(stringLiteral wire: String) { self.init(wire) }

    /// A new name: the prefix and 21 random letters and digits (125 bits, so never the same twice). At most
    /// 26 characters; servers refuse item and call ids longer than 32.
    public static func minted(using generator: inout some RandomNumberGenerator) -> Self {
        Self(mintedName(prefix: prefix, using: &generator))
    }

    public static func minted() -> Self { Self(mintedName(prefix: prefix)) }
}

/// A new name for what has no type of its own here: `event_…`, `sess_…`, `conv_…`.
public func mintedName(prefix: String, using generator: inout some RandomNumberGenerator) -> String {
    name(prefix) { Int.random(in: 0..<alphabet.count, using: &generator) }
}

public func mintedName(prefix: String) -> String {
    name(prefix) { Int.random(in: 0..<alphabet.count) }
}

private func name(_ prefix: String, _ place: () -> Int) -> String {
    var name = prefix
    for _ in 0..<21 { name.unicodeScalars.append(alphabet[place()]) }
    return name
}

private let alphabet = Array("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz".unicodeScalars)

/// One item of a conversation: a message, a function call or its output.
public struct ItemID: WireIdentifier {
    public static let prefix = "item_"
    public let description: String
    public init(_ wire: String) { description = wire }
}

/// One inference run of the model. A response produces items.
public struct ResponseID: WireIdentifier {
    public static let prefix = "resp_"
    public let description: String
    public init(_ wire: String) { description = wire }
}

/// One call of a function by the model; its output quotes it.
public struct CallID: WireIdentifier {
    public static let prefix = "call_"
    public let description: String
    public init(_ wire: String) { description = wire }
}

/// Where in a response a piece of text or sound belongs. Items of one response interleave, so nothing may
/// be keyed on "the current item".
public struct PartLocation: Hashable, Sendable {
    public var responseID: ResponseID
    public var itemID: ItemID
    /// The item's place in the response's output. Some servers count every item as 0: key on `itemID`.
    public var outputIndex: Int
    /// The part's place in the item's content.
    public var contentIndex: Int

    public init(responseID: ResponseID, itemID: ItemID, outputIndex: Int = 0, contentIndex: Int = 0) {
        self.responseID = responseID
        self.itemID = itemID
        self.outputIndex = outputIndex
        self.contentIndex = contentIndex
    }
}

/// Where in a response the arguments of a function call belong.
public struct CallLocation: Hashable, Sendable {
    public var responseID: ResponseID
    public var itemID: ItemID
    /// 0 where the server leaves it out (xAI does, in deltas).
    public var outputIndex: Int
    public var callID: CallID

    public init(responseID: ResponseID, itemID: ItemID, outputIndex: Int = 0, callID: CallID) {
        self.responseID = responseID
        self.itemID = itemID
        self.outputIndex = outputIndex
        self.callID = callID
    }
}

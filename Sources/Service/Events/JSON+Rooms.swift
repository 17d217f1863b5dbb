import FloorControl
import JSONValues

extension JSON {
    static func name(_ identity: Identity) -> JSON { .string(identity.description) }

    /// Whole milliseconds, rounded down, as every `…_ms` of the contract.
    static func milliseconds(_ duration: Duration) -> JSON {
        let (seconds, attoseconds) = duration.components
        return .integer(Int(seconds) * 1_000 + Int(attoseconds / 1_000_000_000_000_000))
    }

    static func said(by who: Identity, in turn: TurnID?, _ text: String) -> JSON {
        var json: JSON = ["identity": .name(who)]
        if let turn { json["turn"] = .string("\(turn)") }
        json["text"] = .string(text)
        return json
    }
}

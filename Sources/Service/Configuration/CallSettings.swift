import Rooms
import Yams

// `limits:` and `prices:` of the config file: what a call may use, and what its models cost.

extension CallLimits {
    /// `{turns, minutes, tokens, money}`, each optional.
    init(_ node: Node, file: String) throws(SettingComplaint) {
        self.init()
        let section = try Section(node, "limits", file, of: "turns, minutes, tokens, money")
        for (key, value) in section.members {
            switch key.text {
            case "turns": turns = try section.count(key, value)
            case "tokens": tokens = try section.count(key, value)
            case "money": money = try section.amount(key, value, atLeast: 0.000_001)
            case "minutes":
                length = .milliseconds(Int(try section.amount(key, value, atLeast: 0.001) * 60_000))
            default: throw section.unknown(key)
            }
        }
    }
}

extension PriceTable {
    /// `{currency, models: {NAME: {input_text, …}}}`.
    init(_ node: Node, file: String) throws(SettingComplaint) {
        let section = try Section(node, "prices", file, of: "currency, models")
        var currency: String?
        var models: [String: Prices] = [:]
        for (key, value) in section.members {
            switch key.text {
            case "currency":
                guard let text = value.scalar?.string, !text.isEmpty else {
                    throw section.expected("a text such as USD", key)
                }
                currency = text
            case "models":
                let table = try Section(value, "prices.models", file, of: "names of models")
                for (name, prices) in table.members {
                    models[name.text] = try Prices(prices, of: name.text, file)
                }
            default: throw section.unknown(key)
            }
        }
        guard let currency else {
            throw SettingComplaint(section.place, "says no `currency`; USD for example")
        }
        self.init(currency: currency, models: models)
    }
}

extension PriceTable.Prices {
    fileprivate init(_ node: Node, of model: String, _ file: String) throws(SettingComplaint) {
        self.init()
        let section = try Section(
            node, "prices.models.\(model)", file,
            of: "input_text, input_audio, cached, output_text, output_audio, minute")
        for (key, value) in section.members {
            let price = try section.amount(key, value, atLeast: 0)
            switch key.text {
            case "input_text": inputText = price
            case "input_audio": inputAudio = price
            case "cached": cached = price
            case "output_text": outputText = price
            case "output_audio": outputAudio = price
            case "minute": minute = price
            default: throw section.unknown(key)
            }
        }
    }
}

/// A mapping of the config file, read with complaints that name the line.
private struct Section {
    typealias Key = (text: String, line: Int)

    let members: [(Key, Node)]
    let place: String
    private let name: String
    private let file: String
    private let known: String

    init(_ node: Node, _ name: String, _ file: String, of known: String) throws(SettingComplaint) {
        place = "\(file):\(node.mark?.line ?? 1): \(name)"
        (self.name, self.file, self.known) = (name, file, known)
        guard case .mapping(let mapping) = node else {
            throw SettingComplaint(place, "expected a mapping of \(known)")
        }
        members = mapping.map { ((text: $0.key.string ?? "?", line: $0.key.mark?.line ?? 1), $0.value) }
    }

    /// No call has a billion turns, and a trillion tokens are more than anybody pays for.
    private static let most = 1_000_000_000_000.0

    func count(_ key: Key, _ value: Node) throws(SettingComplaint) -> Int {
        guard let text = value.scalar?.string, let count = Int(text), count > 0, Double(count) <= Self.most
        else { throw expected("a number from 1 on", key) }
        return count
    }

    func amount(_ key: Key, _ value: Node, atLeast least: Double) throws(SettingComplaint) -> Double {
        guard let text = value.scalar?.string, let amount = Double(text), amount >= least,
            amount <= 1_000_000
        else { throw expected("a number from \(least == 0 ? "0" : "\(least)") to 1000000", key) }
        return amount
    }

    func expected(_ what: String, _ key: Key) -> SettingComplaint {
        SettingComplaint("\(file):\(key.line): \(name).\(key.text)", "expected \(what)")
    }

    func unknown(_ key: Key) -> SettingComplaint {
        SettingComplaint(
            "\(file):\(key.line): \(name)", "`\(key.text)` does not belong there; what does: \(known)")
    }
}

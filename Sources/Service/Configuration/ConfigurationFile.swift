import JSONValues
import Personas
import Rooms
import Yams

/// The config file: YAML, one mapping; its keys are ``SettingName``s, `ear`, `limits`, `prices` and `realtime`.
///
/// swift-configuration was considered and left out: its YAML snapshot keeps no lines and no list of
/// the keys nobody asked for, and both are what a person with a typing mistake needs to be told.
struct ConfigurationFile {
    private(set) var settings: [WrittenSetting] = []
    private(set) var ear: EarSettings?
    private(set) var servers: [Persona.Backend] = []
    private(set) var apiKeys: [APIKey] = []
    private(set) var limits: CallLimits?
    private(set) var prices: PriceTable?

    /// - Parameters:
    ///   - name: as it shall stand in complaints.
    ///   - environment: what `${VAR}` in keys and secrets stands for.
    init(_ text: String, name: String, environment: [String: String]) throws(SettingComplaint) {
        guard let root = try Self.compose(text, name: name) else { return }
        // `---` and nothing else.
        if root.scalar?.string.isEmpty == true { return }
        guard case .mapping(let mapping) = root else {
            throw SettingComplaint(
                "\(name):\(root.mark?.line ?? 1)", "expected a mapping of settings, `port: 8080` for example")
        }
        var seen: Set<String> = []
        for (key, value) in mapping {
            let place = "\(name):\(key.mark?.line ?? 1)"
            let text = key.string ?? "?"
            guard seen.insert(text).inserted else {
                throw SettingComplaint(place, "`\(text)` stands there twice")
            }
            if text == "ear" {
                ear = try EarSettings(value, file: name)
            } else if text == "realtime" {
                servers = try Self.servers(value, file: name, environment: environment)
            } else if text == SettingName.apiKeys.rawValue {
                apiKeys = try Self.apiKeys(value, file: name, environment: environment)
            } else if text == "limits" {
                limits = try CallLimits(value, file: name)
            } else if text == "prices" {
                prices = try PriceTable(value, file: name)
            } else if let setting = SettingName(rawValue: text) {
                let written = try Self.read(setting, value, "\(place): \(text)")
                settings.append(setting.isSecret ? try written.expanded(in: environment) : written)
            } else {
                throw SettingComplaint(place, "`\(text)` is no setting; the settings are \(Self.names)")
            }
        }
    }

    /// One setting alone, whatever else stands there; `nil` when it does not.
    static func setting(
        _ setting: SettingName, in text: String, name: String
    ) throws(SettingComplaint) -> WrittenSetting? {
        guard case .mapping(let mapping)? = try compose(text, name: name) else { return nil }
        for (key, value) in mapping where key.string == setting.rawValue {
            return try read(setting, value, "\(name):\(key.mark?.line ?? 1): \(setting.rawValue)")
        }
        return nil
    }

    private static let names =
        (SettingName.allCases.map(\.rawValue) + ["ear", "limits", "prices", "realtime"])
        .sorted().joined(separator: ", ")

    private static func compose(_ text: String, name: String) throws(SettingComplaint) -> Node? {
        do {
            return try Yams.compose(yaml: text)
        } catch let error as YamlError {
            throw SettingComplaint("\(name):\(error.line ?? 1)", "is no YAML: \(error.reason)")
        } catch {
            throw SettingComplaint(name, "is no YAML: \(error)")
        }
    }

    private static func read(
        _ name: SettingName, _ value: Node, _ place: String
    ) throws(SettingComplaint) -> WrittenSetting {
        switch value {
        case .scalar(let scalar):
            return WrittenSetting(name: name, values: [scalar.string], place: place)
        case .sequence(let sequence) where name.isList:
            let values = sequence.compactMap(\.scalar?.string)
            guard values.count == sequence.count else {
                throw SettingComplaint(place, "expected a list of texts")
            }
            return WrittenSetting(name: name, values: values, place: place)
        case .sequence: throw SettingComplaint(place, "expected one value, found a list")
        case .mapping: throw SettingComplaint(place, "expected one value, found a mapping")
        case .alias: throw SettingComplaint(place, "expected a value, found an alias")
        }
    }
}

extension YamlError {
    fileprivate var line: Int? {
        switch self {
        case .scanner(_, _, let mark, _), .parser(_, _, let mark, _), .composer(_, _, let mark, _): mark.line
        case .duplicatedKeysInMapping(_, let context): context.mark.line
        default: nil  // a dependency's enum: its other cases know no place
        }
    }

    fileprivate var reason: String {
        switch self {
        case .scanner(_, let problem, _, _), .parser(_, let problem, _, _), .composer(_, let problem, _, _):
            problem
        case .duplicatedKeysInMapping: "a key stands there twice"
        default: "\(self)".split(separator: "\n").first.map(String.init) ?? "it cannot be read"
        }
    }
}

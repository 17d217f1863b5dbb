import PersonaFiles
import Yams

// Settings that decide who gets in: keys with names, pages, secrets of callbacks, certificates.

/// Where the certificate and its key lie, as PEM: the certificate first, then those that lead to its authority.
public struct TLSFiles: Equatable, Sendable {
    public var certificate: String
    public var key: String

    public init(certificate: String, key: String) {
        self.certificate = certificate
        self.key = key
    }
}

extension WrittenSetting {
    /// Words of a value, and of each value of a list.
    private var words: [Substring] { values.flatMap { $0.split { $0 == "," || $0.isWhitespace } } }

    /// `NAME:SCOPE,SCOPE:SECRET NAME:…`
    func apiKeys() throws(SettingComplaint) -> [APIKey] {
        let words = values.flatMap { $0.split(whereSeparator: \.isWhitespace) }
        guard !words.isEmpty else {
            throw SettingComplaint(place, "is empty; name a key or leave it out")
        }
        do {
            var keys: [APIKey] = []
            for word in words { keys.append(try APIKey(word)) }
            return keys
        } catch {
            throw SettingComplaint(place, error.detail)
        }
    }

    func origins() throws(SettingComplaint) -> [AllowedOrigin] {
        var origins: [AllowedOrigin] = []
        for word in words {
            guard let origin = AllowedOrigin(String(word)) else {
                throw expected("an origin such as https://app.example.com, or *", String(word))
            }
            origins.append(origin)
        }
        return origins
    }

    func webhookSecrets() throws(SettingComplaint) -> WebhookSecrets {
        let secrets = words.compactMap { WebhookSecret(String($0)) }
        // The value itself stays out of the message: it is nearly a secret.
        guard let all = WebhookSecrets(secrets), secrets.count == words.count else {
            throw SettingComplaint(
                place,
                "expected whsec_ and the base64 of 24 to 64 bytes, or the new one and the old one while receivers change"
            )
        }
        return all
    }
}

extension ConfigurationFile {
    /// `api_keys:`, a list of `{name, scopes, key}`; a key may be `${VAR}`.
    static func apiKeys(
        _ node: Node, file: String, environment: [String: String]
    ) throws(SettingComplaint) -> [APIKey] {
        guard case .sequence(let sequence) = node, !sequence.isEmpty else {
            throw SettingComplaint(
                "\(file):\(node.mark?.line ?? 1): api_keys",
                "expected a list of mappings of name, scopes and key")
        }
        var keys: [APIKey] = []
        for node in sequence { keys.append(try apiKey(node, file, environment)) }
        return keys
    }

    private static func apiKey(
        _ node: Node, _ file: String, _ environment: [String: String]
    ) throws(SettingComplaint) -> APIKey {
        let place = "\(file):\(node.mark?.line ?? 1): api_keys"
        guard case .mapping(let mapping) = node, mapping.count == 3,
            let name = mapping["name"]?.scalar?.string,
            let key = mapping["key"]?.scalar?.string, let scopes = mapping["scopes"].flatMap(Self.texts)
        else {
            throw SettingComplaint(
                place, "expected a mapping of name, scopes (a list) and key, and nothing else")
        }
        let secret = try Self.secret(key, place, environment)
        do {
            return try APIKey(name: name, scopes: scopes, secret: secret)
        } catch {
            throw SettingComplaint(place, error.detail)
        }
    }

    /// What a key or a secret of the file stands for.
    fileprivate static func secret(
        _ text: String, _ place: String, _ environment: [String: String]
    ) throws(SettingComplaint) -> String {
        let expansion = Expansion(ofKey: text, in: environment)
        guard let secret = expansion.value else {
            throw SettingComplaint(place, expansion.mistakes.joined(separator: "; "))
        }
        return secret
    }

    private static func texts(_ node: Node) -> [String]? {
        guard case .sequence(let sequence) = node else { return nil }
        let texts = sequence.compactMap(\.scalar?.string)
        return texts.count == sequence.count ? texts : nil
    }
}

extension WrittenSetting {
    /// A secret may be `${VAR}`, so that the file holds none.
    func expanded(in environment: [String: String]) throws(SettingComplaint) -> WrittenSetting {
        var values: [String] = []
        for value in self.values {
            values.append(
                value.contains("${") ? try ConfigurationFile.secret(value, place, environment) : value)
        }
        return WrittenSetting(name: name, values: values, place: place)
    }
}

extension Settings {
    func refuseKeysThatAreOne() throws(SettingComplaint) {
        do {
            try APIKey.refuseDoubles(apiKeys, besides: apiKey)
        } catch {
            throw SettingComplaint("api_keys", error.detail)
        }
    }

    func refuseHalfOfTLS() throws(SettingComplaint) {
        guard let tls, tls.certificate.isEmpty || tls.key.isEmpty else { return }
        throw SettingComplaint(nil, "tls_certificate and tls_key belong together: give both, or neither")
    }
}

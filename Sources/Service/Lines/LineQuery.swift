public import FloorControl

/// The query of `GET /rooms/{room}/call`: who calls, and how their sound is written.
public struct LineQuery: Equatable, Sendable {
    /// `nil`: a free one is made.
    public var identity: Identity?
    public var name: String?
    public var token: String?
    public var format = LineFormat.pcm16
    /// Samples a second.
    public var rate = 24_000
    /// The last event the caller knows from a line they had before; what came since comes first.
    public var after: Int?

    public static let rates = [8_000, 16_000, 24_000, 48_000]
    /// A caller's name is for people to read: so many Unicode scalars, as a JSON schema counts a string.
    public static let maxNameLength = 128

    /// - Parameter query: what follows the `?`, percent-encoded as it came.
    /// - Throws: a ``Problem`` naming every wrong parameter; an unknown one is left alone, as links are
    ///   decorated by those who pass them on.
    public init(_ query: some StringProtocol) throws(Problem) {
        var complaints: [FieldComplaint] = []
        var rateWasGiven = false
        for (key, value) in Self.parameters(query) {
            func complain(_ detail: String) {
                complaints.append(FieldComplaint(.root.appending(key), detail))
            }
            guard let value else {
                complain("is not percent-encoded UTF-8")
                continue
            }
            switch key {
            case "identity" where Identity.isValid(value): identity = Identity(value)
            case "identity": complain("expected 1 to 64 of the characters A-Z a-z 0-9 . _ -")
            case "name" where value.unicodeScalars.count <= Self.maxNameLength:
                name = value.isEmpty ? nil : value
            case "name": complain("is longer than \(Self.maxNameLength) characters")
            case "token": token = value
            case "format":
                guard let known = LineFormat(rawValue: value) else {
                    complain("expected one of \(LineFormat.allCases.map(\.rawValue).joined(separator: ", "))")
                    continue
                }
                format = known
            case "rate":
                // Written as it is listed: no sign, no zero in front.
                guard let number = Self.rates.first(where: { String($0) == value }) else {
                    complain("expected one of \(Self.rates.map(String.init).joined(separator: ", "))")
                    continue
                }
                rate = number
                rateWasGiven = true
            case "after":
                guard let seq = Int(value), seq >= 0 else {
                    complain("expected the seq of an event")
                    continue
                }
                after = seq
            default: break
            }
        }
        if let only = format.onlyRate {
            if rateWasGiven, rate != only {
                complaints.append(
                    FieldComplaint(.root.appending("rate"), "\(format.rawValue) has \(only) only"))
            }
            rate = only
        }
        guard complaints.isEmpty else { throw .invalid(complaints) }
    }

    /// The token alone, for who must be known before their mistakes are told.
    static func token(in query: some StringProtocol) -> String? {
        parameters(query).last { $0.0 == "token" }?.1
    }

    private static func parameters(_ query: some StringProtocol) -> [(String, String?)] {
        query.split(separator: "&").map { pair in
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            let value = parts.count == 2 ? PercentEncoding.decode(parts[1], plusIsSpace: true) : ""
            return (PercentEncoding.decode(parts[0], plusIsSpace: true) ?? String(parts[0]), value)
        }
    }
}

/// How a caller's sound is written, both ways.
public enum LineFormat: String, CaseIterable, Sendable {
    /// 16-bit little-endian samples.
    case pcm16
    case opus
    /// G.711 µ-law.
    case pcmu
    /// G.711 A-law.
    case pcma

    /// G.711 knows 8 kHz and nothing else; the others go at any of ``LineQuery/rates``.
    public var onlyRate: Int? {
        switch self {
        case .pcmu, .pcma: 8_000
        case .pcm16, .opus: nil
        }
    }
}

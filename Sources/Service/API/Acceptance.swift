import HTTPTypes

/// What an `Accept` header welcomes (RFC 9110 §12.5.1).
///
/// Media ranges that cannot be read are passed over; a header of which nothing can be read counts as none, and none
/// welcomes everything.
struct Acceptance {
    private struct Range {
        /// `nil` stands for `*`.
        let type: Substring?
        let subtype: Substring?
        /// From 0, not acceptable, to 1.
        let quality: Double

        /// How exactly it names what it welcomes.
        var precision: Int { type == nil ? 0 : subtype == nil ? 1 : 2 }
    }

    private let ranges: [Range]

    /// - Parameter fields: the header's values, one for each line.
    init(_ fields: [String]) {
        ranges = fields.flatMap { Self.split($0, at: ",") }.compactMap(Self.range)
    }

    init(_ headers: HTTPFields) { self.init(headers[values: .accept]) }

    /// The most welcome of several media types, the first of those that are as welcome; `nil` when none is acceptable.
    func choice<Form: RawRepresentable>(among forms: [Form]) -> Form? where Form.RawValue == String {
        var best: (form: Form, quality: Double)?
        for form in forms {
            let quality = quality(of: form.rawValue)
            if quality > best?.quality ?? 0 { best = (form, quality) }
        }
        return best?.form
    }

    /// The range that names it most exactly decides.
    private func quality(of mediaType: String) -> Double {
        guard !ranges.isEmpty else { return 1 }
        let parts = mediaType.split(separator: "/")
        let fitting = ranges.filter { range in
            (range.type.map { $0 == parts.first } ?? true)
                && (range.subtype.map { $0 == parts.last } ?? true)
        }
        return fitting.max { $0.precision < $1.precision }?.quality ?? 0
    }

    /// Parameters other than `q` are passed over: no form here has variants that they could tell apart.
    private static func range(_ text: Substring) -> Range? {
        let parts = split(text, at: ";")
        guard let name = parts.first?.lowercased() else { return nil }
        let types = name.split(separator: "/", omittingEmptySubsequences: false)
        guard types.count == 2, types.allSatisfy(isToken), types[0] != "*" || types[1] == "*" else {
            return nil
        }
        var quality = 1.0
        for parameter in parts.dropFirst() {
            let pair = parameter.split(separator: "=", maxSplits: 1).map(trimmed)
            guard pair.first?.lowercased() == "q" else { continue }
            guard pair.count == 2, let value = weight(pair[1]) else { return nil }
            quality = value
        }
        return Range(
            type: types[0] == "*" ? nil : types[0], subtype: types[1] == "*" ? nil : types[1],
            quality: quality)
    }

    /// `qvalue` of RFC 9110 §12.4.2: 0 to 1 with at most three digits behind the point.
    private static func weight(_ text: Substring) -> Double? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), parts[0] == "0" || parts[0] == "1" else { return nil }
        let decimals = parts.count == 2 ? parts[1] : ""
        guard decimals.count <= 3, decimals.allSatisfy({ ("0"..."9").contains($0) }),
            let value = Double("\(parts[0]).\(decimals)0"), value <= 1
        else { return nil }
        return value
    }

    /// Splits outside of quoted strings, and takes the space around the parts away.
    private static func split(_ text: some StringProtocol, at separator: Character) -> [Substring] {
        var parts: [Substring] = []
        let text = Substring(text)
        var start = text.startIndex
        var isQuoted = false
        var isEscaped = false
        for index in text.indices {
            let character = text[index]
            if isEscaped {
                isEscaped = false
            } else if character == "\\" {
                isEscaped = isQuoted
            } else if character == "\"" {
                isQuoted.toggle()
            } else if character == separator, !isQuoted {
                parts.append(trimmed(text[start..<index]))
                start = text.index(after: index)
            }
        }
        return (parts + [trimmed(text[start...])]).filter { !$0.isEmpty }
    }

    private static func trimmed(_ text: Substring) -> Substring {
        var text = text
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }

    /// RFC 9110 §5.6.2, and `*`, which it contains.
    private static func isToken(_ text: Substring) -> Bool {
        !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
                default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
                }
            }
    }
}

/// Which bytes of a file a `GET` wants (RFC 9110 §14). One range is served; several, and what cannot be understood,
/// are answered with the whole, as the RFC allows.
enum RangeRequest: Equatable {
    case whole
    case part(Range<Int>)
    /// It begins behind the end.
    case unsatisfiable

    /// - Parameters:
    ///   - field: the `Range` field's value.
    ///   - count: the file's bytes.
    init(_ field: String?, of count: Int) {
        self = .whole
        guard let field, let specs = Self.specs(field), specs.count == 1 else { return }
        let ends = specs[0].split(separator: "-", omittingEmptySubsequences: false)
        guard ends.count == 2, ends.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }) else {
            return
        }
        // More digits than an Int has are behind any end.
        let first = ends[0].isEmpty ? nil : Int(ends[0]) ?? .max
        let last = ends[1].isEmpty ? nil : Int(ends[1]) ?? .max
        switch (first, last) {
        case (nil, nil): return
        case (nil, let suffix?):
            self = suffix == 0 || count == 0 ? .unsatisfiable : .part(count - min(suffix, count)..<count)
        case (let first?, let last):
            if let last, last < first { return }
            self = first >= count ? .unsatisfiable : .part(first..<min(last ?? count, count - 1) + 1)
        }
    }

    private static func specs(_ field: String) -> [String]? {
        let parts = field.split(separator: "=", maxSplits: 1)
        guard parts.count == 2, parts[0].lowercased() == "bytes" else { return nil }
        return parts[1].split(separator: ",").map { $0.filter { $0 != " " && $0 != "\t" } }
    }
}

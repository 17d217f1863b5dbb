import CJansson
import OrderedCollections

extension JSON {
    /// Parses one JSON value and nothing after it.
    ///
    /// Jansson's tree lives only inside this function; what comes out is an ordinary Swift value.
    ///
    /// - Throws: ``JSONSyntaxError``. Duplicate object keys are an error (RFC 8259 §4 leaves them
    ///   undefined; two `type` fields in one event is an attack or a bug, never a message). Jansson
    ///   itself refuses nesting deeper than 2048 and text that is not UTF-8.
    public init(parsing utf8: UnsafeRawBufferPointer) throws(JSONSyntaxError) {
        var failure = json_error_t()
        let flags = Int(JSON_REJECT_DUPLICATES) | Int(JSON_DECODE_ANY) | Int(JSON_ALLOW_NUL)
        let tree = json_loadb(
            utf8.baseAddress?.assumingMemoryBound(to: CChar.self), utf8.count, flags, &failure)
        guard let tree else { throw JSONSyntaxError(failure) }
        defer { json_decref(tree) }
        self.init(copying: tree)
    }

    public init(parsing utf8: [UInt8]) throws(JSONSyntaxError) {
        var result: Result<JSON, JSONSyntaxError> = .success(.null)
        utf8.withUnsafeBytes { bytes in
            do throws(JSONSyntaxError) { result = .success(try JSON(parsing: bytes)) } catch {
                result = .failure(error)
            }
        }
        self = try result.get()
    }

    public init(parsing text: some StringProtocol) throws(JSONSyntaxError) {
        self = try JSON(parsing: Array(text.utf8))
    }

    /// Copies a borrowed jansson tree; the caller keeps ownership of `node`.
    private init(copying node: UnsafePointer<json_t>) {
        let node = UnsafeMutablePointer(mutating: node)
        switch node.pointee.type {
        case JSON_OBJECT:
            var object: OrderedDictionary<String, JSON> = [:]
            object.reserveCapacity(json_object_size(node))
            var cursor = json_object_iter(node)
            while let entry = cursor {
                object[String(cString: json_object_iter_key(entry))] = JSON(
                    copying: json_object_iter_value(entry))
                cursor = json_object_iter_next(node, entry)
            }
            self = .object(object)
        case JSON_ARRAY:
            self = .array((0..<json_array_size(node)).map { JSON(copying: json_array_get(node, $0)) })
        case JSON_STRING:
            let bytes = UnsafeRawBufferPointer(
                start: json_string_value(node), count: json_string_length(node))
            self = .string(String(decoding: bytes, as: UTF8.self))
        case JSON_INTEGER: self = .integer(Int(json_integer_value(node)))
        case JSON_REAL: self = .real(json_real_value(node))
        case JSON_TRUE: self = .bool(true)
        case JSON_FALSE: self = .bool(false)
        default: self = .null
        }
    }
}

extension JSONSyntaxError {
    fileprivate init(_ failure: json_error_t) {
        let reason = withUnsafeBytes(of: failure.text) {
            String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
        }
        self.init(line: Int(failure.line), column: Int(failure.column), reason: reason)
    }
}

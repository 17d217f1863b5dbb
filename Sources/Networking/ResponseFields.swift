import CLibwebsockets
import HTTPTypes

/// The headers of an answer to a request of ours: the library knows registered names, others are asked for.
func responseFields(of wsi: OpaquePointer, including names: [HTTPField.Name]) -> HTTPFields {
    var fields = HTTPFields()
    for token in 0..<WSI_TOKEN_COUNT.rawValue {
        let token = lws_token_indexes(rawValue: token)
        let length = lws_hdr_total_length(wsi, token)
        guard length > 0, let text = lws_token_to_string(token), let name = fieldName(String(cString: text))
        else {
            continue
        }
        let value = copied(length) { lws_hdr_copy(wsi, $0, $1, token) }
        fields.append(HTTPField(name: name, value: value))
    }
    for name in names where !fields.contains(name) {
        let wanted = name.canonicalName + ":"
        let length = lws_hdr_custom_length(wsi, wanted, Int32(wanted.utf8.count))
        guard length > 0 else { continue }
        let value = copied(length) { lws_hdr_custom_copy(wsi, $0, $1, wanted, Int32(wanted.utf8.count)) }
        fields.append(HTTPField(name: name, value: value))
    }
    return fields
}

/// The library's tokens are `content-type:` for headers, and other things for request lines.
private func fieldName(_ token: String) -> HTTPField.Name? {
    guard token.hasSuffix(":"), !token.hasPrefix(":") else { return nil }
    return HTTPField.Name(String(token.dropLast()))
}

private func copied(_ length: Int32, _ copy: (UnsafeMutablePointer<CChar>, Int32) -> Int32) -> [UInt8] {
    var buffer = [CChar](repeating: 0, count: Int(length) + 1)
    let count = buffer.withUnsafeMutableBufferPointer { space in
        space.baseAddress.map { copy($0, length + 1) } ?? 0
    }
    return buffer.prefix(Int(max(0, count))).map { UInt8(bitPattern: $0) }
}

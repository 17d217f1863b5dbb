import Foundation

/// Base64url without padding (RFC 7515 §2).
enum Base64URL {
    static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing(
            "=", with: "")
    }

    /// `nil` for anything but the one spelling that ``encode(_:)`` gives: a token has no second form.
    static func decode(_ text: some Collection<UInt8>) -> [UInt8]? {
        let spelling = String(decoding: text, as: UTF8.self)
        let standard = spelling.replacing("-", with: "+").replacing("_", with: "/")
        let padding = String(repeating: "=", count: (4 - standard.utf8.count % 4) % 4)
        guard let bytes = Data(base64Encoded: standard + padding).map({ Array($0) }),
            encode(bytes) == spelling
        else {
            return nil
        }
        return bytes
    }
}

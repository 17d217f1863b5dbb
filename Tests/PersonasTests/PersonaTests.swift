import Personas
import Testing

@Suite struct PersonaTests {
    @Test(arguments: ["a", "A1._-", "scout", String(repeating: "z", count: 64)])
    func `an identity is made of letters, digits, dots, underscores and dashes`(text: String) {
        #expect(isIdentity(text))
    }

    @Test(arguments: ["", "a b", "a/b", "é", "a\n", "../x", "a\u{0}b", String(repeating: "z", count: 65)])
    func `anything else is no identity`(text: String) {
        #expect(!isIdentity(text))
    }

    @Test func `what the environment put into a header never shows`() {
        let call = Persona.HTTPCall(
            url: "https://orders.example/",
            headers: [
                .init(
                    name: "Authorization",
                    value: ExpandedText(written: "Bearer ${ORDERS_KEY}", value: "Bearer s3cret"))
            ])
        var dumped = ""
        dump(call, to: &dumped)
        for shown in ["\(call)", String(reflecting: call), dumped, "\(call.headers)"] {
            #expect(shown.contains("${ORDERS_KEY}"))
            #expect(!shown.contains("s3cret"))
        }
        #expect(call.headers[0].value.value == "Bearer s3cret")
    }
}

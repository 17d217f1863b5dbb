import Testing

@testable import Service

@Suite struct AcceptanceTests {
    @Test(arguments: [
        ([], TranscriptForm.json), ([""], .json), (["*/*"], .json), (["application/*"], .json),
        (["text/plain"], .text), (["text/vtt"], .captions), (["text/*"], .text), (["TEXT/VTT"], .captions),
        (["text/vtt, text/plain"], .text), (["text/plain;q=0.5, text/vtt"], .captions),
        (["text/plain; q=0.5 , */*;q=0.8"], .json), (["application/json;q=0, */*"], .text),
        (["text/*;q=0.9, text/plain;q=0.1, application/json;q=0.5"], .captions),
        (["image/png, text/vtt;q=0.001"], .captions), (["image/png", "text/vtt"], .captions),
        (["text/plain;charset=utf-8"], .text), ([#"text/plain;x="a,b;q=0";q=0.9, text/vtt;q=0.8"#], .text),
        // What cannot be read is passed over.
        (["text"], .json), (["text/vtt;q=2, text/plain;q=0.3"], .text), (["*/vtt"], .json),
        ([",, ,text/vtt"], .captions),
    ])
    func `the most welcome form is chosen`(accept: [String], form: TranscriptForm) {
        #expect(Acceptance(accept).choice(among: TranscriptForm.allCases) == form)
    }

    @Test(arguments: [
        "image/png", "text/html, application/xml;q=0.9", "*/*;q=0", "application/json;q=0.000",
        "text/*;q=0, application/*;q=0",
    ])
    func `there may be no form that is acceptable`(accept: String) {
        #expect(Acceptance([accept]).choice(among: TranscriptForm.allCases) == nil)
    }
}

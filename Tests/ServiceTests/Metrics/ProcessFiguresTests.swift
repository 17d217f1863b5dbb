import Testing

@testable import Service

@Suite struct `What the kernel says of the process` {
    @Test func `a command's name may hold what stands between fields`() {
        let fields = [
            "S", "1", "2", "3", "0", "-1", "4194560", "10", "0", "0", "0", "250", "50", "0", "0", "20", "0",
            "7", "0", "1000", "123456", "100", "18446744073709551615",
        ]
        var figures = ProcessFigures()
        figures.readStatus("42 (a ) b (c) \(fields.joined(separator: " "))", bootedAt: 1_000)
        #expect(figures.cpuSeconds == 3 && figures.threads == 7 && figures.startSeconds == 1_010)
        #expect(figures.virtualBytes == 123_456)
        #expect((figures.residentBytes ?? 0) >= 409_600)
    }

    @Test(arguments: [nil, "", "42 (x", "42 (x) S 1"])
    func `what cannot be read is left out`(line: String?) {
        var figures = ProcessFigures()
        figures.readStatus(line, bootedAt: 1)
        #expect(figures.cpuSeconds == nil && figures.residentBytes == nil && figures.text.isEmpty)
    }

    @Test func `a living process has all of them`() async {
        let text = await ProcessFigures.read().text
        #expect(text.split(separator: "\n").count { !$0.hasPrefix("#") } == 7)
    }
}

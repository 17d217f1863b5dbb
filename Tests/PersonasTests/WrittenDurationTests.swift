import Personas
import Testing

@Suite struct WrittenDurationTests {
    @Test(
        arguments: [
            ("500ms", .milliseconds(500)), ("30s", .seconds(30)), ("5m", .seconds(300)),
            ("1h", .seconds(3600)),
            ("42", .seconds(42)), ("0", .zero), ("1.5s", .milliseconds(1500)), ("0.25", .milliseconds(250)),
            ("1.000001ms", .nanoseconds(1_000_001)), ("2500000h", .seconds(9_000_000_000)),
        ] as [(String, Duration)])
    func `a duration reads as it is written`(text: String, duration: Duration) {
        #expect(Duration(written: text) == duration)
    }

    @Test(arguments: [
        "", "s", "ms", "-1s", "+1s", " 1s", "1 s", "1d", "1S", "1h30m", "1.s", ".5s", "1.2.3s", "1e3", "٣s",
        "9999999h", "99999999999999999999", "1.0000001s", "five",
    ])
    func `anything else is no duration`(text: String) {
        #expect(Duration(written: text) == nil)
    }
}

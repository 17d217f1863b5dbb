import Rooms
import Testing

@testable import Service

@Suite struct `Limits and prices of a call` {
    private func settings(_ text: String) throws -> Settings {
        try Settings(file: (name: "parley.yaml", text: text))
    }

    @Test func `none are there unless they are asked for`() throws {
        let settings = try settings("port: 1\n")
        #expect(settings.callLimits == CallLimits() && settings.prices == nil)
    }

    @Test func `they reach the room as they are written`() throws {
        let settings = try settings(
            """
            limits: {turns: 40, minutes: 0.5, tokens: 200000, money: 2.50}
            prices:
              currency: EUR
              models:
                gpt-realtime-2.1: {input_text: 4, input_audio: 32, cached: 0.4, output_text: 16, output_audio: 64}
                whisper: {minute: 0.017}
            """)
        let room = Room.Settings(RoomSettings(settings, embeddedURL: ""))
        #expect(room.limits.turns == 40 && room.limits.length == .seconds(30))
        #expect(room.limits.tokens == 200_000 && room.limits.money == 2.5)
        let prices = try #require(room.prices)
        let voice = try #require(prices.prices(of: "gpt-realtime-2.1"))
        #expect(prices.currency == "EUR" && voice.inputAudio == 32 && voice.cached == 0.4)
        #expect(voice.outputText == 16 && voice.outputAudio == 64 && voice.inputText == 4)
        #expect(prices.prices(of: "whisper")?.minute == 0.017 && prices.prices(of: "other") == nil)
    }

    @Test(arguments: [
        ("limits: 5", "parley.yaml:1: limits: expected a mapping of turns, minutes, tokens, money"),
        ("limits: {turns: 0}", "parley.yaml:1: limits.turns: expected a number from 1 on"),
        ("limits:\n  turns: many", "parley.yaml:2: limits.turns: expected a number from 1 on"),
        ("limits: {minutes: 0}", "parley.yaml:1: limits.minutes: expected a number from 0.001 to 1000000"),
        ("limits: {minutes: nan}", "parley.yaml:1: limits.minutes: expected a number from 0.001 to 1000000"),
        (
            "limits: {turn: 3}",
            "parley.yaml:1: limits: `turn` does not belong there; what does: turns, minutes, tokens, money"
        ),
        (
            "limits: {money: 3}",
            "limits.money can only be kept with a price table: add `prices`, or leave it out"
        ),
        ("prices: {models: {}}", "parley.yaml:1: prices: says no `currency`; USD for example"),
        (
            "prices: {currency: USD, models: {voice: {input_text: -1}}}",
            "parley.yaml:1: prices.models.voice.input_text: expected a number from 0 to 1000000"
        ),
        (
            "prices: {currency: USD, models: {voice: 3}}",
            "parley.yaml:1: prices.models.voice: expected a mapping of input_text, input_audio, cached, output_text, output_audio, minute"
        ),
    ])
    func `a mistake is named with its place`(text: String, complaint: String) {
        let found = #expect(throws: SettingComplaint.self) { try settings(text) }
        #expect(found?.description == complaint)
    }
}

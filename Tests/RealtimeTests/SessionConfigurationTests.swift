import JSONValues
import Realtime
import Testing

@Suite struct SessionConfigurationTests {
    @Test func `an update changes what it says and nothing else`() {
        var session = SessionConfiguration()
        session.model = .value("m")
        session.instructions = .value("a")
        session.input.turnDetection = .value(.serverVAD(.init()))
        session.output.voice = .value("marin")
        var update = SessionConfiguration(kind: .transcription)
        update.model = .value("other")
        update.instructions = .value("b")
        update.input.turnDetection = .null
        update.tools = .value([.function(FunctionTool(name: "f"))])
        session.apply(update)

        var expected = SessionConfiguration()
        expected.model = .value("m")
        expected.instructions = .value("b")
        expected.input.turnDetection = .null
        expected.output.voice = .value("marin")
        expected.tools = update.tools
        #expect(session == expected)
    }

    /// Applying the fullest update to an empty session must lose no field.
    @Test func `a full update reaches every field`() {
        for message in ClientSamples.messages {
            guard case .sessionUpdate(let update) = message.event else { continue }
            var session = SessionConfiguration(kind: update.kind)
            session.model = update.model
            session.apply(update)
            #expect(session == update)
        }
    }

    @Test func `what servers do unless told otherwise`() {
        #expect(TurnDetection.serverVAD(.init()).createsResponse)
        #expect(TurnDetection.semanticVAD(.init()).interruptsResponse)
        #expect(!TurnDetection.serverVAD(.init(createResponse: false)).createsResponse)
        #expect(!TurnDetection.other(["type": "smart", "interrupt_response": false]).interruptsResponse)
    }
}

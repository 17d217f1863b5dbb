import FloorControl
import Rooms
import Testing

@testable import Service

@Suite struct `What a room adds to the metrics` {
    private let log = EventLog(room: "standup")
    private let metrics = ServiceMetrics()

    private func line(_ start: String) -> String? {
        metrics.registry.text.split(separator: "\n").first { $0.hasPrefix(start) }.map(String.init)
    }

    @Test func `turns by outcome and reason, tools by ok, errors by code`() {
        let meter = RoomMeter(log, metrics)
        log.append(.roomOpened(reason: .join))
        log.append(.turnGranted(TurnID(1), agent: "nova", .address, why: "So."))
        log.append(.turnEnded(TurnID(1), agent: "nova", .interrupted, heard: .zero, text: ""))
        log.append(.toolReturned("nova", callID: "c", name: "n", ok: false, duration: .milliseconds(40)))
        log.append(.error(EventFault(code: "no_agents", detail: "Nobody.")))
        log.append(.limitReached(LimitState(limit: .tokens, used: 3, most: 2)))
        log.append(.roomClosed(reason: .limit, limit: .tokens))
        #expect(line("parley_rooms_opened_total") == "parley_rooms_opened_total 1")
        #expect(line("parley_rooms_closed_total{reason=\"limit\"}")?.hasSuffix(" 1") == true)
        #expect(line("parley_grants_total{reason=\"address\"}")?.hasSuffix(" 1") == true)
        #expect(line("parley_turns_total{outcome=\"interrupted\"}")?.hasSuffix(" 1") == true)
        #expect(line("parley_turns_total{outcome=\"completed\"}")?.hasSuffix(" 0") == true)
        #expect(line("parley_tool_calls_total{ok=\"false\"}")?.hasSuffix(" 1") == true)
        #expect(line("parley_tool_seconds_bucket{le=\"0.025\"}")?.hasSuffix(" 0") == true)
        #expect(line("parley_tool_seconds_bucket{le=\"0.05\"}")?.hasSuffix(" 1") == true)
        #expect(line("parley_errors_total{code=\"no_agents\"}")?.hasSuffix(" 1") == true)
        #expect(line("parley_limits_reached_total{limit=\"tokens\"}")?.hasSuffix(" 1") == true)
        #expect(meter.isOver)
    }

    @Test func `an answer counts from the words, a turn that waited from its grant`() {
        let meter = RoomMeter(log, metrics)
        log.append(.speechStopped("ana"))
        log.append(
            .transcriptFinal("ana", turn: nil, text: "Everyone?", interrupted: false, said: .zero ... .zero))
        for (number, latency) in [(1, 400), (2, 9_000)] {
            let turn = TurnID(number)
            log.append(.turnGranted(turn, agent: "nova", .all, why: "So."))
            meter.take(.soundArrived(TurnID(99), agent: "nova"))
            for _ in 1...number { meter.take(.soundArrived(turn, agent: "nova")) }
            log.append(.turnStarted(turn, agent: "nova", latency: .milliseconds(latency)))
            log.append(.turnEnded(turn, agent: "nova", .completed, heard: .seconds(1), text: "Yes."))
        }
        func count(_ stage: String) -> String? {
            line("parley_turn_latency_seconds_count{stage=\"\(stage)\"}")?.split(separator: " ").last.map(
                String.init)
        }
        #expect(count("grant_to_audio") == "2" && count("transcript_to_grant") == "1")
        #expect(count("grant_to_delta") == "2" && count("delta_to_audio") == "2")
        #expect(count("speech_to_audio") == "1" && count("speech_to_grant") == "1")
        #expect(
            line("parley_turn_latency_seconds_bucket{stage=\"speech_to_audio\",le=\"0.5\"}")?
                .hasSuffix(" 1") == true)
        #expect(line("parley_transcript_seconds_count")?.hasSuffix(" 1") == true)
        #expect(!meter.isOver)
    }

    @Test func `what was used is counted once, however often it is asked for`() {
        let meter = RoomMeter(log, metrics)
        var used = RoomConsumption()
        used.agents.responses = 2
        used.agents.received = 24_000
        var tokens = TokenCount()
        (tokens.input, tokens.inputText, tokens.cached, tokens.outputAudio) = (30, 20, 8, 5)
        tokens.output = 5
        used.models = [ModelConsumption(model: "voice", tokens: tokens)]
        used.cost = Cost(currency: "USD")
        used.cost?.amount = 0.25
        for _ in 0..<3 { meter.count(used) }
        used.agents.responses = 3
        used.models[0].tokens.outputAudio = 9
        used.models[0].tokens.output = 9
        log.append(.roomClosed(reason: .deleted, usage: used))
        #expect(line("parley_responses_total") == "parley_responses_total 3")
        let tokensOf = { (kind: String) in line("parley_tokens_total{model=\"voice\",kind=\"\(kind)\"}") }
        #expect(tokensOf("input_text")?.hasSuffix(" 20") == true)
        #expect(tokensOf("input_other")?.hasSuffix(" 10") == true)
        #expect(tokensOf("output_audio")?.hasSuffix(" 9") == true)
        #expect(tokensOf("input_audio") == nil)
        #expect(line("parley_cached_tokens_total")?.hasSuffix(" 8") == true)
        #expect(line("parley_cost_total") == "parley_cost_total{currency=\"USD\"} 0.25")
        #expect(line("parley_audio_seconds_total{direction=\"from_agents\"}")?.hasSuffix(" 1") == true)
    }
}

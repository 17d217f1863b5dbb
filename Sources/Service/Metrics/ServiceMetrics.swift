import FloorControl
import Metrics
import Rooms

/// What the service measures, through swift-metrics. Everything is counted when an event happens or when somebody
/// asks; a frame of sound passes none of it.
///
/// No label names a room, a participant or a turn: those are without bound, and are what the log is for.
public final class ServiceMetrics: Sendable {
    /// Make it `MetricsSystem`'s factory and what libraries measure through swift-metrics is shown, too.
    public let registry: MetricsRegistry

    public init() {
        registry = MetricsRegistry(Self.catalogue)
        showZeros()
    }

    /// What a turn's way from the end of somebody's speech to its first sound is made of.
    private static let stages = [
        "speech_to_grant", "transcript_to_grant", "grant_to_delta", "delta_to_audio", "grant_to_audio",
        "speech_to_audio",
    ]

    /// What may have happened is there from the start, as 0: a rate of something absent is no rate.
    private func showZeros() {
        count("parley_rooms_opened_total", by: 0)
        for outcome in TurnOutcome.allCases {
            count("parley_turns_total", ("outcome", outcome.rawValue), by: 0)
        }
        for ok in ["true", "false"] { count("parley_tool_calls_total", ("ok", ok), by: 0) }
        for outcome in ["accepted", "failed", "gone"] {
            count("parley_callbacks_total", ("outcome", outcome), by: 0)
        }
        for name in [
            "parley_responses_total", "parley_responses_reported_total", "parley_callbacks_given_up_total",
            "parley_log_lines_dropped_total",
        ] { count(name, by: 0) }
        for direction in ["to_ears", "to_agents", "from_agents", "heard"] {
            add("parley_audio_seconds_total", ("direction", direction), 0)
        }
        for stage in Self.stages {
            _ = timer("parley_turn_latency_seconds", [("stage", stage)])
        }
        for name in [
            "parley_transcript_seconds", "parley_barge_in_seconds", "parley_event_loop_lag_seconds",
            "parley_callback_age_seconds",
        ] { _ = timer(name, []) }
    }

    typealias Label = (String, String)

    func count(_ name: String, _ labels: Label..., by amount: Int = 1) {
        Counter(label: name, dimensions: labels, factory: registry).increment(by: amount)
    }

    func add(_ name: String, _ labels: Label..., amount: Double) {
        FloatingPointCounter(label: name, dimensions: labels, factory: registry).increment(by: amount)
    }

    private func add(_ name: String, _ label: Label, _ amount: Double) {
        add(name, label, amount: amount)
    }

    func show(_ name: String, _ labels: Label..., value: Int) {
        Meter(label: name, dimensions: labels, factory: registry).set(value)
    }

    func show(_ name: String, _ labels: Label..., value: Double) {
        Meter(label: name, dimensions: labels, factory: registry).set(value)
    }

    func observe(_ name: String, _ duration: Duration, _ labels: Label...) {
        timer(name, labels).recordNanoseconds(Int64(duration / .nanoseconds(1)))
    }

    private func timer(_ name: String, _ labels: [Label]) -> Timer {
        Timer(label: name, dimensions: labels, factory: registry)
    }
}

extension ServiceMetrics {
    /// What is used grows; what was counted already is `before`.
    func count(_ used: RoomConsumption, since before: RoomConsumption) {
        count("parley_responses_total", by: used.agents.responses - before.agents.responses)
        count("parley_responses_reported_total", by: used.agents.reported - before.agents.reported)
        countAudio(used, since: before)
        for model in used.models {
            let old = before.models.first { $0.model == model.model }?.tokens ?? TokenCount()
            countTokens(model.tokens, since: old, of: model.model)
        }
        if let cost = used.cost {
            let more = cost.amount - (before.cost?.amount ?? 0)
            if more > 0 { add("parley_cost_total", ("currency", cost.currency), more) }
        }
    }

    private func countAudio(_ used: RoomConsumption, since before: RoomConsumption) {
        let directions: [(String, Duration)] = [
            ("to_ears", used.ears.sentDuration - before.ears.sentDuration),
            ("to_agents", used.agents.sentDuration - before.agents.sentDuration),
            ("from_agents", used.agents.receivedDuration - before.agents.receivedDuration),
            ("heard", used.agents.heardDuration - before.agents.heardDuration),
        ]
        for (direction, duration) in directions where duration > .zero {
            add("parley_audio_seconds_total", ("direction", direction), duration / .seconds(1))
        }
    }

    private func countTokens(_ tokens: TokenCount, since before: TokenCount, of model: String) {
        func count(_ kind: String, _ value: (TokenCount) -> Int?) {
            let more = (value(tokens) ?? 0) - (value(before) ?? 0)
            if more > 0 { self.count("parley_tokens_total", ("model", model), ("kind", kind), by: more) }
        }
        count("input_text") { $0.inputText }
        count("input_audio") { $0.inputAudio }
        count("input_other") { max(0, ($0.input ?? 0) - ($0.inputText ?? 0) - ($0.inputAudio ?? 0)) }
        count("output_text") { $0.outputText }
        count("output_audio") { $0.outputAudio }
        count("output_other") { max(0, ($0.output ?? 0) - ($0.outputText ?? 0) - ($0.outputAudio ?? 0)) }
        let cached = (tokens.cached ?? 0) - (before.cached ?? 0)
        if cached > 0 { self.count("parley_cached_tokens_total", ("model", model), by: cached) }
    }
}

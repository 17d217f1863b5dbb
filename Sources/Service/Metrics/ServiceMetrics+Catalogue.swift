// Every family that the service measures, and what it means: Protocol/metrics.md says the same.

extension ServiceMetrics {
    static let catalogue: [MetricDescription] = [
        MetricDescription("parley_rooms", "Rooms that are open."),
        MetricDescription("parley_rooms_opened_total", "Rooms opened."),
        MetricDescription("parley_rooms_closed_total", "Rooms closed, by reason."),
        MetricDescription(
            "parley_sound_bytes", "Sound that rooms hold: what was just said, and what waits to be heard."),
        MetricDescription("parley_participants", "Participants in open rooms, by kind: caller, agent."),
        MetricDescription(
            "parley_sessions",
            "Realtime sessions, by kind (agent, ear) and state (connecting, ready, waiting, failed)."),
        MetricDescription(
            "parley_session_losses_total",
            "Agents' sessions lost, by what became of them: reconnecting, failed."),
        MetricDescription("parley_session_rotations_total", "Sessions replaced before their end, by kind."),
        MetricDescription(
            "parley_session_fallbacks_total", "Servers given up for the next one of the list, by kind."),
        MetricDescription(
            "parley_condensed_utterances_total",
            "Utterances condensed, by what stands for them: summary, dropped."),
        MetricDescription("parley_summaries_failed_total", "Summaries that came to nothing, by why."),
        MetricDescription("parley_grants_total", "Turns granted, by reason."),
        MetricDescription("parley_turns_total", "Turns ended, by outcome."),
        MetricDescription(
            "parley_turn_latency_seconds",
            "Latency by stage: speech_to_grant and speech_to_audio from the last voiced sample of the words that caused the turn, transcript_to_grant from the final words; grant_to_delta to the session's first sound, delta_to_audio from there to the callers, grant_to_audio both."
        ),
        MetricDescription(
            "parley_transcript_seconds", "From speech.stopped to the final transcript."),
        MetricDescription(
            "parley_barge_in_seconds",
            "From reading speech_started off an ear's socket to playback.clear on every line; only when somebody was silenced.",
            bounds: [0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1]),
        MetricDescription(
            "parley_guesses_total",
            "Answers begun before the words were final, by result: confirmed, or why not."),
        MetricDescription("parley_tool_calls_total", "Tool calls that came back, by ok."),
        MetricDescription("parley_tool_seconds", "How long tool calls took."),
        MetricDescription("parley_errors_total", "Error events of rooms, by code."),
        MetricDescription(
            "parley_callbacks_total", "Deliveries of callbacks tried, by outcome: accepted, failed, gone."),
        MetricDescription(
            "parley_callbacks_given_up_total",
            "Callbacks that were never accepted and are not tried any more."),
        MetricDescription(
            "parley_callback_age_seconds",
            "From an event to the acceptance of its callback, retries and what came before it included.",
            bounds: [0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 300, 1_800, 7_200, 86_400]),
        MetricDescription(
            "parley_callbacks_waiting",
            "Participants whose receiver has not accepted the next callback it is owed."),
        MetricDescription(
            "parley_callback_oldest_seconds", "Age of the oldest of these; 0 when there is none."),
        MetricDescription(
            "parley_journal_writable", "Whether what happens can be kept: 0 while writing fails."),
        MetricDescription(
            "parley_journal_waiting_bytes", "Events and floor inputs in memory that are yet to be written."),
        MetricDescription(
            "parley_journal_lost_total",
            "Records that were never written, because too much waited, by kind: event, floor."),
        MetricDescription("parley_responses_total", "Responses of agents' models that began."),
        MetricDescription(
            "parley_responses_reported_total", "Responses of which the server said what they cost."),
        MetricDescription(
            "parley_tokens_total",
            "Tokens as servers report them, by model and kind: input_text, input_audio, input_other (not split), output_text, output_audio, output_other. Cached ones are among them."
        ),
        MetricDescription("parley_cached_tokens_total", "Input tokens read from a prompt cache, by model."),
        MetricDescription("parley_cost_total", "By the price table, in its currency; an estimate."),
        MetricDescription(
            "parley_audio_seconds_total",
            "Sound, by direction: to_ears and to_agents (callers' sound given to sessions), from_agents (delivered), heard (of that, by callers)."
        ),
        MetricDescription("parley_limits_reached_total", "Calls ended by a limit, by limit."),
        MetricDescription(
            "parley_event_loop_lag_seconds", "How late a timer fires.",
            bounds: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1]),
        MetricDescription(
            "parley_spans_total", "Spans of traces, by outcome: exported, dropped."),
        MetricDescription(
            "parley_log_lines_dropped_total", "Lines of the log that were dropped because nobody read them."),
        MetricDescription(
            "parley_ready", "Whether joins are taken: 0 while draining, and while nothing can be kept."),
    ]
}

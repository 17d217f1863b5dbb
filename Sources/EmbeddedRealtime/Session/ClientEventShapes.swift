import JSONValues
import Realtime

/// What each client event may hold: the GA protocol's fields and limits, as the reference lists them.
enum ClientEventShapes {
    static func check(_ event: JSON) throws(ErrorDetail) {
        guard event.objectValue != nil else { throw .type("event", expected: "an object", got: event) }
        guard let type = event["type"] else { throw .missing("type") }
        guard let name = type.stringValue else { throw .type("type", expected: "a string", got: type) }
        guard let fields = events[name] else {
            throw .invalid(
                "Invalid value: '\(name)'. No such client event.", code: "invalid_value", param: "type")
        }
        var members = fields
        members["type"] = .required(.string())
        members["event_id"] = .optional(.string(atMost: 512))
        try Shape.object(members).check(event, at: "")
    }

    private static let id = Shape.string(atMost: 32)
    private static let count = Shape.integer(0...Int(Int32.max))

    private static let events: [String: [String: Shape.Member]] = [
        "session.update": ["session": .required(session)],
        "input_audio_buffer.append": ["audio": .required(.string())],
        "input_audio_buffer.commit": [:],
        "input_audio_buffer.clear": [:],
        "output_audio_buffer.clear": [:],
        "conversation.item.create": ["item": .required(item), "previous_item_id": .optional(.string())],
        "conversation.item.retrieve": ["item_id": .required(.string())],
        "conversation.item.delete": ["item_id": .required(.string())],
        "conversation.item.truncate": [
            "item_id": .required(.string()), "content_index": .required(count),
            "audio_end_ms": .required(count),
        ],
        "response.create": ["response": .optional(response)],
        "response.cancel": ["response_id": .optional(.string())],
    ]
}

// MARK: - Sessions

extension ClientEventShapes {
    private static let session = Shape.tagged(
        "type",
        [
            "realtime": .object(realtime),
            "transcription": .object([
                "type": .required(.string()), "include": .optional(include),
                "audio": .optional(.object(["input": .optional(input)])),
                "id": .optional(.string()), "object": .optional(.string()), "expires_at": .optional(count),
            ]),
        ])

    private static let include = Shape.array(of: .oneOf(["item.input_audio_transcription.logprobs"]))

    private static let realtime: [String: Shape.Member] = [
        "type": .required(.string()), "model": .optional(.string()), "instructions": .optional(.string()),
        "output_modalities": .optional(modalities),
        "audio": .optional(.object(["input": .optional(input), "output": .optional(output)])),
        "tools": .optional(tools), "tool_choice": .optional(toolChoice),
        "parallel_tool_calls": .optional(.bool),
        "reasoning": .optional(.anything), "max_output_tokens": .optional(maxOutputTokens),
        "truncation": .optional(
            .either(
                .oneOf(["auto", "disabled"]),
                .object([
                    "type": .required(.oneOf(["retention_ratio"])),
                    "retention_ratio": .required(.number(0...1)),
                    "token_limits": .optional(.anything),
                ]))),
        "include": .optional(include), "tracing": .optional(.anything), "prompt": .optional(.anything),
        // What the server itself reports may be sent back.
        "id": .optional(.string()), "object": .optional(.string()), "expires_at": .optional(count),
    ]

    private static let modalities = Shape.array(of: .oneOf(["audio", "text"]), count: 1...1)
    private static let maxOutputTokens = Shape.either(.integer(1...4_096), .oneOf(["inf"]))
    private static let voice = Shape.either(.string(), .object(["id": .required(.string())]))

    static let format = Shape.tagged(
        "type",
        [
            "audio/pcm": .object(["type": .required(.string()), "rate": .optional(.integer(24_000...24_000))]
            ),
            "audio/pcmu": .object(["type": .required(.string())]),
            "audio/pcma": .object(["type": .required(.string())]),
        ])

    private static let input = Shape.object([
        "format": .optional(format),
        "noise_reduction": .optional(
            .object([
                "type": .optional(.oneOf(["near_field", "far_field"])), "strength": .optional(.number(0...1)),
            ])),
        "transcription": .optional(
            .object([
                "model": .optional(.string()), "language": .optional(.string()),
                "prompt": .optional(.string()),
                "delay": .optional(.string()), "keywords": .optional(.array(of: .string())),
                "languages": .optional(.array(of: .string())),
            ])),
        "turn_detection": .optional(turnDetection),
    ])

    private static let output = Shape.object([
        "format": .optional(format), "voice": .optional(voice), "speed": .optional(.number(0.25...1.5)),
    ])

    private static let turnDetection = Shape.tagged(
        "type",
        [
            "server_vad": .object([
                "type": .required(.string()), "threshold": .optional(.number(0...1)),
                "prefix_padding_ms": .optional(.integer(0...10_000)),
                "silence_duration_ms": .optional(.integer(0...60_000)), "create_response": .optional(.bool),
                "interrupt_response": .optional(.bool),
                "idle_timeout_ms": .optional(.integer(5_000...30_000)),
            ]),
            "semantic_vad": .object([
                "type": .required(.string()),
                "eagerness": .optional(.oneOf(["low", "medium", "high", "auto"])),
                "create_response": .optional(.bool), "interrupt_response": .optional(.bool),
            ]),
        ])

    private static let tools = Shape.array(
        of: .tagged(
            "type",
            [
                "function": .object([
                    "type": .required(.string()), "name": .required(.string(atMost: 64)),
                    "description": .optional(.string()), "parameters": .optional(.anyObject),
                ]),
                "mcp": .anything,
            ]))

    private static let toolChoice = Shape.either(
        .oneOf(["auto", "none", "required"]),
        .tagged(
            "type",
            [
                "function": .object(["type": .required(.string()), "name": .required(.string())]),
                "mcp": .anything,
            ]))
}

// MARK: - Items and responses

extension ClientEventShapes {
    private static let common: [String: Shape.Member] = [
        "type": .required(.string()), "id": .optional(id), "object": .optional(.oneOf(["realtime.item"])),
        "status": .optional(.oneOf(["completed", "incomplete", "in_progress"])),
    ]

    private static func kind(_ more: [String: Shape.Member]) -> Shape {
        .object(common.merging(more) { $1 })
    }

    private static let text: [String: Shape.Member] = [
        "type": .required(.string()), "text": .required(.string()),
    ]

    private static func message(_ parts: [String: Shape]) -> Shape {
        kind(["role": .required(.string()), "content": .required(.array(of: .tagged("type", parts)))])
    }

    static let item = Shape.tagged(
        "type",
        [
            "message": .tagged(
                "role",
                [
                    "system": message(["input_text": .object(text)]),
                    "user": message([
                        "input_text": .object(text),
                        "input_audio": .object([
                            "type": .required(.string()), "audio": .required(.string()),
                            "transcript": .optional(.string()),
                        ]),
                        "input_image": .object([
                            "type": .required(.string()), "image_url": .required(.string()),
                            "detail": .optional(.string()),
                        ]),
                    ]),
                    "assistant": kind([
                        "role": .required(.string()), "phase": .optional(.string()),
                        "content": .required(
                            .array(
                                of: .tagged(
                                    "type",
                                    [
                                        "output_text": .object(text),
                                        // Refused for what it lacks, as the API does: an assistant's audio cannot be put in.
                                        "output_audio": .object([
                                            "type": .required(.string()), "text": .required(.string()),
                                            "transcript": .optional(.string()), "audio": .optional(.string()),
                                        ]),
                                    ]))),
                    ]),
                ]),
            "function_call": kind([
                "name": .required(.string()), "arguments": .required(.string()), "call_id": .optional(id),
            ]),
            "function_call_output": kind(["call_id": .required(id), "output": .required(.string())]),
            "item_reference": .object(["type": .required(.string()), "id": .required(.string())]),
        ])

    private static let response = Shape.object([
        "instructions": .optional(.string()), "output_modalities": .optional(modalities),
        "audio": .optional(
            .object([
                "output": .optional(
                    .object([
                        "format": .optional(format), "voice": .optional(voice),
                    ]))
            ])),
        "tools": .optional(tools), "tool_choice": .optional(toolChoice),
        "parallel_tool_calls": .optional(.bool),
        "reasoning": .optional(.anything), "max_output_tokens": .optional(maxOutputTokens),
        "conversation": .optional(.oneOf(["auto", "none"])),
        "metadata": .optional(.dictionary(of: .string(atMost: 512), atMost: 16, keyAtMost: 64)),
        "prompt": .optional(.anything), "input": .optional(.array(of: item)),
    ])
}

extension Shape {
    /// Any object at all: a JSON schema.
    static let anyObject = Shape.dictionary(of: .anything, atMost: .max, keyAtMost: .max)
}

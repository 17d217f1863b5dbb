import HTTPTypes
import JSONValues

/// The forms in which a transcript is given, in the order in which they are preferred when all are as welcome.
enum TranscriptForm: String, CaseIterable {
    case json = "application/json"
    case text = "text/plain"
    case captions = "text/vtt"

    /// With its encoding, where the type does not say it.
    private var contentType: String {
        switch self {
        case .json: rawValue
        case .text, .captions: "\(rawValue); charset=utf-8"
        }
    }

    func answer(_ transcript: Transcript) -> Answer {
        let body =
            switch self {
            case .json: transcript.json.utf8
            case .text: Array(transcript.plainText.utf8)
            case .captions: Array(transcript.captions.utf8)
            }
        return Answer(status: .ok, headers: [.contentType: contentType, .vary: "Accept"], body: body)
    }
}

extension Transcript {
    var json: JSON {
        let utterances = utterances.map { utterance in
            JSON.members([
                ("identity", .name(utterance.identity)),
                ("turn", utterance.turn.map { .string($0.description) }),
                ("at", .string(moment(of: utterance).description)), ("text", .string(utterance.text)),
                ("interrupted", .bool(utterance.interrupted)),
            ])
        }
        var json: JSON = ["utterances": .array(utterances)]
        if !gaps.isEmpty {
            json["gaps"] = .array(gaps.map { ["at": .string(moment($0).description)] })
        }
        return json
    }

    /// One line an utterance: `00:00:12 Ana: Hey Scout`. Neither names nor words, which people make up, can begin a line
    /// that looks like somebody else's.
    var plainText: String {
        parts.map { part in
            switch part {
            case .utterance(let utterance):
                let clock = Self.clock(utterance.said.lowerBound).prefix { $0 != "." }
                return "\(clock) \(Self.oneLine(utterance.name)): \(utterance.shown)\n"
            case .gap(let time): return "\(Self.clock(time).prefix { $0 != "." }) \(Self.gapNote)\n"
            }
        }.joined()
    }

    static let gapNote = "(words may be missing up to here; they could not be kept)"
}

extension Transcript.Utterance {
    /// In one line; a dash behind words that were cut off.
    var shown: String { Transcript.oneLine(text) + (interrupted ? " —" : "") }
}

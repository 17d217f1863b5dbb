import Foundation
import Realtime
import Testing

/// `Protocol/servers.md` says of every profile what it holds, no more and no less.
@Suite struct ServersTableTests {
    @Test(arguments: ServerProfile.Name.allCases)
    func `the table tells what the profile holds`(name: ServerProfile.Name) throws {
        let rows = try String(contentsOf: Self.page, encoding: .utf8).split(separator: "\n")
            .filter { $0.hasPrefix("| `\(name.rawValue)` |") }
        let cells = rows.map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        #expect(cells.map { $0.count } == [4], "one row of four cells for \(name.rawValue)")
        let deviations = ServerProfile.named(name).deviations
        let expected = deviations.isEmpty ? "nothing" : deviations.joined(separator: "; ")
        #expect(cells.first?[2] == expected)
    }

    private static let page = URL(filePath: #filePath).deletingLastPathComponent()
        .appending(path: "../../Protocol/servers.md").standardizedFileURL
}

extension ServerProfile {
    /// Everything in which it is not the reference, in words.
    fileprivate var deviations: [String] {
        connection + wire
            + [
                correctionInWords, isPipeline ? "a pipeline: agents are given text" : nil,
                summarises ? nil : "no responses beside the conversation",
                remoteMCP ? nil : "no MCP servers of its own",
                calls == .items ? nil : "calls only in `response.done`", errorsInWords,
            ].compactMap(\.self)
    }

    private var connection: [String] {
        let key: String? =
            switch authentication {
            case .bearer: nil
            case .basic: "key as `Basic`"
            case .header(let name): "key in `\(name)`"
            }
        let query: String? =
            switch address {
            case .model: nil
            case .session: "`key=NAME&protocol=realtime`, the model in the session"
            }
        let hears: String? =
            switch ear {
            case .transcription: nil
            case .conversation(let transcriber?): "ears are conversations, their words by `\(transcriber)`"
            case .conversation(nil): "ears are conversations"
            }
        return [key, query, hears].compactMap(\.self)
    }

    private var wire: [String] {
        let session: String? =
            switch shape {
            case .nested: nil
            case .flat(let pcm): "flat sessions, sound called `\(pcm)`"
            case .mixed: "half flat sessions without `type`"
            }
        return [
            session, inputRate == 24_000 ? nil : "takes \(inputRate / 1_000) kHz",
            nestsFunctions ? "functions nested" : nil, echoesMetadata ? nil : "no `metadata`",
            placesItems ? nil : "no `previous_item_id`",
        ].compactMap(\.self)
    }

    private var correctionInWords: String? {
        switch correction {
        case .truncate: nil
        case .replace: "no truncate: replaced"
        case .annotate: "no truncate, no delete: annotated"
        }
    }

    private var errorsInWords: String? {
        switch errors {
        case .codes: nil
        case .types: "errors named in `type`"
        }
    }
}

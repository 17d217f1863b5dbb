import HTTPTypes
import JSONValues
import Journal
import Logging

// Answers to an `Idempotency-Key`, as they outlive this process.

extension FrontDesk {
    /// Returns when the answer has lasted: who got it and asks again after a crash gets it again.
    func keep(_ answer: Answer, to key: String, _ fingerprint: [UInt8]) async {
        guard answer.isFinal else { return }
        let kept = KeptAnswer(
            key: key, fingerprint: fingerprint, at: WallTime.now.millisecondsSince1970,
            status: answer.status.code, headers: answer.headersJSON.text, body: answer.body)
        do throws(JournalError) {
            try await Service.answer { archive.journal.keep(kept, then: $0) }
        } catch {
            archive.health.failed(error)
            logger.error("an answer could not be kept for retries", metadata: ["error": "\(error)"])
        }
    }
}

extension Answer {
    fileprivate var headersJSON: JSON {
        .members(headers.map { ($0.name.canonicalName, .string($0.value)) })
    }

    /// `nil` when it was written by other rules than these.
    init?(_ kept: KeptAnswer) {
        guard let json = try? JSON(parsing: kept.headers), let members = json.objectValue,
            (200..<600).contains(kept.status)
        else { return nil }
        var headers: HTTPFields = [:]
        for (name, value) in members {
            guard let name = HTTPField.Name(name), let value = value.stringValue else { return nil }
            headers[name] = value
        }
        self.init(status: .init(code: kept.status), headers: headers, body: kept.body)
    }
}

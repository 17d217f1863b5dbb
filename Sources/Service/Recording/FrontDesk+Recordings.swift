import FloorControl
import HTTPTypes
import JSONValues
import Networking

// `GET /rooms/{room}/recordings` and what stands in them, during the call and after it.

extension FrontDesk {
    func listRecordings(of room: String, _ call: Call) throws(Problem) -> Answer? {
        guard Identity.isValid(room) else { throw .unknownRoom(room) }
        let isOpen = (try? directory.room(room)) != nil
        Task {
            // What was said until now is in the list.
            await recorder.settle(within: .seconds(1))
            let found = await recorder.read { $0.recordings(ofRoom: room) }
            if found == nil && !isOpen { return call.respond(.problem(.unknownRoom(room))) }
            call.respond(.json(["recordings": .array((found ?? []).map { $0.json(room: room) })]))
        }
        return nil
    }

    func sendRecording(_ id: String, of room: String, _ call: Call) throws(Problem) -> Answer? {
        guard Identity.isValid(room) else { throw .unknownRoom(room) }
        Task {
            if let recording = await recorder.read({ $0.recording(ofRoom: room, id: id) }) {
                await send(recording, call)
            } else {
                call.respond(.problem(.unknownRecording(id, of: room)))
            }
        }
        return nil
    }

    private func send(_ recording: StoredRecording, _ call: Call) async {
        var head = Answer(status: .ok, headers: recording.headers)
        let asked = call.request.headerFields
        // RFC 9110 §13.1.5: a part of another version is of no use.
        let isSame = asked[.ifRange].map { $0 == head.headers[.eTag] } ?? true
        var range = 0..<recording.byteCount
        switch RangeRequest(isSame ? asked[.range] : nil, of: recording.byteCount) {
        case .whole: break
        case .part(let part):
            range = part
            head.status = .partialContent
            head.headers[.contentRange] =
                "bytes \(part.lowerBound)-\(part.upperBound - 1)/\(recording.byteCount)"
        case .unsatisfiable:
            var refusal = Answer.problem(
                Problem(.rangeNotSatisfiable, "The recording has \(recording.byteCount) bytes."))
            refusal.headers[.contentRange] = "bytes */\(recording.byteCount)"
            return call.respond(refusal)
        }
        let stream = call.exchange.stream(head.head, byteCount: range.count)
        if call.request.method == .head { return stream.end() }
        await write(range, of: recording, to: stream)
    }

    /// A piece at a time, as fast as it is read.
    private func write(_ range: Range<Int>, of recording: StoredRecording, to stream: ResponseStream) async {
        var next = range.lowerBound
        while next < range.upperBound {
            guard await hasRoom(stream) else { return stream.abort() }
            let piece = next..<min(next + FileSending.piece, range.upperBound)
            // Retention may have come meanwhile.
            guard let bytes = await recorder.read({ _ in recording.read(piece) }), stream.write(bytes) else {
                return stream.abort()
            }
            next = piece.upperBound
        }
        stream.end()
    }

    /// - Returns: `false` when the reader has stopped reading.
    private func hasRoom(_ stream: ResponseStream) async -> Bool {
        var least = stream.queuedByteCount
        var stillSince = ContinuousClock.now
        while stream.queuedByteCount > FileSending.piece {
            try? await Task.sleep(for: FileSending.pause)
            if stream.queuedByteCount < least {
                least = stream.queuedByteCount
                stillSince = .now
            } else if ContinuousClock.now - stillSince > FileSending.patience {
                return false
            }
        }
        return true
    }
}

private enum FileSending {
    /// A quarter of what a stream may have queued.
    static let piece = 256 << 10
    /// 25 MB/s at least, to who can take it.
    static let pause: Duration = .milliseconds(10)
    /// As long as a request may take to come.
    static let patience: Duration = .seconds(30)
}

extension StoredRecording {
    /// What does not change any more can be told from another version, and be got in parts.
    fileprivate var headers: HTTPFields {
        var headers: HTTPFields = [
            .contentType: "audio/wav", .acceptRanges: "bytes", .cacheControl: "private, no-cache",
            .contentDisposition: "inline; filename=\"\(id).wav\"",
        ]
        if isComplete { headers[.eTag] = "\"\(id)-\(byteCount)\"" }
        return headers
    }
}

extension Problem {
    fileprivate static func unknownRecording(_ id: String, of room: String) -> Problem {
        Problem(
            .notFound,
            "There is no recording “\(id.prefix(200))” of “\(room)”. GET /rooms/\(room)/recordings lists those that are."
        )
    }
}

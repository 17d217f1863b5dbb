import Dispatch
import Synchronization
import Testing

@testable import EmbeddedRealtime

@Suite struct EndpointingTests {
    /// Any opinion of the detector, and any cut from outside.
    @Test(arguments: UInt64(0)..<100)
    func `starts and stops alternate and never go back in time`(seed: UInt64) throws {
        var random = SplitMix64(state: seed)
        var settings = Endpointing.Settings()
        settings.silence = .milliseconds(Int.random(in: 0...800, using: &random))
        settings.prefixPadding = .milliseconds(Int.random(in: 0...600, using: &random))
        var endpointing = Endpointing(settings: settings)
        var isSpeaking = false
        var last = Duration.zero
        var probability: Float = 0
        for _ in 0..<500 {
            if Int.random(in: 0..<8, using: &random) == 0 { probability = .random(in: 0...1, using: &random) }
            if Int.random(in: 0..<100, using: &random) == 0 {
                endpointing.cut(at: endpointing.heard)
                isSpeaking = false
                last = max(last, endpointing.heard)
            }
            switch endpointing.hear(probability) {
            case .started(let start):
                try #require(!isSpeaking && start >= last && start <= endpointing.heard, "seed \(seed)")
                isSpeaking = true
            case .settling: try #require(isSpeaking, "seed \(seed)")
            case .stopped(let end):
                try #require(isSpeaking && end > last && end <= endpointing.heard, "seed \(seed)")
                isSpeaking = false
                last = end
            case nil: break
            }
        }
    }
}

@Suite struct PartialTranscriptTests {
    @Test(arguments: [
        (
            ["Hello", "Hello Scout", "Hello Scout what"], "Hello, Scout, what now?",
            ["Hello", " Scout", " what now?"]
        ),
        // A word already shown was revised: the end adds nothing, the transcript says it all.
        (
            ["Hello Scott what", "Hello Scout what is"], "Hello, Scout, what is it?",
            ["Hello Scott", " what"]
        ),
        ([], "Yes.", ["Yes."]), (["One two three", "One"], "One two three", ["One two", " three"]),
        (["Mhm"], "", []),
    ])
    func `deltas only add words`(guesses: [String], transcript: String, deltas: [String]) {
        var partial = PartialTranscript()
        let shown = guesses.compactMap { partial.revise($0) } + [partial.finish(transcript)].compactMap { $0 }
        #expect(shown == deltas)
    }
}

@Suite struct RequestLineTests {
    @Test(arguments: [
        ("/v1/realtime?model=scripted%2Fscout&x=1", "/v1/realtime", ["model": "scripted/scout", "x": "1"]),
        ("/v1/realtime", "/v1/realtime", [:]), ("/a?b", "/a", ["b": ""]), ("/a?b=1&b=2", "/a", ["b": "1"]),
        ("/a?b=%zz+c%", "/a", ["b": "%zz c%"]), ("?", "", [:]),
    ])
    func `a target is taken apart`(target: String, path: String, query: [String: String]) {
        let line = RequestLine(target)
        #expect(line.path == path)
        #expect(line.query == query)
    }
}

@Suite struct WorkerTests {
    @Test func `a full queue drops what can be dropped, oldest first, and tells`() async {
        let worker = Worker(name: "test", capacity: 2)
        let notes = Notes()
        let (started, start) = AsyncStream<Void>.makeStream()
        let gate = DispatchSemaphore(value: 0)
        worker.submit(
            .required,
            {
                start.yield()
                gate.wait()
            })
        for await _ in started { break }
        await withCheckedContinuation { done in
            for (name, urgency) in [
                ("partial", .droppable), ("one", .required), ("two", .required), ("late", .droppable),
                ("three", .required),
            ] as [(String, Worker.Urgency)] {
                worker.submit(
                    urgency,
                    {
                        notes.add("\(name) ran")
                        if name == "two" { done.resume() }
                    }, dropped: { notes.add("\(name) dropped") })
            }
            gate.signal()
        }
        #expect(notes.all == ["partial dropped", "late dropped", "three dropped", "one ran", "two ran"])
        worker.stop()
        worker.submit(.required, { notes.add("after the end") }, dropped: { notes.add("refused") })
        #expect(notes.all.last == "refused")
    }
}

private final class Notes: Sendable {
    private let notes = Mutex<[String]>([])
    var all: [String] { notes.withLock { $0 } }
    func add(_ note: String) { notes.withLock { $0.append(note) } }
}

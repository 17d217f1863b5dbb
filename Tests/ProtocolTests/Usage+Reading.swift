import Audio
import JSONValues
import Rooms

// Usage as a client would read it.

extension TokenCount {
    init(_ reader: JSONReader?) throws {
        self.init()
        guard let reader else { return }
        func count(_ key: String) throws -> Int? { reader.has(key) ? try reader.integer(key) : nil }
        input = try count("input")
        inputText = try count("input_text")
        inputAudio = try count("input_audio")
        cached = try count("cached")
        output = try count("output")
        outputText = try count("output_text")
        outputAudio = try count("output_audio")
    }
}

extension JSONReader {
    fileprivate func tokens() throws -> TokenCount {
        try TokenCount(has("tokens") ? object("tokens") : nil)
    }

    fileprivate func samples(_ key: String) throws -> Int {
        SampleRate.hz24000.samples(in: try milliseconds(key))
    }
}

extension Consumption {
    init(_ reader: JSONReader) throws {
        self.init()
        responses = try reader.integer("responses")
        reported = try reader.integer("reported")
        tokens = try reader.tokens()
        let audio = try reader.object("audio")
        sent = try audio.samples("sent_ms")
        received = try audio.samples("received_ms")
        heard = try audio.samples("heard_ms")
    }
}

extension HearingConsumption {
    init(_ reader: JSONReader) throws {
        self.init()
        transcripts = try reader.integer("transcripts")
        reported = try reader.integer("reported")
        tokens = try reader.tokens()
        duration = reader.has("duration_ms") ? try reader.milliseconds("duration_ms") : nil
        sent = try reader.object("audio").samples("sent_ms")
    }
}

extension RoomConsumption {
    init(_ reader: JSONReader) throws {
        self.init()
        turns = try reader.integer("turns")
        agents = try Consumption(reader.object("agents"))
        ears = try HearingConsumption(reader.object("ears"))
        models = try reader.array("models").map { json in
            let model = try JSONReader(json)
            return ModelConsumption(model: try model.string("model"), tokens: try model.tokens())
        }
        guard reader.has("cost") else { return }
        let money = try reader.object("cost")
        var cost = Cost(currency: try money.string("currency"))
        cost.amount = try money.number("amount")
        cost.isComplete = try money.bool("is_complete")
        self.cost = cost
    }
}

extension LimitState {
    init(_ reader: JSONReader) throws {
        guard let limit = CallLimit(rawValue: try reader.string("limit")) else {
            throw reader.mismatch("limit", expected: "CallLimit")
        }
        self.init(limit: limit, used: try reader.number("used"), most: try reader.number("most"))
    }
}

import FloorControl
import Realtime
import Rooms

/// What an agent's server makes of a request for a summary.
public enum SummaryScript: Hashable, Sendable {
    /// So long after it was asked.
    case says(String, after: Duration = .milliseconds(400))
    /// Only `response.done` tells what it says.
    case saysAtTheEnd(String)
    /// `response.create` is answered by an error.
    case refuses
    case fails
    /// A response without a word.
    case saysNothing
    /// Its tokens run out.
    case breaksOff(String)
    /// Not before it is cancelled.
    case neverEnds
    /// As if it were an answer to everybody: with sound, and an item in the conversation.
    case speaksUp(String)
}

/// A response outside the conversation: text that says what `input` was about.
final class SummaryRun {
    let id: ResponseID
    let tag: String
    private let script: SummaryScript
    private unowned let peer: AgentPeer
    private let metadata: [String: String]
    private let item: ItemID
    private var isOver = false

    init(_ peer: AgentPeer, _ script: SummaryScript, _ parameters: ResponseParameters) {
        self.peer = peer
        self.script = script
        metadata = parameters.metadata
        tag = metadata[Response.tagKey] ?? ""
        id = peer.stage.mintResponse()
        item = peer.stage.mintItem()
    }

    func begin() {
        step(after: .milliseconds(10)) { run in
            run.peer.tell(.responseCreated(run.response(.inProgress)))
            run.think()
        }
    }

    private func think() {
        switch script {
        case .says(let text, let delay): step(after: delay) { $0.say(text, .completed) }
        case .saysAtTheEnd(let text): step(after: .milliseconds(400)) { $0.finish(.completed, text) }
        case .breaksOff(let text):
            step(after: .milliseconds(400)) { $0.say(text, .incomplete(.maxOutputTokens)) }
        case .speaksUp(let text): step(after: .milliseconds(400)) { $0.speakUp(text) }
        case .fails: step(after: .milliseconds(400)) { $0.finish(.failed(nil)) }
        case .saysNothing: step(after: .milliseconds(400)) { $0.finish(.completed) }
        case .refuses, .neverEnds: break
        }
    }

    private func step(after delay: Duration, _ step: @escaping (SummaryRun) -> Void) {
        peer.stage.plan(at: peer.stage.now.advanced(by: delay)) { [self] _ in
            if !isOver, !peer.isClosed, !peer.isSilent { step(self) }
        }
    }

    private func response(_ status: ResponseStatus) -> Response {
        var response = Response(id: id, status: status)
        response.metadata = metadata
        return response
    }

    private var place: PartLocation { PartLocation(responseID: id, itemID: item, outputIndex: 0) }

    private func message(_ text: String, _ status: Item.Status) -> Item {
        Item(id: item, status: status, body: .message(.assistant, text.isEmpty ? [] : [.outputText(text)]))
    }

    private func say(_ text: String, _ status: ResponseStatus) {
        peer.tell(.outputItemAdded(id, outputIndex: 0, message("", .inProgress)))
        for (index, word) in text.split(separator: " ", omittingEmptySubsequences: false).enumerated() {
            peer.tell(.outputTextDelta(place, index == 0 ? String(word) : " \(word)"))
        }
        peer.tell(.outputTextDone(place, text))
        peer.tell(.outputItemDone(id, outputIndex: 0, message(text, .completed)))
        finish(status, text)
    }

    /// What a server does that knows neither text alone nor answers outside the conversation.
    private func speakUp(_ text: String) {
        peer.tell(.outputItemAdded(id, outputIndex: 0, message("", .inProgress)))
        peer.items.append(AgentPeer.Entry(id: item, content: .assistant(text)))
        peer.tell(.itemAdded(message("", .inProgress), after: nil))
        peer.tell(.outputTranscriptDelta(place, text))
        peer.tell(Sound.agent(peer.index, from: 0, count: 4_800), of: item, in: id)
        peer.tell(.outputTranscriptDone(place, text))
        finish(.completed, text)
    }

    func cancel() { step(after: .milliseconds(5)) { $0.finish(.cancelled(.clientCancelled)) } }

    private func finish(_ status: ResponseStatus, _ text: String = "") {
        isOver = true
        peer.summaryRun = nil
        var done = response(status)
        if !text.isEmpty { done.output = [message(text, .completed)] }
        peer.tell(.responseDone(done))
    }
}

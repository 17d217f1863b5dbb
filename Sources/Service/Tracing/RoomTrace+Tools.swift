import FloorControl
import Tracing

// Tool calls: spans below the turn in which they were made, and where they go on in somebody else's trace.

extension RoomTrace {
    func toolCalled(_ agent: Identity, _ call: String, _ name: String) {
        var all = attributes(of: agent)
        all["gen_ai.operation.name"] = "execute_tool"
        all["gen_ai.tool.name"] = name
        all["gen_ai.tool.call.id"] = call
        all["gen_ai.tool.type"] = "function"
        let turn = turn?.agent == agent ? turn : nil
        if let turn { all["parley.turn"] = turn.id.description }
        tools[ToolKey(agent: agent, call: call)] = start(
            "execute_tool \(name)", in: turn == nil ? nil : span(), all)
    }

    func toolReturned(_ agent: Identity, _ call: String, _ ok: Bool) {
        guard let span = tools.removeValue(forKey: ToolKey(agent: agent, call: call)) else { return }
        if !ok {
            span.attributes["error.type"] = "tool_failed"
            span.setStatus(SpanStatus(code: .error))
        }
        span.end()
    }

    /// `traceparent` for the request that carries the call out.
    func traceparent(ofTool call: String, by agent: Identity) -> String? {
        tools[ToolKey(agent: agent, call: call)]?.context.trace?.traceparent
    }
}

import FloorControl
import Rooms

// Tools of a persona, carried out. Every failure is a result the model can explain.

extension RoomHost {
    func callTool(_ link: LinkID, callID: String, name: String, arguments: String) {
        guard case .agent(let agent) = link.owner else { return }
        let started = now
        func finish(_ output: ToolOutput) {
            // The last event of a room is that it has closed.
            guard !isClosed else { return }
            tell(
                .toolReturned(
                    agent, callID: callID, name: name, ok: output.ok, duration: started.duration(to: now)))
            handle(.toolReturned(link, callID: callID, output: output.text, ok: output.ok))
        }
        guard let arguments = ToolArguments(arguments) else {
            finish(.failure("The arguments are not a JSON object."))
            return
        }
        let admission = admissions[agent]
        if let tool = admission?.persona.tools.first(where: { $0.name == name }) {
            let trace = watch?.trace?.traceparent(ofTool: callID, by: agent)
            HTTPToolCall.make(
                tool.http, callID: callID, arguments: arguments, trace: trace, on: reactor, finish)
        } else if let remote = admission.flatMap({ remoteTools[$0.participantID] }), remote.offers(name) {
            remote.call(name, callID: callID, arguments: arguments, finish)
        } else {
            finish(.failure("There is no tool called “\(name)”."))
        }
    }
}

import FloorControl
import Rooms

// What people do in a play, done on the stage.

extension Performance {
    /// - Returns: Why it could not be done.
    mutating func carryOut(_ direction: Play.Direction) -> String? {
        defer { readNews() }
        func id(_ name: String) -> Identity { Identity(play: name) }
        switch direction {
        case .says(let name, let text, let details): say(name, Saying(text), details)
        case .coughs(let name, let details): say(name, .noise, details)
        case .types(let name, let text): stage.handle(.messageTyped(from: id(name), text: text))
        case .willSay(let name, let text, let manners): stage.script(id(name), Script(text, manners))
        case .alwaysSays(let name, let text, let manners): stage.otherwise(id(name), Script(text, manners))
        case .tool(let tool, let time, let output, let ok): stage.tools[tool] = (time, output, ok)
        case .wait(let time): pass(time)
        case .waitUntilHeard(let time, let agent, let caller):
            return listen(time, to: id(agent), by: caller.map(id) ?? ear)
        case .joins(let name): join(name)
        case .leaves(let name), .hangsUp(let name): stage.leave(id(name))
        case .calls(let name): stage.call(id(name))
        case .mutes(let name, let isMuted): stage.handle(.callerMuted(id(name), isMuted))
        case .mutesAgent(let name, let isMuted): stage.handle(.agentMuted(id(name), isMuted))
        case .lineFallsSilent(let name): stage.cutMicrophone(of: id(name))
        case .hasPlayed(let name, let time):
            guard let turn = stage.room.view.turn else { return "nobody has a turn that could be played" }
            stage.handle(.positionReported(by: id(name), turn, time))
        case .moderatorGives(let name, let words):
            stage.handle(.moderatorGave(id(name), instructions: words))
        case .interrupt: stage.handle(.interruptRequested)
        case .close: stage.handle(.closeRequested(reason: .deleted))
        case .sessionBreaks(let name), .earBreaks(let name): stage.breakOff(id(name))
        case .sessionRefused(let name, let status): stage.refuse(id(name), .refused(status: status))
        case .earRefused(let status): stage.refuse(Stage.ear, .refused(status: status))
        case .serversFallSilent(let name): stage.mute(server: id(name))
        case .serversSpeakAgain(let name): stage.mute(server: id(name), false)
        }
        return nil
    }

    private func say(_ name: String, _ saying: Saying, _ details: [Play.Delivery]) {
        let caller = Identity(play: name)
        let saying = saying.delivered(details)
        if details.contains(.talksOn) { stage.begin(caller, saying) } else { stage.say(caller, saying) }
    }

    private mutating func listen(_ time: Duration, to agent: Identity, by caller: Identity) -> String? {
        let complaints = stage.complaints.count
        stage.run(untilHeard: agent, by: caller, since: mark, time)
        return stage.complaints.dropFirst(complaints).first
    }
}

extension Saying {
    /// A sound that no word is found in.
    fileprivate static var noise: Saying {
        Saying("").with {
            $0.partials = .none
            $0.transcript = .never
        }
    }

    fileprivate func delivered(_ details: [Play.Delivery]) -> Saying {
        var saying = self
        for detail in details {
            switch detail {
            case .lasts(let time): saying.duration = time
            case .talksOn: break
            case .understoodAs(let words): saying.final = words
            case .understoodAfter(let time): saying.transcript = .final(after: time)
            case .understoodEarly: saying.transcript = .beforeStopped
            case .neverUnderstood: saying.transcript = .never
            case .unintelligible(let time): saying.transcript = .failed(after: time)
            case .noPartials: saying.partials = .none
            }
        }
        return saying
    }
}

extension Script {
    fileprivate init(_ text: String, _ manners: [Play.Manner]) {
        self.init(text, text.isEmpty ? .zero : .milliseconds(1_500))
        for manner in manners {
            switch manner {
            case .lasts(let time): duration = time
            case .thinks(let time): firstAudio = time
            case .begins(let time): createdAfter = time
            case .speed(let speed): self.speed = speed
            case .pieces(let time): chunk = time
            case .asksFor(let name, let reason):
                calls.append(
                    ("request_turn", #"{"agent": "\#(name.escaped)", "reason": "\#(reason.escaped)"}"#))
            case .calls(let tool, let arguments): calls.append((tool, arguments))
            case .fault(let fault): self.fault = fault
            }
        }
    }
}

extension String {
    /// As it stands between the quotes of a JSON string.
    fileprivate var escaped: String {
        reduce(into: "") { $0 += $1 == "\"" || $1 == "\\" ? "\\\($1)" : "\($1)" }
    }
}

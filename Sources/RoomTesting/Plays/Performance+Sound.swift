import Audio
import FloorControl

// What is heard, to the sample.

extension Performance {
    private func heard(_ agent: Identity) -> Duration { stage.heard(agent, by: ear) }

    /// The agent's stretches of sound.
    private func runs(of agent: Identity, by caller: Identity? = nil) -> [Sound.Run] {
        let index = stage.agents.firstIndex(of: agent)
        return stage.runs(heardBy: caller ?? ear).filter { $0.agent == index }
    }

    mutating func silenced(_ agent: Identity) -> String? {
        let mark = silence?.at ?? .zero
        guard wait(until: { ($0.stage.clears.last ?? .zero) > mark }), let clear = stage.clears.last else {
            return "nobody was told to stop playing"
        }
        if let voice = news.voices.last(where: { $0 <= clear }), news.voices.contains(clear) == false,
            self.mark != clear
        {
            return "the players were stopped at \(clear), the voice began at \(voice)"
        }
        let before = heard(agent)
        silence = (clear, runs(of: agent).count)
        pass(.milliseconds(100))
        let after = heard(agent)
        return after == before ? nil : "\(Blank.text(of: after - before)) more were heard"
    }

    mutating func resumes(_ agent: Identity, after time: Duration? = nil) -> String? {
        guard let silence else { return "\(play.name(of: agent)) had not fallen silent" }
        let isHeard = wait(step: .milliseconds(20)) {
            ($0.stage.players[$0.ear]?.lastSound ?? .zero) > max(silence.at, $0.stage.now)
        }
        guard isHeard else { return "nothing was heard for 30 s" }
        let resumed = stage.now
        pass(.milliseconds(200))
        let now = runs(of: agent).count
        guard now == silence.runs else { return "it was heard in \(now) pieces" }
        guard let time, let stopped = news.stopped.last(where: { $0 <= resumed }) else { return nil }
        let waited = stopped.duration(to: resumed)
        return abs((waited - time) / .milliseconds(40)) <= 1
            ? nil : "it went on after \(Blank.text(of: waited))"
    }

    func neverHeard(_ agent: Identity) -> String? {
        heard(agent) == .zero ? nil : "\(Blank.text(of: heard(agent))) were heard"
    }

    mutating func staysSilent(_ agent: Identity, _ time: Duration) -> String? {
        let before = heard(agent)
        pass(time)
        return heard(agent) == before ? nil : "\(Blank.text(of: heard(agent) - before)) of it were heard"
    }

    func heardInOnePiece(_ agent: Identity, _ time: Duration, by caller: Identity) -> String? {
        let count = SampleRate.hz24000.samples(in: time)
        let heard = runs(of: agent, by: caller)
        guard !heard.contains(where: { $0.count == count }) else { return nil }
        let times = heard.map { Blank.text(of: SampleRate.hz24000.duration(of: $0.count)) }
        return "the pieces were [\(times.joined(separator: ", "))]"
    }

    mutating func heardWithin(_ agent: Identity, _ time: Duration) -> String? {
        let mark = mark
        guard wait(until: { $0.news.started.contains { $0.agent == agent && $0.at >= mark } }),
            let start = news.started.first(where: { $0.agent == agent && $0.at >= mark })?.at
        else { return "it was not heard for 30 s" }
        let waited = mark.duration(to: start)
        return waited <= time ? nil : "it was heard after \(Blank.text(of: waited))"
    }
}

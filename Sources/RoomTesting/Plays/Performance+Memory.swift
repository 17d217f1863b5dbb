import FloorControl
import Realtime
import Rooms

// What a session knows, was told, and has forgotten.

extension Performance {
    /// What the agent's session held when it was last asked to answer.
    private func lines(knownTo agent: Identity) -> [String] {
        stage.requests(agent).last?.context.compactMap { content in
            switch content {
            case .sound(let saying): stage.words(of: saying)
            case .user(let text), .assistant(let text), .note(let text), .earlierResult(let text),
                .spokenBefore(_, let text):
                text
            case .speech, .call, .result: nil
            }
        } ?? []
    }

    func knows(_ agent: Identity, _ line: String) -> String? {
        let known = lines(knownTo: agent)
        return known.contains(line) ? nil : "it knows: \(known.joined(separator: " | "))"
    }

    func knowsNothing(_ agent: Identity, of words: String) -> String? {
        lines(knownTo: agent).first { $0.contains(words) }.map { "it knows “\($0)”" }
    }

    func hadSessions(_ agent: Identity, _ number: Int) -> String? {
        let count = stage.openings.count { $0.link.owner == .agent(agent) }
        return count == number ? nil : "it had \(count) sessions"
    }

    func wasAsked(_ agent: Identity, _ number: Int) -> String? {
        let count = stage.requests(agent).count
        return count == number ? nil : "it was asked \(count) times"
    }

    func isTold(_ agent: Identity, _ words: String) -> String? {
        let told = stage.requests(agent).last?.parameters.instructions
        return told?.contains(words) == true ? nil : "it was told: \(told ?? "nothing")"
    }

    mutating func learns(_ agent: Identity, _ words: String) -> String? {
        func outputs(_ performance: Performance) -> [String] {
            performance.stage.outputs(of: agent)
        }
        guard !wait(until: { outputs($0).contains { $0.contains(words) } }) else { return nil }
        return "it learned: \(outputs(self).joined(separator: " | "))"
    }

    func forgetsUnheard(_ agent: Identity) -> String? {
        let cut = stage.sent(agent).last { if case .itemTruncate = $0 { true } else { false } }
        guard case .itemTruncate(_, _, let end) = cut else { return "nothing was cut" }
        guard let ending = stage.ended.last(where: { $0.agent == agent }) else { return "no turn ended" }
        guard abs((ending.heard - end) / .milliseconds(1)) <= 1 else {
            return "\(Blank.text(of: ending.heard)) were heard, but \(Blank.text(of: end)) are remembered"
        }
        return nil
    }

    mutating func forgetsAnswer(_ agent: Identity) -> String? {
        guard let turn = stage.ended.last(where: { $0.agent == agent })?.turn else { return "no turn ended" }
        let isForgotten = wait(.seconds(5)) { $0.stage.peer(agent)?.spoke(turn.description) != true }
        return isForgotten ? nil : "the session still holds it"
    }
}

extension Performance {
    private mutating func nextGuess() -> (agent: Identity, saved: Duration?)? {
        guard wait(until: { $0.news.guesses.count > $0.news.toldGuesses }) else { return nil }
        news.toldGuesses += 1
        return news.guesses[news.toldGuesses - 1]
    }

    mutating func guessedRight(_ agent: Identity, _ time: Duration) -> String? {
        guard let guess = nextGuess() else { return "nobody was guessed" }
        guard guess.agent == agent, let saved = guess.saved else {
            return "\(play.name(of: guess.agent)) was guessed \(guess.saved == nil ? "wrong" : "right")"
        }
        return abs((saved - time) / .milliseconds(40)) <= 1 ? nil : "it saved \(Blank.text(of: saved))"
    }

    mutating func guessedWrong(_ agent: Identity) -> String? {
        guard let guess = nextGuess() else { return "nobody was guessed" }
        guard guess.agent == agent, guess.saved == nil else {
            return "\(play.name(of: guess.agent)) was guessed \(guess.saved == nil ? "wrong" : "right")"
        }
        return nil
    }
}

extension Stage {
    /// What a saying was, as it stands in the conversation.
    fileprivate func words(of saying: Int) -> String? {
        room.conversation.utterances.first { spoken[$0.id] == saying }?.attributed
    }

    /// The results of calls, in all sessions of the agent.
    func outputs(of agent: Identity) -> [String] {
        peers.values.filter { $0.agent == agent }.sorted { $0.link.generation < $1.link.generation }
            .flatMap { $0.outputs.sorted { $0.key.description < $1.key.description }.map(\.value) }
    }
}

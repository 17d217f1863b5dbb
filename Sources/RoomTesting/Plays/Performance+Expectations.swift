import Audio
import FloorControl
import Realtime
import Rooms

// What must come of it: each check waits where it can, and says what happened instead.

extension Performance {
    /// - Returns: What happened instead; `nil` when it came true.
    mutating func check(_ expectation: Play.Expectation) -> String? {
        readNews()
        func id(_ name: String) -> Identity { Identity(play: name) }
        switch expectation {
        case .granted(let name, let reason): return granted(name, reason)
        case .answers(let name, let reason): return granted(name, reason) ?? ended(name, .completed)
        case .finishes(let name, let heard):
            return ended(name, .completed, heard: heard, within: .milliseconds(1))
        case .interrupted(let name, let heard):
            return ended(name, .interrupted, heard: heard, within: .milliseconds(100))
        case .interruptedAfter(let name, let text): return ended(name, .interrupted, text: text)
        case .calledOff(let name): return ended(name, .cancelled)
        case .fails(let name): return ended(name, .failed)
        case .nobodyAnswers: return nobodyAnswers()
        case .floorIsOpen: return checkFloorIsOpen()
        case .queue(let names): return checkQueue(names)
        case .shows(let holder, let next): return checkShown(holder, next)
        case .because(let words): return checkWhy(words)
        case .silenced(let name): return silenced(id(name))
        case .resumes(let name): return resumes(id(name))
        case .resumesAfter(let name, let time): return resumes(id(name), after: time)
        case .staysSilent(let name, let time): return staysSilent(id(name), time)
        case .neverHeard(let name): return neverHeard(id(name))
        case .heardInOnePiece(let caller, let time, let name):
            return heardInOnePiece(id(name), time, by: id(caller))
        case .heardWithin(let name, let time): return heardWithin(id(name), time)
        case .knows(let name, let line): return knows(id(name), line)
        case .knowsNothingOf(let name, let words): return knowsNothing(id(name), of: words)
        case .isTold(let name, let words): return isTold(id(name), words)
        case .learns(let name, let words): return learns(id(name), words)
        case .forgetsUnheard(let name): return forgetsUnheard(id(name))
        case .forgetsAnswer(let name): return forgetsAnswer(id(name))
        case .wasAsked(let name, let number): return wasAsked(id(name), number)
        case .hadSessions(let name, let number): return hadSessions(id(name), number)
        case .guessedRight(let name, let time): return guessedRight(id(name), time)
        case .guessedWrong(let name): return guessedWrong(id(name))
        case .noGuess: return news.guesses.isEmpty ? nil : "there was one: \(news.guesses)"
        case .record(let line): return checkRecord(line)
        case .reports(let code): return checkReport(code)
        case .status(let name, let status): return checkStatus(id(name), status)
        case .roomCloses:
            return wait(.seconds(700), step: .seconds(1)) { $0.news.isClosed } ? nil : "it stays open"
        }
    }

    private func checkFloorIsOpen() -> String? {
        stage.room.view.holder.map { "\(play.name(of: $0)) holds it" }
    }

    private func checkQueue(_ names: [String]) -> String? {
        let queue = stage.room.view.queue.map(\.agent)
        guard queue != names.map({ Identity(play: $0) }) else { return nil }
        return "the queue is [\(queue.map(play.name(of:)).joined(separator: ", "))]"
    }

    private func checkShown(_ holder: String?, _ next: [String]) -> String? {
        let floor = news.floor
        let isRight =
            floor?.holder == holder.map { Identity(play: $0) }
            && floor?.queue.map(\.agent) ?? [] == next.map { Identity(play: $0) }
        guard !isRight else { return nil }
        let queue = floor?.queue.map { play.name(of: $0.agent) } ?? []
        return
            "it shows \(floor?.holder.map(play.name(of:)) ?? "nobody"), then [\(queue.joined(separator: ", "))]"
    }

    private mutating func checkReport(_ code: String) -> String? {
        guard wait(until: { $0.news.faults.dropFirst($0.news.toldFaults).contains(code) }),
            let place = news.faults[news.toldFaults...].firstIndex(of: code)
        else {
            return "it reports \(news.faults.isEmpty ? "nothing" : news.faults.joined(separator: ", "))"
        }
        news.toldFaults = place + 1
        return nil
    }

    private func checkWhy(_ words: String) -> String? {
        var latest: String?
        for case .granted(_, _, _, let why) in news.turns.prefix(news.toldTurns) { latest = why }
        guard let latest else { return "no turn was given" }
        return latest.contains(words) ? nil : "the reason given is “\(latest)”"
    }

    private mutating func checkRecord(_ line: String) -> String? {
        func told(_ performance: Performance) -> [String] {
            performance.news.records.dropFirst(performance.news.toldRecords).map {
                "\(performance.play.name(of: $0.speaker)): \($0.text)\($0.interrupted ? " –" : "")"
            }
        }
        guard wait(until: { told($0).contains(line) }) else {
            return "it says: \(told(self).joined(separator: " | "))"
        }
        news.toldRecords += (told(self).firstIndex(of: line) ?? 0) + 1
        return nil
    }

    private mutating func checkStatus(_ agent: Identity, _ status: AgentStatus) -> String? {
        let mark = mark
        let isSo = wait { performance in
            let all = performance.news.statuses.filter { $0.agent == agent }
            return all.last?.status == status || all.contains { $0.at >= mark && $0.status == status }
        }
        guard !isSo else { return nil }
        let last = news.statuses.last { $0.agent == agent }
        return "it is \(last?.status.rawValue ?? "not there")"
    }
}

// MARK: - Turns

extension Performance {
    /// The next that is told of turns.
    private mutating func nextTurn() -> News.TurnNews? {
        guard wait(until: { $0.news.turns.count > $0.news.toldTurns }) else { return nil }
        news.toldTurns += 1
        return news.turns[news.toldTurns - 1]
    }

    private mutating func granted(_ name: String, _ reason: GrantReason) -> String? {
        guard let next = nextTurn() else { return "nobody was given the floor for 30 s" }
        if case .granted(_, Identity(play: name), reason, _) = next { return nil }
        return next.text(play.name(of:))
    }

    private mutating func ended(
        _ name: String, _ outcome: TurnOutcome, heard: Duration? = nil, within tolerance: Duration = .zero,
        text: String? = nil
    ) -> String? {
        guard let next = nextTurn() else { return "no turn ended for 30 s" }
        guard case .ended(_, let ending) = next, ending.agent == Identity(play: name),
            ending.outcome == outcome,
            heard.map({ abs((ending.heard - $0) / tolerance) <= 1 }) ?? true,
            text.map({ $0 == ending.text }) ?? true
        else { return next.text(play.name(of:)) }
        return nil
    }

    private mutating func nobodyAnswers() -> String? {
        let isAnswered = wait(.seconds(10), step: .milliseconds(50)) {
            $0.news.turns.count > $0.news.toldTurns
        }
        return isAnswered ? news.turns[news.toldTurns].text(play.name(of:)) : nil
    }
}

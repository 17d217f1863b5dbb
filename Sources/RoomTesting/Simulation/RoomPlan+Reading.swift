import FloorControl
import Rooms

// A plan from its script. Empty lines and what begins with `#` are passed over.

extension RoomPlan {
    /// A line of a script that cannot be read.
    public struct Mistake: Error, Equatable, CustomStringConvertible {
        public let line: Int
        public let text: String
        public var description: String { "line \(line): cannot read '\(text)'" }
    }

    public init(script: String) throws(Mistake) {
        var head: RoomPlan?
        for (index, line) in script.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            guard !line.isEmpty, !line.hasPrefix("#") else { continue }
            var words = Words(line)
            let mistake = Mistake(line: index + 1, text: String(line))
            if head == nil {
                head = words.head()
                guard head != nil else { throw mistake }
            } else {
                guard let step = words.step() else { throw mistake }
                head?.steps.append(step)
            }
        }
        guard let head else { throw Mistake(line: 1, text: "") }
        self = head
    }
}

/// What is left of a line.
private struct Words {
    var rest: Substring
    init(_ line: Substring) { rest = line }

    mutating func take(_ words: String) -> Bool {
        guard rest.hasPrefix(words) else { return false }
        rest.removeFirst(words.count)
        return true
    }

    /// A number and the unit behind it.
    mutating func number(_ unit: String = " ms") -> Int? {
        let digits = rest.prefix { $0.isNumber }
        guard let number = Int(digits) else { return nil }
        rest = rest[digits.endIndex...]
        return take(unit) ? number : nil
    }

    mutating func word() -> String {
        let word = rest.prefix { $0 != " " && $0 != "," }
        rest = rest[word.endIndex...]
        return String(word)
    }

    mutating func quoted() -> String? {
        guard take("\""), let end = rest.firstIndex(of: "\"") else { return nil }
        defer { rest = rest[rest.index(after: end)...] }
        return String(rest[..<end])
    }

    mutating func head() -> RoomPlan? {
        let digits = rest.dropFirst("room of seed ".count).prefix { $0.isNumber }
        guard take("room of seed "), let seed = UInt64(digits), take(String(digits)), take(", network "),
            let low = number(" to "), let high = number(), low <= high, take(", patience "),
            let patience = number(), take(", turns of "), let longest = number(), take(", sessions of "),
            let sessions = number(), take(", agents take "), let hearing = AgentInput(rawValue: String(rest))
        else { return nil }
        return RoomPlan(
            seed: seed, network: low...high, patience: patience, longestTurn: longest, hearing: hearing,
            sessions: sessions)
    }

    mutating func step() -> PlannedStep? {
        guard take("at "), let at = number(" ms "), let step = what(), rest.isEmpty else { return nil }
        return PlannedStep(at: at, step)
    }
}

extension Words {
    private mutating func what() -> Step? {
        if take("room closes") { return .closes }
        if take("somebody interrupts") { return .interrupts }
        if take("moderator gives ") {
            let agent = Identity(word())
            return take(" the floor") ? .moderatorGives(agent) : nil
        }
        if take("tools take ") { return number().map { .toolsTake($0, ok: !take(" and fail")) } }
        let who = Identity(word())
        return take(" ") ? caller(who) ?? agent(who) : nil
    }

    private mutating func caller(_ caller: Identity) -> Step? {
        if take("calls") { return .calls(caller) }
        if take("hangs up") { return .hangsUp(caller) }
        if take("says ") { return saying().map { .says(caller, $0) } }
        if take("types ") { return quoted().map { .types(caller, $0) } }
        if take("mutes") { return .mutes(caller, true) }
        if take("unmutes") { return .mutes(caller, false) }
        if take("falls silent") { return .fallsSilent(caller) }
        if take("reports ") { return number().map { .reports(caller, $0) } }
        if take("plays ") { return number(" ms late").map { .playerLags(caller, $0) } }
        if take("loses the ear") { return .earBreaks(caller) }
        if take("has an ear ") { return manner().map { .ear(caller, $0) } }
        return nil
    }

    private mutating func agent(_ agent: Identity) -> Step? {
        if take("joins") { return .joins(agent) }
        if take("leaves") { return .leaves(agent) }
        if take("loses the session") { return .sessionBreaks(agent) }
        if take("refuses a commit") { return .refusesCommit(agent) }
        if take("has a dead server") { return .serverIsDead(agent, true) }
        if take("has a living server") { return .serverIsDead(agent, false) }
        if take("misses an event after ") {
            return number("").map { .mishap(agent, Mishap(.lost, skipping: $0)) }
        }
        if take("hears an event twice after ") {
            return number("").map { .mishap(agent, Mishap(.doubled, skipping: $0)) }
        }
        if take("hears an event "), let delay = number(" ms late after ") {
            return number("").map { .mishap(agent, Mishap(.late(delay), skipping: $0)) }
        }
        if take("is refused: ") { return losses().map { .refuses(agent, $0) } }
        if take("answers ") { return answer().map { .answers(agent, $0) } }
        return nil
    }

    private mutating func manner() -> EarManner? {
        if take("as usual") { return .usual }
        if take("that repeats itself") { return .repeatsItself }
        if take("whose stops get lost") { return .losesStops }
        if take("that never stops") { return .neverStops }
        return number(" ms late").map { .lags($0) }
    }

    private mutating func losses() -> [LinkLoss]? {
        var losses: [LinkLoss] = []
        repeat {
            if take("refused "), let status = number("") {
                losses.append(.refused(status: status))
            } else if take("closed "), let code = number("") {
                losses.append(.closed(code: code, reason: ""))
            } else {
                return nil
            }
        } while take(", ")
        return losses
    }

    private mutating func saying() -> PlannedSaying? {
        guard let text = quoted(), take(" for "), let duration = number(), take(", words ") else {
            return nil
        }
        var saying = PlannedSaying(text, duration)
        if take("before the end") {
            saying.words = .beforeTheEnd
        } else if take("never") {
            saying.words = .never
        } else if take("fail ") {
            guard let delay = number(" ms after") else { return nil }
            saying.words = .failed(after: delay)
        } else {
            guard let delay = number(" ms after") else { return nil }
            saying.words = .final(after: delay)
        }
        saying.hasPartials = !take(", no partial words")
        return saying
    }

    private mutating func answer() -> PlannedAnswer? {
        guard take("for "), let duration = number(), take(", created after "), let created = number(),
            take(", first sound after "), let sound = number(), take(", "),
            let speed = number(" times real time"), take(", pieces of "), let chunk = number()
        else { return nil }
        var answer = PlannedAnswer(duration)
        answer.createdAfter = created
        answer.firstSound = sound
        answer.speed = speed
        answer.chunk = chunk
        while take(", ") {
            if take("looks up") {
                answer.calls.append(.looksUp)
            } else if take("hands over to ") {
                answer.calls.append(.handsOver(to: word()))
            } else if let fault = fault() {
                answer.fault = fault
            } else {
                return nil
            }
        }
        return answer
    }

    private mutating func fault() -> Script.Fault? {
        let plain: [Script.Fault] = [
            .runsOutOfTokens, .speaksAfterDone, .repeatsItself, .ignoresCancel, .twoItemsInterleaved,
            .twoItems, .forgetsMetadata, .refuses, .isBusy,
        ]
        for fault in plain where take(fault.words) { return fault }
        if take("drops at ") { return number().map { .drops(at: .milliseconds($0)) } }
        if take("expires at ") { return number().map { .expires(at: .milliseconds($0)) } }
        if take("falls silent at ") { return number().map { .fallsSilent(at: .milliseconds($0)) } }
        if take("fails at ") { return number().map { .fails(at: .milliseconds($0)) } }
        return nil
    }
}

import FloorControl
import Rooms

// A plan as a script: one line per step, in words. `RoomPlan(script:)` reads it back.
//
// Scripted conversations (Tests/RoomsTests) have a form of their own, since they say another thing: what must
// come of it. Here nothing is expected but the invariants, and everything counts that moves a race by a
// millisecond.

extension RoomPlan: CustomStringConvertible {
    public var description: String {
        let head =
            "room of seed \(seed), network \(network.lowerBound) to \(network.upperBound) ms, patience \(patience) ms, turns of \(longestTurn) ms, sessions of \(sessions) ms, agents take \(hearing)"
        return ([head] + steps.map(\.description)).joined(separator: "\n")
    }
}

extension PlannedStep: CustomStringConvertible {
    public var description: String { "at \(at) ms \(step)" }
}

extension Step: CustomStringConvertible {
    public var description: String {
        switch self {
        case .joins(let agent): "\(agent) joins"
        case .leaves(let agent): "\(agent) leaves"
        case .calls(let caller): "\(caller) calls"
        case .hangsUp(let caller): "\(caller) hangs up"
        case .says(let caller, let saying): "\(caller) says \(saying)"
        case .types(let caller, let text): "\(caller) types \"\(text)\""
        case .mutes(let caller, let isMuted): "\(caller) \(isMuted ? "mutes" : "unmutes")"
        case .fallsSilent(let caller): "\(caller) falls silent"
        case .reports(let caller, let position): "\(caller) reports \(position) ms"
        case .playerLags(let caller, let lag): "\(caller) plays \(lag) ms late"
        case .moderatorGives(let agent): "moderator gives \(agent) the floor"
        case .interrupts: "somebody interrupts"
        case .answers(let agent, let answer): "\(agent) answers \(answer)"
        case .sessionBreaks(let agent): "\(agent) loses the session"
        case .earBreaks(let caller): "\(caller) loses the ear"
        case .refuses(let agent, let losses):
            "\(agent) is refused: \(losses.map(\.words).joined(separator: ", "))"
        case .refusesCommit(let agent): "\(agent) refuses a commit"
        case .serverIsDead(let agent, let isDead): "\(agent) has a \(isDead ? "dead" : "living") server"
        case .mishap(let agent, let mishap): "\(agent) \(mishap)"
        case .ear(let caller, let manner): "\(caller) has an ear \(manner)"
        case .toolsTake(let time, let ok): "tools take \(time) ms\(ok ? "" : " and fail")"
        case .closes: "room closes"
        }
    }
}

extension PlannedSaying: CustomStringConvertible {
    public var description: String {
        let words =
            switch words {
            case .final(let delay): "words \(delay) ms after"
            case .beforeTheEnd: "words before the end"
            case .failed(let delay): "words fail \(delay) ms after"
            case .never: "words never"
            }
        return "\"\(text)\" for \(duration) ms, \(words)\(hasPartials ? "" : ", no partial words")"
    }
}

extension PlannedAnswer: CustomStringConvertible {
    public var description: String {
        let calls = calls.map { call in
            switch call {
            case .looksUp: ", looks up"
            case .handsOver(let agent): ", hands over to \(agent)"
            }
        }
        let timing =
            "for \(duration) ms, created after \(createdAfter) ms, first sound after \(firstSound) ms, \(speed) times real time, pieces of \(chunk) ms"
        return timing + calls.joined() + (fault.map { ", \($0.words)" } ?? "")
    }
}

extension Mishap: CustomStringConvertible {
    public var description: String {
        switch kind {
        case .lost: "misses an event after \(skipping)"
        case .doubled: "hears an event twice after \(skipping)"
        case .late(let delay): "hears an event \(delay) ms late after \(skipping)"
        }
    }
}

extension EarManner: CustomStringConvertible {
    public var description: String {
        switch self {
        case .usual: "as usual"
        case .lags(let lag): "\(lag) ms late"
        case .repeatsItself: "that repeats itself"
        case .neverStops: "that never stops"
        case .losesStops: "whose stops get lost"
        }
    }
}

extension Duration {
    /// In whole milliseconds.
    var milliseconds: Int { Int(self / .milliseconds(1)) }
}

extension LinkLoss {
    var words: String {
        switch self {
        case .refused(let status): "refused \(status)"
        case .closed(let code, _): "closed \(code)"
        }
    }
}

extension Script.Fault {
    var words: String {
        switch self {
        case .drops(let at): "drops at \(at.milliseconds) ms"
        case .expires(let at): "expires at \(at.milliseconds) ms"
        case .fallsSilent(let at): "falls silent at \(at.milliseconds) ms"
        case .fails(let at): "fails at \(at.milliseconds) ms"
        case .runsOutOfTokens: "runs out of tokens"
        case .speaksAfterDone: "speaks after done"
        case .repeatsItself: "repeats itself"
        case .ignoresCancel: "ignores cancel"
        case .twoItems: "two items"
        case .twoItemsInterleaved: "two items interleaved"
        case .forgetsMetadata: "forgets metadata"
        case .refuses: "refuses"
        case .isBusy: "is busy"
        }
    }
}

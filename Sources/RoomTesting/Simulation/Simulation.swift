import FloorControl
import JSONValues
import Personas
import Realtime
public import Rooms

/// Plays a plan: first the storm it describes, then a calm in which nobody does anything out of the ordinary,
/// so that what is still wrong then was left behind by the storm.
public struct Simulation {
    public let plan: RoomPlan
    let stage: Stage
    let witness = Witness()
    private var lags: [Identity: Int] = [:]

    /// - Parameter fault: Planted, to show that it is noticed.
    /// - Parameter limits: What the call may use; a room that has used it closes before its calm.
    public static func run(
        _ plan: RoomPlan, with fault: PlantedFault? = nil, limits: CallLimits = CallLimits()
    ) -> [Violation] {
        var simulation = Simulation(plan, fault, limits)
        return simulation.run()
    }

    private init(_ plan: RoomPlan, _ fault: PlantedFault?, _ limits: CallLimits) {
        self.plan = plan
        var settings = Stage.settings
        settings.emptyTimeout = .milliseconds(plan.patience)
        settings.floor.maxTurnLength = .milliseconds(plan.longestTurn)
        settings.seed = plan.seed
        settings.earServerCount = plan.servers
        if plan.items > 0 { settings.budget.items = plan.items }
        settings.limits = limits
        stage = Stage(settings: settings, hearing: plan.hearing, seed: plan.seed)
        stage.latencies = plan.network
        if plan.sessions > 0 { stage.sessionLength = .milliseconds(plan.sessions) }
        stage.forgetsSound = true
        stage.witness = witness
        stage.tampering = fault.map(Tampering.init)
        stage.tools["look_up"] = (.milliseconds(200), "{}", true)
        for agent in Ensemble.agents { stage.otherwise(agent, PlannedAnswer(900).script) }
    }

    private mutating func run() -> [Violation] {
        for planned in plan.steps where !stage.isOver && witness.violations.isEmpty {
            reportPositions(until: planned.at)
            stage.run(until: .milliseconds(planned.at))
            take(planned.step)
        }
        let calm = Calm(stage: stage, witness: witness)
        if witness.violations.isEmpty { calm.calmDown() }
        if witness.violations.isEmpty { calm.awaitTheEnd(longestTurn: .milliseconds(plan.longestTurn)) }
        if witness.violations.isEmpty { calm.askEverybody() }
        if witness.violations.isEmpty { calm.close() }
        return stage.complaints.map(violation) + witness.violations + differences()
    }

    /// What the floor's record, as a file keeps it, tells of another floor than the one there was.
    private func differences() -> [Violation] {
        var replay = FloorReplay()
        for entry in stage.record {
            let detail: String
            do {
                let kept = try FloorEntry(JSON(parsing: entry.json.utf8))
                guard let difference = replay.replay(kept) else { continue }
                detail = "\(difference)"
            } catch {
                detail = "\(error) in \(entry.json.text)"
            }
            return [Violation(invariant: .recordReplays, at: stage.now, detail: detail)]
        }
        return []
    }

    private func violation(_ complaint: String) -> Violation {
        Violation(invariant: .serversAreContent, at: stage.now, detail: complaint)
    }

    /// Players that lag say four times a second how far they are.
    private mutating func reportPositions(until time: Int) {
        guard !lags.isEmpty else { return }
        var at = Int(stage.now.sinceOpening / .milliseconds(1)) + 250
        while at < time {
            stage.run(until: .milliseconds(at))
            for (caller, lag) in lags.sorted(by: { $0.key.description < $1.key.description }) {
                reportTruth(by: caller, lag)
            }
            at += 250
        }
    }

    private func reportTruth(by caller: Identity, _ lag: Int) {
        guard let turn = witness.turn, turn.isStarted, let listener = witness.listeners[caller] else {
            return
        }
        let played = listener.played(at: stage.now) / 24 - lag
        stage.handle(.positionReported(by: caller, turn.id, .milliseconds(max(0, played))))
    }
}

// The storm.
extension Simulation {
    private mutating func take(_ step: Step) {
        switch step {
        case .joins(let agent): join(agent)
        case .leaves(let agent): if stage.room.agentIdentities.contains(agent) { stage.leave(agent) }
        case .calls(let caller): if !stage.room.holds(caller) { stage.call(caller) }
        case .hangsUp(let caller):
            lags[caller] = nil
            if stage.room.callerIdentities.contains(caller) { stage.leave(caller) }
        case .says(let caller, let saying): stage.begin(caller, saying.saying)
        case .types(let caller, let text):
            if stage.room.callerIdentities.contains(caller) {
                stage.handle(.messageTyped(from: caller, text: text))
            }
        case .mutes(let who, let isMuted):
            stage.handle(
                Ensemble.agents.contains(who) ? .agentMuted(who, isMuted) : .callerMuted(who, isMuted))
        case .fallsSilent(let caller): stage.cutMicrophone(of: caller)
        case .reports(let caller, let position):
            if let turn = witness.turn?.id {
                stage.handle(.positionReported(by: caller, turn, .milliseconds(position)))
            }
        case .playerLags(let caller, let lag): lags[caller] = lag
        case .moderatorGives(let agent): stage.handle(.moderatorGave(agent, instructions: "Speak."))
        case .interrupts: stage.handle(.interruptRequested)
        case .answers, .sessionBreaks, .earBreaks, .refuses, .refusesCommit, .sumsUp, .serverIsDead, .mishap,
            .ear,
            .toolsTake:
            serve(step)
        case .closes: stage.handle(.closeRequested(reason: .deleted))
        }
    }

    private func serve(_ step: Step) {
        switch step {
        case .answers(let agent, let answer): stage.script(agent, answer.script)
        case .sessionBreaks(let who), .earBreaks(let who): stage.breakOff(who)
        case .refuses(let agent, let losses): for loss in losses { stage.refuse(agent, loss) }
        case .sumsUp(let agent, let summary): stage.summaries(agent, summary)
        case .refusesCommit(let agent): stage.refuseCommits(of: agent)
        case .serverIsDead(let agent, let isDead): stage.mute(server: agent, isDead)
        case .mishap(let agent, let mishap): stage.mishaps[agent, default: []].append(mishap)
        case .ear(let caller, let manner): stage.earManners[caller] = manner
        case .toolsTake(let time, let ok): stage.tools["look_up"] = (.milliseconds(time), "{}", ok)
        case .joins, .leaves, .calls, .hangsUp, .says, .types, .mutes, .fallsSilent, .reports, .playerLags,
            .moderatorGives, .interrupts, .closes:
            break
        }
    }

    private func join(_ agent: Identity) {
        guard !stage.room.holds(agent), var persona = Ensemble.persona(agent) else { return }
        persona.realtime = (1...plan.servers).map { Persona.Backend(model: "model-\($0)") }
        stage.join(persona)
    }
}

extension PlannedSaying {
    var saying: Saying {
        var saying = Saying(text, .milliseconds(duration))
        if !hasPartials { saying.partials = .none }
        saying.transcript =
            switch words {
            case .final(let delay): .final(after: .milliseconds(delay))
            case .beforeTheEnd: .beforeStopped
            case .failed(let delay): .failed(after: .milliseconds(delay))
            case .never: .never
            }
        return saying
    }
}

extension PlannedAnswer {
    private static let words = [
        "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
        "thirteen",
    ]

    var script: Script {
        let text = Self.words.prefix(max(1, duration / 400)).joined(separator: " ")
        var script = Script(text, .milliseconds(duration), fault: fault)
        script.createdAfter = .milliseconds(createdAfter)
        script.firstAudio = .milliseconds(firstSound)
        script.speed = speed
        script.chunk = .milliseconds(chunk)
        script.calls = calls.map { call in
            switch call {
            case .looksUp: ("look_up", "{}")
            case .handsOver(let agent): ("request_turn", #"{"agent": "\#(agent)", "reason": "it fits"}"#)
            }
        }
        return script
    }
}

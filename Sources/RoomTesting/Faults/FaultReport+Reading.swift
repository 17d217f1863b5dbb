import Audio
import FloorControl
import Realtime
public import Rooms

// What the world saw of a scene.

extension FaultReport {
    /// Plays the cell. The same cell always comes to the same.
    /// - Parameter mistake: Planted, to show that it is noticed.
    public init(of cell: FaultCell, hearing: AgentInput = .audio, with mistake: PlantedFault? = nil) {
        var scene = FaultScene(cell, hearing: hearing, with: mistake)
        scene.play()
        self.init(scene)
    }

    private init(_ scene: FaultScene) {
        cell = scene.cell
        hearing = scene.stage.input
        let after = scene.stage.log.filter { $0.at >= scene.struckAt && $0.at < scene.quietAt }
        connection = Self.connection(scene, after.map(\.event))
        turns = after.filter { $0.at < scene.isOverAt }.compactMap { _, event in
            guard case .turnEnded(_, let agent, let outcome, let heard, _) = event else { return nil }
            return Turn(agent: agent, outcome: outcome, heard: heard)
        }
        statuses = after.compactMap { Self.status($0.event) }
        longestSilence = Silences(scene).longest
        unheard = scene.unheard
        answer = Self.answer(scene)
        errors = after.compactMap { if case .error(let fault) = $0.event { fault.code } else { nil } }
        unansweredCalls = scene.unansweredCalls
        unreadFrames = scene.stage.unreadFrames
        violations = scene.stage.complaints + scene.witness.violations.map(\.description)
    }

    private static func status(_ event: RoomEvent) -> AgentStatus? {
        guard case .agentStatus(FaultScene.agent, _, let status, _, _) = event else { return nil }
        return switch status {
        case .reconnecting, .failed, .joining, .joined, .left: status
        case .thinking, .speaking, .listening: nil
        }
    }

    private static func answer(_ scene: FaultScene) -> (agent: Identity, after: Duration)? {
        let asked = scene.askedAt.advanced(by: FaultScene.question.duration)
        for (at, event) in scene.stage.log where at >= scene.askedAt && at < scene.quietAt {
            if case .turnStarted(_, let agent, _) = event { return (agent, asked.duration(to: at)) }
        }
        return nil
    }

    private static func connection(_ scene: FaultScene, _ events: [RoomEvent]) -> Connection {
        let isOver = events.contains { event in
            switch (scene.cell.place, event) {
            case (.session, .agentStatus(FaultScene.agent, _, .failed, _, _)): true
            case (.ear, .error(let fault)): fault.code == "ear_unavailable"
            default: false
            }
        }
        if isOver { return .failed }
        let opening = scene.stage.openings.last {
            $0.link.owner == scene.cell.place.owner && $0.at >= scene.struckAt
        }
        return opening.map { .replaced(after: scene.struckAt.duration(to: $0.at)) } ?? .kept
    }
}

/// When somebody waits for an agent and hears nobody.
private struct Silences {
    private typealias Interval = (start: RoomTime, end: RoomTime)
    private var promised: [Interval] = []
    private var excused: [Interval] = []
    private var sounding: [Interval] = []
    private let scene: FaultScene

    init(_ scene: FaultScene) {
        self.scene = scene
        sounding = scene.stage.players[FaultScene.bystander]?.sounding ?? []
        read(scene.stage.log)
    }

    private mutating func read(_ log: [(at: RoomTime, event: RoomEvent)]) {
        var promise: RoomTime?
        var voice: RoomTime?
        for (at, event) in log {
            switch event {
            case .floorChanged(let floor):
                let isPromised = floor.turn != nil || !floor.queue.isEmpty
                if isPromised { promise = promise ?? at } else { close(&promise, at, &promised) }
            case .speechStarted: voice = voice ?? at
            case .speechStopped: close(&voice, at, &excused)
            case .toolCalled: excused.append((at, at.advanced(by: .seconds(3))))
            default: break
            }
        }
        close(&promise, scene.stage.now, &promised)
        close(&voice, scene.stage.now, &excused)
    }

    private func close(_ open: inout RoomTime?, _ at: RoomTime, _ intervals: inout [Interval]) {
        if let start = open { intervals.append((start, at)) }
        open = nil
    }

    /// Up to the question that is asked when all is over, and its answer.
    var longest: Duration {
        let step: Duration = .milliseconds(20)
        var longest: Duration = .zero
        var present: Duration = .zero
        var at = scene.struckAt
        while at < scene.quietAt {
            let isSilent =
                Self.has(at, promised) && !Self.has(at, excused) && !Self.has(at, sounding)
            present = isSilent ? present + step : .zero
            longest = max(longest, present)
            at = at.advanced(by: step)
        }
        return longest
    }

    private static func has(_ time: RoomTime, _ intervals: [Interval]) -> Bool {
        intervals.contains { $0.start <= time && time < $0.end }
    }
}

import Audio
public import FloorControl
public import Personas
public import Rooms

// Who comes, what they say, and what they hear.

extension Stage {
    /// Agents join, callers call, and everybody's session is made ready.
    public convenience init(
        agents: [Persona], callers: [Identity] = ["ana"], settings: Room.Settings = Stage.settings,
        hearing input: AgentInput = .text, seed: UInt64 = 1
    ) {
        self.init(settings: settings, hearing: input, seed: seed)
        for caller in callers { call(caller) }
        for agent in agents { join(agent) }
        run(for: .milliseconds(200))
    }

    public func join(_ persona: Persona) {
        let identity = Identity(persona.id)
        if !agents.contains(identity) { agents.append(identity) }
        plans[identity, default: Plan()].other = plans[identity]?.other ?? Script("All is well.")
        handle(
            .agentJoined(
                AgentProfile(
                    identity: identity, participantID: "pa_\(identity)", persona: persona,
                    serverCount: max(1, persona.realtime.count))))
    }

    /// A caller comes in; their name is their identity with a capital.
    public func call(_ caller: Identity) {
        players[caller] = Player()
        microphones[caller] = Microphone(index: microphones[caller]?.index ?? microphones.count)
        let name = caller.description.prefix(1).uppercased() + caller.description.dropFirst()
        handle(.callerJoined(CallerProfile(identity: caller, name: name)))
    }

    public func leave(_ identity: Identity) {
        if agents.contains(identity) {
            handle(.agentLeft(identity, reason: .left))
        } else {
            microphones[identity]?.isOpen = false
            handle(.callerLeft(identity, reason: .left))
        }
    }

    // MARK: - Speaking

    /// The caller begins to say this now.
    public func begin(_ caller: Identity, _ saying: Saying) {
        guard let microphone = microphones[caller] else { return }
        microphones[caller]?.sayings.append((saying, SampleRate.hz24000.samples(in: saying.duration)))
        if !microphone.isRunning {
            microphones[caller]?.isRunning = true
            plan(after: .zero) { $0.listen(to: caller) }
        }
    }

    /// The caller says this; time passes until the last word has left their mouth.
    public func say(_ caller: Identity, _ text: String, _ duration: Duration = .milliseconds(900)) {
        say(caller, Saying(text, duration))
    }

    public func say(_ caller: Identity, _ saying: Saying) {
        begin(caller, saying)
        run(for: saying.duration)
    }

    /// One frame of the microphone, as long as there is something to say or the ear still listens.
    private func listen(to caller: Identity) {
        guard var microphone = microphones[caller], microphone.isOpen else { return }
        let saying = microphone.takeFrame()
        let count = Room.frameSampleCount
        let samples =
            saying == nil ? Array(repeating: 0, count: count) : Sound.caller(microphone.index, count: count)
        microphone.isRunning = saying != nil || microphone.trailing > 0
        microphones[caller] = microphone
        switch hear(samples, from: caller) {
        case .feed(let link): feedKept(link, caller, saying)
        case .feedSilence(let link): feedKept(link, caller, nil)
        case .keep: microphones[caller]?.keep(saying)
        case .keepSilence: microphones[caller]?.keep(nil)
        case .drop: break
        }
        if microphone.isRunning { plan(after: Room.frameDuration) { $0.listen(to: caller) } }
    }

    /// A caller's frame that their ear learns nothing of, unless the answer is carried out.
    @discardableResult
    public func hear(_ samples: [Int16], from caller: Identity) -> Room.Hearing {
        let (hearing, startPump) = samples.withUnsafeBufferPointer { room.hear($0, from: caller) }
        if startPump { self.startPump() }
        return hearing
    }

    /// Ears are given what was kept for them, even if the microphone is silent now.
    func feedBacklogs() {
        for caller in room.callerIdentities where microphones[caller]?.kept.isEmpty == false {
            guard case .feed(let link) = hear([], from: caller), let microphone = microphones[caller] else {
                continue
            }
            microphones[caller]?.kept = []
            for earlier in microphone.kept { feed(link, caller, Room.frameSampleCount, earlier) }
        }
    }

    /// First what was kept.
    private func feedKept(_ link: LinkID, _ caller: Identity, _ saying: Saying?) {
        let kept = microphones[caller]?.kept ?? []
        microphones[caller]?.kept = []
        for earlier in kept + [saying] { feed(link, caller, Room.frameSampleCount, earlier) }
    }

    /// What an agent hears is told apart by run of voice, not by caller.
    private func feed(_ link: LinkID, _ caller: Identity, _ count: Int, _ saying: Saying?) {
        let run = ears[link]?.append(count, saying) ?? 0
        let sound = Array(repeating: Int16(run), count: count)
        if let agent = sound.withUnsafeBufferPointer({ room.fed($0, from: caller) }) {
            peers[agent]?.append(sound)
        }
    }

    /// The caller's line sends nothing any more, not even silence.
    public func cutMicrophone(of caller: Identity) { microphones[caller]?.isOpen = false }

    // MARK: - Hearing

    public func heard(by caller: Identity, since start: RoomTime = .zero) -> [Int16] {
        players[caller]?.heard(since: start, until: now) ?? []
    }

    /// The agents' voices as this caller heard them.
    public func runs(heardBy caller: Identity, since start: RoomTime = .zero) -> [Sound.Run] {
        Sound.runs(in: heard(by: caller, since: start))
    }

    /// How much of an agent this caller heard.
    public func heard(_ agent: Identity, by caller: Identity, since start: RoomTime = .zero) -> Duration {
        let index = agents.firstIndex(of: agent)
        let count = runs(heardBy: caller, since: start).filter { $0.agent == index }.map(\.count).reduce(0, +)
        return SampleRate.hz24000.duration(of: count)
    }

    /// Runs until the caller has heard so much of the agent, counted from now or from `start`; complains when that
    /// takes 20 s more.
    public func run(
        untilHeard agent: Identity, by caller: Identity = "ana", since start: RoomTime? = nil,
        _ duration: Duration
    ) {
        let start = start ?? now
        let end = now.advanced(by: duration + .seconds(20))
        while now < end {
            let heard = heard(agent, by: caller, since: start)
            guard heard < duration else { return }
            // Sound plays in real time: it cannot have been heard any sooner.
            run(for: max(.milliseconds(5), duration - heard))
        }
        complain("\(caller) did not hear \(duration) of \(agent) in time")
    }
}

/// A caller's microphone: what is still to be said, then a second of silence.
struct Microphone {
    let index: Int
    var isOpen = true
    var isRunning = false
    var sayings: [(saying: Saying, left: Int)] = []
    var trailing = 0
    /// Frames that the ear was not ready for, 5 s at most.
    var kept: [Saying?] = []

    mutating func keep(_ saying: Saying?) {
        kept.append(saying)
        if kept.count > 250 { kept.removeFirst() }
    }

    init(index: Int) { self.index = index }

    mutating func takeFrame() -> Saying? {
        guard let first = sayings.first else {
            trailing -= 1
            return nil
        }
        trailing = 50
        sayings[0].left -= Room.frameSampleCount
        if sayings[0].left <= 0 { sayings.removeFirst() }
        return first.saying
    }
}

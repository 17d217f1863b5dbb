import Audio

/// When a recorded caller goes on: a pause of the recording lasts longer where the room is slower than whoever
/// recorded it thought, for a busy machine or a model that says more.
struct Manners {
    /// The caller goes on as recorded, whoever speaks.
    static let none = Manners(budget: .zero)
    /// The caller lets people answer, but spends no more than `budget` on it in all.
    static func patient(budget: Duration) -> Manners { Manners(budget: budget) }

    /// What a recording's pauses allow for an answer to begin; from then on a pause waits for it.
    private static let usualLatency: Duration = .milliseconds(600)
    /// Who pauses for so long has asked, and hears the answer out. A shorter pause means to cut in.
    private static let longPause: Duration = .milliseconds(2_500)
    /// Between the end of an answer and the next words.
    private static let breath: Duration = .milliseconds(400)
    /// Of one pause. An agent that never ends is spoken into, words that nobody understands are not waited for.
    private static let longestWait: Duration = .seconds(15)
    /// What resampling leaves of silence.
    private static let silence: Int16 = 64

    private struct Pause {
        let samples: Range<Int>
        var waited: Duration = .zero
    }

    private var budget: Duration
    private var pauses: [Pause] = []

    private init(budget: Duration) { self.budget = budget }

    /// - Parameter voice: what will be said.
    mutating func read(_ voice: [Int16], rate: SampleRate) {
        guard budget > .zero else { return }
        var start = 0
        for index in 0...voice.count
        where index == voice.count || voice[index].magnitude > Self.silence.magnitude {
            if rate.duration(of: index - start) > Self.usualLatency {
                pauses.append(Pause(samples: start..<index))
            }
            start = index + 1
        }
    }

    /// Whether the caller stays silent for one more `frame` instead of saying what the recording holds at `sample`.
    ///
    /// - Parameter quiet: for how long nothing has happened.
    mutating func waits(
        at sample: Int, for frame: Duration, in room: RoomActivity, quiet: Duration, rate: SampleRate
    ) -> Bool {
        guard budget > .zero, let index = pauses.firstIndex(where: { $0.samples.contains(sample) }),
            pauses[index].waited < Self.longestWait
        else { return false }
        let pause = pauses[index].samples
        let isDue = rate.duration(of: sample - pause.lowerBound) >= Self.usualLatency
        let isLast = rate.duration(of: pause.upperBound - sample) <= frame * 2
        let isLong = rate.duration(of: pause.count) >= Self.longPause
        let waits = isDue && room.isPending || isLast && isLong && (room.isBusy || quiet < Self.breath)
        if waits {
            pauses[index].waited += frame
            budget -= frame
        }
        return waits
    }
}

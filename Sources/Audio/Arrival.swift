/// Where on a call's line of time a voice's frames belong, which come when the network likes: one after the other,
/// as they were spoken, as long as that is about when they come.
///
/// A network that stands still delivers everything afterwards, at once; who speaks no more sends nothing. Both begin
/// with a frame that is late. So a late frame is taken for one that was held up, unless it is very late or those after
/// it are as late: then something was left out, and there is silence in its place.
public struct Arrival: Sendable {
    /// Of what was placed last, in samples since the call began.
    private var end: Int?
    /// Since when all frames have come too late, or too early, and by how much at least.
    private var drift: (since: Int, by: Int)?

    /// Frames of 20 ms that come 60 ms too late or too early have not gone astray. In samples at 24 kHz, as all here.
    private static let tolerance = 24 * 60
    /// How long frames must have been late to have been spoken late: longer than what TCP has lost takes to come again.
    private static let patience = 24_000
    /// As late as this nothing was held up.
    private static let longest = 24 * 800

    public init() {}

    /// - Parameter now: when the frame came; its last sample was spoken then, or before.
    /// - Returns: where the frame begins.
    public mutating func place(_ count: Int, at now: Int) -> Int {
        let due = max(0, now - count)
        var start = end ?? due
        let offset = due - start
        if abs(offset) <= Self.tolerance {
            drift = nil
        } else if abs(offset) > Self.longest {
            drift = nil
            start = due
        } else if let long = drift, (long.by > 0) == (offset > 0) {
            let by = abs(offset) < abs(long.by) ? offset : long.by
            drift = (long.since, by)
            if now - long.since >= Self.patience {
                drift = nil
                start += by
            }
        } else {
            drift = (now, offset)
        }
        end = start + count
        return start
    }
}

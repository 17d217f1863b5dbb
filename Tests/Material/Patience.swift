import Foundation

/// How much longer than usual tests wait for what must happen: `PARLEY_PATIENCE`, 1 when it is not set.
///
/// A deadline in a test tells what is late from what never comes, and no promise of Parley's hangs on it. An instrumented
/// build runs three to fifteen times slower, so `make sanitize` sets this instead of every test having a deadline of minutes.
/// What a test asserts of Parley's own limits is a setting of that test, and does not stretch.
package enum Patience {
    package static let factor =
        ProcessInfo.processInfo.environment["PARLEY_PATIENCE"].flatMap { Int($0) } ?? 1
}

extension Duration {
    /// This long on an ordinary build.
    package var patient: Duration { self * Patience.factor }
}

/// Waits until `condition` holds, at most `limit` of an ordinary build; whether it did.
package func holds(
    within limit: Duration = .seconds(5), isolation: isolated (any Actor)? = #isolation,
    _ condition: () async throws -> Bool
) async rethrows -> Bool {
    let end = ContinuousClock.now + limit.patient
    while ContinuousClock.now < end {
        if try await condition() { return true }
        try? await Task.sleep(for: .milliseconds(2))
    }
    return try await condition()
}

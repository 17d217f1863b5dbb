import FloorControl
import FloorTesting
import Testing

@Suite struct ExplorationTests {
    @Test func `no order of events breaks a promise of the floor`() {
        var exploration = Exploration(Cast())
        let end = exploration.run(depth: 2)
        #expect(end == .depthReached)
        #expect(exploration.situations > 700)
    }

    @Test func `everything that can happen is tried`() {
        #expect(Alphabet(Cast()).kinds == Set(Alphabet.Kind.allCases))
    }

    /// Each fault is found within three steps; the script that leads to it breaks the same promise when it is
    /// repeated on a floor that was never written down as bytes.
    @Test(arguments: PlantedFault.all)
    func `a planted fault is caught`(fault: PlantedFault) {
        var exploration = Exploration(Cast(agents: 2), rules: fault.rules)
        let end = exploration.run(after: fault.opening, depth: 3)
        guard case .broken(let promise, let script) = end else {
            Issue.record("not caught: \(end)")
            return
        }
        #expect(promise == fault.breaks, "\(script)")
        #expect(script.broken == promise, "\(script)")
        #expect(!script.lines.isEmpty)
    }
}

import RoomTesting

/// How soon, how often and by which invariants the faults that were planted are noticed.
struct FaultCensus {
    private var findings: [(fault: PlantedFault, seeds: [UInt64], invariants: [String])] = []
    private let rooms: Int

    init(first: UInt64, seeds: Int) {
        rooms = seeds
        for fault in PlantedFault.allCases {
            var noticed: [UInt64] = []
            var names: Set<String> = []
            for seed in first..<first + UInt64(seeds) {
                guard let violation = Simulation.run(.drawn(from: seed), with: fault).first else { continue }
                noticed.append(seed)
                names.insert("\(violation.invariant)")
            }
            findings.append((fault, noticed, names.sorted()))
        }
    }

    var unnoticed: [PlantedFault] { findings.filter(\.seeds.isEmpty).map(\.fault) }

    func lines() -> [String] {
        findings.map { finding in
            let first = finding.seeds.first.map { "first by seed \($0)" } ?? "by none"
            return
                "\(finding.fault.rawValue): noticed by \(finding.seeds.count) of \(rooms) rooms, \(first): \(finding.invariants.joined(separator: ", "))"
        }
    }
}

import ArgumentParser
import RoomTesting

/// Every fault of a server at every moment of a call, and the table of what it came to.
struct Faults: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract:
            "Plays the fault matrix, and compares what it came to with the table in Protocol/faults.md.",
        discussion: "Each cell is judged by rules of its own; --write writes the table anew.")

    @Option(help: "The table's file.") var table = "Protocol/faults.md"
    @Flag(help: "Writes the table.") var write = false
    @Option(help: "Plays only cells whose name contains this, and prints all that is known of them.")
    var only: String?

    func run() async throws {
        if let only { return show(only) }
        let (reports, took) = await played()
        let complaints = reports.flatMap(\.complaints)
        for complaint in complaints { print(complaint) }
        print("\(reports.count) cells in \(took), \(complaints.count) complaints")
        guard complaints.isEmpty else { throw ExitCode.failure }
        let text = FaultTable(reports).document
        if write { return try TextFile.write(text, to: table) }
        guard try TextFile.read(table) == text else {
            throw ValidationError("\(table) says otherwise; `proofs faults --write` writes it anew.")
        }
    }

    private func show(_ name: String) {
        for cell in FaultCell.all where cell.description.contains(name) {
            let report = FaultReport(of: cell)
            print("\(cell): \(report.summary)")
            for complaint in report.complaints { print("  \(complaint)") }
        }
    }

    private func played() async -> ([FaultReport], Duration) {
        let clock = ContinuousClock()
        let start = clock.now
        let reports = await FaultTable.play(jobs: Machine.cores)
        return (reports, start.duration(to: clock.now))
    }
}

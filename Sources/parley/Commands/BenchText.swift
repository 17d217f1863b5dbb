import Benchmarking
import Foundation

/// The table of `parley bench`, and what it comes to.
enum BenchText {
    static let head = """
        rooms   caller → model ms   model → caller ms   late        service      bench    memory
                    p50       p99       p50       p99   frames   processors  processors       MB
        """

    static func row(of step: Sizing.Step) -> String {
        let times = [step.toModel.median, step.toModel.p99, step.toCaller.median, step.toCaller.p99]
        let columns = times.map { padded(milliseconds($0), to: 10) }.joined()
        return padded("\(step.rooms)", to: 5) + "  " + columns + padded("\(step.lateCount)", to: 9)
            + padded(number(step.serviceLoad, 2), to: 13) + padded(number(step.benchLoad, 2), to: 12)
            + padded(number(megabytes(step.memory), 0), to: 9) + (step.isSmooth ? "" : "   too many")
    }

    static func verdict(of sizing: Sizing, processors: Int) -> [String] {
        guard let held = sizing.held else {
            return ["", "Not even so few rooms ran smoothly: this machine is busy, or too slow."]
        }
        let isBound = !sizing.steps.contains { $0.rooms > held.rooms }
        var lines = [
            "",
            "This machine holds \(isBound ? "at least " : "")\(held.rooms) rooms of one caller and one agent"
                + (isBound ? "; it was not driven to its limit." : "."),
        ]
        let load = held.serviceLoad / Double(held.rooms)
        if load > 0 {
            lines.append(
                "A room costs \(number(load * 1_000, 1)) ms of a processor each second: \(Int(1 / load)) fill one, of \(processors)."
            )
        }
        if let first = sizing.steps.first, first.rooms < held.rooms {
            let added = megabytes(held.memory - first.memory) * 1_024 / Double(held.rooms - first.rooms)
            lines.append("A room more takes \(number(max(0, added), 0)) KB of memory.")
        }
        return lines
    }

    private static func milliseconds(_ duration: Duration?) -> String {
        duration.map { number($0 / .milliseconds(1), 2) } ?? "–"
    }

    private static func megabytes(_ bytes: Int) -> Double { Double(bytes) / 1_048_576 }

    private static func number(_ value: Double, _ digits: Int) -> String {
        String(format: "%.\(digits)f", value)
    }

    private static func padded(_ text: String, to width: Int) -> String {
        String(repeating: " ", count: max(0, width - text.count)) + text
    }
}

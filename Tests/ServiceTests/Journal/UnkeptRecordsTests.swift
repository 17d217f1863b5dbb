import Journal
import TestMaterial
import Testing

@testable import Service

@Suite struct UnkeptRecordsTests {
    private typealias Worth = UnkeptRecords.Worth

    private static func event(_ seq: Int, bytes: Int = 72) -> Record {
        Record(kind: .event, seq: seq, at: 1_000 + seq, body: [UInt8](repeating: 32, count: bytes))
    }

    private static func marker(_ gap: UnkeptRecords.Gap) -> Record {
        Record(kind: .event, seq: gap.to, at: gap.at, body: Array("\(gap.from)-\(gap.to):\(gap.count)".utf8))
    }

    /// Everything there is, as it would be written.
    private static func all(_ records: UnkeptRecords) -> [String] {
        var records = records
        var all: [String] = []
        while !records.isEmpty {
            all += records.batch().records.map { record in
                let text = String(decoding: record.body, as: UTF8.self)
                return text.hasPrefix(" ") ? "\(record.seq)" : text
            }
            _ = records.wrote()
        }
        return all
    }

    @Test func `what is passing goes first, the oldest of it, and one marker stands for all of it`() {
        var records = UnkeptRecords()
        for seq in 1...8 { records.add(Self.event(seq), seq.isMultiple(of: 2) ? .passing : .told) }
        let before = records.byteCount
        #expect(records.shed(Self.marker) == (events: 4, others: 0))
        #expect(Self.all(records) == ["3", "5", "1-6:4", "7", "8"], "the newest stays")
        #expect(records.byteCount < before)
        #expect(records.shed(Self.marker) == (events: 2, others: 0))
        #expect(Self.all(records) == ["1-6:6", "7", "8"], "the marker has grown, and is still one")
    }

    @Test func `landmarks are the last to go`() {
        var records = UnkeptRecords()
        records.add(Self.event(1), .landmark)
        for seq in 2...5 { records.add(Self.event(seq), .told) }
        records.add(Self.event(6), .landmark)
        _ = records.shed(Self.marker)
        #expect(Self.all(records) == ["1", "2-4:3", "5", "6"])
        for _ in 0..<2 { _ = records.shed(Self.marker) }
        #expect(Self.all(records).suffix(1) == ["6"], "the newest of them above all")
    }

    @Test func `what is being written stays, and what failed to be written may go`() {
        var records = UnkeptRecords()
        for seq in 1...4 { records.add(Self.event(seq), .told) }
        #expect(records.batch().records.map(\.seq) == [1, 2, 3, 4])
        for seq in 5...8 { records.add(Self.event(seq), .told) }
        #expect(records.shed(Self.marker) == (events: 2, others: 0))
        #expect(records.wrote() == 4)
        #expect(Self.all(records) == ["5-6:2", "7", "8"])
        _ = records.batch()
        records.failed()
        #expect(records.shed(Self.marker).events == 1)
        #expect(Self.all(records) == ["5-7:3", "8"])
    }

    @Test func `what the floor was told is passing and leaves no marker: replay sees the gap in its numbers`()
    {
        var records = UnkeptRecords()
        for seq in 1...4 { records.add(Record(kind: .floor, seq: seq, at: 0, body: [1]), .passing) }
        #expect(records.shed(Self.marker) == (events: 0, others: 2))
        #expect(records.batch().records.map(\.seq) == [3, 4])
        #expect(records.wrote() == nil)
        #expect(records.isEmpty && records.byteCount == 0)
    }

    @Test func `a batch lasts if one of its records has to, and is bounded`() {
        var records = UnkeptRecords()
        for seq in 1...UnkeptRecords.batchCount { records.add(Self.event(seq), .told) }
        records.add(Self.event(9_999), .landmark)
        #expect(records.batch().mustLast == false)
        #expect(records.wrote() == UnkeptRecords.batchCount)
        #expect(records.batch().mustLast)
        #expect(records.wrote() == 9_999)
    }

    /// Whatever comes and goes, numbers rise, every event is there or counted in the gap, and the bytes add up.
    @Test(arguments: [1, 2, 3, 4, 5] as [UInt64])
    func `no event is lost without being counted`(seed: UInt64) {
        var random = SplitMix64(state: seed)
        var records = UnkeptRecords()
        var written: [Record] = []
        var seq = 0
        for _ in 0..<400 {
            switch Int.random(in: 0..<10, using: &random) {
            case 0: _ = records.shed(Self.marker)
            case 1:
                written += records.batch().records
                _ = records.wrote()
            case 2:
                _ = records.batch()
                records.failed()
            default:
                seq += 1
                records.add(
                    Self.event(seq, bytes: Int.random(in: 1...300, using: &random)),
                    Worth.allCases.randomElement(using: &random) ?? .told)
            }
        }
        while !records.isEmpty {
            written += records.batch().records
            _ = records.wrote()
        }
        #expect(records.byteCount == 0)
        let numbers = written.map(\.seq)
        #expect(numbers == numbers.sorted() && Set(numbers).count == numbers.count, "seed \(seed)")
        let gaps = written.compactMap { record -> Int? in
            let text = String(decoding: record.body, as: UTF8.self)
            return text.hasPrefix(" ") ? nil : text.split(separator: ":").last.flatMap { Int($0) }
        }
        #expect(numbers.count - gaps.count + gaps.reduce(0, +) == seq, "seed \(seed)")
    }
}

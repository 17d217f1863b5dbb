import RoomTesting
import Testing

/// A part of the fault matrix; `proofs faults` plays all of it.
@Suite struct FaultMatrixTests {
    /// Each fault once, at one moment after the other.
    private static let sample = ServerFault.allCases.enumerated().map { index, fault in
        let moments = FaultMoment.allCases
        return FaultCell(index % 3 == 2 ? .ear : .session, fault, moments[(index + 1) % moments.count])
    }

    @Test(arguments: sample)
    func `whatever a server does at whatever moment, the room goes on`(cell: FaultCell) {
        #expect(FaultReport(of: cell).complaints == [])
    }

    /// A matrix that cannot fail proves nothing.
    @Test(arguments: [
        (PlantedFault.losesTruncate, FaultCell(.session, .error, .cancelling)),
        (.losesCatchUp, FaultCell(.session, .dropped, .idle)),
        (.losesStatus, FaultCell(.session, .dropped, .speaking)),
        (.ignoresDeadline, FaultCell(.session, .silent, .granted)),
        (.losesToolResult, FaultCell(.session, .slow, .toolRunning)),
        (.forwardsTheDead, FaultCell(.session, .slow, .cancelling)),
    ])
    func `a planted mistake is noticed`(mistake: PlantedFault, cell: FaultCell) {
        #expect(!FaultReport(of: cell, with: mistake).complaints.isEmpty)
    }

    @Test func `there are two places, seventeen faults and six moments`() {
        #expect(FaultCell.all.count == 204)
        #expect(Set(FaultCell.all).count == 204)
    }
}

import Journal
import Testing

struct JournalErrorTests {
    @Test func `a fenced writer learns which epoch it wrote under`() {
        #expect(JournalError.fenced(room: "standup", epoch: 3) != .fenced(room: "standup", epoch: 4))
    }
}

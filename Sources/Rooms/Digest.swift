import Realtime

extension Conversation {
    /// What stands for the oldest talk once it is condensed: a summary, a note of what no summary tells of, or both.
    /// Every session holds it as its first item, in one line that nobody's words can begin.
    public struct Digest: Equatable, Sendable {
        /// Counts from 1 within one room; every condensing makes a new one.
        public let number: Int
        /// The last utterance that it stands for.
        public let through: UtteranceID
        /// How many utterances it stands for, all in all.
        public let count: Int
        /// `nil` when none could be made yet.
        public let summary: String?
        /// Told as long as the call lasts: a later summary cannot bring them back.
        public let leftOut: LeftOut?

        public struct LeftOut: Equatable, Sendable {
            public let count: Int
            /// Whose words they were, each name once, in the order in which they first spoke.
            public let names: [String]
        }

        init(after earlier: Digest?, _ condensed: ArraySlice<Utterance>, into summary: String?) {
            number = (earlier?.number ?? 0) + 1
            through = condensed.last?.id ?? earlier?.through ?? UtteranceID(number: -1)
            count = (earlier?.count ?? 0) + condensed.count
            self.summary = summary ?? earlier?.summary
            guard summary == nil else {
                leftOut = earlier?.leftOut
                return
            }
            var names = earlier?.leftOut?.names ?? []
            for utterance in condensed where !names.contains(utterance.name) { names.append(utterance.name) }
            // Enough to tell that more are meant than are named.
            leftOut = LeftOut(
                count: (earlier?.leftOut?.count ?? 0) + condensed.count,
                names: Array(names.prefix(Self.mostNames + 1)))
        }

        private static let mostNames = 8

        /// As it stands in the sessions.
        public var text: String {
            let told = summary.map { "[Summary of what was said before] \(Attribution.words($0))" }
            return [told, leftOut.map(note)].compactMap(\.self).joined(separator: " ")
        }

        private func note(_ leftOut: LeftOut) -> String {
            var names = leftOut.names.prefix(Self.mostNames).map(Attribution.name)
            if leftOut.names.count > Self.mostNames { names.append("others") }
            let utterances = leftOut.count == 1 ? "1 utterance" : "\(leftOut.count) utterances"
            return "[Earlier talk was left out: \(utterances) by \(names.joined(separator: ", ")).]"
        }

        var item: ItemID { ItemID("summary_\(number)") }
    }
}

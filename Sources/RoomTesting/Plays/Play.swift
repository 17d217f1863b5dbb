/// A conversation written down like a stage play: who is there, what is said, and what must come of it.
///
/// A value with a plain text (`Tests/RoomsTests/Conversations/README.md`) that it is parsed from and printed to; what
/// is printed parses to the same play. ``Performance`` plays it in virtual time.
public struct Play: Equatable, Sendable {
    public struct Line: Equatable, Sendable {
        /// In the file, counted from 1.
        public let number: Int
        public let content: Content

        public init(_ number: Int, _ content: Content) {
            self.number = number
            self.content = content
        }
    }

    public enum Content: Equatable, Sendable {
        /// Words for the reader, in parentheses; nobody acts upon them.
        case note(String)
        /// How the room is, before the curtain rises.
        case setting(Setting)
        /// What somebody does.
        case direction(Direction)
        /// What must come of it.
        case expectation(Expectation)
    }

    /// The sentence that the play shows to be true.
    public var title: String
    public var lines: [Line]

    public init(title: String, lines: [Line]) {
        self.title = title
        self.lines = lines
    }

    /// A play of these lines, numbered as ``text`` prints them.
    public init(title: String, _ contents: [Content]) {
        self.init(title: title, lines: contents.map { Line(0, $0) })
        number()
    }

    /// Whether two plays say the same, wherever their lines stand.
    public func says(the other: Play) -> Bool {
        title == other.title && lines.map(\.content) == other.lines.map(\.content)
    }

    private mutating func number() {
        var number = 1
        var before: Content?
        lines = lines.map { line in
            number += before.map { $0.isFollowedByGap(before: line.content) } ?? true ? 2 : 1
            before = line.content
            return Line(number, line.content)
        }
    }
}

extension Play.Content {
    /// Whether a blank line stands between the two: before the first thing that happens, and before every new step
    /// after an expectation.
    func isFollowedByGap(before next: Play.Content) -> Bool {
        switch (self, next) {
        case (.setting, .direction), (.setting, .expectation), (.expectation, .direction),
            (.expectation, .note), (.expectation, .setting):
            true
        case (.note, _), (.setting, .note), (.setting, .setting), (.direction, _),
            (.expectation, .expectation):
            false
        }
    }
}

import FloorControl
import Personas

/// How what others said is written into a session so that nobody can write a line that looks like somebody else's.
///
/// A session's items know no names, so a name in brackets stands before the words: `[Ana] Send it.` Names are chosen by
/// people, words by people, models and tools; none of them may begin such a line, or put a bracket with a name in it
/// anywhere else, where a model could take it for one.
enum Attribution {
    /// A name as it stands between the brackets: one line without brackets.
    static func name(_ text: String) -> String {
        String(oneLine(text).map { bracket($0) == nil ? $0 : " " })
    }

    /// Somebody's words: one line, in which brackets are parentheses. An index such as `list[0]` stays as it is: it is
    /// no name, and means something.
    static func words(_ text: String) -> String {
        guard text.contains(where: { bracket($0) != nil || isBreak($0) }) else { return text }
        var characters = Array(oneLine(text))
        for index in characters.indices {
            guard let form = bracket(characters[index]), !isIndex(characters, at: index) else { continue }
            characters[index] = form
        }
        return String(characters)
    }

    /// A tool's answer: one line, in which brackets around a plain name are parentheses. Those of JSON stay.
    static func answer(_ text: String) -> String {
        var characters = Array(oneLine(text))
        var open: Int?
        for index in characters.indices {
            switch bracket(characters[index]) {
            case "(": open = index
            case ")":
                if let start = open, isName(characters[(start + 1)..<index]) {
                    characters[start] = "("
                    characters[index] = ")"
                }
                open = nil
            default: break
            }
        }
        return String(characters)
    }

    /// Whatever ends a line, or is not meant to be seen, is a space.
    static func oneLine(_ text: String) -> String {
        String(text.map { isBreak($0) ? " " : $0 })
    }

    private static func isBreak(_ character: Character) -> Bool {
        character.isNewline || character.unicodeScalars.contains { $0.properties.generalCategory == .control }
    }

    /// The parenthesis in place of a bracket, the wide and the ornate ones among them; `nil` for what is none.
    private static func bracket(_ character: Character) -> Character? {
        switch character.unicodeScalars.first {
        case "[", "\u{FF3B}", "\u{3010}", "\u{27E6}", "\u{2045}", "\u{3014}", "\u{301A}": "("
        case "]", "\u{FF3D}", "\u{3011}", "\u{27E7}", "\u{2046}", "\u{3015}", "\u{301B}": ")"
        default: nil
        }
    }

    /// A bracket of `list[0]`, `list[12]`, `list[i]`: glued to a word, around a number or one letter.
    private static func isIndex(_ text: [Character], at index: Int) -> Bool {
        var start = index
        if text[index] == "]" {
            start = text[..<index].lastIndex(of: "[") ?? index
        }
        guard text[start] == "[", start > 0, text[start - 1].isLetter || text[start - 1].isNumber,
            let end = text[start...].firstIndex(of: "]"), end >= index
        else { return false }
        let inside = text[(start + 1)..<end]
        return !inside.isEmpty
            && (inside.count == 1 && inside[start + 1].isLetter || inside.allSatisfy(\.isNumber))
    }

    /// As a participant may be called, and no word of JSON.
    private static func isName(_ text: ArraySlice<Character>) -> Bool {
        guard text.contains(where: \.isLetter), !text.contains(where: { "\"{}:,".contains($0) }) else {
            return false
        }
        return !["true", "false", "null"].contains(String(text))
    }
}

extension Room {
    /// How a caller's words are attributed in the sessions. Nobody can speak in somebody else's name: a caller called
    /// like an agent, or like a caller who was there before, is marked.
    func attribution(of caller: Identity) -> String {
        let name = displayName(of: caller)
        let folded = Self.folded(name)
        let isAgents = agents.contains { seat in
            let persona = seat.profile.persona
            return ([persona.name, seat.identity.description] + persona.aliases).contains {
                Self.folded($0) == folded
            }
        }
        if isAgents { return "\(name) (a caller)" }
        let earlier = callers.prefix { $0.identity != caller }
        let isTaken = earlier.contains { Self.folded(displayName(of: $0.identity)) == folded }
        return isTaken ? "\(name) (\(caller))" : name
    }

    /// Names that differ in case, spaces, signs or what nobody sees are the same to whoever reads them.
    private static func folded(_ name: String) -> String {
        let plain = name.lowercased().filter { $0.isLetter || $0.isNumber }
        return plain.isEmpty ? name : plain
    }
}

import TestMaterial
import Testing

@testable import Grammar

/// Words as the rules look them up.
struct WordKeyTests {
    static let words = [
        "", "a", "b", "ab", "ba", "abc", "eightlet", "eightlex", "ninelette", "ninelettf", "sixteenletters16",
        "sixteenletters17", "seventeenletters1", "seventeenletters2", "über", "donaudampfschifffahrt",
        "donaudampfschifffahrten", "日本語",
    ]

    @Test func `no two words have one key`() {
        for (index, word) in Self.words.enumerated() {
            #expect(WordKey(word) == WordKey(word))
            for other in Self.words[(index + 1)...] {
                #expect(WordKey(word) != WordKey(other), "\(word) and \(other)")
            }
        }
    }

    @Test func `a key is the word of a rule, and none of its neighbours`() {
        #expect(WordKey("a") == "a")
        #expect(WordKey("sixteenletters16") == "sixteenletters16")
        #expect(WordKey("donaudampfschifffahrt") == "donaudampfschifffahrt")
        #expect(!(WordKey("") == "a"))
        #expect(!(WordKey("a") == "b"))
        #expect(!(WordKey("ab") == "ac"))
        #expect(!(WordKey("a") == "ab"))
        #expect(!(WordKey("donaudampfschifffahrt") == "donaudampfschiffmiete"))
        #expect(WordKey("him").isOne(of: ["he", "him"]))
        #expect(!WordKey("hum").isOne(of: ["he", "him"]))
    }

    @Test func `a table keeps what it was told while it grows`() {
        var table = WordTable<Int>()
        for number in 0..<2_000 { table["word\(number)", default: 0] += number }
        for number in 0..<2_000 { table["word\(number)", default: 0] += 1 }
        table.updateValues { $0 *= 2 }
        for number in 0..<2_000 { #expect(table["word\(number)"] == 2 * (number + 1)) }
        #expect(table["word2000"] == nil)
        #expect(WordTable<Int>()[""] == nil)
    }

    @Test func `a set has its words and those of the set it is joined with`() {
        let both = WordSet(["sit", "stay"]).union(["stay", "fetch"])
        for word in ["sit", "stay", "fetch"] { #expect(both.contains(word)) }
        #expect(!both.contains("off"))
        #expect(!both.contains(WordKey?.none))
    }

    @Test(arguments: [
        ["prices", "priced", "pricing", "price"], ["parties", "party"], ["stations", "station"],
        ["cities", "city"], ["payments", "payment"], ["stopped", "stopping", "stop"],
        ["watches", "watch"], ["boxes", "box"], ["classes", "class"], ["drivers", "driver"],
    ])
    func `inflections of a word have one stem`(_ forms: [String]) {
        #expect(Set(forms.map { Stem($0).count }).count == 1)
        for form in forms { #expect(Stem(form).key == Stem(forms[0]).key, "\(form)") }
    }

    @Test(arguments: [("his", "his"), ("bus", "bus"), ("sing", "sing"), ("red", "red"), ("bees", "bee")])
    func `what is too short keeps its ending`(_ word: String, _ stem: String) {
        #expect(Stem(word).key == WordKey(stem))
    }
}

import PersonaFiles
import Personas
import Testing

@Suite struct CatalogueTests {
    @Test func `a spoken name leads to one agent`() throws {
        let folder = try Folder([
            "a.md": file("Nova"), "b.md": file("Ben", aliases: "Benny, NOVA"), "c.md": file("Cid"),
        ])
        let catalogue = try folder.opened().catalogue
        #expect(catalogue.personas.map(\.id) == ["a", "c"])
        #expect(
            catalogue.mistakes.map(\.description) == [
                "b.md:3: error: 'NOVA' is what a.md is called already; choose a name that leads to one agent"
            ])
    }

    @Test func `names and aliases are known by their lines`() throws {
        let folder = try Folder([
            "ben.md": "---\nname: Ben\naliases:\n  - Benny\n  - Jamin\n---\nYou are Ben.\n"
        ])
        let names = try folder.opened().catalogue.entries.flatMap(\.calledNames)
        #expect(names.map(\.spelling) == ["Ben", "Benny", "Jamin"])
        #expect(names.map(\.line) == [2, 4, 5])
    }

    @Test func `who is in force keeps the name, and a newcomer gets it once it is free`() throws {
        let folder = try Folder(["b.md": file("Nova")])
        var opened = try folder.opened()
        try folder.write("a.md", file("Nova"))
        #expect(try opened.reload().mistakes.map(\.file) == ["a.md"])
        #expect(opened.catalogue.personas.map(\.id) == ["b"])
        try folder.write("b.md", file("Ben"))
        #expect(try opened.reload().loaded == ["a", "b"])
        #expect(opened.catalogue.mistakes.isEmpty)
    }

    @Test func `two agents may exchange their names`() throws {
        let folder = try Folder(["a.md": file("Ada"), "b.md": file("Ben")])
        var opened = try folder.opened()
        try folder.write("a.md", file("Ben"))
        try folder.write("b.md", file("Ada"))
        #expect(try opened.reload().loaded == ["a", "b"])
        #expect(opened.catalogue.personas.map(\.name) == ["Ben", "Ada"])
    }

    @Test func `an agent whose new name is taken keeps the old one, though a newcomer wants that`() throws {
        let folder = try Folder(["ben.md": file("Ben"), "x.md": file("Ada")])
        var opened = try folder.opened()
        try folder.write("x.md", file("Ben"))
        try folder.write("a.md", file("Ada"))
        #expect(try opened.reload().mistakes.map(\.file) == ["a.md", "x.md"])
        #expect(opened.catalogue.personas.map(\.name) == ["Ben", "Ada"])
        #expect(opened.catalogue["a"] == nil)
    }

    @Test func `handing over to an agent without a file is only a warning`() throws {
        let folder = try Folder([
            "a.md": file(
                "Ada",
                script:
                    "{when: [x], say: x, request_turn: nvoa}, {when: [y], request_turn: Nova}, {request_turn: n}"
            ),
            "n.md": file("Nova"),
        ])
        var opened = try folder.opened()
        #expect(opened.catalogue.personas.count == 2 && opened.catalogue.entry("a")?.isBroken == false)
        #expect(
            opened.catalogue.mistakes.map(\.description) == [
                "a.md:4: warning: there is no persona 'nvoa' to hand over to"
            ])
        try folder.write("nvoa.md", file("Quinn"))
        try opened.reload()
        #expect(opened.catalogue.mistakes.isEmpty)
    }
}

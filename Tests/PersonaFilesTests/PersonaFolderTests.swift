import Foundation
import PersonaFiles
import Personas
import Testing

@Suite struct PersonaFolderTests {
    @Test func `a folder is a catalogue of its files`() throws {
        let folder = try Folder([
            "nova.md": file("Nova"), "scout.md": file("Scout"),
            "broken.md": "---\nname: [unclosed\nvoice: marin\n---\nYou are broken.\n",
            "nameless.md": "---\nvoice: marin\n---\nYou have no name.\n", "notes.txt": "x", ".hidden.md": "x",
            "scout.md~": "x",
        ])
        let catalogue = try folder.opened().catalogue
        #expect(catalogue.entries.map(\.id) == ["broken", "nameless", "nova", "scout"])
        #expect(catalogue.personas.map(\.name) == ["Nova", "Scout"])
        #expect(catalogue["broken"] == nil && catalogue["nobody"] == nil && catalogue["../nova"] == nil)
        #expect(
            catalogue.mistakes.map(\.line) == [3, 1]
                && catalogue.mistakes.map(\.file) == ["broken.md", "nameless.md"])
        #expect(catalogue.mistakes[1].description(in: "Agents").hasPrefix("Agents/nameless.md:1: error: "))
    }

    @Test func `a changed file is loaded again and its neighbours are left alone`() throws {
        let folder = try Folder(["nova.md": file("Nova"), "scout.md": file("Scout")])
        var opened = try folder.opened()
        #expect(try opened.reload().isEmpty)
        try folder.write("nova.md", file("Novie"))
        #expect(try opened.reload() == .init(loaded: ["nova"]))
        #expect(opened.catalogue["nova"]?.name == "Novie")
        try folder.write("ada.md", file("Ada"))
        try folder.remove("scout.md")
        #expect(try opened.reload() == .init(loaded: ["ada"], removed: ["scout"]))
        #expect(opened.catalogue["scout"] == nil)
        #expect(try opened.reload().isEmpty)
    }

    @Test func `a change that keeps the file's length is seen`() throws {
        let folder = try Folder(["nova.md": file("Nova")])
        var opened = try folder.opened()
        // In place: the same inode and length, another time.
        let handle = try #require(FileHandle(forWritingAtPath: "\(folder.path)/nova.md"))
        Thread.sleep(forTimeInterval: 0.02)
        handle.write(Data(file("Nora").utf8))
        try handle.close()
        #expect(try opened.reload() == .init(loaded: ["nova"]))
    }

    @Test func `a broken file leaves the version before it in force`() throws {
        let folder = try Folder(["nova.md": file("Nova")])
        var opened = try folder.opened()
        try folder.write("nova.md", "---\nname: Nova\nvioce: x\n---\nNew.\n")
        let found = try opened.reload()
        #expect(found.loaded.isEmpty && found.mistakes.map(\.line) == [3])
        #expect(opened.catalogue["nova"]?.instructions == "You are Nova.\n")
        #expect(opened.catalogue.entry("nova")?.isBroken == true)
        try folder.write("nova.md", "---\nname: Nova\n---\nNew.\n")
        #expect(try opened.reload() == .init(loaded: ["nova"]))
        #expect(opened.catalogue["nova"]?.instructions == "New.\n" && opened.catalogue.mistakes.isEmpty)
    }

    @Test func `a missing folder is said, and a folder that goes away takes no agent with it`() throws {
        #expect(throws: PersonaFolderError.missing("/no/such/folder")) {
            try PersonaFolder(path: "/no/such/folder", environment: [:])
        }
        #expect(
            "\(PersonaFolderError.missing("/no/such/folder"))"
                == "there is no folder '/no/such/folder'; create it, or name another with --agents")
        #expect(throws: PersonaFolderError.notAFolder("/dev/null")) {
            try PersonaFolder(path: "/dev/null", environment: [:])
        }
        let folder = try Folder(["nova.md": file("Nova")])
        var opened = try folder.opened()
        try FileManager.default.removeItem(atPath: folder.path)
        #expect(throws: PersonaFolderError.missing(folder.path)) { try opened.reload() }
        #expect(opened.catalogue["nova"] != nil)
    }

    @Test func `links lead to files of the folder and never out of it`() throws {
        let outside = try Folder(["secret.md": file("Secret")])
        let folder = try Folder()
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/..data", withIntermediateDirectories: true)
        try folder.write("..data/nova.md", file("Nova"))
        try folder.link("nova.md", to: "..data/nova.md")
        try folder.link("secret.md", to: "\(outside.path)/secret.md")
        try folder.link("nowhere.md", to: "nothing")
        try FileManager.default.createDirectory(
            atPath: "\(folder.path)/folder.md", withIntermediateDirectories: true)
        mkfifo("\(folder.path)/pipe.md", 0o600)
        var opened = try folder.opened()
        #expect(opened.catalogue.personas.map(\.id) == ["nova"])
        #expect(opened.catalogue.mistakes.map(\.file) == ["folder.md", "nowhere.md", "pipe.md", "secret.md"])
        #expect(
            opened.catalogue.entry("secret")?.mistakes[0].message
                == "this is a link that leads out of the folder; copy the file instead")
        try folder.write("..data/nova.md", file("Novie"))
        #expect(try opened.reload().loaded == ["nova"])
    }

    @Test func `a file too large to be a persona is not read to its end`() throws {
        let folder = try Folder(["big.md": file("Big") + String(repeating: "x", count: 300_000)])
        #expect(
            try folder.opened().catalogue.mistakes.map(\.message) == [
                "the file is larger than 256 KiB; shorten it"
            ])
    }

    @Test func `a look at an unchanged folder is cheap`() throws {
        let names = (0..<100).map { "agent-\($0)" }
        let folder = try Folder(Dictionary(uniqueKeysWithValues: names.map { ("\($0).md", file($0)) }))
        var opened = try folder.opened()
        let elapsed = try ContinuousClock().measure { for _ in 0..<10 { try opened.reload() } }
        #expect(elapsed < .milliseconds(500), "10 looks at 100 files took \(elapsed)")
    }
}

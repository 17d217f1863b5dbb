import PersonaFiles
import Testing

@Suite struct MistakeTests {
    /// One mistake per file, each with the line it must be reported on.
    @Test(arguments: [
        ("", "x.md:1: error: a persona file starts with a line '---', the keys, and another line '---'"),
        (
            "You are X.\n",
            "x.md:1: error: a persona file starts with a line '---', the keys, and another line '---'"
        ),
        (
            "----\nname: X\n---\nHi",
            "x.md:1: error: a persona file starts with a line '---', the keys, and another line '---'"
        ),
        ("\0\u{1}\u{2}", "x.md:1: error: this is not text in UTF-8; save it as UTF-8"),
        (
            "---\nname: X\n",
            "x.md:1: error: the front matter opened here never ends; close it with a line '---' above the body"
        ),
        ("---\n---\nHi", "x.md:1: error: the front matter is empty; a persona needs at least 'name: …'"),
        (
            "---\n# only a remark\n---\nHi",
            "x.md:1: error: the front matter is empty; a persona needs at least 'name: …'"
        ),
        (
            "---\nvoice: marin\n---\nYou have no name.\n",
            "x.md:1: error: the front matter lacks 'name', the name people say; add a line 'name: …'"
        ),
        ("---\nname: ''\n---\nHi", "x.md:2: error: 'name' is empty; write something or leave the key out"),
        ("---\nname:\n---\nHi", "x.md:2: error: 'name' is empty; write something or leave the key out"),
        ("---\nname: [A]\n---\nHi", "x.md:2: error: 'name' is text, here is a list"),
        (
            "---\nname: \"A]\\n[Ana\"\n---\nHi",
            "x.md:2: error: 'A]\\n[Ana' cannot be called out; use a name of at most 64 letters, no brackets, on one line"
        ),
        (
            "---\nname: X\n---\n \n\n",
            "x.md:3: error: nothing below the front matter; write there who the agent is"
        ),
        ("---\nname: X\n---", "x.md:3: error: nothing below the front matter; write there who the agent is"),
        ("---\n- name\n---\nHi", "x.md:2: error: a persona is written 'key: value', here is a list"),
        ("---\nscout\n---\nHi", "x.md:2: error: a persona is written 'key: value', here is 'scout'"),
        ("---\nname: X\nvioce: marin\n---\nHi", "x.md:3: error: unknown key 'vioce'; did you mean 'voice'?"),
        (
            "---\nname: X\nmood: sad\n---\nHi",
            "x.md:3: error: unknown key 'mood'; a persona may have: name, aliases, voice, expertise, greeting, language, realtime, tools, mcp, script"
        ),
        ("---\nname: X\n[a]: sad\n---\nHi", "x.md:3: error: a key is a word, not a list"),
        (
            "---\nname: X\nvoice: a\nname: Y\n---\nHi",
            "x.md:2: error: 'name' is given more than once; keep one"
        ),
        (
            "---\nname: X\nexpertise: 5\n---\nHi",
            "x.md:3: error: 'expertise' is a list, here is '5'; write expertise: [one, another]"
        ),
        (
            "---\nname: X\naliases:\n  - A\n  - {b: c}\n---\nHi",
            "x.md:5: error: 'aliases' is a list of words, here is a mapping"
        ),
        (
            "---\nname: X\nlanguage: english\n---\nHi",
            "x.md:3: error: 'english' is no language; use a tag such as en, de or pt-BR"
        ),
        (
            "---\nname: X\nrealtime: gpt\n---\nHi",
            "x.md:3: error: a realtime backend is written 'key: value', here is 'gpt'"
        ),
        (
            "---\nname: X\nrealtime: {}\n---\nHi",
            "x.md:3: error: a realtime backend needs 'model', 'url', 'profile' or 'key'"
        ),
        (
            "---\nname: X\nrealtime: []\n---\nHi",
            "x.md:3: error: 'realtime' is an empty list; name a backend or leave the key out"
        ),
        (
            "---\nname: X\nrealtime: {url: 'https://a/'}\n---\nHi",
            "x.md:3: error: 'https://a/' is no WebSocket URL; write ws://HOST/PATH or wss://HOST/PATH"
        ),
        (
            "---\nname: X\nrealtime: {url: 'wss://a/?model=b'}\n---\nHi",
            "x.md:3: error: leave out what follows '?': the query is added from 'model'"
        ),
        (
            "---\nname: X\nrealtime:\n  - {profile: xia, model: m}\n---\nHi",
            "x.md:4: error: 'xia' is no profile of a Realtime server; did you mean 'xai'?"
        ),
        (
            "---\nname: X\nrealtime: {profile: watson}\n---\nHi",
            "x.md:3: error: 'watson' is no profile of a Realtime server; use one of openai, azure, xai, qwen, localai, speaches, speech-to-speech, vllm-omni, inworld, embedded, generic"
        ),
    ])
    func `a mistake is reported with its line and a remedy`(text: String, complaint: String) {
        #expect(complaints(text) == [complaint])
    }

    @Test(arguments: [
        ("description: d, http: {url: 'http://h/'}", "a tool needs 'name'; add a line 'name: …'"),
        ("name: t", "a tool needs 'http', where it is carried out; add http: {url: \"https://…\"}"),
        (
            "name: t t, http: {url: 'http://h/'}",
            "'t t' is no tool name; use 1 to 64 letters, digits, '_' or '-'"
        ),
        (
            "name: request_turn, http: {url: 'http://h/'}",
            "every agent has 'request_turn' already; rename this tool"
        ),
        ("name: t, http: {}", "'http' needs 'url'; add a line 'url: …'"),
        ("name: t, http: {url: 'ftp://h/'}", "'ftp://h/' is no URL of a tool; write https://HOST/PATH"),
        ("name: t, http: {url: 'http://'}", "'http://' is no URL of a tool; write https://HOST/PATH"),
        ("name: t, http: {url: 'http://h:0/'}", "'http://h:0/' is no URL of a tool; write https://HOST/PATH"),
        (
            "name: t, http: {url: 'http://[::1/'}",
            "'http://[::1/' is no URL of a tool; write https://HOST/PATH"
        ),
        ("name: t, http: {url: 'http://a b/'}", "'http://a b/' is no URL of a tool; write https://HOST/PATH"),
        (
            "name: t, http: {url: 'http://h/', method: FETCH}",
            "'FETCH' is no method of a tool; use POST or GET"
        ),
        (
            "name: t, http: {url: 'http://h/', timeout: 5d}",
            "'5d' is no timeout; write 500ms, 5s, 1m or seconds, above zero"
        ),
        (
            "name: t, http: {url: 'http://h/', timeout: 0}",
            "'0' is no timeout; write 500ms, 5s, 1m or seconds, above zero"
        ),
        (
            "name: t, http: {url: 'http://h/', headers: [a]}",
            "'headers' is written {Name: \"value\"}, here is a list"
        ),
        (
            "name: t, http: {url: 'http://h/', headers: {'a b': c}}",
            "a header's name is letters, digits and dashes, here is 'a b'"
        ),
        (
            "name: t, http: {url: 'http://h/', headers: {a: \"b\\r\\nc\"}}",
            "the header 'a' has a line break or control character in it"
        ),
        (
            "name: t, http: {url: 'http://h/', headers: {a: '${NOPE}'}}",
            "the environment variable 'NOPE' is not set; set it before starting"
        ),
        (
            "name: t, http: {url: 'http://${NOPE}/'}",
            "the environment variable 'NOPE' is not set; set it before starting"
        ),
        ("name: t, http: {url: 'http://h/${KEY'}", "'${' is never closed; write ${VARIABLE}"),
        ("name: t, http: {url: 'http://h/${1-2}'}", "'${1-2}' is no environment variable; write ${VARIABLE}"),
        ("name: t, http: {urk: 'http://h/', url: 'http://h/'}", "unknown key 'urk'; did you mean 'url'?"),
        (
            "name: t, parameters: [], http: {url: 'http://h/'}",
            "'parameters' is a JSON Schema of an object; write {type: object, properties: {…}}"
        ),
        (
            "name: t, parameters: {type: string}, http: {url: 'http://h/'}",
            "'parameters' is a JSON Schema of an object; write {type: object, properties: {…}}"
        ),
    ])
    func `a tool's mistake is reported on the tool's line`(tool: String, message: String) {
        #expect(complaints("---\nname: X\ntools:\n  - {\(tool)}\n---\nHi") == ["x.md:4: error: \(message)"])
    }

    @Test(arguments: [
        ("when: budget, say: a", "'when' is a list, here is 'budget'; write when: [one, another]"),
        ("when: [], say: a", "'when' has no words; leave it out for a rule that always matches"),
        ("when: ['?'], say: a", "'?' is never heard; write words as they are spoken"),
        ("when: [a]", "a rule needs something to do: 'say', 'request_turn' or 'tool'"),
        ("sya: a, say: b", "unknown key 'sya'; did you mean 'say'?"),
        ("tool: {name: fnid}", "there is no tool 'fnid'; did you mean 'find'?"),
        ("tool: {name: other}", "there is no tool 'other'; declare it under 'tools'"),
        ("tool: {name: request_turn}", "write request_turn: AGENT beside 'say', instead of a tool call"),
        ("tool: {name: find, arguments: 7}", "'arguments' is written {name: value}, here is '7'"),
        ("tool: find", "a tool call is written 'key: value', here is 'find'"),
    ])
    func `a rule's mistake is reported on the rule's line`(rule: String, message: String) {
        let file =
            "---\nname: X\ntools: [{name: find, http: {url: 'http://h/'}}]\nscript:\n  - {\(rule)}\n---\nHi"
        #expect(complaints(file) == ["x.md:5: error: \(message)"])
    }

    @Test func `a rule after one that always matches is never reached`() {
        let file = "---\nname: X\nscript:\n  - say: a\n  - when: [b]\n    say: c\n---\nHi"
        #expect(
            complaints(file) == [
                "x.md:5: error: this rule is never reached: the one on line 4 has no 'when'; move that one to the end"
            ])
    }

    @Test func `bad YAML is reported where the parser stopped`() throws {
        let found = complaints("---\nname: [unclosed\nvoice: marin\n---\nYou are broken.\n")
        #expect(found.count == 1)
        #expect(found[0].hasPrefix("x.md:3: error: bad YAML: "))
        #expect(!found[0].contains("\n"))
        #expect(complaints("---\nname: X\nvoice: 'a\n---\nHi")[0].hasPrefix("x.md:4: error: bad YAML: "))
        #expect(complaints("---\nname: X\nvoice: *a\n---\nHi")[0].hasPrefix("x.md:3: error: bad YAML: "))
        #expect(
            complaints("---\nname: X\nvoice: \"a\u{7}\"\n---\nHi")[0].hasPrefix("x.md:3: error: bad YAML: "))
        #expect(
            complaints("---\nname: X\nvoice: \(String(repeating: "[", count: 50_000))\n---\nHi")[0].hasPrefix(
                "x.md:3: error: bad YAML: "))
    }

    @Test func `all mistakes of a file are reported at once, in the order of lines`() {
        let file =
            "---\nvoice: []\nexpertise: 5\nmood: x\ntools:\n  - name: t\n    http: {url: 'x', timeout: soon}\nscript:\n  - tool: {name: u}\n---\n"
        #expect(
            complaints(file).map { $0.split(separator: ":")[1] } == ["1", "2", "3", "4", "7", "7", "9", "10"])
    }

    @Test func `two tools of one name`() {
        let tool = "{name: t, http: {url: 'http://h/'}}"
        #expect(
            complaints("---\nname: X\ntools:\n  - \(tool)\n  - \(tool)\n---\nHi")
                == ["x.md:5: error: the tool 't' is already there, on line 4; rename one of them"])
    }

    @Test func `a value from the environment is in no complaint`() {
        let tool = "tools: [{name: t, http: {url: '${BASE}/x', headers: {a: \"${KEY}\"}}}]"
        let found = complaints(
            "---\nname: X\n\(tool)\n---\nHi", environment: ["BASE": "hunter2", "KEY": "hunter2\n"])
        #expect(found.count == 2 && !found.joined().contains("hunter2"))
    }

    @Test func `aliases cannot blow a file up`() {
        let levels = (1...12).map {
            "a\($0): &a\($0) [\(Array(repeating: "*a\($0 - 1)", count: 10).joined(separator: ","))]"
        }
        let file =
            "---\nname: X\ntools: [{name: t, parameters: {type: object, a0: &a0 [1], \(levels.joined(separator: ", "))}, http: {url: 'http://h/'}}]\n---\nHi"
        #expect(complaints(file).contains { $0.contains("too large") })
    }

    @Test(arguments: ["my agent.md", "é.md", ".md", "\(String(repeating: "z", count: 65)).md"])
    func `a file name that gives no id is a mistake`(name: String) {
        #expect { try persona("---\nname: X\n---\nHi", named: name) } throws: {
            "\($0)".contains(":1: error: the file's name gives the id")
        }
    }

    @Test(arguments: [
        ("7", "an MCP server is written 'key: value', here is '7'"),
        ("{name: a}", "an MCP server needs 'url'; add a line 'url: …'"),
        ("{url: 'ftp://h/'}", "'ftp://h/' is no URL of an MCP server; write https://HOST/PATH"),
        ("{url: 'http://${NONE}/'}", "the environment variable 'NONE' is not set; set it before starting"),
        (
            "{url: 'http://h/', name: a b}",
            "'a b' is no name of an MCP server; use 1 to 32 letters, digits, '_' or '-', a letter first"
        ),
        (
            "{url: 'http://h/', name: 1a}",
            "'1a' is no name of an MCP server; use 1 to 32 letters, digits, '_' or '-', a letter first"
        ),
        (
            "{url: 'http://h/', allowed_tools: []}",
            "'allowed_tools' allows nothing; name some, or leave the key out to allow all"
        ),
        (
            "{url: 'http://h/', allowed_tools: find}",
            "'allowed_tools' is a list, here is 'find'; write allowed_tools: [one, another]"
        ),
        (
            "{url: 'http://h/', headers: {'a b': c}}",
            "a header's name is letters, digits and dashes, here is 'a b'"
        ),
        ("{url: 'http://h/', header: {a: b}}", "unknown key 'header'; did you mean 'headers'?"),
        (
            "[{url: 'http://h/', name: a}, {url: 'http://g/', name: a}]",
            "the MCP server 'a' is already there, on line 3; rename one of them"
        ),
    ])
    func `mistakes in an MCP server`(server: String, complaint: String) {
        let said = complaints("---\nname: X\nmcp: \(server)\n---\nHi")
        #expect(said.first == "x.md:3: error: \(complaint)")
    }
}

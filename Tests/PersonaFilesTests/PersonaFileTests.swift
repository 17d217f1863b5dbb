import PersonaFiles
import Personas
import Testing

/// Reads `text` as the file `scout.md`.
func persona(_ text: String, named name: String = "scout.md", environment: [String: String] = [:]) throws
    -> Persona
{
    try Persona(file: Array(text.utf8), named: name, environment: environment)
}

/// The complaints about `text`, as they are printed; empty when there are none.
func complaints(_ text: String, environment: [String: String] = [:]) -> [String] {
    do throws(PersonaMistakes) {
        _ = try Persona(file: Array(text.utf8), named: "x.md", environment: environment)
        return []
    } catch {
        return error.all.map(\.description)
    }
}

@Suite struct PersonaFileTests {
    /// The example of the contract, key by key.
    let example = """
        ---
        name: Scout                      # spoken name, required
        aliases: [Scouty]                # other names people call it by
        voice: marin                     # a voice of its backend
        expertise: [market research, competitors, pricing]
        greeting: Hi, Scout here.        # spoken on joining; none if absent
        language: en
        realtime: {model: gpt-realtime-2.1, url: "wss://api.example/v1/realtime"}
        tools:
          - name: lookup_order
            description: Look up an order by its id
            parameters: {type: object, properties: {order_id: {type: string}}, required: [order_id]}
            http: {method: POST, url: "https://orders.example/find", headers: {Authorization: "Bearer ${ORDERS_KEY}"}, timeout: 5s}
            filler: Let me look that up.
        script:                          # what the embedded brain says when no language model is configured:
          - when: [budget, cost]         #   the first rule with a word of the utterance
            say: That is Nova's field.
            request_turn: nova           #   and/or a tool call
          - when: [order]
            tool: {name: lookup_order, arguments: {order_id: "7", count: 2, exact: true, ratio: 0.5, none: null}}
          - say: Let me think about that.   # a rule without `when` always matches
        ---
        You are Scout, a market researcher. …

        ## Manners
        - Be brief.
        """

    @Test func `the contract's example reads in full`() throws {
        let scout = try persona(example, environment: ["ORDERS_KEY": "s3cret"])
        #expect(scout.id == "scout" && scout.name == "Scout" && scout.aliases == ["Scouty"])
        #expect(scout.voice == "marin" && scout.language == "en" && scout.greeting == "Hi, Scout here.")
        #expect(scout.expertise == ["market research", "competitors", "pricing"])
        #expect(scout.realtime == [.init(model: "gpt-realtime-2.1", url: "wss://api.example/v1/realtime")])
        #expect(scout.instructions == "You are Scout, a market researcher. …\n\n## Manners\n- Be brief.")
        let tool = try #require(scout.tools.first)
        #expect(tool.name == "lookup_order" && tool.description == "Look up an order by its id")
        #expect(tool.filler == "Let me look that up.")
        #expect(
            tool.parameters
                == #"{"type":"object","properties":{"order_id":{"type":"string"}},"required":["order_id"]}"#)
        #expect(tool.http.method == .post && tool.http.timeout == .seconds(5))
        #expect(tool.http.url.value == "https://orders.example/find")
        #expect(tool.http.headers.map(\.name) == ["Authorization"])
        #expect(
            tool.http.headers[0].value
                == ExpandedText(written: "Bearer ${ORDERS_KEY}", value: "Bearer s3cret"))
        #expect(
            scout.script == [
                .init(when: ["budget", "cost"], say: "That is Nova's field.", requestTurn: "nova"),
                .init(
                    when: ["order"],
                    tool: .init(
                        name: "lookup_order",
                        arguments: #"{"order_id":"7","count":2,"exact":true,"ratio":0.5,"none":null}"#)),
                .init(say: "Let me think about that."),
            ])
    }

    @Test func `a name and a body are enough`() throws {
        #expect(
            try persona("---\nname: Ada\n---\nYou are Ada.\n")
                == Persona(id: "scout", name: "Ada", instructions: "You are Ada.\n"))
    }

    @Test(arguments: [
        "\n You are Ada.  \n\n", "You are Ada.\r\nNow.", "---\nnot a fence any more\n---\n", "# Ää 🎙️\n",
    ])
    func `the body stands word for word`(body: String) throws {
        #expect(try persona("---\nname: Ada\n---\n" + body).instructions == body)
    }

    @Test func `line ends of Windows and a byte order mark do no harm`() throws {
        let ada = try persona("\u{FEFF}---\r\nname: Ada\r\naliases: [Eve]\r\n---\r\nYou are Ada.\r\n")
        #expect(ada.name == "Ada" && ada.aliases == ["Eve"] && ada.instructions == "You are Ada.\r\n")
        #expect(
            complaints("---\r\nname: Ada\r\nvioce: x\r\n---\r\nHi") == [
                "x.md:3: error: unknown key 'vioce'; did you mean 'voice'?"
            ])
    }

    @Test func `words are words, whatever YAML thinks`() throws {
        let agent = try persona("---\nname: R2\nvoice: 7\nlanguage: no\ngreeting: yes\n---\nHi")
        #expect(agent.voice == "7" && agent.language == "no" && agent.greeting == "yes")
        let tool =
            "tools: [{name: t, parameters: {type: object, properties: {a: {enum: [yes, no, 0123, 1_0, ~, '5', 5]}}}, http: {url: 'http://h/'}}]"
        #expect(
            try persona("---\nname: A\n\(tool)\n---\nHi").tools[0].parameters
                == #"{"type":"object","properties":{"a":{"enum":["yes","no","0123","1_0",null,"5",5]}}}"#)
    }

    @Test func `several backends are tried in the order of the file`() throws {
        let agent = try persona(
            "---\nname: A\nrealtime: [{model: one}, {url: 'ws://[::1]:81/v1', profile: speaches}]\n---\nHi")
        #expect(agent.realtime == [.init(model: "one"), .init(url: "ws://[::1]:81/v1", profile: "speaches")])
    }

    @Test func `a backend's key comes from the environment, and is never shown`() throws {
        let agent = try persona(
            "---\nname: A\nrealtime: {url: 'wss://h/', key: '${K}'}\n---\nHi",
            environment: ["K": "hunter2"])
        #expect(agent.realtime.map(\.key?.value) == ["hunter2"])
        var shown = "\(agent)"
        dump(agent, to: &shown)
        #expect(!shown.contains("hunter2") && shown.contains("(hidden)"))
        let literal = try persona("---\nname: A\nrealtime: {key: hunter2}\n---\nHi")
        #expect(literal.realtime[0].key?.value == "hunter2" && !"\(literal)".contains("hunter2"))
    }

    @Test(arguments: [
        ([:], "the environment variable 'K' is not set; set it before starting"),
        (["K": ""], "the key is empty; set the variable, or leave 'key' out"),
        (["K": "hunter2\n"], "the key holds a character that no key has, a space or a line's end perhaps"),
    ])
    func `a backend's key that cannot be sent is a mistake on its line`(
        environment: [String: String], message: String
    ) {
        let text = "---\nname: A\nrealtime:\n  - {model: m}\n  - {url: 'wss://h/', key: '${K}'}\n---\nHi"
        #expect(complaints(text, environment: environment) == ["x.md:5: error: \(message)"])
    }

    @Test func `a tool's defaults`() throws {
        let tool = try persona(
            "---\nname: A\ntools: [{name: t, http: {url: 'http://localhost:9/t?k=${K}'}}]\n---\nHi",
            environment: ["K": "v"]
        ).tools[0]
        #expect(tool.http.method == .post && tool.http.timeout == .seconds(10) && tool.http.headers.isEmpty)
        #expect(
            tool.parameters == Persona.Tool.noParameters && tool.description.isEmpty && tool.filler == nil)
        #expect(tool.http.url.value == "http://localhost:9/t?k=v" && "\(tool)".contains("k=${K}"))
    }

    @Test func `one MCP server or several, with keys from the environment`() throws {
        let one = try persona("---\nname: A\nmcp: {url: 'https://mcp.example/mcp'}\n---\nHi")
        #expect(one.mcp == [.init(name: "mcp", url: "https://mcp.example/mcp")])
        #expect(one.mcp[0].allows("anything"))
        let list = """
            mcp:
              - {url: 'http://localhost:9/mcp', headers: {X-Key: '${K}'}, allowed_tools: [find]}
              - {url: 'https://b.example/', name: books, filler: One moment.}
              - {url: 'https://c.example/'}
            """
        let several = try persona("---\nname: A\n\(list)\n---\nHi", environment: ["K": "v"])
        #expect(several.mcp.map(\.name) == ["mcp", "books", "mcp_3"])
        #expect(several.mcp.map(\.filler) == [nil, "One moment.", nil])
        #expect(several.mcp[0].headers[0].value == ExpandedText(written: "${K}", value: "v"))
        #expect(several.mcp[0].allows("find") && !several.mcp[0].allows("drop"))
    }

    @Test func `a script may call a tool that only an MCP server knows`() throws {
        let script = "script: [{tool: {name: find_order}}]"
        #expect(complaints("---\nname: A\n\(script)\n---\nHi").count == 1)
        let agent = try persona("---\nname: A\nmcp: {url: 'https://mcp.example/'}\n\(script)\n---\nHi")
        #expect(agent.script[0].tool?.name == "find_order")
    }
}

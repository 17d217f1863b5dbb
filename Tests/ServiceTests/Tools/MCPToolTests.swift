import JSONValues
import Testing

@testable import Service

@Suite struct MCPToolTests {
    private func tool(_ schema: JSON) -> MCPTool? { MCPTool(["name": "t", "inputSchema": schema]) }

    @Test func `arguments that gateways route by are sent as headers, safely`() throws {
        let schema: JSON = [
            "type": "object",
            "properties": [
                "region": ["type": "string", "x-mcp-header": "Region"],
                "page": [
                    "type": "object", "properties": ["number": ["type": "integer", "x-mcp-header": "Page"]],
                ],
                "dry": ["type": "boolean", "x-mcp-header": "Dry"], "q": ["type": "string"],
            ],
        ]
        let tool = try #require(self.tool(schema))
        let arguments: JSON = ["region": "Hello, 世界", "page": ["number": 42], "dry": .null, "q": "x"]
        let headers = tool.headers(for: arguments).map { "\($0.name): \($0.value)" }
        #expect(headers == ["Mcp-Param-Region: =?base64?SGVsbG8sIOS4lueVjA==?=", "Mcp-Param-Page: 42"])
    }

    @Test(arguments: [
        ("us-west1", "us-west1"), (" padded ", "=?base64?IHBhZGRlZCA=?="),
        ("line1\nline2", "=?base64?bGluZTEKbGluZTI=?="),
        ("=?base64?literal?=", "=?base64?PT9iYXNlNjQ/bGl0ZXJhbD89?="),
    ])
    func `a header's value cannot leave its line`(text: String, value: String) {
        #expect(MCPTool.headerValue(text) == value)
    }

    @Test(
        arguments: [
            ["type": "object", "x-mcp-header": "A"],
            ["type": "object", "properties": ["a": ["type": "number", "x-mcp-header": "A"]]],
            ["type": "object", "properties": ["a": ["type": "string", "x-mcp-header": ""]]],
            ["type": "object", "properties": ["a": ["type": "string", "x-mcp-header": "A\r\nB: c"]]],
            [
                "type": "object",
                "properties": ["a": ["type": "array", "items": ["type": "string", "x-mcp-header": "A"]]],
            ],
            [
                "type": "object",
                "properties": [
                    "a": ["type": "string", "x-mcp-header": "A"],
                    "b": ["type": "string", "x-mcp-header": "a"],
                ],
            ],
            ["anyOf": [["properties": ["a": ["type": "string", "x-mcp-header": "A"]]]]],
        ] as [JSON])
    func `a tool whose annotations are out of place is no tool`(schema: JSON) {
        #expect(tool(schema) == nil)
    }

    @Test(
        arguments: [
            (["structuredContent": ["a": 1], "content": []], #"{"a":1}"#),
            (["content": [["type": "text", "text": "{\"a\": 1}"]]], #"{"a": 1}"#),
            (
                ["content": [["type": "text", "text": "A"], ["type": "image"]]],
                #"{"result":"A\n[an image]"}"#
            ),
            (["content": []], #"{"ok":true}"#),
            (
                ["isError": true, "content": [["type": "text", "text": "No such order"]]],
                #"{"error":"No such order"}"#
            ),
            (
                ["resultType": "input_required"],
                #"{"error":"The tool wants more input than can be given in a call."}"#
            ),
        ] as [(JSON, String)])
    func `every result is something that a model can use`(result: JSON, output: String) {
        #expect(ToolOutput(mcp: result).text == output)
    }

    @Test func `a result that is too long is none`() {
        let long = String(repeating: "x", count: ToolOutput.maxByteCount)
        let output = ToolOutput(mcp: ["content": [["type": "text", "text": .string(long)]]])
        #expect(!output.ok && output.text.contains("too long"))
    }
}

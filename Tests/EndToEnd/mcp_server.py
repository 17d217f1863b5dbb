"""A real MCP server (the protocol's own Python SDK), for test_mcp.py.

    mcp_server.py PORT LOG [legacy | json]

`legacy` speaks only the revisions with a handshake, as servers did until 2025-11-25; `json` answers without event streams.
Every request goes into LOG: method, version, session and key, as JSON lines.
"""
import json, logging, sys
import uvicorn
from mcp.server.mcpserver import MCPServer
from mcp.server.mcpserver.exceptions import ToolError

port, log, mode = int(sys.argv[1]), open(sys.argv[2], "a", buffering=1), (sys.argv[3:] or [""])[0]
server = MCPServer("orders")


@server.tool()
def find_order(order_id: str) -> dict[str, str]:
    """Find an order by its id."""
    if order_id == "0":
        raise ToolError("There is no such order.")
    return {"state": "on the ship", "order": order_id}


@server.tool()
def delete_everything() -> str:
    """Not for agents."""
    return "gone"


class Recorded:
    """Notes what comes in, and turns away what a server of the past would not understand."""

    def __init__(self, app): self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] != "http":
            return await self.app(scope, receive, send)
        body, more = b"", True
        while more:
            part = await receive()
            body, more = body + part.get("body", b""), part.get("more_body", False)
        headers = {name.decode().lower(): value.decode() for name, value in scope["headers"]}
        method = json.loads(body).get("method") if body else None
        log.write(json.dumps({"http": scope["method"], "method": method, "version": headers.get("mcp-protocol-version"),
                              "session": headers.get("mcp-session-id"), "key": headers.get("x-key")}) + "\n")
        if mode == "legacy" and headers.get("mcp-protocol-version") == "2026-07-28":
            await send({"type": "http.response.start", "status": 400, "headers": []})
            return await send({"type": "http.response.body", "body": b"Bad Request: No valid session ID provided"})
        parts = [{"type": "http.request", "body": body, "more_body": False}]
        async def replay():
            return parts.pop() if parts else await receive()
        await self.app(scope, replay, send)


logging.disable()
uvicorn.run(Recorded(server.streamable_http_app(json_response=mode == "json")), host="127.0.0.1", port=port, log_level="critical")

"""Tools on a real MCP server, by the protocol's own SDK: found at the join, called in a turn, and gone when the agent goes.

Runs where that server's packages are: `make mcp-test`, part of `make test-all`.
"""
import itertools, json, os, pathlib, socket, subprocess
import pytest
from running import ROOT, Events, environment, wait_until

SCRIPT = pathlib.Path(__file__).parent / "mcp_server.py"
PYTHON = pathlib.Path(os.environ.get("MCP_PYTHON") or ROOT / ".venv-mcp/bin/python")


def free_port():
    with socket.create_server(("127.0.0.1", 0)) as free:
        return free.getsockname()[1]


class Server:
    def __init__(self, folder, mode="", port=None):
        if not PYTHON.exists():
            pytest.skip(f"{PYTHON} is not here: run `make mcp`")
        self.port, self.log = port or free_port(), folder / "mcp.jsonl"
        self.log.touch()
        self.process = subprocess.Popen([PYTHON, "-B", SCRIPT, str(self.port), self.log, mode], env=environment(),
                                        stdin=subprocess.DEVNULL)
        def is_listening():
            assert self.process.poll() is None, f"{SCRIPT} ended with {self.process.returncode}"
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", self.port)) == 0
        wait_until(is_listening, f"{SCRIPT} does not listen", seconds=30)

    @property
    def requests(self): return [json.loads(line) for line in self.log.read_text().splitlines()]

    def methods(self, name): return [r for r in self.requests if r["method"] == name]

    def stop(self):
        self.process.kill()
        self.process.wait()


@pytest.fixture
def start_server(tmp_path):
    servers = []
    def start(mode="", port=None):
        servers.append(Server(tmp_path, mode, port))
        return servers[-1]
    yield start
    for server in servers:
        server.stop()


@pytest.fixture
def start_service(serve, tmp_path):
    def start(port):
        folder = tmp_path / "Agents"
        folder.mkdir()
        (folder / "tess.md").write_text(f"""---
name: Tess
mcp: {{name: orders, url: "http://127.0.0.1:{port}/mcp", headers: {{X-Key: "${{MCP_KEY}}"}}, allowed_tools: [find_order]}}
script:
  - when: [nothing]
    tool: {{name: find_order, arguments: {{order_id: "0"}}}}
  - when: [order]
    tool: {{name: find_order, arguments: {{order_id: A-17}}}}
  - when: [delete]
    tool: {{name: delete_everything}}
  - say: Yes?
---
You are Tess.
""")
        return serve("--agents", folder, MCP_KEY="sesame")
    return start


def ask(service, events, words, count):
    assert service.post("/rooms/r/messages", {"from": "ana", "text": f"Tess, {words}"}).status == 202
    ended = events.wait("turn.ended", agent="tess", count=count)
    assert ended["outcome"] == "completed", events.brief()
    return ended["text"]


@pytest.mark.parametrize("mode", ["", "json", "legacy"])
def test_a_tool_is_found_and_called(start_server, start_service, mode):
    server = start_server(mode)
    service = start_service(server.port)
    service.join("r", "tess")
    events = Events(service, "r")
    wait_until(lambda: server.methods("tools/list"), lambda: server.requests)
    # That the server was asked for its tools does not say yet that the session has them; then there is nothing to say.
    turns = itertools.count(1); found = "Here is what I found: state on the ship, order A-17."
    wait_until(lambda: ask(service, events, "where is my order?", next(turns)) == found, events.brief)
    assert ask(service, events, "find nothing.", next(turns)).startswith("That did not work:")
    # A tool that is not allowed is not offered, so the script has nothing to call.
    ask(service, events, "delete it all!", next(turns))
    assert [(e["name"], e["ok"]) for e in events.of("tool.returned")] == [("find_order", True), ("find_order", False)]
    assert not events.of("error"), events.brief()
    assert {r["key"] for r in server.requests} == {"sesame"}
    assert service.post("/voice/leave", {"room": "r", "agent": "tess"}).status == 202
    if mode == "legacy":
        assert {r["version"] for r in server.methods("tools/call")} == {"2025-11-25"}
        session = {r["session"] for r in server.methods("tools/call")}
        assert len(session) == 1 and None not in session
        wait_until(lambda: [r for r in server.requests if r["http"] == "DELETE" and r["session"] in session],
                   "the session was not ended")
    else:
        assert {r["version"] for r in server.requests} == {"2026-07-28"}
        assert not server.methods("initialize") and {r["session"] for r in server.requests} == {None}


def test_a_server_that_is_not_there_keeps_nobody_out_and_is_asked_again_at_the_next_join(start_server, start_service):
    port = free_port()
    service = start_service(port)
    service.join("r", "tess")
    events = Events(service, "r")
    fault = events.wait("error", code="mcp_unavailable")
    assert "orders" in fault["detail"] and "sesame" not in fault["detail"]
    ask(service, events, "where is my order?", 1)
    assert not events.of("tool.called")
    server = start_server(port=port)
    assert service.post("/voice/leave", {"room": "r", "agent": "tess"}).status == 202
    events.wait("participant.left", identity="tess")
    service.join("r", "tess")
    wait_until(lambda: server.methods("tools/list"), lambda: server.requests)
    # What the server has answered may still be on its way to the agent.
    answers = [ask(service, events, "where is my order?", 2)]
    while "on the ship" not in answers[-1] and len(answers) < 3:
        answers.append(ask(service, events, "where is my order?", 2 + len(answers)))
    assert "on the ship" in answers[-1], answers


def test_a_session_that_the_server_forgot_is_made_anew(start_server, start_service):
    server = start_server("legacy")
    service = start_service(server.port)
    service.join("r", "tess")
    events = Events(service, "r")
    # That the server was asked for its tools does not say yet that the session has them.
    turns = itertools.count(1)
    wait_until(lambda: "on the ship" in ask(service, events, "where is my order?", next(turns)), events.brief)
    server.stop()
    start_server("legacy", server.port)
    assert "on the ship" in ask(service, events, "where is my order?", next(turns))
    assert len(server.methods("tools/list")) == 1 and len(server.methods("initialize")) == 2

"""Agents on somebody else's Realtime server: speech-to-speech's, with its own protocol code and a model that hums a tone.

Runs where that server's packages are: `make peer`, part of `make test-all`. `independent_server.py` starts it with a model that
can be interrupted, calls a tool and fails; ../shared/realtime/offline_peer_s2s.py, or OFFLINE_PEER, with one that only hums.
"""
import http.server, json, os, pathlib, socket, subprocess, threading
import pytest, websockets.sync.client, websockets.sync.server
from running import ROOT, Events, environment, wait_until

PYTHON = pathlib.Path(os.environ.get("OFFLINE_PEER_PYTHON") or ROOT / ".venv-peer/bin/python")
TALKING = ROOT / "Tests/EndToEnd/independent_server.py"
HUMMING = pathlib.Path(os.environ.get("OFFLINE_PEER") or ROOT.parent / "shared/realtime/offline_peer_s2s.py")

PERSONA = """---
name: Clerk
voice: marin
tools:
  - name: lookup_order
    description: Look up an order by its id
    parameters: {type: object, properties: {order_id: {type: string}}, required: [order_id]}
    http: {method: POST, url: "http://127.0.0.1:%d/orders"}
---
You are a clerk.
"""


@pytest.fixture
def independent_server():
    """Starts a script that serves Realtime sessions; its URL."""
    servers = []

    def start(script):
        if not script.exists():
            pytest.skip(f"{script} is not here: name another place with OFFLINE_PEER")
        if not PYTHON.exists():
            pytest.skip(f"{PYTHON} is not here: run `make peer`")
        with socket.create_server(("127.0.0.1", 0)) as free:
            port = free.getsockname()[1]
        # It has one place for a session, and keeps it when the session ends: one process for each test.
        server = subprocess.Popen([PYTHON, "-B", script, str(port)], env=environment(), stdin=subprocess.DEVNULL,
                                  stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        servers.append(server)

        def is_listening():
            assert server.poll() is None, f"{script} ended with {server.returncode}"
            with socket.socket() as probe:
                return probe.connect_ex(("127.0.0.1", port)) == 0
        wait_until(is_listening, f"{script} does not listen", seconds=30)
        return f"ws://127.0.0.1:{port}/v1/realtime"

    yield start
    for server in servers:
        server.kill()
        server.wait()


@pytest.fixture
def orders():
    """Where the tool asks; `calls` are the bodies it was sent."""
    class Orders(http.server.BaseHTTPRequestHandler):
        calls = []

        def do_POST(self):
            self.calls.append(json.loads(self.rfile.read(int(self.headers["Content-Length"]))))
            self.send_response(200)
            self.send_header("Content-Type", "text/plain")
            self.end_headers()
            self.wfile.write(b"shipped on Monday")

        def log_message(self, *_): pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Orders)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    Orders.port = server.server_port
    yield Orders
    server.shutdown()
    server.server_close()


@pytest.fixture
def room(serve, independent_server, orders, tmp_path):
    """A room with the clerk in it, whose session is at the talking server."""
    agents = tmp_path / "Agents"
    agents.mkdir()
    (agents / "clerk.md").write_text(PERSONA % orders.port)
    service = serve("--realtime-url", independent_server(TALKING), "--realtime-profile", "speech-to-speech", "--agents", agents)
    service.join("r", "clerk")
    return Room(service)


class Room:
    def __init__(self, service): self.service, self.events = service, Events(service, "r")

    def ask(self, text):
        assert self.service.post("/rooms/r/messages", {"from": "ana", "text": text}).status == 202

    def ended(self, count): return self.events.wait("turn.ended", agent="clerk", count=count)

    def is_well(self):
        """The session that was there from the start still is, and answers."""
        before = len(self.events.of("turn.ended"))
        self.ask("Clerk, are you there?")
        answer = self.ended(before + 1)
        assert (answer["outcome"], answer["text"]) == ("completed", "Hello from another server."), self.events.brief()
        assert answer["heard_ms"] == 400, answer
        assert not self.events.of("agent.status", status="reconnecting"), self.events.brief()


@pytest.mark.parametrize("profile", ["speech-to-speech", "generic"])
def test_a_turn_completes(serve, independent_server, profile):
    service = serve("--realtime-url", independent_server(HUMMING), "--realtime-profile", profile)
    assert "embedded" not in service.command.said
    service.join("r", "jessica")
    events = Events(service, "r")
    # One after the other: the second response follows a `response.done` of the first.
    for count in (1, 2):
        assert service.post("/rooms/r/messages", {"from": "ana", "text": "Jessica, are you there?"}).status == 202
        ended = events.wait("turn.ended", agent="jessica", count=count)
        assert (ended["outcome"], ended["text"]) == ("completed", "Hello from the offline peer."), events.brief()
        assert ended["heard_ms"] == 200, "two tones of 100 ms were sent"
    assert not events.of("error") and not events.of("agent.status", status="reconnecting"), events.brief()


class Tap:
    """Stands between the service and its server, passes everything on, and keeps it: (direction, event)."""

    def __init__(self, server):
        self.passed, self._server = [], server
        self._listener = websockets.sync.server.serve(self._connected, "127.0.0.1", 0, max_size=None)
        self.url = f"ws://127.0.0.1:{self._listener.socket.getsockname()[1]}/v1/realtime"
        threading.Thread(target=self._listener.serve_forever, daemon=True).start()

    def _connected(self, client):
        query = client.request.path.partition("?")[2]
        with websockets.sync.client.connect(f"{self._server}?{query}", max_size=None) as server:
            threading.Thread(target=self._pass, args=("client", client, server), daemon=True).start()
            self._pass("server", server, client)

    def _pass(self, direction, source, destination):
        try:
            for frame in source:
                self.passed.append((direction, json.loads(frame)))
                destination.send(frame)
        except websockets.exceptions.ConnectionClosed:
            pass  # the other side is told by closing its half, too
        destination.close()

    def of(self, direction, type_): return [e for d, e in list(self.passed) if d == direction and e["type"] == type_]

    def stop(self): self._listener.shutdown()


def test_what_was_not_heard_is_replaced_by_what_was(serve, independent_server):
    tap = Tap(independent_server(HUMMING))
    service = serve("--realtime-url", tap.url, "--realtime-profile", "speech-to-speech")
    service.join("r", "jessica")
    events = Events(service, "r")
    assert service.post("/rooms/r/messages", {"from": "ana", "text": "Jessica, tell me a story."}).status == 202
    events.wait("turn.started", agent="jessica")
    # Typed words cut in, in the middle of 200 ms of sound.
    assert service.post("/rooms/r/messages", {"from": "ana", "text": "Jessica, another one."}).status == 202
    cut = events.wait("turn.ended", agent="jessica")
    assert cut["outcome"] == "interrupted" and cut["heard_ms"] < 200, events.brief()
    events.wait("turn.ended", agent="jessica", outcome="completed")
    spoken = [e["item"]["id"] for e in tap.of("server", "response.output_item.added")][0]
    assert [e["item_id"] for e in tap.of("client", "conversation.item.delete")] == [spoken]
    own = [e["item"]["content"] for e in tap.of("client", "conversation.item.create") if e["item"]["role"] == "assistant"]
    assert own == ([[{"type": "output_text", "text": cut["text"]}]] if cut["text"] else [])
    assert not tap.of("client", "conversation.item.truncate"), "this server takes it and does nothing"
    # This peer's model writes nothing down, so the server knows no such item and says so in `type`: nobody is troubled.
    assert [e["error"]["type"] for e in tap.of("server", "error")] == ["conversation_item_not_found"]
    assert not events.of("error"), events.brief()
    tap.stop()


def test_turns_follow_one_another(room):
    room.is_well()
    room.is_well()


def test_an_interruption_cancels_the_response_and_the_next_one_is_answered(room):
    room.ask("Clerk, tell us the story.")
    room.events.wait("turn.started", agent="clerk")
    assert room.service.post("/rooms/r/interrupt").status == 204
    ended = room.ended(1)
    assert ended["outcome"] == "interrupted" and ended["heard_ms"] < 5000, ended
    # Had the response not been cancelled, the next would be refused: one at a time.
    room.is_well()


def test_a_tool_is_called_and_its_result_is_told(room, orders):
    room.ask("Clerk, where is my order?")
    returned = room.events.wait("tool.returned", name="lookup_order")
    assert returned["ok"] and orders.calls == [{"order_id": "7"}]
    ended = room.ended(1)
    assert ended["outcome"] == "completed" and ended["text"].startswith("The answer is"), room.events.brief()
    assert "shipped on Monday" in ended["text"]
    room.is_well()


def test_a_failed_response_ends_its_turn_and_nothing_else(room):
    room.ask("Clerk, please fail.")
    # Nothing was heard of it, so it is tried once more.
    assert room.ended(2)["outcome"] == "failed", room.events.brief()
    room.is_well()

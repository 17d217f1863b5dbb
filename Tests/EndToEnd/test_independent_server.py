"""Agents on somebody else's Realtime server: speech-to-speech's, with its own protocol code and a model that hums a tone.

Runs where that server's packages are (`make peer`, part of `make test-all`) and the script that starts it, which lies beside
the repository: ../shared/realtime/offline_peer_s2s.py, or OFFLINE_PEER.
"""
import json, os, pathlib, socket, subprocess, threading
import pytest, websockets.sync.client, websockets.sync.server
from running import ROOT, Events, environment, wait_until

SCRIPT = pathlib.Path(os.environ.get("OFFLINE_PEER") or ROOT.parent / "shared/realtime/offline_peer_s2s.py")
PYTHON = pathlib.Path(os.environ.get("OFFLINE_PEER_PYTHON") or ROOT / ".venv-peer/bin/python")


@pytest.fixture
def independent_server():
    if not SCRIPT.exists():
        pytest.skip(f"{SCRIPT} is not here")
    if not PYTHON.exists():
        pytest.skip(f"{PYTHON} is not here: run `make peer`")
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    # It has one place for a session, and keeps it when the session ends: one process for each test.
    server = subprocess.Popen([PYTHON, "-B", SCRIPT, str(port)], env=environment(), stdin=subprocess.DEVNULL,
                              stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    def is_listening():
        assert server.poll() is None, f"{SCRIPT} ended with {server.returncode}"
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", port)) == 0
    wait_until(is_listening, f"{SCRIPT} does not listen", seconds=30)
    yield f"ws://127.0.0.1:{port}/v1/realtime"
    server.kill()
    server.wait()


@pytest.mark.parametrize("profile", ["speech-to-speech", "generic"])
def test_a_turn_completes(serve, independent_server, profile):
    service = serve("--realtime-url", independent_server, "--realtime-profile", profile)
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
    tap = Tap(independent_server)
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

"""Agents on somebody else's Realtime server: speech-to-speech's, with its own protocol code and a model that hums a tone.

Runs where that server's packages are (`make peer`, part of `make test-all`) and the script that starts it, which lies beside
the repository: ../shared/realtime/offline_peer_s2s.py, or OFFLINE_PEER.
"""
import os, pathlib, socket, subprocess
import pytest
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


def test_a_turn_completes(serve, independent_server):
    service = serve("--realtime-url", independent_server)
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

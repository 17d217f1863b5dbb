"""The service as the README shows it: join with plain HTTP, call with a recording, be told by callbacks."""
import base64, http.client, itertools, json, os, re, subprocess
import pytest
from receiver import Receiver
from running import PARLEY, ROOT, Events, environment, wait_until
from standardwebhooks import Webhook
import sound

SECRET = "whsec_" + base64.b64encode(b"an end-to-end test's secret, 32 b").decode()


@pytest.fixture
def receiver():
    receiver = Receiver()
    yield receiver
    receiver.close()


def test_join_call_and_leave_with_callbacks(serve, parley, receiver, tmp_path):
    service = serve(PARLEY_CALLBACK_SECRET=SECRET)
    for agent in ("jessica", "patrick"):
        answer = service.post("/voice/join", {
            "room": "standup", "agent": agent, "callback_url": receiver.url(f"/{agent}"), "metadata": {"ticket": 7}})
        assert answer.status == 202 and answer.json["status"] == "joining", answer
        assert answer.json["participant_id"].startswith("pa_")
    wait_until(lambda: all("joined" in receiver.statuses(f"/{agent}") for agent in ("jessica", "patrick")),
               lambda: receiver.got)

    out = tmp_path / "standup.wav"
    call = parley("call", "standup", "--in", sound.part_of_the_caller(tmp_path / "in.wav", 5), "--out", out, "--name", "Ana",
                  "--url", service.url)
    assert call.end(30) == 0, call.said
    print("\n".join(call.lines))
    conversation = "\n".join(call.lines)
    assert "Ana: Jessica, what did our customers say?" in conversation
    assert "jessica: The cable is too short." in conversation
    assert f"{out}: what Ana heard" in call.lines
    rate, (heard,) = sound.channels(out)
    assert sum(end - start for start, end in sound.stretches(heard, rate)) > 1

    assert service.post("/voice/leave", {"room": "standup", "agent": "jessica"}).status == 202
    assert service.post("/voice/leave", {"room": "standup", "agent": "patrick"}).status == 202
    wait_until(lambda: all("left" in receiver.statuses(f"/{agent}") for agent in ("jessica", "patrick")),
               lambda: receiver.got)
    assert receiver.statuses("/jessica") == ["joining", "joined", "thinking", "speaking", "listening", "left"]
    assert receiver.statuses("/patrick") == ["joining", "joined", "left"]

    for path, headers, body in receiver.got:
        event = Webhook(SECRET).verify(body, {name.lower(): value for name, value in headers.items()})
        assert event["type"] == "agent.status" and event["room"] == "standup"
        assert event["agent"] == path[1:] and event["metadata"] == {"ticket": 7}
        assert event["participant_id"].startswith("pa_")
    for agent in ("/jessica", "/patrick"):
        numbers = [event["seq"] for event in receiver.events(agent)]
        assert all(one < other for one, other in itertools.pairwise(numbers)), numbers
    assert service.command.stop() == 0


def test_callbacks_without_a_secret_are_not_signed(serve, receiver):
    service = serve()
    service.post("/voice/join", {"room": "r", "agent": "jessica", "callback_url": receiver.url("/jessica")})
    wait_until(lambda: receiver.statuses("/jessica") == ["joining", "joined"], lambda: receiver.got)
    assert not any(name.lower() == "webhook-signature" for _, headers, _ in receiver.got for name in headers)


def test_the_end_of_the_service_is_told(serve, receiver):
    """SIGTERM: every agent leaves, everybody hears of it, the process ends well."""
    service = serve()
    service.join("r", "jessica", callback_url=receiver.url("/jessica"), callback_events=["*"])
    events = Events(service, "r")
    assert service.command.stop() == 0
    told = [(e["type"], e.get("status"), e.get("reason")) for e in receiver.events("/jessica")]
    assert ("agent.status", "left", "drain") in told and told[-1] == ("room.closed", None, "drain"), told
    assert events.to_the_end()[-1]["type"] == "room.closed"


@pytest.mark.parametrize("form", ["human", "json"])
def test_a_log_that_nobody_reads_any_more_ends_no_call(form, tmp_path):
    """`parley serve 2>&1 | head`: the pipe breaks, the service stays."""
    reading, writing = os.pipe()
    process = subprocess.Popen(
        [PARLEY, "serve", "--port", "0", "--data", str(tmp_path / "data"), "--log-format", form], cwd=ROOT, env=environment(),
        stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=writing, text=True)
    os.close(writing)
    try:
        port = next(int(found[1]) for line in process.stdout if (found := re.search(r"listening on .*:(\d+)$", line.strip())))
        os.close(reading)
        body = json.dumps({"room": "r", "agent": "jessica"})
        for _ in range(2):
            line = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
            line.request("POST", "/voice/join", body, {"Content-Type": "application/json"})
            assert line.getresponse().status in (202, 409)
        process.terminate()
        assert process.wait(20) == 0
    finally:
        process.kill()


def test_a_folder_with_a_space_in_its_name(tmp_path, parley):
    folder = tmp_path / "my café #1"
    folder.mkdir()
    service = parley("serve", "--port", "0", "--agents", ROOT / "Agents", cwd=folder)
    service.line("listening on")
    assert service.stop() == 0
    assert (folder / ".parley/journal.sqlite").exists()


def test_typed_words_need_no_microphone(serve):
    service = serve()
    service.join("r", "benjamin")
    events = Events(service, "r")
    assert service.post("/rooms/r/messages", {"from": "ana", "text": "Benjamin, what would that cost?"}).status == 202
    ended = events.wait("turn.ended", agent="benjamin")
    assert (ended["outcome"], ended["text"]) == ("completed", "Ninety cents for each lamp.") and ended["heard_ms"] > 1000

"""Other people's Realtime clients complete turns against `parley realtime`: each with its own audio path, its own session and
its own turn detection. A proxy between them writes down every event, and the reference's validator judges the server's.

Runs where those packages are: `make clients`, part of `make test-all`. The drivers are in `clients/`.
"""
import json, os, pathlib, re, subprocess, sys, wave
import numpy as np
import pytest
from recording_proxy import RecordingProxy
from running import ROOT, environment
from slow_model import SECOND_ANSWER, STORY, SlowModel
import sound

PYTHON = pathlib.Path(os.environ.get("CLIENTS_PYTHON") or ROOT / ".venv-clients/bin/python")
DRIVERS = ROOT / "Tests/EndToEnd/clients"
VALIDATOR = ROOT / "Tests/RealtimeTests/Reference/validate_events.py"
CLIENTS = ("openai_sdk", "openai_agents", "livekit_plugin", "pipecat_service")
KEY = "sk-nobodys"

# Not in the client's types, and still right: OpenAI's server sends them, and Parley's own rotation reads `expires_at`.
WIRE_FIELDS = re.compile(r"session\.(created|updated): session\.\1\.session\.(id|object|expires_at): unknown field \(in \w+\)$")

PERSONA = """---
name: Clerk
voice: cedar
tools:
  - {name: lookup_survey, description: A survey., parameters: {type: object}, http: {method: GET, url: "http://127.0.0.1:9/"}}
script:
  - {when: [hello], say: Good morning.}
%s
---
You are a clerk.
"""
SCRIPTS = {
    "turn": "  - {when: [customers], say: The cable is too short.}\n  - {say: I did not hear a word about customers.}",
    "tool": "  - {when: [customers], say: One moment., tool: {name: lookup_survey, arguments: {topic: customers}}}\n"
            "  - {when: [cable], say: They wish for a longer cable.}\n  - {say: I found nothing.}",
    "interruption": "  - when: [customers]\n    say: We visited forty homes in four cities. We did not ask a single question for the first half "
                    "hour. We watched where people put their lamps. We watched where they gave up.\n"
                    "  - {when: [surprised, surprise], say: Every child wants one.}\n  - {say: I did not hear any surprise.}",
}


class Take:
    """What became of one scene: the client's own report, and the recording of its connection."""

    def __init__(self, report, recording, folder):
        self.report, self.recording, self.folder = report, recording, folder

    def server(self, *types): return self.recording.events("server", *types)
    def client(self, *types): return self.recording.events("client", *types)

    @property
    def responses(self):
        """Those of the scene, without a greeting the client asked for."""
        return [event["response"] for event in self.server("response.done")][self.report["greetings"]:]

    @property
    def story(self):
        """Every event's type in order, without those that come by the hundred."""
        return [f"{line['direction'][0]} {line['event'].get('type')}" for line in self.recording.lines
                if not line["event"].get("type", "").endswith((".delta", "buffer.append"))]

    def complaints(self, *options):
        path = self.recording.write(self.folder / "server.jsonl", "server")
        found = subprocess.run([sys.executable, "-B", VALIDATOR, *options, path], capture_output=True, text=True, timeout=60)
        *complaints, count = found.stdout.splitlines()
        assert found.returncode in (0, 1) and re.match(r"\d+ events, ", count), found.stdout + found.stderr
        return [complaint.split(": server ", 1)[1] for complaint in complaints]

    def check(self, harmless=()):
        """What holds for every scene of every client; `harmless` are codes of errors that may come."""
        print("\n".join(self.story), self.report, sep="\n")
        assert self.recording.headers["Authorization"] == f"Bearer {KEY}"
        assert self.server()[0]["type"] == "session.created" and self.server("session.updated"), "the client configured nothing"
        assert self.complaints() == []
        # The life cycle was checked just now; here it would miss the events that have such a field.
        others = [complaint for complaint in self.complaints("--spec-only", "--no-lifecycle") if not WIRE_FIELDS.match(complaint)]
        assert others == []
        assert not self.report["errors"]
        assert not [event for event in self.server("error") if event["error"]["code"] not in harmless]
        assert len(self.server("response.created")) == len(self.server("response.done"))


@pytest.fixture
def play(parley, tmp_path):
    """Plays a scene with a client; what became of it."""
    if not PYTHON.exists():
        pytest.skip(f"{PYTHON} is not here: run `make clients`")
    proxies = []

    def start(client, scene, *options):
        agents = tmp_path / "Agents"
        agents.mkdir()
        (agents / "clerk.md").write_text(PERSONA % SCRIPTS[scene])
        server = parley("realtime", "--port", 0, "--agents", agents, *options)
        proxies.append(RecordingProxy("ws://" + server.line("listening on http://").split("http://")[1].split()[0]))
        speech = [said(tmp_path / "first.wav", 0.3, 3.0), said(tmp_path / "second.wav", 5.4, 7.2)]
        driver = subprocess.run(
            [PYTHON, "-B", DRIVERS / f"{client}.py", scene, "scripted/clerk", *speech], capture_output=True, text=True,
            timeout=90, env=environment(OPENAI_BASE_URL=proxies[0].url + "/v1", OPENAI_API_KEY=KEY))
        lines = driver.stdout.splitlines()
        assert driver.returncode == 0 and lines, f"{driver.stdout}\n{driver.stderr}"
        print(driver.stderr)
        (recording,) = proxies[0].connections
        recording.write(tmp_path / "all.jsonl")
        return Take(json.loads(lines[-1]), recording, tmp_path)

    yield start
    for proxy in proxies:
        proxy.close()


def said(path, start, end):
    """A part of what the demo's caller says, as clients take it: 24 kHz."""
    rate, (samples,) = sound.channels(ROOT / "Agents/demo/caller.wav")
    part = samples[int(start * rate):int(end * rate)]
    moments = np.arange(int(len(part) * 24_000 / rate)) * rate / 24_000
    with wave.open(str(path), "wb") as file:
        file.setparams((1, 2, 24_000, 0, "NONE", ""))
        file.writeframes(np.interp(moments, np.arange(len(part)), part).astype("<i2").tobytes())
    return path


def words(response):
    return [part["transcript"] for item in response["output"] if item["type"] == "message" for part in item["content"]]


@pytest.mark.parametrize("client", CLIENTS)
def test_a_spoken_turn_is_answered_in_sound_and_words(play, client):
    take = play(client, "turn")
    take.check()
    assert [words(response) for response in take.responses] == [["The cable is too short."]]
    assert take.responses[0]["status"] == "completed"
    assert take.report["said"] == ["The cable is too short."]
    assert any("customers" in heard.lower() for heard in take.report["heard"])
    assert take.report["received_ms"] > 800 and take.report["interruptions"] == 0


# The judge is judged: one event of a good recording spoilt, each in another way.
SPOILT = {
    "a field of the wrong kind": ("response.done", lambda event: event["response"].update(status="finished")),
    "a field missing": ("response.output_item.added", lambda event: event.pop("output_index")),
    "a field that is not the protocol's": ("response.output_audio.done", lambda event: event.update(bytes=7)),
    "a beta name": ("response.output_audio_transcript.done", lambda event: event.update(type="response.audio_transcript.done")),
    "an answer without its beginning": ("response.created", lambda event: event.update(type="rate_limits.updated", rate_limits=[])),
    "two events of one id": ("response.done", lambda event: event.update(event_id="event_same")),
    "words that are not the deltas'": ("response.output_audio_transcript.done", lambda event: event.update(transcript="Else.")),
}


def test_a_wrong_event_of_the_server_does_not_pass(play):
    take = play("openai_sdk", "turn")
    take.check()
    good, clean = json.dumps(take.recording.lines), take.complaints("--spec-only", "--no-lifecycle")
    for spoilt, (type_, spoil) in SPOILT.items():
        take.recording.lines = json.loads(good)
        take.server("session.updated")[0]["event_id"] = "event_same" if spoilt == "two events of one id" else "event_other"
        spoil(take.server(type_)[0])
        assert take.complaints() or take.complaints("--spec-only", "--no-lifecycle") != clean, f"not noticed: {spoilt}"


@pytest.mark.parametrize("client", CLIENTS)
def test_a_tool_is_called_by_the_client_and_its_result_is_told(play, client):
    take = play(client, "tool")
    take.check()
    assert take.report["calls"] == ["customers"]
    assert [response["status"] for response in take.responses] == ["completed", "completed"]
    assert [words(response) for response in take.responses] == [["One moment."], ["They wish for a longer cable."]]
    call = next(item for item in take.responses[0]["output"] if item["type"] == "function_call")
    (result,) = [event["item"] for event in take.client("conversation.item.create")
                 if event["item"]["type"] == "function_call_output"]
    assert result["call_id"] == call["call_id"] and "longer cable" in result["output"]
    assert take.report["said"] == ["One moment.", "They wish for a longer cable."]


@pytest.mark.parametrize("client", CLIENTS)
def test_an_interruption_cuts_the_answer_to_what_was_heard(play, client):
    take = play(client, "interruption")
    take.check()
    assert take.report["interruptions"] == 1
    (cut,), (cutting,) = take.server("conversation.item.truncated"), take.client("conversation.item.truncate")
    assert cut["audio_end_ms"] == cutting["audio_end_ms"]
    # At 1 s the caller begins; until that is noticed, a little more is heard.
    assert 900 < cut["audio_end_ms"] < 4000
    assert words(take.responses[-1]) == ["Every child wants one."] and take.responses[-1]["status"] == "completed"


@pytest.fixture
def slow_model():
    model = SlowModel()
    yield model
    model.close()


@pytest.mark.parametrize("client", CLIENTS)
def test_an_interruption_cancels_an_answer_that_is_still_being_made(play, slow_model, client):
    take = play(client, "interruption", "--llm-url", slow_model.url, "--llm-model", "slow")
    # A client may ask for the cancel that turn detection has made already; its question crosses our `response.done`.
    take.check(harmless=["response_cancel_not_active"])
    assert take.report["interruptions"] == 1
    cancelled, answer = take.responses
    assert cancelled["status"] == "cancelled" and cancelled["status_details"]["reason"] == "turn_detected"
    (item,) = cancelled["output"]
    assert item["status"] == "incomplete"
    (cut,) = take.server("conversation.item.truncated")
    assert cut["item_id"] == item["id"] and 900 < cut["audio_end_ms"] < 4000
    assert answer["status"] == "completed" and words(answer) == [SECOND_ANSWER]
    heard = slow_model.heard_of_the_story()
    assert heard and " ".join(STORY).startswith(heard) and len(heard) < len(words(cancelled)[0])

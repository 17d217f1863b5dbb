"""People's mistakes: one line says what is wrong, where, and what to do; the code is not 0; nothing is half done."""
import json, os, pathlib, re, shutil, socket, subprocess
import pytest
from running import PARLEY, ROOT, Command, Events, environment, wait_until
from sound import part_of_the_caller
from websockets.sync.client import connect

CALLER = ROOT / "Agents/demo/caller.wav"
NOBODY = "http://127.0.0.1:1"          # tcpmux: nothing listens there


@pytest.fixture
def folder(tmp_path):
    """Things that are wrong, each in a place of its own."""
    (tmp_path / "empty").mkdir()
    (tmp_path / "not.wav").write_text("This is a letter, not a recording.\n")
    (tmp_path / "value.yaml").write_text("port: 0\nidle_timeout: soon\n")
    (tmp_path / "key.yaml").write_text("port: 0\nprot: 8080\n")
    (tmp_path / "syntax.yaml").write_text("host: localhost\nport: [8080\n")
    (tmp_path / "Agents").mkdir()
    (tmp_path / "Agents/scout.md").write_text("---\nname: Scout\nvioce: marin\n---\nYou are Scout.\n")
    return tmp_path


@pytest.fixture
def taken():
    """A port that somebody listens on."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        yield listener.getsockname()[1]


def fails(arguments, *patterns, cwd=ROOT, **env):
    """Runs to its end; the one line it complains in."""
    command = Command(*arguments, cwd=cwd, **env)
    code = command.end(20)
    said = [line for line in command.complaints if line]
    assert code not in (0, None) and code > 0, f"code {code}: {command.said}"
    assert len(said) == 1 and not command.lines, command.said
    for pattern in patterns:
        assert re.search(pattern, said[0]), said[0]
    return said[0]


def has_only_its_journal(data):
    """Nobody was served: no sound, no recording; the journal is opened before anything listens."""
    return all(file.name.startswith(("journal.", "serve.lock")) for file in data.glob("*"))


# -- commands

@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["demo", "--once", "--port", "0"]], ids=lambda c: c[0])
def test_missing_speech_files(command, folder):
    fails([*command, "--data", folder / "data"], rf"{folder}/empty/\S+ is missing: run `make speech`",
          PARLEY_SPEECH=str(folder / "empty"))
    assert has_only_its_journal(folder / "data")


@pytest.mark.parametrize("command", [["serve"], ["demo", "--once"]], ids=lambda c: c[0])
def test_a_port_in_use(command, folder, taken):
    fails([*command, "--port", taken, "--data", folder / "data"], rf"127\.0\.0\.1:{taken} is in use", "choose another port")
    assert has_only_its_journal(folder / "data")


def test_a_port_in_use_for_the_embedded_server(taken):
    fails(["realtime", "--port", taken], rf"127\.0\.0\.1:{taken} is in use", "choose another port")


@pytest.mark.parametrize("command", [["serve", "--port", "0"], ["demo", "--once", "--port", "0"]], ids=lambda c: c[0])
def test_listening_to_everybody_without_a_key(command, folder):
    fails([*command, "--host", "0.0.0.0", "--data", folder / "data"], "0.0.0.0 without a key", "PARLEY_API_KEY", "--insecure")
    assert has_only_its_journal(folder / "data")


@pytest.mark.parametrize("command", [["serve"], ["demo", "--once"], ["realtime"]], ids=lambda c: c[0])
def test_a_missing_agents_folder_by_name(command, folder):
    fails([*command, "--port", "0", "--agents", folder / "none"], f"{folder}/none", "create it, or name another with --agents")


def test_a_missing_agents_folder_by_default(folder):
    fails(["serve", "--port", "0"], "'Agents'", "create it, or name another with --agents", cwd=folder / "empty")
    assert os.listdir(folder / "empty") == []


def test_no_persona_in_the_folder(folder):
    fails(["agents", "check", folder / "empty"], f"{folder}/empty", "no persona file")
    fails(["demo", "--once", "--port", "0", "--agents", folder / "empty", "--data", folder / "data"],
          f"{folder}/empty/demo/caller.wav", "--caller")
    assert has_only_its_journal(folder / "data")


def test_too_few_personas_for_the_demo(folder):
    shutil.copy(ROOT / "Agents/jessica.md", folder / "empty")
    command = Command("demo", "--once", "--port", "0", "--agents", folder / "empty", "--caller", CALLER, "--data", folder / "data")
    assert command.end() == 1
    errors = [line for line in command.complaints if ": warning: " not in line]
    assert errors == [f"Error: {folder}/empty: the demo needs 3 agents, 1 is there; name another folder with --agents"]
    assert not (folder / "data/demo.wav").exists()


def test_a_broken_persona_is_named_with_its_line(folder):
    command = Command("agents", "check", folder / "Agents")
    assert command.end() == 1
    assert re.search(r"scout\.md:3: error: \S", command.said), command.said


def test_confusable_names_are_warned_of_with_their_line_and_a_remedy(tmp_path):
    (tmp_path / "nova.md").write_text("---\nname: Marc\naliases: [Q]\n---\nYou are Marc.\n")
    (tmp_path / "mark.md").write_text("---\nname: Mark\naliases:\n  - Nova\n---\nYou are Mark.\n")
    command = Command("agents", "check", tmp_path)
    assert command.end() == 0
    for expected in [r"mark\.md:2: warning: 'Mark' is an everyday word in English; add an alias",
                     r"nova\.md:2: warning: 'Marc' sounds like 'Mark' of mark; rename one",
                     r"mark\.md:4: warning: 'Nova' is also the id of nova; choose", r"nova\.md:3: warning: 'Q' is too short"]:
        assert re.search(expected, command.said), (expected, command.said)


@pytest.mark.parametrize("file, place", [("value.yaml", r"value\.yaml:2: .*“soon”"), ("key.yaml", r"key\.yaml:2: `prot` is no setting"),
                                         ("syntax.yaml", r"syntax\.yaml:[23]: is no YAML"), ("none.yaml", r"none\.yaml: the file is not there")])
def test_a_broken_config_file(folder, file, place):
    fails(["serve", "--config", folder / file], place)


def test_a_wrong_option_and_a_wrong_variable():
    fails(["serve", "--port", "many"], r"--port: expected a number from 0 to 65535, found “many”")
    fails(["serve"], r"PARLEY_PORT: expected a number .*“many”", PARLEY_PORT="many")
    fails(["serve", "--realtime-url", "http://x"], r"--realtime-url: expected a URL .*wss://")
    fails(["serve"], r"PARLEY_CALLBACK_SECRET: expected whsec_", PARLEY_CALLBACK_SECRET="secret")


@pytest.mark.parametrize("arguments", [["serve", "--nonsense"], ["dance"], ["call"], ["call", "room"]], ids=" ".join)
def test_an_unknown_option_or_command(arguments):
    """The argument parser's own words: what is wrong, then how it is used."""
    command = Command(*arguments)
    assert command.end() == 64
    assert command.complaints[0].startswith("Error: ") and "Usage: parley" in command.said and "help" in command.said


def test_a_wav_that_is_none(folder):
    place = rf"{folder}/not\.wav: byte 0: not a WAV file"
    fails(["call", "r", "--in", folder / "not.wav", "--url", NOBODY], place)
    fails(["demo", "--once", "--port", "0", "--caller", folder / "not.wav", "--data", folder / "data"], place)
    fails(["call", "r", "--in", folder / "none.wav", "--url", NOBODY], r"none\.wav: the file is not there")
    assert has_only_its_journal(folder / "data")


def test_a_recording_that_could_not_be_kept(folder):
    """Said before the call, which nobody wants to make twice."""
    fails(["call", "r", "--in", CALLER, "--out", folder / "none/out.wav", "--url", NOBODY], r"none/out\.wav: .*--out")
    fails(["call", "r", "--in", CALLER, "--out", folder / "empty", "--url", NOBODY], r"empty: .*--out")
    (folder / "file").write_text("")
    command = Command("demo", "--once", "--port", "0", "--data", folder / "file")
    assert command.end(15) == 1
    assert re.search(rf"{folder}/file: .*--data", command.complaints[0]), command.said


def test_nobody_to_call():
    fails(["call", "r", "--in", CALLER, "--url", NOBODY], NOBODY, "is `parley serve` running there")
    fails(["token", "r", "ana", "--url", NOBODY], NOBODY, "is `parley serve` running there")
    fails(["call", "no room", "--in", CALLER], "“no room” is no room", "A-Z a-z 0-9")


def test_route_names_the_line():
    good = {"id": "1", "agents": [{"name": "Scout", "aliases": [], "domains": []}], "text": "Hey Scout"}
    done = subprocess.run([PARLEY, "route"], input=json.dumps(good) + "\nnot json\n", capture_output=True, text=True,
                          env=environment(), timeout=20)
    assert done.returncode == 1 and done.stderr.startswith("line 2: error: "), done
    answers = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(answer["to"], answer["sureness"]) for answer in answers] == [(["Scout"], "certain")]


# -- requests

def test_requests_that_are_none(serve):
    service = serve()
    def problem(status, code, *patterns, method="POST", path="/voice/join", **more):
        answer = service.request(method, path, **more)
        assert answer.status == status and answer.headers["Content-Type"] == "application/problem+json", answer
        assert answer.json["code"] == code and answer.json["status"] == status, answer
        for pattern in patterns:
            assert pattern in answer.body.decode(), answer
    problem(400, "not_json", "line 1", body='{"room": ', Content_Type="application/json")
    problem(415, "unsupported_media_type", "application/json", body="room=r", Content_Type="text/plain")
    problem(404, "unknown_agent", "nobody", json_={"room": "r", "agent": "nobody"})
    problem(422, "invalid_request", "/room", "/agent", json_={})
    problem(422, "invalid_request", "/livekit_url", json_={"room": "r", "agent": "jessica", "livekit_url": "x"})
    problem(422, "invalid_request", "/room", json_={"room": "not a room", "agent": "jessica"})
    problem(422, "invalid_request", "/callback_url", json_={"room": "r", "agent": "jessica", "callback_url": "http://10.0.0.1/"})
    problem(413, "too_large", body=b" " * 70_000, Content_Type="application/json")
    problem(404, "unknown_room", "r", method="GET", path="/rooms/r")
    problem(404, "unknown_room", path="/voice/leave", json_={"room": "r", "agent": "jessica"})
    problem(405, "method_not_allowed", method="GET")
    problem(404, "not_found", method="GET", path="/nothing")
    # None of them opened the room it names.
    assert service.get("/rooms").json == {"rooms": []}


# -- speech files

def test_the_embedded_server_without_agents_or_speech_files(parley, folder):
    """It has no scripts to speak and cannot hear, which it says; but it reads, writes and speaks."""
    command = parley("realtime", "--port", "0", cwd=folder / "empty", PARLEY_SPEECH=str(folder / "empty"))
    url = command.line("listening on http://").split("http://")[1]
    assert re.search(rf"{folder}/empty/\S+ is missing: run `make speech`", command.said), command.said
    with connect(f"ws://{url}/v1/realtime?model=any", open_timeout=10) as socket:
        def until(wanted):
            while True:
                event = json.loads(socket.recv(timeout=10))
                assert event["type"] in (wanted, "error") or event["type"] != "error", event
                if event["type"] == wanted:
                    return event
        until("session.created")
        hello = {"type": "message", "role": "user", "content": [{"type": "input_text", "text": "Hello?"}]}
        socket.send(json.dumps({"type": "conversation.item.create", "item": hello}))
        for modality in ("text", "audio"):
            socket.send(json.dumps({"type": "response.create", "response": {"output_modalities": [modality]}}))
            response = until("response.done")["response"]
            assert response["status"] == "completed", response
            assert response["output"][0]["content"][0]["type"] == f"output_{modality}"
        silence = "AAAA" * 3200                  # 200 ms at 24 kHz
        socket.send(json.dumps({"type": "input_audio_buffer.append", "audio": silence}))
        error = until("error")["error"]
        assert error["code"] == "speech_unavailable" and "make speech" in error["message"], error
        socket.send(json.dumps({"type": "response.create", "response": {"output_modalities": ["text"]}}))
        assert until("response.done")["response"]["status"] == "completed"
    assert command.stop() == 0


def test_a_broken_speech_library_is_told_to_the_room(serve, parley, folder):
    """It is opened in the background, at the first word: the service runs, and everybody in the room learns why nobody answers."""
    speech = folder / "speech"
    shutil.copytree(os.environ.get("PARLEY_SPEECH") or pathlib.Path(
        os.environ.get("XDG_CACHE_HOME") or pathlib.Path.home() / ".cache") / "parley/speech", speech)
    (speech / "libmoonshine.so").write_text("no library")
    service = serve(PARLEY_SPEECH=str(speech))
    service.join("r", "jessica")
    call = parley("call", "r", "--in", part_of_the_caller(folder / "in.wav", 3.5), "--name", "Ana", "--url", service.url)
    assert call.end(30) == 0, call.said
    told = [line for line in call.lines if "libmoonshine.so cannot be used" in line]
    assert len(told) == 1 and "Ear of ana" in told[0] and "delete its folder and run `make speech`" in told[0], call.said


def test_a_folder_without_personas_is_worth_a_word(serve, folder):
    """It is no mistake: files may come later."""
    service = serve("--agents", folder / "empty")
    assert f"{folder}/empty: there is no persona file here" in service.command.said
    shutil.copy(ROOT / "Agents/jessica.md", folder / "empty")
    wait_until(lambda: service.get("/agents/jessica").status == 200, "the new persona was not noticed")
    service.join("r", "jessica")


# -- Realtime servers

def test_an_unreachable_server_fails_the_join(serve):
    service = serve("--realtime-url", "ws://127.0.0.1:1/v1/realtime")
    quick = service.post("/voice/join", {"room": "quick", "agent": "jessica"}, Prefer="wait=1")
    assert quick.status == 202 and quick.json["status"] == "joining", quick
    answer = service.post("/voice/join", {"room": "r", "agent": "jessica"}, Prefer="wait=30")
    assert answer.status == 502 and answer.json["code"] == "realtime_unavailable", answer
    assert "127.0.0.1:1" in answer.json["detail"], answer
    agent = service.get("/rooms/r").json["participants"][0]
    assert (agent["identity"], agent["status"]) == ("jessica", "failed")


def test_the_others_go_on_without_it(serve, tmp_path):
    """One agent's server cannot be reached; the other one answers meanwhile."""
    agents = tmp_path / "Agents"
    agents.mkdir()
    shutil.copy(ROOT / "Agents/benjamin.md", agents)
    (agents / "scout.md").write_text("---\nname: Scout\nrealtime: {url: 'ws://127.0.0.1:1/v1/realtime', model: none}\n---\nYou are Scout.\n")
    service = serve("--agents", agents)
    service.join("r", "benjamin")
    assert service.post("/voice/join", {"room": "r", "agent": "scout"}).status == 202
    events = Events(service, "r")
    service.post("/rooms/r/messages", {"from": "ana", "text": "Benjamin, what would that cost?"})
    assert events.wait("turn.ended", agent="benjamin")["outcome"] == "completed"
    assert not events.of("agent.status", agent="scout", status="failed"), "it still tries"
    failed = events.wait("agent.status", agent="scout", status="failed", seconds=30)
    assert failed["error"]["code"] == "realtime_unavailable" and "127.0.0.1:1" in failed["error"]["detail"], failed
    service.post("/rooms/r/messages", {"from": "ana", "text": "And who is there?"})
    assert events.wait("turn.ended", agent="benjamin", count=2)["outcome"] == "completed"

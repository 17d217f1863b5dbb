"""What the commands say they do with settings, files and lines."""
import json, signal, subprocess, time, wave
import numpy as np
import pytest
import sound
from running import PARLEY, Service, environment, wait_until

NOBODY = "ws://127.0.0.1:9/v1/realtime"  # agents and ears are not what this is about


def tone(path, hertz, seconds=2.5, rate=24_000):
    time = np.arange(int(seconds * rate)) / rate
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(rate)
        file.writeframes((8_000 * np.sin(2 * np.pi * hertz * time)).astype("<i2").tobytes())
    return path


def strongest(path):
    """The frequency that a recording has most of, in Hz, and for how long it is loud."""
    rate, (samples,) = sound.channels(path)
    spectrum = np.abs(np.fft.rfft(samples))
    loud = sum(end - start for start, end in sound.stretches(samples, rate, threshold=1_000))
    return np.fft.rfftfreq(len(samples), 1 / rate)[spectrum.argmax()], loud


def test_a_recorded_caller_speaks_and_hears_every_format_of_the_line(serve, parley, tmp_path):
    service = serve("--realtime-url", NOBODY)
    formats, calls = ("pcm16", "opus", "pcmu", "pcma"), []
    low, high = tone(tmp_path / "low.wav", 440), tone(tmp_path / "high.wav", 880)
    for form in formats:
        common = ("call", f"room-{form}", "--url", service.url)
        calls.append(parley(*common, "--name", "Ana", "--in", low, "--out", tmp_path / f"ana-{form}.wav", "--format", form))
        calls.append(parley(*common, "--name", "Ben", "--in", high, "--out", tmp_path / f"ben-{form}.wav"))
    for call in calls:
        assert call.end(60) == 0, call.said
    for form in formats:
        for who, expected in (("ana", 880), ("ben", 440)):
            hertz, loud = strongest(tmp_path / f"{who}-{form}.wav")
            assert abs(hertz - expected) < 5 and loud > 1, f"{who}, {form}: {hertz:.0f} Hz for {loud:.1f} s"


def test_a_caller_who_is_interrupted_hangs_up_and_keeps_what_was_heard(serve, parley, tmp_path):
    service = serve("--realtime-url", NOBODY)
    common = ("call", "standup", "--url", service.url)
    ana = parley(*common, "--name", "Ana", "--in", tone(tmp_path / "long.wav", 440, seconds=30), "--out", tmp_path / "heard.wav")
    # Who comes first is told of the other.
    ana.line("Ana joins")
    ben = parley(*common, "--name", "Ben", "--in", tone(tmp_path / "low.wav", 880, seconds=30))
    ana.line("ben joins")
    time.sleep(3)
    ana.process.send_signal(signal.SIGINT)
    assert ana.end() == 130 and "heard.wav: what Ana heard" in ana.said, ana.said
    hertz, loud = strongest(tmp_path / "heard.wav")
    assert abs(hertz - 880) < 10 and 0.5 < loud < 15, f"{hertz:.0f} Hz for {loud:.1f} s"
    ben.line("ana leaves")


def test_a_call_goes_on_when_nobody_reads_its_lines_any_more(serve, tmp_path):
    service = serve("--realtime-url", NOBODY)
    call = subprocess.Popen([PARLEY, "call", "standup", "--url", service.url, "--in", tone(tmp_path / "low.wav", 440, seconds=1),
                             "--out", tmp_path / "heard.wav"], env=environment(), stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    assert b"joins" in call.stdout.readline()
    call.stdout.close()
    assert call.wait(30) == 0, call.stderr.read().decode()[:500]
    assert (tmp_path / "heard.wav").exists()


def test_a_format_that_is_none_is_refused_with_those_that_are(parley, tmp_path):
    command = parley("call", "standup", "--in", tone(tmp_path / "a.wav", 440), "--format", "mp3")
    assert command.end() == 64 and all(form in command.said for form in ("pcm16", "opus", "pcmu", "pcma"))


def test_sentences_from_an_editor_that_marks_its_files_are_routed():
    line = '{"id": "1", "agents": [{"name": "Ana"}], "floor": null, "speaking": null, "speaker": "user", "text": "Ana, hello?"}'
    done = subprocess.run([PARLEY, "route"], input=f"\ufeff{line}\r\n".encode(), capture_output=True, env=environment(), timeout=20)
    assert done.returncode == 0 and json.loads(done.stdout)["to"] == ["Ana"], done


@pytest.mark.parametrize("way", ["--config", "PARLEY_CONFIG"])
def test_replay_looks_where_the_config_file_lets_serve_keep_things(parley, tmp_path, way):
    file = tmp_path / "parley.yaml"
    # The service's keys are none of replay's business: it need not have them.
    file.write_text(f"data: {tmp_path}/kept\nport: 0\nrealtime_url: {NOBODY}\napi_keys: [{{name: ops, scopes: [read], key: '${{OPS_KEY}}'}}]\n"
                    if way == "PARLEY_CONFIG" else f"data: {tmp_path}/kept\nport: 0\nrealtime_url: {NOBODY}\n")
    options, env = (("--config", file), {}) if way == "--config" else ((), {"PARLEY_CONFIG": str(file)})
    service = Service(parley("serve", *options, **env, OPS_KEY="k" * 40, PARLEY_API_KEY="key"))
    assert service.post("/voice/join", {"room": "standup", "agent": "jessica"}, Authorization="Bearer key").status == 202
    assert service.command.stop() == 0
    replay = parley("replay", "standup", *options, **env)
    assert replay.end() == 0 and "no difference" in replay.said, replay.said
    other = parley("replay", "standup", *options, "--data", tmp_path / "elsewhere", **env)
    assert other.end() == 2 and f"{tmp_path}/elsewhere" in other.said, "a flag wins over the file"


def test_the_demo_reaches_itself_whatever_the_service_is_set_up_for(parley, tmp_path):
    subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=calls.example.com",
                    "-keyout", tmp_path / "key.pem", "-out", tmp_path / "cert.pem"], check=True, capture_output=True)
    command = parley("demo", "--data", tmp_path / "data", PARLEY_TLS_CERTIFICATE=str(tmp_path / "cert.pem"),
                     PARLEY_TLS_KEY=str(tmp_path / "key.pem"), PARLEY_API_KEYS=f"ops:read:{'k' * 40}")
    command.line("plain HTTP")
    command.line("listening on http://")
    wait_until(lambda: command.said.count("is in the room") == 3, lambda: command.said, 30)

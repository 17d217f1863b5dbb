"""The folder of what is kept: one process, clear sentences, and readers that come back."""
import os, re, signal, socket, threading, time, urllib.parse
import pytest
from receiver import Receiver
from running import Service, wait_until


def test_a_second_process_on_one_folder_says_so_and_ends(serve, parley, tmp_path):
    first = serve()
    second = parley("serve", "--port", 0, "--data", tmp_path / "data")
    assert second.end() == 1
    assert f"process {first.command.process.pid} serves from this folder already" in second.said and "--data" in second.said
    assert "listening" not in second.said
    assert first.get("/healthz").status == 200
    first.command.kill()
    Service(parley("serve", "--port", 0, "--data", tmp_path / "data"))  # a dead one holds nothing


def test_a_file_that_is_no_journal_is_named(parley, tmp_path):
    (tmp_path / "journal.sqlite").write_bytes(b"no database at all " * 100)
    command = parley("serve", "--port", 0, "--data", tmp_path)
    assert command.end() == 1
    assert f"{tmp_path}/journal.sqlite: this file is no journal" in command.said


def test_a_crash_is_reported_and_told(parley, tmp_path):
    """What the random test counts, once, as an operator sees it."""
    receiver = Receiver()
    try:
        start = lambda: Service(parley("serve", "--port", 0, "--data", tmp_path / "data"))
        service = start()
        for agent in ("jessica", "patrick"):
            service.join("standup", agent, callback_url=receiver.url(f"/{agent}"), callback_events=["*"])
        service.command.process.send_signal(signal.SIGKILL)
        service.command.process.wait()
        service = start()
        assert re.search(r"a room was cut off.*", service.command.said) or wait_until(
            lambda: "a room was cut off" in service.command.said, service.command.said)
        for agent in ("jessica", "patrick"):
            wait_until(lambda: [e["type"] for e in receiver.events(f"/{agent}")][-1:] == ["room.closed"], lambda: receiver.events(f"/{agent}"))
            events = receiver.events(f"/{agent}")
            tail = [e for e in events if e.get("reason") == "crash"]
            told = [(e["type"], e.get("agent") or e.get("identity")) for e in tail]
            whole = [("agent.status", "jessica"), ("participant.left", "jessica"), ("agent.status", "patrick"),
                     ("participant.left", "patrick"), ("room.closed", None)]
            assert told == [one for one in whole if one[0] != "agent.status" or one[1] == agent]
            # At least once: what was told as the service died may be told again.
            numbers = [e["seq"] for e in events]
            assert numbers == sorted(numbers) and [e["seq"] for e in tail] == sorted({e["seq"] for e in tail})
        assert service.get("/rooms").json == {"rooms": []}
        assert service.command.stop() == 0
    finally:
        receiver.close()


def test_sigterm_leaves_what_a_dead_receiver_is_owed_for_the_next_start(parley, tmp_path):
    with socket.socket() as silent:  # takes connections, never answers
        silent.bind(("127.0.0.1", 0))
        silent.listen(64)
        port = silent.getsockname()[1]
        options = ("serve", "--port", 0, "--data", tmp_path / "data", "--drain-timeout", "1s")
        service = Service(parley(*options))
        service.join("standup", "jessica", callback_url=f"http://127.0.0.1:{port}/status")
        began = time.monotonic()
        assert service.command.stop() == 0
        assert time.monotonic() - began < 10, "the way out waited for a dead receiver"
        assert "they go out after the next start" in service.command.said
    receiver = Receiver(port)
    try:
        service = Service(parley(*options))
        wait_until(lambda: receiver.statuses("/status")[-1:] == ["left"], lambda: receiver.got)
        assert receiver.statuses("/status") == ["joining", "joined", "left"]
        assert receiver.events("/status")[-1]["reason"] == "drain"
    finally:
        receiver.close()


@pytest.mark.skipif(not os.environ.get("ALL"), reason="takes 15 s of waiting: make test-all")
def test_a_reader_that_takes_nothing_is_dropped_and_told_why(serve):
    service = serve()
    service.join("standup", "jessica")
    host, port = urllib.parse.urlsplit(service.url).netloc.split(":")
    with socket.socket() as reader:
        reader.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        reader.connect((host, int(port)))
        reader.sendall(b"GET /rooms/standup/events HTTP/1.1\r\nHost: x\r\n\r\n")
        words = "word " * 400
        for _ in range(250):
            assert service.post("/rooms/standup/messages", {"from": "ana", "text": words}).status == 202
        time.sleep(12)
        reader.settimeout(30)
        text = b""
        while b"too_slow" not in text:
            part = reader.recv(1 << 16)
            assert part, f"ended without a word: {text[-300:]}"
            text += part
    last = text.split(b"\n\n")[-2] if text.endswith(b"\n\n") else text.split(b"\n\n")[-1]
    assert b"id:" not in last, "an event without a number: whoever comes back goes on after the one before"
    numbers = [int(n) for n in re.findall(rb"^id: (\d+)$", text, re.M)]
    assert numbers == list(range(numbers[0], numbers[0] + len(numbers)))

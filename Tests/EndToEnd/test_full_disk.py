"""A disk that takes nothing more, and then does again: by a limit on the size of this process's files."""
import json, resource, signal
from running import Service, wait_until

NOBODY = "ws://127.0.0.1:9/v1/realtime"  # agents and ears are not what this is about


def limit(service, byte_count):
    pid = service.command.process.pid
    resource.prlimit(pid, resource.RLIMIT_FSIZE, (byte_count, resource.prlimit(pid, resource.RLIMIT_FSIZE)[1]))


def is_ready(service, wanted):
    wait_until(lambda: (service.get("/readyz").status == 200) == wanted, f"readyz is not {wanted}")


def say(service, room, text):
    assert service.post(f"/rooms/{room}/messages", {"from": "ana", "text": text}).status == 202


def test_calls_go_on_while_the_disk_is_full_and_nothing_is_lost_when_there_is_room_again(serve, parley, tmp_path):
    service = serve("--realtime-url", NOBODY)
    assert service.post("/voice/join", {"room": "standup", "agent": "jessica"}).status == 202
    say(service, "standup", "Before.")
    limit(service, 0)
    say(service, "standup", "While it is full.")
    is_ready(service, False)
    for room in ("standup", "other"):
        answer = service.post("/voice/join", {"room": room, "agent": "patrick"})
        assert (answer.status, answer.json["code"]) == (503, "storage_unavailable") and int(answer.headers["Retry-After"]) > 0
    assert [room["room"] for room in service.get("/rooms").json["rooms"]] == ["standup"]
    said = [u["text"] for u in service.get("/rooms/standup/transcript").json["utterances"]]
    assert said == ["Before.", "While it is full."] and "joins are refused" in service.command.said
    limit(service, resource.RLIM_INFINITY)
    is_ready(service, True)
    assert service.post("/voice/join", {"room": "standup", "agent": "patrick"}).status == 202
    say(service, "standup", "After.")
    service.command.process.send_signal(signal.SIGKILL)
    service.command.process.wait()

    service = Service(parley("serve", "--port", 0, "--data", tmp_path / "data", "--realtime-url", NOBODY))
    kept = service.get("/rooms/standup/transcript").json
    assert [u["text"] for u in kept["utterances"]][:2] == said and "gaps" not in kept
    answer = service.get("/rooms/standup/events", Last_Event_ID="0")
    events = [json.loads(line[6:]) for line in answer.body.decode().splitlines() if line.startswith("data: ")]
    assert [e["seq"] for e in events] == list(range(1, len(events) + 1)) and events[-1]["type"] == "room.closed"
    assert not any(e.get("code") == "events_lost" for e in events)

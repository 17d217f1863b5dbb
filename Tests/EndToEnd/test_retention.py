"""What is old goes: recordings, transcripts and events of calls that ended before `--retention`."""
import json, os, sqlite3, time
from running import Service, wait_until
from test_commands import NOBODY, tone

HOUR = 3_600


def made_old(data, room, seconds):
    """As if the call had ended so long ago."""
    folders = list((data / "recordings" / room).iterdir())
    assert folders
    for folder in folders:
        for path in [*folder.iterdir(), folder]:
            os.utime(path, (time.time() - seconds,) * 2)
    with sqlite3.connect(data / "journal.sqlite") as journal:
        journal.execute("UPDATE lives SET closed_at = closed_at - ? WHERE room = ?", (seconds * 1_000, room))


def test_calls_that_ended_before_retention_are_forgotten_and_others_kept(parley, tmp_path):
    data = tmp_path / "data"
    start = lambda *more: Service(parley("serve", "--port", 0, "--data", data, "--realtime-url", NOBODY, *more))
    service = start("--recording")
    voice = tone(tmp_path / "voice.wav", 440, seconds=0.5)
    rooms = ("old", "young")
    calls = [parley("call", room, "--url", service.url, "--name", "Ana", "--in", voice) for room in rooms]
    for call in calls:
        assert call.end(30) == 0, call.said
    for room in rooms:
        assert service.request("DELETE", f"/rooms/{room}").status == 204
    assert service.command.stop() == 0
    made_old(data, "old", 2 * HOUR)
    made_old(data, "young", HOUR // 2)

    service = start("--retention", "1h")
    wait_until(lambda: not (data / "recordings/old").exists(), "the old recording is still there")
    young = service.get("/rooms/young/recordings").json["recordings"]
    assert {r["identity"] for r in young if "identity" in r} >= {"ana"}, json.dumps(young)
    assert service.get(f"/rooms/young/recordings/{young[0]['id']}").status == 200
    wait_until(lambda: service.get("/rooms/old/transcript").status == 404, "the old transcript is still there")
    assert service.get("/rooms/young/transcript").status == 200
    assert service.get("/rooms/old/recordings").status == 404
    with sqlite3.connect(data / "journal.sqlite") as journal:
        assert journal.execute("SELECT count(*) FROM records JOIN lives ON life = id WHERE room = 'old'").fetchone() == (0,)

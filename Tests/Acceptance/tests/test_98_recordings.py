"""Recordings: who was heard when, as files that line up. Ours, not the kit's."""
import asyncio, io, pathlib, sys, time, wave
import limits, markers, pytest
import numpy as np
from talking import holds_forth, rarely

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Protocol"))
from schemas import body_errors, event_errors

RATE, FRAME = 24000, 480


def samples(data):
    with wave.open(io.BytesIO(data)) as w:
        assert (w.getframerate(), w.getnchannels(), w.getsampwidth()) == (RATE, 1, 2)
        return np.frombuffer(w.readframes(w.getnframes()), "<i2").astype(int)


def windows(sound):
    d = markers.Decoder(RATE); raw = sound.astype("<i2").tobytes()
    return [d.window(raw[i:i + 960]) for i in range(0, len(raw) - 959, 960)]


def heard(sound, **what):
    """In which 20 ms an utterance (code) or an agent (index) is heard."""
    return [i for i, h in enumerate(windows(sound)) if (what["agent"] in h.agents if "agent" in what else what["code"] in h.utterances([what["code"]]))]


async def listed(svc, room, complete=None):
    """The recordings by who is in them; waits until they are `complete`."""
    end = time.monotonic() + limits.EVENT
    while True:
        a = await svc.get(f"/rooms/{room}/recordings"); assert a.status == 200, a
        assert not body_errors("listRecordings.200", a.json), body_errors("listRecordings.200", a.json)
        found = a.json["recordings"]
        if complete is None or found and all(r["complete"] == complete for r in found) or time.monotonic() > end: break
        await asyncio.sleep(0.1)
    if complete is not None: assert found and all(r["complete"] == complete for r in found), found
    return {r.get("identity", r["kind"]): r for r in found}


async def fetched(svc, recording):
    a = await svc.get(recording["url"]); assert a.status == 200 and a.headers["Content-Type"] == "audio/wav" and len(a.body) == int(a.headers["Content-Length"]), a
    return samples(a.body)


async def test_everybody_has_a_file_and_all_line_up(kit, new_stage, fake):
    svc = await kit.launch("recorded"); stage = new_stage(svc)
    ana = await stage.caller(); await stage.join("scout", recording=True); bob = await stage.caller("bob", rate=16000)
    u = await ana.say("Hey Scout, hello"); await ana.hears("scout"); await ana.turn_over("scout")
    v = bob.start("words of my own", ms=700); await bob.until(lambda: v.t_end, 5, "not spoken"); await asyncio.sleep(1)
    during = await listed(svc, stage.room, complete=False); assert set(during) == {"mix", "ana", "bob", "scout"}, during
    assert len(await fetched(svc, during["mix"])) > 2 * RATE, "what is said is kept while the call goes on"
    room = (await stage.get()).json; assert room["recording"] is True and not body_errors("getRoom.200", room)
    await svc.delete(f"/rooms/{stage.room}"); after = await listed(svc, stage.room, complete=True)
    assert [r["kind"] for r in after.values()] == ["mix", "agent", "caller", "caller"] and len({r["started_at"] for r in after.values()}) == 1
    files = {name: await fetched(svc, r) for name, r in after.items()}
    assert len({len(f) for f in files.values()}) == 1, "all files are as long as the call"
    assert after["mix"]["duration_ms"] == len(files["mix"]) * 1000 // RATE and after["mix"]["bytes"] == 44 + 2 * len(files["mix"])
    total = files["ana"] + files["bob"] + files["scout"]; assert np.array_equal(files["mix"], np.clip(total, -32768, 32767)), "the mix is the sum of all, sample by sample"
    index = fake.plan("scout").index; spoken = {"ana": heard(files["ana"], code=u.code), "bob": heard(files["bob"], code=v.code), "scout": heard(files["scout"], agent=index)}
    await ana.until(lambda: ana.closed, limits.EVENT, "the line is still open"); assert ana.closed == 1000 and ana.find("room.closed"), (ana.closed, ana.tail())
    said = sum(e["heard_ms"] for e in ana.find("turn.ended", agent="scout")); assert said >= 1400
    for name, ms in (("ana", 900), ("bob", 700), ("scout", said)): assert abs(len(spoken[name]) * 20 - ms) <= 60, (name, len(spoken[name]) * 20)
    assert not heard(files["ana"], agent=index) and not heard(files["scout"], code=u.code) and not heard(files["ana"], code=v.code)
    # As far apart in the files as on the clock of those who were there: sent, and heard a moment after it was recorded.
    first = ana.runs()[0].t0
    for a, b, apart in (("ana", "bob", v.t_start - u.t_start), ("ana", "scout", first - u.t_start)):
        assert abs((spoken[b][0] - spoken[a][0]) / 50 - apart) < 0.12 * limits.S, (a, b, (spoken[b][0] - spoken[a][0]) / 50, apart)


async def test_what_was_not_heard_is_not_recorded(kit, new_stage, fake):
    """Barge-in: the agent's file ends where the ledger does; a muted caller is silent in theirs."""
    svc = await kit.launch("bargein-recorded", args=["--recording"]); stage = new_stage(svc)
    ana = await holds_forth(stage, report=True)
    ana.start("No, stop that please", ms=900); e = await ana.turn_over("scout"); assert e["outcome"] == "interrupted"
    await ana.send({"type": "mute", "muted": True}); await ana.event("participant.muted")
    w = ana.start("nobody hears this", ms=600); await ana.until(lambda: w.t_end, 5, "not spoken")
    await svc.delete(f"/rooms/{stage.room}"); files = {n: await fetched(svc, r) for n, r in (await listed(svc, stage.room, complete=True)).items()}
    voiced = np.flatnonzero(files["scout"]); kept = voiced[-1] - voiced[0] + 1
    assert abs(kept - e["heard_ms"] * 24) <= 24 * 30, (kept / 24, e["heard_ms"])
    assert not heard(files["ana"], code=w.code) and not heard(files["mix"], code=w.code)


async def test_killed_in_the_middle_the_files_play(kit, new_stage, fake):
    data = kit.tmp / "killed-data"; svc = await kit.launch("killed", args=["--recording"], data=data); stage = new_stage(svc)
    ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").say(ms=20000); await ana.say("Hey Scout, talk"); await ana.hears("scout", ms=3000)
    first, index = ana.runs()[0].t0, fake.plan("scout").index; killed = time.monotonic(); svc.proc.kill(); await svc.proc.wait()
    [folder] = (data / "recordings" / stage.room).iterdir(); assert (folder / "incomplete").exists()
    sounds = {f.stem: samples(f.read_bytes()) for f in folder.glob("*.wav")}; assert set(sounds) == {"mix", "caller-ana", "agent-scout"}
    kept = len(heard(sounds["agent-scout"], agent=index)) / 50; assert killed - first - 2.2 * limits.S < kept <= killed - first + 0.2, (kept, killed - first)
    again = await kit.launch("killed-again", data=data); found = await listed(again, stage.room)
    assert set(found) == {"mix", "ana", "scout"} and not any(r["complete"] for r in found.values())
    whole = {n: await fetched(again, r) for n, r in found.items()}; assert len({len(f) for f in whole.values()}) == 1, "mended at the start: they end together"
    assert len(heard(whole["scout"], agent=index)) / 50 >= kept - 0.1
    # The room opens again, and keeps what was.
    stage = new_stage(again, stage.room); await stage.join("scout", recording=True); await again.delete(f"/rooms/{stage.room}")
    assert len({r["started_at"] for r in (await again.get(f"/rooms/{stage.room}/recordings")).json["recordings"]}) == 2


async def test_people_are_told(kit, new_stage):
    svc = await kit.launch("told"); stage = new_stage(svc); ana = await stage.caller(); assert not ana.find("recording.started")
    await stage.join("scout"); assert (await listed(svc, stage.room)) == {} and (await stage.get()).json["recording"] is False
    await stage.join("nova", recording=True); told = await ana.event("recording.started"); assert told["seq"] > 0
    bob = await stage.caller("bob"); told = await bob.event("recording.started"); assert "seq" not in told and bob.events[0] is told, "first of all"
    await svc.delete(f"/rooms/{stage.room}"); await bob.event("room.closed")
    assert [e["type"] for e in bob.events][-2:] == ["recording.stopped", "room.closed"] and bob.events[-2]["reason"] == "closed"
    wrong = [(e, event_errors("line_out", {k: x for k, x in e.items() if k != "_t"})) for e in ana.events + bob.events]; assert not [w for w in wrong if w[1]], [w for w in wrong if w[1]][:2]


async def test_a_disk_that_refuses_ends_the_recording_and_not_the_call(kit, new_stage, fake):
    data = kit.tmp / "full-data"; data.mkdir(); (data / "recordings").write_text("not a folder")
    svc = await kit.launch("full", args=["--recording"], data=data); stage = new_stage(svc)
    ana = await stage.caller(); await stage.cast("scout"); stopped = await ana.event("recording.stopped"); assert stopped["reason"] == "failed"
    [error] = ana.find("error"); assert error["code"] == "recording_failed" and str(kit.tmp) not in error["detail"] and error["seq"] == stopped["seq"] - 1
    await ana.say("Hey Scout, are you still there?"); await ana.hears("scout"); assert (await stage.get()).json["recording"] is False


async def test_parts_of_a_file(kit, new_stage):
    svc = await kit.launch("parts"); stage = new_stage(svc); await stage.join("scout", recording=True); await asyncio.sleep(0.5); await svc.delete(f"/rooms/{stage.room}")
    mix = (await listed(svc, stage.room, complete=True))["mix"]; whole = (await svc.get(mix["url"])).body; n = len(whole); assert n == mix["bytes"]
    async def part(asked, **h): return await svc.get(mix["url"], headers={"Range": asked, **h})
    for asked, first, last in (("bytes=0-43", 0, 43), (f"bytes={n - 2}-", n - 2, n - 1), ("bytes=-10", n - 10, n - 1), (f"bytes=4-{n * 9}", 4, n - 1)):
        a = await part(asked); assert a.status == 206 and a.body == whole[first:last + 1] and a.headers["Content-Range"] == f"bytes {first}-{last}/{n}", (asked, a)
    for asked in ("bytes=0-1,4-5", "seconds=0-1", "bytes=5-2", "bytes=x-"): a = await part(asked); assert a.status == 200 and a.body == whole, asked
    a = await part(f"bytes={n}-"); assert a.status == 416 and a.headers["Content-Range"] == f"bytes */{n}" and a.json["code"] == "range_not_satisfiable"
    tag = (await part("bytes=0-1")).headers["ETag"]; assert (await part("bytes=0-1", **{"If-Range": tag})).status == 206 and (await part("bytes=0-1", **{"If-Range": '"old"'})).status == 200
    head = await svc.request("HEAD", mix["url"]); assert head.status == 200 and int(head.headers["Content-Length"]) == n and not head.body


@pytest.mark.parametrize("path", ["/rooms/nobody-was-here/recordings", "/rooms/..%2F..%2Fetc/recordings", "/rooms/%2E%2E/recordings", "/rooms/nobody/recordings/..%2F..%2Fx_mix", "/rooms/nobody/recordings/._mix", "/rooms/nobody/recordings/x"])
async def test_there_is_nothing_else_to_be_had(svc, path):
    headers = "".join(f"{k}: {v}\r\n" for k, v in svc.auth_headers.items())
    a = await svc.raw(f"GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n{headers}\r\n".encode())
    assert a.startswith(b"HTTP/1.1 404"), a[:200]


@pytest.mark.parametrize("name", [".."] + rarely(".", ".hidden"))
async def test_names_of_rooms_and_people_stay_in_their_folder(kit, new_stage, name):
    data = kit.tmp / f"dots{len(name)}"; svc = await kit.launch("dots", data=data); stage = new_stage(svc, name)
    await stage.join("scout", recording=True, identity=".."); await svc.post("/voice/leave", {"room": name, "agent": ".."}); await asyncio.sleep(0.7)
    assert [p.name for p in (data / "recordings").iterdir()] == ["%2E" + name[1:]] and not list(data.glob("*.wav"))

"""What is kept of a call: its transcript in every form, during and after it, and what its floor was told. Ours, not the kit's."""
import json, pathlib, re, signal, sys
import pytest
from test_13_cli import cli

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Protocol"))
from schemas import body_errors


async def transcript(stage, accept="application/json"): return await stage.svc.get(f"/rooms/{stage.room}/transcript", headers={"Accept": accept})


async def types(c, text):
    """Typed, not spoken: a busy machine may cut a spoken sentence in two, and each would be an utterance."""
    await c.send({"type": "message", "text": text})


async def cut_off(stage, fake):
    """Scout is cut off in the middle, Nova answers; Ana's name and words try to be somebody else's cue."""
    ana = await stage.caller(name="Ana <v Nova>"); await stage.cast("scout", "nova")
    fake.plan("scout").say("one two three four five six seven eight nine ten eleven twelve", ms=6000, speed=10.0)
    await types(ana, "Hey Scout, count for me."); await ana.hears("scout", ms=1200)
    await types(ana, "Nova, is 1 --> 2 & <i>3</i>?"); await ana.turn_over("nova"); await ana.quiet(0.2)
    return ana


def seconds(stamp):
    h, m, s = re.fullmatch(r"(\d{2,}):([0-5]\d):([0-5]\d\.\d{3})", stamp).groups(); return int(h) * 3600 + int(m) * 60 + float(s)


def cues(text):
    """[(start, end, voice, words)] of WebVTT, by its grammar (W3C WebVTT §4.1), unescaped."""
    head, *blocks = text.split("\n\n"); assert head.rstrip("\n") == "WEBVTT", head
    found = []
    for block in blocks:
        lines = block.strip("\n").split("\n"); assert len(lines) == 2, block
        start, end = map(seconds, lines[0].split(" --> ")); assert end > start, block
        voice, words = re.fullmatch(r"<v ([^<>\n]+)>([^<>]*)</v>", lines[1]).groups()
        assert not re.search(r"&(?!amp;|lt;|gt;)", voice + words), block
        plain = [t.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&") for t in (voice, words)]
        found.append((start, end, *plain))
    assert [c[0] for c in found] == sorted(c[0] for c in found)
    return found


async def test_the_transcript_tells_what_was_heard_in_the_order_spoken(stage, fake):
    ana = await cut_off(stage, fake); answer = await transcript(stage); assert not body_errors("getTranscript.200", answer.json), body_errors("getTranscript.200", answer.json)
    said = answer.json["utterances"]; assert [u["identity"] for u in said] == ["ana", "scout", "ana", "nova"], said
    assert said[1]["interrupted"] and "one" in said[1]["text"] and "twelve" not in said[1]["text"] and said[1]["turn"] == ana.find("turn.ended", agent="scout")[0]["turn"]
    assert [u["interrupted"] for u in said] == [False, True, False, False] and [u["at"] for u in said] == sorted(u["at"] for u in said)
    assert said[1]["text"] == ana.find("transcript.final", identity="scout")[0]["text"]
    assert answer.headers["Vary"] == "Accept"


async def test_captions_are_well_formed_whatever_is_said(stage, fake):
    await cut_off(stage, fake); found = cues((await transcript(stage, "text/vtt")).text)
    assert [c[2] for c in found] == ["Ana <v Nova>", "Scout", "Ana <v Nova>", "Nova"] and found[2][3] == "Nova, is 1 --> 2 & <i>3</i>?", found
    plain = (await transcript(stage, "text/plain")).text.splitlines(); assert len(plain) == 4 and all(re.match(r"\d\d:\d\d:\d\d (Ana <v Nova>|Scout|Nova): ", line) for line in plain), plain


@pytest.mark.parametrize("accept, got", [("*/*", "application/json"), ("text/*;q=0.5, text/vtt", "text/vtt"), ("text/vtt;q=0.4, text/plain;q=0.6", "text/plain"), ("application/json;q=0, */*;q=0.1", "text/plain")])
async def test_the_form_is_the_most_welcome_one(stage, accept, got):
    await stage.join("scout"); answer = await transcript(stage, accept); assert answer.status == 200 and answer.headers["Content-Type"].split(";")[0] == got, answer


async def test_no_form_fits(stage):
    await stage.join("scout"); answer = await transcript(stage, "image/png"); assert answer.status == 406 and answer.json["code"] == "not_acceptable" and answer.headers["Content-Type"] == "application/problem+json", answer


async def test_the_transcript_outlives_the_call_and_the_newest_call_counts(stage, fake):
    ana = await stage.caller(name="Ana"); await stage.cast("scout"); await types(ana, "Hey Scout, the first call."); await ana.turn_over("scout"); await ana.quiet(0.2)
    during = {form: (await transcript(stage, form)).body for form in ("application/json", "text/plain", "text/vtt")}
    assert (await stage.svc.delete(f"/rooms/{stage.room}")).status == 204
    for form, body in during.items(): after = await transcript(stage, form); assert after.status == 200 and after.body == body, (form, after, body)
    ben = await stage.caller("ben", name="Ben"); await stage.join("scout", identity="scout2"); await types(ben, "The second call."); await ben.event("transcript.final", identity="ben")
    again = (await transcript(stage)).json["utterances"]; assert [u["text"] for u in again][:1] == ["The second call."] and not any("first" in u["text"] for u in again), again
    unknown = await stage.svc.get("/rooms/never-was/transcript"); assert unknown.status == 404 and unknown.json["code"] == "unknown_room"


async def test_a_call_replays_and_who_changed_its_record_is_found(kit, stage, fake, tmp_path):
    ana = await cut_off(stage, fake); data = str(kit.tmp / "data-main"); export = tmp_path / "record.jsonl"
    code, out, err = await cli(kit, "replay", stage.room, "--data", data, "--export", str(export))          # while the room is open
    assert code == 0 and "no difference" in out, (code, out, err)
    assert re.search(r"tu_1 +scout +address .*interrupted.*Ana <v Nova> said", out) and re.search(r"tu_\d +nova +address .*completed", out), out
    code, out, err = await cli(kit, "replay", str(export)); assert code == 0 and "no difference" in out, (code, out, err)
    lines = export.read_text().splitlines(); records = [json.loads(line) for line in lines]
    assert [r["seq"] for r in records] == list(range(1, len(records) + 1)) and records[0]["entry"]["settings"]["first_audio_timeout"] == "5"
    grant = next(i for i, r in enumerate(records) if any(d["type"] == "grant" for d in r["entry"].get("decided", [])))
    for name, changed in {"an agent exchanged": lines[grant].replace('"scout"', '"nova"'), "a line gone": None, "no record": "{}"}.items():
        export.write_text("\n".join(x for x in lines[:grant] + [changed] + lines[grant + 1:] if x is not None))
        code, out, err = await cli(kit, "replay", str(export)); assert code == 1 and re.search(r"replayed: \d+ difference", out), (name, code, out, err)


async def test_lives_of_a_room_are_replayed_one_by_one(kit, stage, fake):
    data = str(kit.tmp / "data-main")
    await stage.join("scout"); await stage.svc.delete(f"/rooms/{stage.room}"); await stage.join("nova"); await stage.svc.delete(f"/rooms/{stage.room}")
    for options, life in ([], "life 2 of 2"), (["--epoch", "1"], "life 1 of 2"):
        code, out, err = await cli(kit, "replay", stage.room, "--data", data, *options); assert code == 0 and life in out and "no difference" in out, (code, out, err)
    for what in (["never-was"], [stage.room, "--epoch", "7"], ["no such/thing"]):
        code, out, err = await cli(kit, "replay", *what, "--data", data); assert code == 2 and what[0] in err and not out, (code, out, err)


async def test_a_call_cut_off_by_kill_9_is_told_and_replays(kit, new_stage, fake, tmp_path):
    data = str(tmp_path / "data"); svc = await kit.launch("killed", data=data); stage = new_stage(svc); ana = await stage.caller(name="Ana"); await stage.cast("scout")
    await types(ana, "Hey Scout, the last call."); await ana.turn_over("scout"); await ana.quiet(0.2)
    since = ana.mark(); fake.plan("scout").say(ms=4000); await types(ana, "Scout, go on."); await ana.hears("scout", since=since)
    svc.signal(signal.SIGKILL); await svc.wait(5); await svc.stop()
    code, out, err = await cli(kit, "replay", stage.room, "--data", data); assert code == 0 and "no difference" in out and "not closed" in out, (code, out, err)
    again = await kit.launch("revived", data=data); answer = await again.get(f"/rooms/{stage.room}/transcript")
    assert [u["identity"] for u in answer.json["utterances"]][:2] == ["ana", "scout"] and "the last call" in answer.json["utterances"][0]["text"], answer
    await again.stop()

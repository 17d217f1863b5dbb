"""What a call has used, and how it ends when it has used what it may. Ours, not the kit's."""
import asyncio, pathlib, re, sys
import aiohttp, limits, pytest
from talking import exchange, granted, rare

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Protocol"))
from schemas import body_errors, event_errors

PRICES = "prices: {currency: USD, models: {default: {input_text: 4, input_audio: 32, cached: 0.4, output_text: 16, output_audio: 64, minute: 0.006}}}\n"
FIRST = {"input": 42, "input_text": 15, "input_audio": 27, "cached": 0, "output": 60, "output_text": 18, "output_audio": 42}   # what the fake server says of every response


def bare(event): return {k: v for k, v in event.items() if not k.startswith("_")}


async def types(c, text):
    """Typed, not spoken: a busy machine may cut a spoken sentence in two, and each would be answered."""
    await c.send({"type": "message", "text": text})


async def limited(kit, new_stage, name, text):
    config = kit.tmp / f"{name}.yaml"; config.write_text(text)
    return new_stage(await kit.launch(name, args=["--config", str(config)]))


async def sample(svc, name):
    """{labels: value} of one family."""
    text = (await svc.get("/metrics")).text
    return {m[1] or "": float(m[2]) for m in re.finditer(rf"^{name}(\{{.*\}})? (\S+)$", text, re.M)}


async def test_a_turn_an_agent_and_the_room_say_what_they_used(stage, fake):
    ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").say(ms=1000)
    ended = await exchange(ana, "scout", "Hey Scout, hello there.")
    assert ended["usage"]["tokens"] == FIRST and ended["usage"]["responses"] == ended["usage"]["reported"] == 1
    sound = ended["usage"]["audio"]; assert sound["received_ms"] == 1000 and sound["heard_ms"] == ended["heard_ms"] and sound["sent_ms"] > 300, sound
    room = (await stage.get()).json; assert not body_errors("getRoom.200", room), body_errors("getRoom.200", room)
    assert room["usage"]["agents"]["tokens"] == FIRST and room["usage"]["turns"] == 1 and "cost" not in room["usage"]
    assert [p["usage"]["tokens"] for p in room["participants"] if p["kind"] == "agent"] == [FIRST]
    ears = room["usage"]["ears"]; assert ears["transcripts"] == ears["reported"] == 1 and ears["duration_ms"] >= 1000 and "tokens" not in ears, ears


async def test_the_last_turn_is_heard_an_agent_says_goodbye_and_the_room_closes(kit, new_stage, fake):
    stage = await limited(kit, new_stage, "turns", "limits: {turns: 2, money: 100}\n" + PRICES); svc = stage.svc
    ana = await stage.caller(); await stage.cast("scout", "nova")
    for a in ("scout", "nova"): fake.plan(a).default_ms = 1500
    await types(ana, "Hey Scout, hello."); await ana.turn_over("scout"); assert not ana.find("limit.reached"), granted(ana)
    t = ana.mark(); await types(ana, "Hey Nova, and you?"); reached = await ana.event("limit.reached", since=t)
    assert (reached["limit"], reached["used"], reached["most"]) == ("turns", 2, 2)
    for path, body in (("/voice/join", {"room": stage.room, "agent": "atlas"}), (f"/rooms/{stage.room}/turns", {"agent": "scout"})):
        answer = await svc.post(path, body); assert answer.status == 503 and answer.json["code"] == "call_ending" and answer.headers["Retry-After"], answer
    with pytest.raises(aiohttp.WSServerHandshakeError) as refused: await stage.caller("bob")
    assert refused.value.status == 503
    closed = await ana.event("room.closed", since=t, timeout=limits.EVENT)
    assert closed["reason"] == "limit" and closed["limit"] == "turns" and closed["usage"]["turns"] == 3
    assert granted(ana, t) == [("nova", "address"), ("nova", "moderator")]
    ends = [(e["agent"], e["outcome"], e["heard_ms"]) for e in ana.find("turn.ended", t)]; assert [e[1] for e in ends] == ["completed", "completed"], ends
    assert "say goodbye" in fake.responses("nova")[-1].params["instructions"]
    cost = closed["usage"]["cost"]; assert cost["is_complete"] and cost["currency"] == "USD"
    tokens = 3 * (15 * 4 + 27 * 32 + 18 * 16 + 42 * 64) / 1e6; assert tokens - 1e-6 < cost["amount"] < tokens + 0.001, cost
    wrong = [(bare(x), event_errors("line_out", bare(x))) for x in ana.events]; assert not [w for w in wrong if w[1]], [w for w in wrong if w[1]][:2]
    assert (await sample(svc, "parley_limits_reached_total")) == {'{limit="turns"}': 1.0}
    assert (await sample(svc, "parley_rooms"))[""] == 0 and (await svc.get(f"/rooms/{stage.room}")).status == 404


async def test_time_runs_out_after_a_notice(kit, new_stage, fake):
    stage = await limited(kit, new_stage, "minutes", "limits: {minutes: 0.05}\n")
    ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").default_ms = 500
    near = await ana.event("limit.approached", timeout=limits.EVENT); assert near["limit"] == "minutes" and 0.04 <= near["used"] < 0.05, near
    closed = await ana.event("room.closed", timeout=limits.EVENT); assert closed["limit"] == "minutes"
    assert granted(ana) == [("scout", "moderator")] and "says goodbye" in ana.find("turn.granted")[0]["why"]


async def test_metrics_count_a_conversation(kit, new_stage, fake):
    svc = await kit.launch("metrics", key="kit"); stage = new_stage(svc)
    assert (await svc.get("/metrics", auth=False)).status == 401
    ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").say(ms=1000); await exchange(ana, "scout", "Hey Scout, hello.")
    answer = await svc.get("/metrics"); assert answer.headers["Content-Type"] == "text/plain; version=0.0.4; charset=utf-8"
    assert (await sample(svc, "parley_participants")) == {'{kind="agent"}': 1, '{kind="caller"}': 1}
    sessions = await sample(svc, "parley_sessions"); assert sessions['{kind="agent",state="ready"}'] == sessions['{kind="ear",state="ready"}'] == 1, sessions
    assert (await sample(svc, "parley_turns_total"))['{outcome="completed"}'] == 1
    tokens = await sample(svc, "parley_tokens_total"); assert sum(tokens.values()) == 102 and all("kit-scout" in k for k in tokens), tokens
    heard = (await sample(svc, "parley_audio_seconds_total"))['{direction="heard"}']; assert 0.99 <= heard <= 1.01, heard
    stages = await sample(svc, "parley_turn_latency_seconds_count"); assert set(stages.values()) == {1.0} and len(stages) == 6, stages
    assert (await sample(svc, "parley_event_loop_lag_seconds_count"))[""] > 0


@rare
async def test_a_caller_who_speaks_into_the_goodbye_cuts_it_off(kit, new_stage, fake):
    stage = await limited(kit, new_stage, "cut", "limits: {turns: 1}\n"); ana = await stage.caller(); await stage.cast("scout")
    fake.plan("scout").say(ms=600); fake.plan("scout").say("goodbye to all of you and many thanks", ms=8000)
    t = ana.mark(); await types(ana, "Hey Scout, hello."); await ana.event("turn.granted", since=t, reason="moderator"); await asyncio.sleep(1.5)
    await ana.say("No wait, one more question, Scout!"); closed = await ana.event("room.closed", timeout=limits.EVENT)
    assert closed["reason"] == "limit" and [e["outcome"] for e in ana.find("turn.ended", t)] == ["completed", "interrupted"]
    assert any("one more question" in x["text"] for x in ana.find("transcript.final"))

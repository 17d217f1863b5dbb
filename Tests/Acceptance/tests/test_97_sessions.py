"""What can happen to an agent's session, and a call does not notice; where it must, it is told the truth."""
import asyncio, time
import limits, pytest
from talking import ask, exactly_once_in_order, exchange, one_voice, rare, rarely
from fake_realtime import Script
from wire import agents, answered, lasting, said

LONG = "one two three four five six seven eight nine ten eleven twelve"


def statuses(c, agent, since=0.0): return [e["status"] for e in c.find("agent.status", since, agent=agent)]
def errors(c, since=0.0): return [e["code"] for e in c.find("error", since)]
def own(response): return [x for x in response.context if x.startswith("assistant")]


async def room(stage, *cast, **k):
    ana = await stage.caller(name="Ana", **k); await stage.cast(*cast); return ana


async def alive(ana, agent="scout", text="Hey Scout, still there?", timeout=limits.MUTE):
    await ana.quiet(0.3); t = ana.mark(); await ana.say(text); f = await ana.hears(agent, since=t, timeout=timeout)
    await ana.turn_over(agent, since=f.t); await ana.quiet(0.2)


async def back(ana, fake, agent="scout", n=2, timeout=limits.RECONNECT):
    await ana.until(lambda: len(fake.of(agent)) >= n and fake.of(agent)[-1].updates, timeout, f"no session number {n} of {agent}"); return fake.of(agent)[-1]


# -- rotation

@pytest.mark.parametrize("seconds", [6, *rarely(4, 9)])
async def test_sessions_of_some_seconds_cost_a_conversation_nothing(stage, fake, seconds):
    with lasting(seconds):
        ana = await room(stage, "scout", "nova"); said_ = []
        for i in range(8):
            a = ("scout", "nova")[i % 2]; text = f"Hey {a.capitalize()}, question number {i}."
            e = await exchange(ana, a, text); assert e["outcome"] == "completed", (i, e); said_ += [text]
            exactly_once_in_order(fake.responses(a)[-1], *said_)
    assert len(fake.of("scout")) >= 2 and len(fake.of("nova")) >= 2, "nothing rotated"
    assert "reconnecting" not in statuses(ana, "scout") + statuses(ana, "nova") and not errors(ana), (statuses(ana, "scout"), errors(ana)); one_voice(ana)
    assert not [e for s in fake.sessions for e in s.errors if e[1] != "session_expired"], [s.errors for s in fake.sessions]


@rare
async def test_an_answer_is_not_cut_by_a_rotation(stage, fake):
    with lasting(9, agents):
        ana = await room(stage, "scout"); await asyncio.sleep(3); fake.plan("scout").say(LONG, ms=2500, speed=1)
        e = await exchange(ana, "scout", "Hey Scout, count."); assert e["outcome"] == "completed" and e["heard_ms"] >= 2400, e
        await asyncio.sleep(2); await alive(ana)
    assert "reconnecting" not in statuses(ana, "scout") and len(fake.of("scout")) >= 2


@rare
async def test_a_question_that_is_asked_across_the_end_of_a_session(stage, fake):
    with lasting(6, agents):
        ana = await room(stage, "scout"); await asyncio.sleep(2.5); e = await exchange(ana, "scout", "Hey Scout, this is a very long question that goes on and on and on", ms=4000)
        assert e["outcome"] == "completed"; exactly_once_in_order(fake.responses("scout")[-1], "this is a very long question")
    assert "reconnecting" not in statuses(ana, "scout")


@rare
async def test_several_agents_never_rotate_together(stage, fake):
    fake.plan("scout").handshake_delay = fake.plan("nova").handshake_delay = fake.plan("atlas").handshake_delay = 0.3
    with lasting(8, agents):
        await asyncio.gather(*(stage.join(a) for a in ("scout", "nova", "atlas"))); await asyncio.sleep(16)
    spans = sorted((h["t"], h["t"] + 0.3, h["agent"]) for h in fake.handshakes if h["agent"] != "ear")[3:]
    assert len(spans) >= 3, "nothing rotated"
    for (_, end, a), (start, _, b) in zip(spans, spans[1:]): assert start >= end - 0.05, f"{a} and {b} rotate together"


@rare
async def test_a_rotation_that_is_refused_is_tried_again(stage, fake):
    with lasting(12, agents):
        ana = await room(stage, "scout"); fake.plan("scout").refuse.extend([503, 503]); await exchange(ana, "scout", "Hey Scout, the word is heron."); await asyncio.sleep(9)
        await alive(ana)
    assert "reconnecting" not in statuses(ana, "scout") and [h["status"] for h in fake.handshakes if h["agent"] == "scout"][:4] == [101, 503, 503, 101]
    exactly_once_in_order(fake.responses("scout")[-1], "the word is heron", "answer number 0", "still there?")


@rare
async def test_a_tool_that_runs_across_the_end_of_a_session(stage, fake, kit):
    kit.tools.answers["lookup_order"] = (200, {"state": "on the ship"}, 1.2)
    with lasting(8, agents):
        ana = await room(stage, "tess"); await asyncio.sleep(3.5); fake.plan("tess").say("Wait.", ms=400, tools=[("lookup_order", '{"order_id": "7"}')]); await ana.say("Hey Tess, where is order 7?")
        e = await ana.turn_over("tess"); assert e["outcome"] == "completed", e
        await ana.quiet(0.3); await ask(ana, "tess", "Tess, again please.", ms=600); r = fake.responses("tess")[-1]
    assert sum("on the ship" in x for x in r.context) == 1, r.context; assert len(kit.tools.calls) == 1


async def test_a_session_that_ends_without_notice_is_made_again(stage, fake):
    ana = await room(stage, "scout", "nova"); await exchange(ana, "scout", "Hey Scout, the word is heron."); s = fake.agent("scout"); s.spawn(s.expire(0)); await back(ana, fake)
    assert statuses(ana, "scout").count("reconnecting") == 1; await alive(ana); exactly_once_in_order(fake.responses("scout")[-1], "the word is heron", "answer number 0", "still there?")
    assert statuses(ana, "scout")[-1] == "listening"


# -- reconnect

@pytest.mark.parametrize("fault,at", [("drop", 800), *rarely(("expire", 800), ("silent", 800), ("failed", 800))])
async def test_what_was_half_heard_is_over_and_the_agent_knows_it(stage, fake, fault, at):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").say(LONG, ms=4000, fault=fault, at_ms=at, speed=2); await ana.say("Hey Scout, count.")
    e = await ana.turn_over("scout", timeout=limits.MUTE); assert e["outcome"] in {"drop": ["interrupted", "failed"], "expire": ["interrupted", "failed"]}.get(fault, ["failed"]) and 0 < e["heard_ms"] <= at + 60 and e["text"] and "twelve" not in e["text"], e
    assert len([g for g in ana.find("turn.granted") if g["agent"] == "scout"]) == 1, "what was half heard is not said again"
    await alive(ana); r = fake.responses("scout")[-1]; assert not any("twelve" in x for x in r.context), r.context
    if fault in ("drop", "expire", "silent"): assert sum(e["text"] in x for x in own(r)) == 1, (e, r.context)
    await ask(ana, "nova", "Nova, what did Scout say?"); r = fake.responses("nova")[-1]
    exactly_once_in_order(r, "Hey Scout, count.", f"[Scout] {e['text']} (interrupted)", "still there?", "what did Scout say?")


@pytest.mark.parametrize("fault", ["drop", *rarely("expire", "failed")])
async def test_what_was_granted_and_not_heard_starts_again(stage, fake, fault):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").say(ms=1000, fault=fault, at_ms=0); t = ana.mark(); await ana.say("Hey Scout, explain the plan."); await ana.hears("scout", since=t, timeout=limits.MUTE)
    e = [x for x in ana.find("turn.ended", agent="scout")]; assert [x["outcome"] for x in e] in ([], ["failed"]) and not any(x["heard_ms"] or x["text"] for x in e), e      # a guess that fails ends no turn
    await ana.event("turn.ended", agent="scout", outcome="completed"); exactly_once_in_order(fake.responses("scout")[-1], "explain the plan"); assert not own(fake.responses("scout")[-1])


@rare
async def test_a_connection_that_breaks_before_the_response_began(stage, fake):
    ana = await room(stage, "scout"); fake.plan("scout").say(ms=800, create_delay=5); await ana.say("Hey Scout, explain."); await ana.until(lambda: fake.responses("scout"), limits.EVENT, "never asked")
    fake.agent("scout").abort(); t = ana.mark(); await ana.hears("scout", since=t, timeout=limits.MUTE); exactly_once_in_order(fake.responses("scout")[-1], "Hey Scout, explain.")


async def test_pauses_double_and_the_room_goes_on_meanwhile(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").refuse.extend([503, 502, 429]); fake.agent("scout").abort(); t = ana.mark()
    await ana.event("agent.status", agent="scout", status="reconnecting"); await exchange(ana, "nova", "Hey Nova, the number is nine.", ms=600); await back(ana, fake, timeout=15)
    at = [h["t"] for h in fake.handshakes if h["agent"] == "scout"][1:]; pauses = [b - a for a, b in zip(at, at[1:])]
    for p, base in zip(pauses, (1, 2, 4)): assert base - 0.1 <= p <= base * 1.26 + 0.4 * limits.S, pauses
    assert statuses(ana, "scout", t).count("reconnecting") == 1, statuses(ana, "scout"); await alive(ana); exactly_once_in_order(fake.responses("scout")[-1], "[Ana] Hey Nova, the number is nine.", "[Nova] This is nova", "still there?")


@rare
async def test_after_five_tries_it_has_failed_and_may_be_replaced(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").refuse_always = 503; fake.agent("scout").abort(); e = await ana.event("agent.status", agent="scout", status="failed", timeout=30)
    assert e["error"]["code"] == "realtime_unavailable" and e["error"]["detail"], e; n = len([h for h in fake.handshakes if h["agent"] == "scout"]) - 1; assert n == 5, f"{n} tries"
    await asyncio.sleep(2); assert len([h for h in fake.handshakes if h["agent"] == "scout"]) == 6; await alive(ana, "nova", "And who is there?")
    fake.plan("scout").refuse_always = None; await stage.join("scout"); await alive(ana); exactly_once_in_order(fake.responses("scout")[-1], "And who is there?", "still there?")


@pytest.mark.parametrize("status", [401, *rarely(403, 404)])
async def test_a_refusal_for_good_is_final(stage, fake, status):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").refuse_always = status; fake.agent("scout").abort(); e = await ana.event("agent.status", agent="scout", status="failed", timeout=4)
    assert e["error"]["code"] and str(status) in e["error"]["detail"]; await asyncio.sleep(2.5); assert [h["status"] for h in fake.handshakes if h["agent"] == "scout"] == [101, status]; await alive(ana, "nova", "And who is there?")


@rare
async def test_a_close_with_3000_is_final(stage, fake):
    ana = await room(stage, "scout", "nova"); await fake.agent("scout").ws.close(code=3000, message=b"invalid_api_key"); await ana.event("agent.status", agent="scout", status="failed", timeout=4)
    await asyncio.sleep(2); assert len(fake.of("scout")) == 1; await alive(ana, "nova", "And who is there?")


@pytest.mark.parametrize("code", rarely(1000, 1006, 1011, 1012, 1013, 4000))
async def test_any_other_close_is_no_end(stage, fake, code):
    ana = await room(stage, "scout")
    if code == 1006: fake.agent("scout").abort()
    else: await fake.agent("scout").ws.close(code=code)
    await back(ana, fake); await alive(ana)


async def test_words_for_one_who_is_away_are_answered_when_it_is_back(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").handshake_delay = 2; fake.agent("scout").abort(); await ana.event("agent.status", agent="scout", status="reconnecting")
    t = ana.mark(); await ana.say("Hey Scout, are you back?", ms=600); await ana.hears("scout", since=t, timeout=8); assert "nova" not in ana.agents_heard(since=t); exactly_once_in_order(fake.responses("scout")[-1], "are you back?")


@rare
async def test_one_who_stays_away_does_not_keep_the_floor(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").refuse_always = 503; fake.agent("scout").abort(); await ana.event("agent.status", agent="scout", status="reconnecting")
    await ana.say("Scout, and then Nova, what do you say?"); t = ana.mark(); await ana.hears("nova", since=t, timeout=14)


@rare
async def test_words_without_a_name_go_to_who_is_there(stage, fake):
    ana = await room(stage, "scout", "nova"); await exchange(ana, "scout", "Hey Scout, begin."); fake.plan("scout").refuse.extend([503] * 3); fake.agent("scout").abort(); await ana.event("agent.status", agent="scout", status="reconnecting")
    t = ana.mark(); await ana.say("And what now?", ms=600); f = await ana.until(lambda: ana.agents_heard(since=t), 12, "nobody answered"); assert f


@rare
async def test_who_leaves_while_away_is_not_tried_any_more(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").refuse_always = 503; fake.agent("scout").abort(); await ana.event("agent.status", agent="scout", status="reconnecting")
    assert (await stage.svc.post("/voice/leave", {"room": stage.room, "agent": "scout"})).status == 202; await ana.event("participant.left", identity="scout"); n = len(fake.handshakes); await asyncio.sleep(4); assert len(fake.handshakes) == n


@rare
async def test_who_is_away_is_still_in_the_room(stage, fake):
    ana = await room(stage, "scout"); fake.plan("scout").refuse.extend([503] * 2); fake.agent("scout").abort(); await ana.event("agent.status", agent="scout", status="reconnecting")
    a = await stage.svc.post("/voice/join", {"room": stage.room, "agent": "scout"}); assert a.status == 409, a; assert (await stage.get()).json["participants"][0]["status"] == "reconnecting"; await back(ana, fake); await alive(ana)


@rare
async def test_all_sessions_break_at_once(stage, fake):
    ana = await room(stage, "scout", "nova", "atlas"); await exchange(ana, "scout", "Hey Scout, the word is heron.")
    for s in list(fake.sessions): s.abort()
    for a in ("scout", "nova", "atlas"): await back(ana, fake, a)
    await asyncio.sleep(0.8); await exchange(ana, "nova", "Hey Nova, what was the word?"); exactly_once_in_order(fake.responses("nova")[-1], "the word is heron", "[Scout] This is scout", "what was the word?")


@rare
async def test_another_ones_loss_is_not_heard(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").say(LONG, ms=3000); await ana.say("Hey Scout, count."); await ana.hears("scout", ms=400); fake.agent("nova").abort()
    e = await ana.turn_over("scout"); assert e["outcome"] == "completed" and abs(ana.heard_ms("scout") - 3000) < 200 and max(r.biggest_gap for r in ana.runs()) < limits.GAP, e
    await back(ana, fake, "nova"); await ask(ana, "nova", "Nova, what was that?"); exactly_once_in_order(fake.responses("nova")[-1], "Hey Scout, count.", f"[Scout] {LONG}", "what was that?")


async def test_who_comes_late_knows_what_was_cut_off(stage, fake):
    ana = await room(stage, "scout"); fake.plan("scout").say(LONG, ms=6000); await ana.say("Hey Scout, count."); await ana.hears("scout", ms=1500); await ana.say("Stop, that is enough.", ms=700); e = await ana.turn_over("scout"); await ana.quiet(0.3)
    await stage.join("nova"); await ask(ana, "nova", "Nova, how far did Scout come?"); r = fake.responses("nova")[0]; exactly_once_in_order(r, "Hey Scout, count.", f"[Scout] {e['text']} (interrupted)", "that is enough.", "how far did Scout come?"); assert not any("twelve" in x for x in r.context)


# -- responses

async def test_a_response_that_fails_at_once_is_tried_once_more(stage, fake):
    """A guess, if one was made, then the turn, then its second try."""
    ana = await room(stage, "scout", "nova"); fake.plan("scout").default = Script(fault="failed", at_ms=0); await ana.say("Hey Scout, one.")
    await ana.until(lambda: len(ana.find("turn.ended", agent="scout")) == 2, limits.MUTE, "not two ends"); assert [e["outcome"] for e in ana.find("turn.ended")] == ["failed", "failed"]; await asyncio.sleep(1); assert len(fake.responses("scout")) in (2, 3)
    fake.plan("scout").default = None; await alive(ana); assert not own(fake.responses("scout")[-1])


@pytest.mark.parametrize("code", rarely("invalid_value", "rate_limit_exceeded", "server_error", None))
async def test_a_response_that_is_refused_is_tried_once_more(stage, fake, code):
    n = []
    async def refuse(s, ev, plain):
        n.append(1)
        if len(n) == 1: return await s.error(code, "not now", ev)
        await plain()
    with answered("response.create", refuse):
        ana = await room(stage, "scout"); t = ana.mark(); await ana.say("Hey Scout, one."); await ana.hears("scout", since=t, timeout=limits.MUTE); await ana.turn_over("scout", since=t); assert len(n) == 2, n


@rare
async def test_an_active_response_that_nobody_asked_for_is_cancelled_and_never_heard(stage, fake):
    ana = await room(stage, "scout"); s = fake.agent("scout"); fake.plan("scout").say("I speak unasked", ms=2000); await s.respond({"type": "response.create"}); await asyncio.sleep(1.0)
    assert "scout" not in ana.agents_heard() and s.cancels, "it was not cancelled"; await alive(ana); assert not any("unasked" in e["text"] for e in ana.find("transcript.final")), ana.find("transcript.final")


@pytest.mark.parametrize("fault", rarely("incomplete", "dups", "late", "two_items", "huge", "noise", "error_event"))
async def test_what_is_merely_odd_is_heard_whole(stage, fake, fault):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").say("one two three four", ms=1200, fault=fault, at_ms=300); e = await exchange(ana, "scout", "Hey Scout, count."); assert e["outcome"] == "completed" and abs(e["heard_ms"] - 1200) <= 60, e
    await asyncio.sleep(0.4); assert "ghost" not in str(ana.events) and abs(ana.heard_ms("scout") - 1200) <= 120; await ask(ana, "nova", "Nova, and?"); exactly_once_in_order(fake.responses("nova")[0], "Hey Scout, count.", "[Scout] one two three four", "Nova, and?"); await alive(ana)


def with_nulls(s, t, f):
    nothing = {"novelty": None, "phase": None, "usage": None, "obfuscation": None}
    def sprinkle(v): return {**{k: sprinkle(x) for k, x in v.items()}, **{k: None for k in nothing if k not in v}} if isinstance(v, dict) else [sprinkle(x) for x in v] if isinstance(v, list) else v
    return [(t, {k: sprinkle(v) if k in ("response", "item", "part", "session", "error") else v for k, v in {**f, **{k: None for k in nothing if k not in f}}.items()})]


BETA = {"response.output_audio.delta": "response.audio.delta", "response.output_audio.done": "response.audio.done", "response.output_audio_transcript.delta": "response.audio_transcript.delta",
        "response.output_audio_transcript.done": "response.audio_transcript.done", "response.output_text.delta": "response.text.delta", "response.output_text.done": "response.text.done"}
def beta(s, t, f): return [] if t == "conversation.item.done" else [({**BETA, "conversation.item.added": "conversation.item.created"}.get(t, t), f)]
def twice(s, t, f): return [(t, f)] * (1 if "delta" in t or t == "session.created" else 2)
def no_item_events(s, t, f): return [] if t.startswith(("conversation.item.added", "conversation.item.done", "response.content_part", "rate_limits")) else None
def words_last(s, t, f):
    kept = s.__dict__.setdefault("_kept", [])
    if t.startswith("response.output_audio_transcript"): kept.append((t, f)); return []
    if t == "response.done": out = [*kept, (t, f)]; kept.clear(); return out
def words_after_done(s, t, f):
    kept = s.__dict__.setdefault("_kept", [])
    if t == "response.output_audio_transcript.delta": return []
    if t == "response.output_audio_transcript.done": kept.append((t, f)); return []
    if t == "response.done": out = [(t, f), *kept]; kept.clear(); return out
def sound_first(s, t, f):
    """The item is announced behind its first sound."""
    kept = s.__dict__.setdefault("_kept", [])
    if t in ("response.output_item.added", "response.content_part.added"): kept.append((t, f)); return []
    if t == "response.output_audio.delta" and kept: out = [(t, f), *kept]; kept.clear(); return out
def no_ids(s, t, f): return [(t, {**f, "event_id": ""})]
def chatter(s, t, f): return [("ping", {"ping_event": {"event_id": 1}}), ("conversation.created", {"conversation": None}), (t, f), ("vendor.weird", {"deep": [[{"x": None}]]})]
def metadata_at_the_start_only(s, t, f): return [(t, {**f, "response": {**f["response"], "metadata": None}})] if t == "response.done" else None


@pytest.mark.parametrize("change", [with_nulls, beta, *rarely(twice, no_item_events, sound_first, no_ids, chatter, metadata_at_the_start_only)], ids=lambda f: f.__name__)
async def test_another_vendors_way_of_saying_it(stage, fake, change):
    with said(lambda s, t, f: None if s.ear else change(s, t, f)):
        ana = await room(stage, "scout", "nova"); fake.plan("scout").say("one two three four", ms=1200); e = await exchange(ana, "scout", "Hey Scout, count."); assert e["outcome"] == "completed" and abs(e["heard_ms"] - 1200) <= 60 and e["text"] == "one two three four", e
        fake.plan("nova").say(LONG, ms=4000); await ana.say("Nova, and you?"); await ana.hears("nova", ms=600); await ana.say("Stop, that is enough.", ms=700); e = await ana.turn_over("nova"); assert e["outcome"] == "interrupted" and "twelve" not in e["text"], e
        await alive(ana); exactly_once_in_order(fake.responses("scout")[-1], "Hey Scout, count.", "assistant: one two three four", "Nova, and you?", "[Nova] one", "that is enough", "still there?")


@pytest.mark.parametrize("change", rarely(words_last, words_after_done), ids=lambda f: f.__name__)
async def test_words_that_come_late_are_kept(stage, fake, change):
    """Later than the response is done, but earlier than its sound has been heard to the end."""
    with said(lambda s, t, f: None if s.ear else change(s, t, f)):
        ana = await room(stage, "scout"); fake.plan("scout").say("one two three four", ms=1200); e = await exchange(ana, "scout", "Hey Scout, count."); assert e["text"] == "one two three four", e


@pytest.mark.parametrize("what", rarely("not json", "[]", '"x"', "null", "{}", '{"type": 7}', '{"type":"response.output_audio.delta"}', '{"type":"response.done","response":null}', '{"type":"error","error":null}', '{"type":"session.updated","session":[]}', "\x00", "binary"))
async def test_a_frame_that_makes_no_sense_costs_nothing(stage, fake, what):
    ana = await room(stage, "scout"); s = fake.agent("scout"); fake.plan("scout").say(ms=1500); await ana.say("Hey Scout, count."); await ana.hears("scout")
    await (s.ws.send_bytes(b"\x01\x02") if what == "binary" else s.ws.send_str(what)); e = await ana.turn_over("scout"); assert e["outcome"] == "completed" and e["heard_ms"] >= 1400, e; await alive(ana); assert len(fake.of("scout")) == 1


@rare
async def test_errors_about_things_of_the_past_are_harmless(stage, fake):
    ana = await room(stage, "scout"); s = fake.agent("scout"); fake.plan("scout").say(ms=1500); await ana.say("Hey Scout, count."); await ana.hears("scout")
    for c in ("response_cancel_not_active", "item_delete_invalid_item_id", "item_truncate_invalid_item_id", "unsupported_content_type", "input_audio_buffer_commit_empty", "conversation_already_has_active_response", "unknown_parameter", "cannot_update_voice", None): await s.error(c, "of the past", {"event_id": "evt_unknown"})
    e = await ana.turn_over("scout"); assert e["outcome"] == "completed" and e["heard_ms"] >= 1400, e; await alive(ana); assert len(fake.of("scout")) == 1


@rare
async def test_an_error_with_our_event_id_is_about_that_event_alone(stage, fake):
    async def refuse(s, ev, plain): await s.error("item_truncate_invalid_item_id", "no such item", ev)
    with answered("conversation.item.truncate", refuse):
        ana = await room(stage, "scout"); fake.plan("scout").say(LONG, ms=5000); await ana.say("Hey Scout, count."); await ana.hears("scout", ms=800); u = await ana.say("No, stop. What is the time?"); e = await ana.turn_over("scout"); assert e["outcome"] == "interrupted"
        await ana.event("transcript.final", identity="ana", text=u.text); await alive(ana); assert len(fake.of("scout")) == 1


# -- clocks

@pytest.mark.parametrize("first,outcomes", [(3.5, ["completed"]), *rarely((7.0, ["failed", "completed"]))])
async def test_a_slow_first_sound(stage, fake, first, outcomes):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").say("slow", ms=800, first=first); t = ana.mark(); await ana.say("Hey Scout, think."); await ana.until(lambda: len(ana.find("turn.ended")) == len(outcomes), limits.MUTE, "no end")
    assert [e["outcome"] for e in ana.find("turn.ended")] == outcomes and not ana.find("turn.granted", agent="nova"); await alive(ana)


@rare
async def test_silence_in_the_middle_ends_after_eight_seconds(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").say(LONG, ms=4000, fault="silent", at_ms=800, speed=2); await ana.say("Scout, and then Nova, what do you say?"); f = await ana.hears("scout"); e = await ana.turn_over("scout", timeout=15)
    assert e["outcome"] == "failed" and 7.5 <= e["_t"] - f.t - 0.8 <= 10 * limits.S, e["_t"] - f.t; await ana.hears("nova", since=e["_t"])


@rare
async def test_a_cancel_that_is_ignored_costs_the_session_not_the_room(stage, fake):
    async def deaf(s, ev, plain): s.cancels.append((time.monotonic(), ev.get("response_id"), None))
    with answered("response.cancel", deaf):
        ana = await room(stage, "scout", "nova"); fake.plan("scout").say(LONG, ms=30000, speed=1); await ana.say("Hey Scout, count."); await ana.hears("scout", ms=600); await ana.say("No, stop. Nova, what is the time?"); t = ana.mark(); await ana.hears("nova", since=t); await ana.turn_over("nova", since=t)
        assert "scout" not in ana.agents_heard(since=t); await alive(ana)


@rare
async def test_a_slow_tool_is_no_missing_sound(stage, fake, kit):
    kit.tools.answers["lookup_order"] = (200, {"state": "on the ship"}, 4.6)
    ana = await room(stage, "tess"); fake.plan("tess").say("", ms=0, first=1.5, tools=[("lookup_order", '{"order_id": "7"}')]); fake.plan("tess").say("It is on the ship.", ms=800, first=2.0); await ana.say("Hey Tess, where is order 7?")
    e = await ana.turn_over("tess", timeout=20); assert e["outcome"] == "completed" and e["text"].endswith("on the ship."), e; assert len(kit.tools.calls) == 1


@rare
async def test_a_turn_that_called_a_tool_is_not_tried_again(stage, fake, kit):
    ana = await room(stage, "tess", "scout"); fake.plan("tess").say("", ms=0, tools=[("lookup_order", '{"order_id": "7"}')]); fake.plan("tess").say(fault="failed", at_ms=0); await ana.say("Hey Tess, where is order 7?"); e = await ana.turn_over("tess", timeout=limits.MUTE)
    assert e["outcome"] == "failed", e; await asyncio.sleep(1.5); assert len(ana.find("turn.granted", agent="tess")) == 1 and len(kit.tools.calls) == 1; await alive(ana)


@rare
async def test_a_session_that_breaks_while_its_tool_runs_learns_the_result(stage, fake, kit):
    kit.tools.answers["lookup_order"] = (200, {"state": "on the ship"}, 2)
    ana = await room(stage, "tess", "scout"); fake.plan("tess").say("Wait.", ms=300, tools=[("lookup_order", '{"order_id": "7"}')]); await ana.say("Hey Tess, where is order 7?"); await ana.event("tool.called"); fake.agent("tess").abort()
    e = await ana.turn_over("tess", timeout=limits.MUTE); await ana.event("tool.returned"); await back(ana, fake, "tess"); await ask(ana, "tess", "Tess, so where is it?", ms=600); r = fake.responses("tess")[-1]
    assert sum("on the ship" in x for x in r.context) == 1 and len(kit.tools.calls) == 1, r.context


@rare
async def test_the_time_of_a_callers_voice_is_not_the_agents(stage, fake):
    """The turn was granted; the caller goes on for longer than the first sound may take."""
    ana = await room(stage, "scout"); fake.plan("scout").say("done", ms=600, first=1.0); await ana.say("Hey Scout, count.", ms=700); await ana.event("turn.granted"); await ana.say("hm", ms=6500, partials=False, transcript="failed"); t = ana.mark()
    await ana.hears("scout", since=t); assert not [e for e in ana.find("turn.ended") if e["outcome"] == "failed"], ana.find("turn.ended")


# -- prewarm

@pytest.mark.parametrize("delay", [0.5])
async def test_joins_are_side_by_side(stage, fake, figure, delay):
    for a in ("scout", "nova", "atlas", "luna", "tess"): fake.plan(a).handshake_delay = delay
    t = time.monotonic(); await asyncio.gather(*(stage.join(a) for a in ("scout", "nova", "atlas", "luna", "tess"))); took = time.monotonic() - t
    figure("five joins at servers that take 500 ms, ms", took * 1000); assert took <= delay * 2 * limits.S, f"{took:.2f} s"


async def test_a_session_is_ready_before_the_first_word(stage, fake):
    """Set up as it joins, and told once that Nova has come; no more than that is sent when words come."""
    ana = await room(stage, "scout", "nova"); s = fake.agent("scout"); assert len(s.updates) == 2 and s.config["turn_detection" if "turn_detection" in s.config else "audio"], s.updates
    t = time.monotonic(); n = len([1 for x in s.log if x[1] == ">"]); u, f = await ask(ana, "scout", "Hey Scout, hello."); sent = [e["type"] for _, d, e in s.log[:] if d == ">"][n:]
    assert "session.update" not in sent and sent[-1] == "response.create", sent; assert f.t - u.t_end <= 1.2 * limits.S


@rare
async def test_a_greeting_is_a_turn_like_any_other(stage, fake):
    ana = await room(stage, "luna"); g = await ana.event("turn.granted", agent="luna"); assert g["reason"] == "greeting"; await ana.hears("luna"); e = await ana.turn_over("luna"); assert e["outcome"] == "completed"
    r = fake.responses("luna")[0]; assert "Hello everyone, Luna speaking." in r.instructions and "KIT-AGENT:luna" in r.instructions


@rare
async def test_a_greeting_of_a_session_that_breaks_is_said_by_the_next_one(stage, fake):
    ana = await stage.caller(name="Ana"); fake.plan("luna").say(fault="drop", at_ms=0); await stage.join("luna"); await ana.hears("luna", timeout=limits.MUTE); r = fake.responses("luna")[-1]; assert "Hello everyone, Luna speaking." in r.instructions


@rare
async def test_a_server_that_never_says_that_it_is_ready(stage, fake):
    with said(lambda s, t, f: [] if t == "session.updated" and not s.ear and len(fake.of("scout")) == 1 else None):
        a = await stage.join("scout", wait=20); assert a.json["status"] == "joined" and len(fake.of("scout")) == 2


@rare
async def test_a_session_that_is_refused_as_it_is_wished(stage, fake):
    async def refuse(s, ev, plain): await (plain() if s.ear else s.error("invalid_value", "no such voice", ev, "session.audio.output.voice"))
    with answered("session.update", refuse):
        ana = await stage.caller(); a = await stage.svc.post("/voice/join", {"room": stage.room, "agent": "scout"}, headers={"Prefer": "wait=10"}, timeout=15); assert a.status == 502 and a.json["code"] == "realtime_unavailable", a

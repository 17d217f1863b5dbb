"""Barge-in, word by word: what silences an agent, what does not cost its turn, and what was heard."""
import asyncio
import limits, pytest
from talking import ask, granted, holds_forth, no_answer, one_voice, rare, rarely, voices, whole


# -- a held turn goes on

async def test_a_held_turn_goes_on_at_the_first_unheard_sample(stage, fake):
    ana = await holds_forth(stage, "nova", hear=800, ms=3000)
    await ana.say("Mhm.", ms=300); e = await ana.turn_over("scout"); await asyncio.sleep(0.3)
    whole(ana, "scout", 3000); assert e["outcome"] == "completed" and abs(e["heard_ms"] - 3000) <= 20, e
    for type_ in ("turn.granted", "turn.started", "turn.ended"): assert len(ana.find(type_)) == 1, (type_, ana.find(type_))
    s = fake.agent("scout"); assert not s.cancels and not s.truncated and not s.deleted and len(fake.responses("scout")) == 1


@pytest.mark.parametrize("text", ["Yeah, right.", *rarely("Uh-huh.", "Okay.", "Ja, genau.", "Claro.", "D'accord.")])
async def test_a_backchannel_costs_no_turn(stage, fake, text):
    ana = await holds_forth(stage, "nova", hear=500, ms=2000)
    await ana.say(text, ms=400); e = await ana.turn_over("scout"); assert e["outcome"] == "completed", e
    await asyncio.sleep(0.3); whole(ana, "scout", 2000); assert len(ana.find("turn.granted")) == 1, granted(ana)


@rare
async def test_two_backchannels_in_one_turn(stage, fake):
    ana = await holds_forth(stage, hear=500, ms=3000)
    u = await ana.say("Mhm.", ms=300); await ana.hears("scout", since=u.t_end, ms=400); await ana.say("Yeah.", ms=300)
    e = await ana.turn_over("scout"); assert e["outcome"] == "completed", e
    await asyncio.sleep(0.3); whole(ana, "scout", 3000)


@pytest.mark.parametrize("kind", ["never", *rarely("empty", "failed")])
async def test_noise_holds_the_turn_for_a_second_and_a_half_at_most(stage, fake, figure, kind):
    ana = await holds_forth(stage, hear=500, ms=2000)
    u = await ana.say("", ms=400, partials=False, **({} if kind == "empty" else {"transcript": kind}))
    f = await ana.hears("scout", since=u.t_end, timeout=4 * limits.S); waited = f.t - u.stopped_at
    figure(f"speech_stopped to the held turn going on ms, {kind}", waited * 1000)
    assert waited <= 1.5 + 0.4 * limits.S and (kind != "never" or waited >= 1.3), waited
    e = await ana.turn_over("scout"); assert e["outcome"] == "completed", e
    await asyncio.sleep(0.3); whole(ana, "scout", 2000); assert len(ana.find("turn.ended")) == 1


@pytest.mark.parametrize("transcript", ["before_stop", *rarely("final")])
async def test_never_resumed_before_speech_stopped(stage, fake, transcript):
    """A "mhm" that is recognised while it is still being hummed."""
    ana = await holds_forth(stage, hear=500, ms=2000)
    u = await ana.say("Mhm", ms=2200, partials=["Mhm"], transcript=transcript); e = await ana.turn_over("scout"); assert e["outcome"] == "completed", e
    clear = next(c for c in ana.clears if c >= u.t_start)
    early = [f for f in ana.frames if clear < f.t < u.stopped_at - 0.02 and ana.decode(f).agents]
    assert not early, f"{len(early)} frames of scout before speech_stopped"
    whole(ana, "scout", 2000)


async def test_never_resumed_while_the_other_caller_still_talks(stage, fake):
    ana, bob = await holds_forth(stage, people=("ana", "bob"), hear=500, ms=2000)
    b = bob.start("Hmm", ms=3000, partials=False); await asyncio.sleep(0.2); a = await ana.say("Mhm.", ms=300)
    e = await ana.turn_over("scout"); assert e["outcome"] == "completed", e
    early = [f for f in ana.frames if a.t_end < f.t < b.stopped_at - 0.02 and ana.decode(f).agents]
    assert not early, f"{len(early)} frames of scout while bob was talking"
    await asyncio.sleep(0.3); whole(ana, "scout", 2000); whole(bob, "scout", 2000)


# -- a real utterance ends it

@pytest.mark.parametrize("text", ["Wait.", *rarely("No, stop.", "Hold on a second.", "Stopp!", "Espera.")])
async def test_wait_and_stop_always_end_the_turn_and_nobody_answers(stage, fake, text):
    ana = await holds_forth(stage, "nova", hear=700, ms=6000); u = await ana.say(text, ms=500)
    e = await ana.turn_over("scout"); assert e["outcome"] == "interrupted", e
    await no_answer(ana, e["_t"]); assert (await stage.get()).json["floor"]["holder"] is None


async def test_the_cancel_does_not_wait_for_the_end_of_the_words(stage, fake, figure):
    ana = await holds_forth(stage, hear=700, ms=9000, speed=1.3)
    u = await ana.say("No, stop. Let me say something quite different.", ms=2000); s = fake.agent("scout")
    await ana.until(lambda: s.cancels, limits.EVENT, "no response.cancel"); figure("speech_started to response.cancel ms", (s.cancels[0][0] - u.started_at) * 1000)
    assert s.cancels[0][0] - u.started_at <= limits.CANCEL, s.cancels[0][0] - u.started_at
    r = fake.responses("scout")[0]; await ana.until(lambda: r.t_done, limits.EVENT, "not done"); assert r.status == "cancelled"
    await ana.until(lambda: s.truncated, limits.EVENT, "no truncate"); assert s.truncated[0]["ok"] and not s.errors, s.errors


@pytest.mark.parametrize("text", ["Yeah, but what does it cost, Nova?", *rarely("Right, Nova, your turn.")])
async def test_a_backchannel_that_goes_on_ends_the_turn(stage, fake, text):
    ana = await holds_forth(stage, "nova", hear=500); t = ana.mark()
    await ana.say(text, ms=1000); await ana.hears("nova", since=t)
    assert ana.find("turn.ended", agent="scout")[0]["outcome"] == "interrupted"; one_voice(ana)


@rare
async def test_a_transcript_before_the_stop_is_answered_once(stage, fake):
    ana = await holds_forth(stage, "nova", hear=500)
    u = await ana.say("Nova, what do you say?", ms=900, transcript="before_stop"); await ana.hears("nova"); await ana.turn_over("nova"); await asyncio.sleep(0.8)
    assert voices(ana) == ["scout", "nova"] and len(fake.responses("nova")) == 1, (voices(ana), len(fake.responses("nova")))
    assert len(ana.find("transcript.final", identity="ana", text="Nova, what do you say?")) == 1


async def test_words_that_come_late_still_end_the_turn(stage, fake):
    ana = await holds_forth(stage, "nova", hear=500, ms=9000)
    u = await ana.say("Nova, what do you say to that?", ms=600, partials=False, delay=2.2)
    await ana.hears("scout", since=u.t_end, timeout=4 * limits.S); await ana.hears("nova", since=u.t_end)
    e = ana.find("turn.ended", agent="scout")[0]; assert e["outcome"] == "interrupted" and len(fake.responses("nova")) == 1, e
    assert abs(e["heard_ms"] - ana.heard_ms("scout", 0)) <= limits.HEARD_MS, (e, ana.heard_ms("scout", 0)); one_voice(ana)


# -- what was heard

async def test_of_an_item_of_which_nothing_was_heard_nothing_stays(stage, fake):
    """The answer is generated, but held at the gate until the final transcript; then Ana goes on talking."""
    ana = await stage.caller(); await stage.cast("scout", "nova"); await ask(ana, "scout", "Hey Scout, hello."); await ana.turn_over("scout"); await ana.quiet(0.3)
    fake.plan("scout").say("one two three", ms=2000); t = ana.mark()
    u = await ana.say("And how is the weather?", partials=False, delay=1.5); s = fake.agent("scout")
    await asyncio.sleep(0.75); await ana.say("Nova, I mean you.", ms=700); await ana.hears("nova", since=t)
    held = [r for r in fake.responses("scout") if r.t >= t and r.n == 1]
    if held: await ana.until(lambda: all(i not in s.items for i in held[0].items), limits.EVENT, f"an unheard item is still there: {s.context()}")
    assert ana.heard_ms("scout", 1) == 0, "heard before its words were known"
    assert not any("one two" in c for c in fake.responses("nova")[0].context), fake.responses("nova")[0].context


@rare
async def test_the_position_that_the_client_reports_decides(stage, fake):
    """A player with a buffer of its own that is behind: 400 ms played of far more that was sent."""
    ana = await holds_forth(stage, hear=300); turn = (await ana.event("turn.started"))["turn"]
    for _ in range(8): await ana.send({"type": "playback.position", "turn": turn, "ms": 400}); await asyncio.sleep(0.1)
    ana.start("No, stop. That is wrong.", ms=900); await asyncio.sleep(0.3); await ana.send({"type": "playback.position", "turn": turn, "ms": 400})
    e = await ana.turn_over("scout"); s = fake.agent("scout"); await ana.until(lambda: s.truncated, limits.EVENT, "no truncate")
    assert 350 <= s.truncated[0]["ms"] <= 650 and 350 <= e["heard_ms"] <= 650, (s.truncated, e)


@pytest.mark.parametrize("who", ["ana", *rarely("bob", "nobody")])
async def test_with_several_callers_the_interrupters_position_is_what_was_heard(stage, fake, who):
    ana, bob = await holds_forth(stage, people=("ana", "bob"), hear=300); turn = (await ana.event("turn.started"))["turn"]
    async def tell(): await ana.send({"type": "playback.position", "turn": turn, "ms": 300}); await bob.send({"type": "playback.position", "turn": turn, "ms": 700})
    for _ in range(9): await tell(); await asyncio.sleep(0.1)
    if who == "nobody": await stage.post("/interrupt")
    else: {"ana": ana, "bob": bob}[who].start("No, stop. That is wrong.", ms=900); await asyncio.sleep(0.25); await tell()
    e = await ana.turn_over("scout"); s = fake.agent("scout"); await ana.until(lambda: s.truncated, limits.EVENT, "no truncate")
    want = 300 if who == "ana" else 700; assert want - 50 <= s.truncated[0]["ms"] <= want + 250 and abs(e["heard_ms"] - s.truncated[0]["ms"]) <= 20, (s.truncated, e)


async def test_every_caller_is_told_to_drop_what_is_buffered(stage, fake):
    ana, bob, cleo = await holds_forth(stage, people=("ana", "bob", "cleo"), hear=500); u = await bob.say("No, stop. Listen.")
    await asyncio.sleep(0.2)
    for c in (ana, bob, cleo):
        clears = [x for x in c.clears if x >= u.t_start]; assert clears and clears[0] - u.started_at <= limits.CLEAR, c.identity
        after = [f for f in c.frames if f.t > clears[0] + 0.05 and c.decode(f).agents]; assert not after, f"{c.identity} still heard scout"


async def test_everyone_remembers_exactly_what_was_heard(stage, fake):
    ana = await holds_forth(stage, "nova", "atlas", hear=1500); await ana.say("Nova, what do you say?", ms=1000)
    e = await ana.turn_over("scout"); f = ana.find("transcript.final", identity="scout")[0]
    assert f["text"] == e["text"] and f["interrupted"] is True and f["turn"] == e["turn"], (f, e)
    await ana.turn_over("nova"); await ask(ana, "atlas", "Atlas, and you?")
    words = e["text"].rstrip(" .…-—")
    for a in ("nova", "atlas"):
        line = [c for c in fake.responses(a)[0].context if "[Scout]" in c]; assert len(line) == 1 and words in line[0], (line, e["text"])
        assert "interrupt" in line[0].lower(), f"not marked interrupted: {line}"; assert "twelve" not in line[0]


# -- who may silence

@pytest.mark.parametrize("how", ["route", *rarely("line")])
async def test_an_interrupt_without_words(stage, fake, how):
    ana = await holds_forth(stage, "nova", hear=600); t = ana.mark()
    if how == "route": assert (await stage.post("/interrupt")).status == 204
    else: await ana.send({"type": "interrupt"})
    e = await ana.turn_over("scout"); assert e["outcome"] == "interrupted" and [c for c in ana.clears if c >= t], e
    s = fake.agent("scout"); await ana.until(lambda: s.truncated, limits.EVENT, "no truncate"); assert abs(s.truncated[0]["ms"] - ana.heard_ms("scout", 0)) <= limits.TRUNC_MS
    await no_answer(ana, t, 0.6); await ask(ana, "nova", "Nova, go on.")


@rare
async def test_an_interrupt_when_nobody_speaks_is_no_mistake(stage, fake):
    ana = await stage.caller(); await stage.cast("scout"); assert (await stage.post("/interrupt")).status == 204; await ask(ana, "scout", "Scout, hello.")


async def test_a_typed_message_interrupts_and_routes(stage, fake):
    ana = await holds_forth(stage, "nova", hear=600); t = ana.mark()
    a = await stage.post("/messages", {"from": "ana", "text": "Nova, what do you think?"}); assert a.status == 202, a
    await ana.hears("nova", since=t); assert ana.find("turn.ended", agent="scout")[0]["outcome"] == "interrupted"
    assert ana.find("transcript.final", identity="ana", text="Nova, what do you think?") and granted(ana, t) == [("nova", "address")], granted(ana, t)
    assert any("[Ana] Nova, what do you think?" in c for c in fake.responses("nova")[0].context); one_voice(ana)


@rare
async def test_a_voice_while_an_agent_thinks_silences_it(stage, fake):
    ana = await stage.caller(); await stage.cast("scout", "nova"); fake.plan("scout").say("too late", ms=3000, first=1.5)
    await ana.say("Scout, what does it cost?"); await ana.until(lambda: fake.responses("scout"), limits.EVENT, "no response"); t = ana.mark()
    await ana.say("No, Nova, you tell me.", ms=900); await ana.hears("nova", since=t); await asyncio.sleep(0.5)
    assert ana.heard_ms("scout") == 0 and not any("too late" in c for c in fake.responses("nova")[0].context); one_voice(ana)


@rare
async def test_a_cough_on_an_open_floor_is_not_answered(stage, fake):
    ana = await stage.caller(); await stage.cast("scout", "nova"); await ask(ana, "scout", "Scout, hello."); await ana.turn_over("scout"); await ana.quiet(0.3)
    t = ana.mark(); await ana.say("", ms=300, partials=False); await no_answer(ana, t, 1.6)
    assert fake.agent("scout").context()[-1].startswith("assistant"), f"the cough's sound stayed in the session: {fake.agent('scout').context()}"

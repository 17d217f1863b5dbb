"""Speculation: the likely answer starts when the utterance ends, and a wrong guess leaves no trace."""
import asyncio
import limits, pytest
from talking import ask, committed, exactly_once_in_order, exchange, no_answer, one_voice, rare, rarely, voices


async def with_the_floor(stage, *cast, agent="scout"):
    ana = await stage.caller(name="Ana"); await stage.cast(agent, *cast); await exchange(ana, agent, f"Hey {agent.capitalize()}, begin."); return ana


def heard_before(c, since, until): return [f for f in c.frames if since <= f.t < until - 0.02 and c.decode(f).agents]


async def test_a_right_guess_saves_the_time_of_the_transcript(stage, fake, figure):
    ana = await with_the_floor(stage, "nova"); fake.plan("scout").say(ms=800, first=0.7)
    u, f = await ask(ana, "scout", "And why is that so?", delay=1.0); r = fake.responses("scout")[1]
    figure("final transcript to first audio after a right guess ms", (f.t - u.final_at) * 1000)
    assert r.t < u.final_at - 0.5, f"the response was asked for {r.t - u.final_at:.2f} s after the final transcript"
    assert f.t - u.final_at <= 0.35 * limits.S and not heard_before(ana, u.t_end, u.final_at), f.t - u.final_at
    assert len(fake.responses("scout")) == 2; exactly_once_in_order(r, "Hey Scout, begin.", "answer number 0", "And why is that so?")
    await ana.turn_over("scout", since=u.t_end); assert len(committed(fake, u)) <= 1
    assert sum("And why is that so?" in c for c in fake.agent("scout").context()) == 1, fake.agent("scout").context()


async def test_a_wrong_guess_leaves_nothing_behind(stage, fake):
    ana = await with_the_floor(stage, "nova"); s = fake.agent("scout"); fake.plan("scout").say("a wrong answer", ms=3000, speed=2)
    u, f = await ask(ana, "nova", "And what do you make of it, Nova?", partials=False, delay=1.0); e = await ana.turn_over("nova"); await ana.quiet(0.2)
    assert not any(a == "scout" for a in ana.agents_heard(since=u.t_start)), "the wrong agent was heard"
    wrong = [r for r in fake.responses("scout") if r.t > u.t_start]; got = committed(fake, u)
    assert len(got) <= 1 and (not wrong or all(a == "scout" for a, _ in got)), f"committed as audio to {got}"
    for a, item in got: assert a != "scout" or s.find(item) is None, "the audio item of the wrong guess is still there"
    for r in wrong:
        await ana.until(lambda: r.t_done, limits.EVENT, "the wrong response was never cancelled"); assert all(s.find(i["id"]) is None for i in r.items), "its output is still there"
    c = fake.responses("nova")[0].context; assert sum("what do you make of it, Nova" in x for x in c) == 1 and (not wrong or "user: [Ana] And what do you make of it, Nova?" in c), c
    assert len(fake.responses("nova")) == 1 and e["outcome"] == "completed"
    assert [g["agent"] for g in ana.find("turn.granted", since=u.t_start)] == ["nova"], ana.find("turn.granted", since=u.t_start)
    await ask(ana, "scout", "Scout, do you agree?"); r = fake.responses("scout")[-1]
    exactly_once_in_order(r, "Hey Scout, begin.", "This is scout, answer number 0", "[Ana] And what do you make of it, Nova?", "[Nova] This is nova, answer number 0", "Scout, do you agree?"); assert not any("wrong answer" in c for c in r.context)
    assert not s.errors, s.errors


@rare
async def test_a_wrong_guess_that_had_already_finished(stage, fake):
    """A short answer is generated whole before the final transcript takes the guess back."""
    ana = await with_the_floor(stage, "nova"); s = fake.agent("scout"); fake.plan("scout").say("a wrong answer", ms=600, speed=50)
    u, f = await ask(ana, "nova", "And what do you make of it, Nova?", partials=False, delay=1.5); await ana.turn_over("nova")
    assert "scout" not in ana.agents_heard(since=u.t_start); await ask(ana, "scout", "Scout, do you agree?")
    assert not any("wrong answer" in c for c in fake.responses("scout")[-1].context) and sum("make of it" in c for c in fake.responses("scout")[-1].context) == 1, fake.responses("scout")[-1].context; assert not s.errors, s.errors


async def test_the_partial_names_one_and_the_final_another(stage, fake):
    ana = await with_the_floor(stage, "nova", "atlas"); u, f = await ask(ana, "atlas", "Nova, what about it?", final="Atlas, what about it?", delay=0.8); await ana.turn_over("atlas")
    assert voices(ana, u.t_start) == ["atlas"] and len(committed(fake, u)) <= 1, (voices(ana, u.t_start), committed(fake, u)); one_voice(ana)
    await ask(ana, "nova", "Nova, and you?"); r = fake.responses("nova")[-1]
    assert sum("what about it?" in c for c in r.context) == 1 and sum("[Atlas] This is atlas" in c for c in r.context) == 1 and not any("This is nova" in c for c in r.context), r.context


async def test_without_a_final_transcript_the_partial_one_decides(stage, fake, figure):
    """Deltas come, the final one does not."""
    ana = await with_the_floor(stage, "nova"); t = ana.mark(); u = await ana.say("Nova, are you there?", delay=9)
    f = await ana.hears("nova", since=t, timeout=limits.ANSWER); figure("speech_stopped to first audio without a final transcript ms", (f.t - u.stopped_at) * 1000)
    assert "scout" not in ana.agents_heard(since=t); await ana.turn_over("nova"); assert len(fake.responses("nova")) == 1


@rare
async def test_a_failed_transcript_does_not_stop_the_room(stage, fake):
    ana = await with_the_floor(stage, "nova"); t = ana.mark(); u = await ana.say("mumble", partials=False, transcript="failed"); await asyncio.sleep(2.2)
    assert len(committed(fake, u)) <= 1; await ana.quiet(0.3); await ask(ana, "nova", "Nova, can you hear me?"); one_voice(ana)


@pytest.mark.parametrize("text", ["Stop.", *rarely("")])
async def test_a_guess_that_nobody_should_answer(stage, fake, text):
    ana = await with_the_floor(stage, "nova"); u = await ana.say(text, ms=500, partials=False, delay=0.7); await no_answer(ana, u.t_start, 2.0)
    s = fake.agent("scout"); assert text or sum(c.startswith("audio:") for c in s.context()) <= 1, f"the cough's sound stayed: {s.context()}"
    await ask(ana, "scout", "Scout, go on."); r = fake.responses("scout")[-1]; assert sum("answer number" in c for c in r.context) == 1, r.context
    if text: assert sum(c.endswith("Stop.") for c in r.context) == 1, r.context


async def test_going_on_after_a_pause_takes_the_answer_back(stage, fake):
    """Two halves of a thought with a pause long enough for the ear: the first answer is not heard over the second half."""
    ana = await with_the_floor(stage, "nova"); u = await ana.say("What I wanted to ask is", ms=800, delay=0.9); await asyncio.sleep(0.65); v = await ana.say("whether it rains", ms=900); await ana.hears("scout", since=u.t_start)
    assert not heard_before(ana, v.started_at + 0.1 * limits.S, v.t_end), "heard over the caller's words"; await ana.turn_over("scout", since=v.t_end)
    r = fake.responses("scout")[-1]; exactly_once_in_order(r, "Hey Scout, begin.", "What I wanted to ask is", "whether it rains"); assert len(committed(fake, u)) <= 1 and len(committed(fake, v)) <= 1


@rare
async def test_with_two_callers_a_wrong_guess_is_told_whose_words_they_were(stage, fake):
    ana = await with_the_floor(stage, "nova"); bob = await stage.caller("bob", name="Bob"); await asyncio.sleep(0.2)
    u = await bob.say("And what do you make of it, Nova?", partials=False, delay=0.8); await ana.hears("nova", since=u.t_start); await ana.turn_over("nova")
    assert "scout" not in ana.agents_heard(since=u.t_start) | bob.agents_heard(since=u.t_start); assert "user: [Bob] And what do you make of it, Nova?" in fake.responses("nova")[0].context, fake.responses("nova")[0].context
    await ask(ana, "scout", "Scout, do you agree?"); assert sum("make of it" in c for c in fake.responses("scout")[-1].context) == 1; assert not any(c.strip() == "user: [Bob]" for c in fake.responses("scout")[-1].context), fake.responses("scout")[-1].context

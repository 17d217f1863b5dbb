"""What can happen to a caller's ear: the room says who is not heard, the others go on, and no word is lost or told twice."""
import asyncio
import limits, pytest
from talking import ask, exactly_once_in_order, exchange, rare, rarely
from wire import answered, ears, lasting, said


def finals(c, identity="ana", since=0.0): return [e["text"] for e in c.find("transcript.final", since, identity=identity)]
def heard(c): return [e["heard"] for e in c.find("participant.heard")]
def errors(c): return [e["code"] for e in c.find("error")]


async def room(stage, *cast, **k):
    ana = await stage.caller(name="Ana", **k); await stage.cast(*cast); return ana


async def lose(c, fake, which=-1):
    s = [s for s in fake.ears() if s.open][which]; s.abort(); return s


async def ear_back(c, fake, n=2, timeout=limits.RECONNECT): await c.until(lambda: len(fake.ears()) >= n and fake.ears()[-1].updates, timeout, "no other ear")


@pytest.mark.parametrize("seconds", [6, *rarely(4)])
async def test_ears_of_some_seconds_miss_no_word_and_tell_none_twice(stage, fake, seconds):
    with lasting(seconds, ears):
        ana = await room(stage, "scout"); fake.plan("scout").default_ms = 300; words = [f"Hey Scout, question number {i}." for i in range(9)]
        for w in words: await exchange(ana, "scout", w, ms=700)
    assert finals(ana) == words, finals(ana); assert len(fake.ears()) >= 2 and not errors(ana) and not heard(ana), (errors(ana), heard(ana))


async def test_a_sentence_that_the_ear_breaks_in_is_heard_whole_and_once(stage, fake):
    ana = await room(stage, "scout"); u = ana.start("Hey Scout, this is one whole sentence", ms=1600); await asyncio.sleep(0.8); await lose(ana, fake); await ana.event("participant.heard", heard=False)
    await ana.event("participant.heard", heard=True); await ana.hears("scout"); await ana.turn_over("scout"); await asyncio.sleep(3); assert finals(ana) == [u.text], finals(ana); assert len(fake.responses("scout")) == 1
    exactly_once_in_order(fake.responses("scout")[0], "this is one whole sentence"); assert errors(ana) == ["ear_lost"], errors(ana)


async def test_an_ear_that_breaks_before_its_words_are_final(stage, fake):
    ana = await room(stage, "scout", "nova"); await ana.say("Nova, what is the budget?", delay=5); await ana.event("speech.stopped"); await asyncio.sleep(0.2); fake.utterances[0].delay = 0.1; await lose(ana, fake)
    await ana.hears("nova"); await ana.turn_over("nova"); await asyncio.sleep(2); assert finals(ana) == ["Nova, what is the budget?"] and len(ana.find("turn.granted")) == 1, (finals(ana), ana.find("turn.granted")); exactly_once_in_order(fake.responses("nova")[-1], "what is the budget?")


@rare
async def test_words_whose_ear_never_comes_back_count_as_far_as_they_were_understood(stage, fake):
    ana = await room(stage, "scout", "nova"); await ana.say("Nova, what is the budget?", delay=5); await ana.event("speech.stopped"); fake.plan("ear").refuse_always = 503; await lose(ana, fake)
    t = ana.mark(); await ana.hears("nova"); assert finals(ana) == ["Nova, what is the budget?"]; assert not heard(ana)[1:]


async def test_while_an_ear_is_away_the_others_hear_and_no_session_does(stage, fake):
    ana = await room(stage, "scout"); bob = await stage.caller("bob", name="Bob"); await asyncio.sleep(0.2); fake.plan("ear").handshake_delay = 2.5; await lose(ana, fake, 0); e = await bob.event("participant.heard", heard=False); who = e["identity"]
    me, other = (ana, bob) if who == "ana" else (bob, ana); t = other.mark(); n = len(other.frames); u = await me.say("Hello to you", ms=600)
    assert sum(u.code in other.decode(f).utterances(fake.utterances) for f in other.frames[n:]) >= 20, "the other caller does not hear them"; assert not any(s.appended[u.code] for s in fake.sessions), "a session was given the sound"
    p = {p["identity"]: p for p in (await stage.get()).json["participants"]}; assert p[who]["heard"] is False and p[other.identity]["heard"] is True, p
    assert (await me.event("participant.heard", heard=True))["identity"] == who; await exchange(me, "scout", "Hey Scout, hello.")


async def test_an_ear_that_is_refused_for_good(stage, fake):
    fake.plan("ear").refuse_always = 401; ana = await room(stage, "scout"); await ana.until(lambda: "ear_unavailable" in errors(ana), limits.EVENT, "nobody says that she is not heard"); assert heard(ana) == [False]
    await asyncio.sleep(1.5); assert len([h for h in fake.handshakes if h["agent"] == "ear"]) == 1; t = ana.mark(); await ana.send({"type": "message", "text": "Scout, I can write."}); await ana.hears("scout", since=t)


@rare
async def test_an_ear_that_comes_on_the_third_try_hears_what_was_said_meanwhile(stage, fake):
    fake.plan("ear").refuse.extend([503, 503]); ana = await room(stage, "scout"); await exchange(ana, "scout", "Hey Scout, hello.", ms=700); assert heard(ana)[-1:] == [True] or not heard(ana); assert finals(ana) == ["Hey Scout, hello."]


@rare
async def test_five_tries_and_then_she_is_told_that_nobody_hears_her(stage, fake):
    ana = await room(stage, "scout"); fake.plan("ear").refuse_always = 503; await lose(ana, fake); await ana.until(lambda: "ear_unavailable" in errors(ana), 30, "never told"); n = [h for h in fake.handshakes if h["agent"] == "ear"]
    assert len(n) - 1 == 5 and errors(ana) == ["ear_lost", "ear_unavailable"] and heard(ana) == [False], (len(n), errors(ana), heard(ana))


@rare
async def test_an_ears_error_is_told_and_harmless(stage, fake):
    ana = await room(stage, "scout"); await fake.ears()[0].error("server_error", "The server had an error."); assert (await ana.event("error", code="server_error"))["detail"]; await exchange(ana, "scout", "Hey Scout, hello."); assert len(fake.ears()) == 1


@rare
async def test_an_ear_that_says_everything_twice(stage, fake):
    with said(lambda s, t, f: [(t, f)] * 2 if s.ear and t != "session.created" and not t.endswith(".delta") else None):
        ana = await room(stage, "scout"); await exchange(ana, "scout", "Hey Scout, hello."); await exchange(ana, "scout", "And why is that?")
    assert finals(ana) == ["Hey Scout, hello.", "And why is that?"] and len(ana.find("speech.started")) == len(ana.find("speech.stopped")) == 2 and len(fake.responses("scout")) == 2


@rare
async def test_an_ear_that_never_says_that_the_voice_stopped(stage, fake):
    """Its commit comes: the words are over, whatever became of the stop."""
    with said(lambda s, t, f: [] if s.ear and t == "input_audio_buffer.speech_stopped" else None):
        ana = await room(stage, "scout"); fake.plan("scout").say(ms=3000); await ana.send({"type": "message", "text": "Scout, count."}); await ana.hears("scout", ms=300); t = ana.mark(); await ana.say("Scout, what is the time?"); await ana.event("speech.stopped")
        await ana.until(lambda: len(ana.find("turn.started", since=t)) == 1, limits.ANSWER, "not answered"); assert finals(ana) == ["Scout, count.", "Scout, what is the time?"], finals(ana)


@rare
async def test_transcripts_in_any_order_are_kept_in_the_order_spoken(stage, fake):
    ana = await room(stage, "scout", "nova"); await ana.say("Scout, the first thing is apples.", ms=700, delay=1.6, partials=False); await asyncio.sleep(0.55); await ana.say("And the second one is pears.", ms=700, delay=0.1); await ana.until(lambda: len(finals(ana)) == 2, limits.EVENT, "two finals"); await ana.hears("scout"); await ana.quiet(0.5)
    await ask(ana, "nova", "Nova, what was first?"); exactly_once_in_order(fake.responses("nova")[0], "the first thing is apples", "the second one is pears", "what was first?")


@rare
async def test_an_ear_whose_transcripts_never_come(stage, fake):
    ana = await room(stage, "scout", "nova"); fake.plan("scout").say(ms=4000); await ana.say("Hey Scout, count."); await ana.hears("scout", ms=500); await ana.say("mumble", transcript="never", partials=False); e = await ana.turn_over("scout"); assert e["outcome"] == "completed" and e["heard_ms"] == 4000, e; await exchange(ana, "nova", "Nova, and now?")


@rare
async def test_who_hangs_up_before_their_words_are_final_has_said_them(stage, fake):
    ana = await room(stage, "scout", "nova"); bob = await stage.caller("bob", name="Bob"); u = await ana.say("Nova, tell Bob the budget.", delay=5); await ana.event("speech.stopped"); await ana.close(); await bob.event("participant.left", identity="ana")
    assert finals(bob) == [u.text]; await bob.hears("nova"); exactly_once_in_order(fake.responses("nova")[-1], "Nova, tell Bob the budget.")


@rare
async def test_a_held_turn_goes_on_when_the_ear_that_held_it_is_gone(stage, fake):
    ana = await room(stage, "scout"); fake.plan("scout").say(ms=4000); await ana.say("Hey Scout, count."); await ana.hears("scout", ms=600); ana.start("um", ms=900, partials=False); await ana.until(lambda: ana.clears, limits.EVENT, "the gate stayed open")
    fake.plan("ear").refuse_always = 503; await lose(ana, fake); e = await ana.turn_over("scout"); assert e["outcome"] == "completed" and e["heard_ms"] == 4000, e


@rare
async def test_an_ears_session_ends_without_notice(stage, fake):
    ana = await room(stage, "scout"); s = fake.ears()[0]; s.spawn(s.expire(0)); await ear_back(ana, fake); await exchange(ana, "scout", "Hey Scout, hello."); assert finals(ana) == ["Hey Scout, hello."] and heard(ana) == [False, True]


@rare
async def test_a_muted_caller_whose_ear_breaks_is_muted_still(stage, fake):
    ana = await room(stage, "scout"); await ana.send({"type": "mute", "muted": True}); await ana.event("participant.muted"); await lose(ana, fake); await ear_back(ana, fake); u = await ana.say("Hey Scout, secret."); await asyncio.sleep(1.5); assert not finals(ana) and not any(s.appended[u.code] for s in fake.sessions)
    await ana.send({"type": "mute", "muted": False}); await exchange(ana, "scout", "Hey Scout, hello.")


@rare
async def test_two_ears_break_and_each_caller_is_told_of(stage, fake):
    ana = await room(stage, "scout"); bob = await stage.caller("bob", name="Bob"); await asyncio.sleep(0.2)
    for s in fake.ears(): s.abort()
    await ana.until(lambda: sorted(e["identity"] for e in ana.find("participant.heard", heard=True)) == ["ana", "bob"], limits.RECONNECT, "not both are heard again"); await exchange(bob, "scout", "Hey Scout, hello."); await exchange(ana, "scout", "And me?")


@rare
async def test_an_ear_that_takes_sound_and_says_nothing_is_replaced(stage, fake):
    """Its connection stands, but nobody is behind it."""
    ana = await room(stage, "scout"); fake.ears()[0].silent = True
    for _ in range(8):
        t = ana.mark(); await ana.say("Hey Scout, do you hear me?", ms=1500); await asyncio.sleep(1.2)
        if ana.agents_heard(since=t): return
    raise AssertionError(f"nobody hears her; told: {errors(ana)} {heard(ana)}")

"""Whose turn it is, sentence by sentence: addressing, the order of claims, hand-offs, rounds, the moderator, limits."""
import asyncio, json
import limits, personas, pytest
from fake_realtime import Script
from talking import ask, exactly_once_in_order, exchange, granted, holds_forth, one_voice, rare, rarely, voices


def request(agent, reason="she knows"): return ("request_turn", json.dumps({"agent": agent, "reason": reason}))


# -- whom is this meant for?

@pytest.mark.parametrize("text,order", [
    ("Not you, Scout, I meant Nova.", ["nova"]), ("Nova, and then Atlas, where do we stand?", ["nova", "atlas"]), ("Was meinst du dazu, Nova?", ["nova"]),
    *rarely(("Atlas, but Nova first, please.", ["nova", "atlas"]), ("Oye Atlas, ¿tú qué opinas?", ["atlas"]), ("Et toi, Nova, tu en penses quoi?", ["nova"]),
            ("Let Atlas take this one.", ["atlas"]), ("What is our budget and cash flow for next year?", ["nova"]))])
async def test_who_answers(stage, fake, text, order):
    for a in personas.NAMES[:3]: fake.plan(a).default_ms = 600
    ana = await stage.caller(); await stage.cast("scout", "nova", "atlas"); await exchange(ana, "scout", "Hey Scout, hello.")
    t = ana.mark(); await ana.say(text)
    for a in order: await ana.turn_over(a, since=t)
    await asyncio.sleep(0.4); assert voices(ana, t) == order and len(ana.find("turn.granted", t)) == len(order), (voices(ana, t), granted(ana, t)); one_voice(ana)
    reason = "domain" if "budget" in text else "address"; assert granted(ana, t)[0] == (order[0], reason), granted(ana, t)


@rare
async def test_names_that_are_words(kit, new_stage, fake):
    """Will is asked, and "will" is not; the same service has Hope."""
    folder = kit.tmp / "Words"; folder.mkdir(exist_ok=True)
    for id_, name in (("scout", "Will"), ("nova", "Hope")): (folder / f"{id_}.md").write_text(f"---\nname: {name}\nrealtime: {{model: gpt-realtime-kit-{id_}}}\n---\nYou are {name}. KIT-AGENT:{id_}\n")
    svc = await kit.launch("words", agents=folder); stage = new_stage(svc); ana = await stage.caller(); await stage.cast("scout", "nova")
    await exchange(ana, "nova", "Hope, how are you?")
    t = ana.mark(); await exchange(ana, "nova", "And will it rain, what do you think?"); assert voices(ana, t) == ["nova"]
    await exchange(ana, "scout", "Will, do you agree?")
    t = ana.mark(); await exchange(ana, "scout", "I hope you will tell us more."); assert voices(ana, t) == ["scout"]


@rare
async def test_each_grant_says_why_in_a_sentence(stage, fake):
    ana = await stage.caller(); await stage.join("luna"); await ana.turn_over("luna"); await stage.cast("nova", "scout")
    fake.plan("nova").say("Scout may.", ms=500, tools=[request("scout")])
    await ana.say("What about the budget?"); await ana.turn_over("scout"); await exchange(ana, "scout", "And then?")
    await stage.post("/turns", {"agent": "nova"}); await ana.turn_over("nova", since=ana.find("turn.granted", agent="nova", reason="moderator")[0]["_t"] if ana.find("turn.granted", reason="moderator") else ana.mark())
    assert [r for _, r in granted(ana)] == ["greeting", "domain", "request", "floor", "moderator"], granted(ana)
    for g in ana.find("turn.granted"): assert len(g["why"].split()) >= 3, g


# -- a turn's life in events

async def test_the_events_of_a_turn_come_in_order_and_agree_everywhere(stage, fake, figure):
    ana = await stage.caller(); sse = await stage.sse(); await stage.cast("scout"); fake.plan("scout").say(ms=1000)
    u, f = await ask(ana, "scout", "Hey Scout, hello there."); e = await ana.turn_over("scout"); await ana.event("agent.status", since=u.t_start, status="listening")
    want = ["speech.started", "speech.stopped", "transcript.final", "turn.granted", "turn.started", "turn.ended"]
    firsts = [ana.find(x, u.t_start)[0] for x in want]; assert [x["seq"] for x in firsts] == sorted(x["seq"] for x in firsts), [(x["type"], x["seq"]) for x in firsts]
    assert len({x["turn"] for x in firsts[3:]}) == 1 and e["turn"].startswith("tu_")
    seqs = [x["seq"] for x in ana.events]; assert seqs == list(range(seqs[0], seqs[0] + len(seqs))), seqs
    assert [x["at"] for x in ana.events] == sorted(x["at"] for x in ana.events)
    last = ana.events[-1]["seq"]; assert await sse.until(lambda es: any(x["seq"] >= last for x in es))
    both = {x["seq"]: (x["type"], x.get("turn")) for x in sse.events}; assert all(both.get(x["seq"], (x["type"], x.get("turn"))) == (x["type"], x.get("turn")) for x in ana.events)
    assert [x["status"] for x in ana.find("agent.status", u.t_start)] == ["thinking", "speaking", "listening"]
    measured = (f.t - u.t_end) * 1000; said = firsts[4]["latency_ms"]; figure("latency_ms less measured", said - measured)
    assert abs(said - measured) <= 300 * limits.S, (said, measured)
    final = ana.find("transcript.final", identity="scout")[0]; assert final["text"] == e["text"] == fake.responses("scout")[0].text and final["interrupted"] is False and final["turn"] == e["turn"]
    turns = (await stage.get()).json["turns"]; assert turns[-1]["turn"] == e["turn"] and turns[-1]["outcome"] == "completed" and turns[-1]["heard_ms"] == e["heard_ms"]


# -- everyone

async def test_everyone_who_spoke_least_recently_first_each_hearing_the_ones_before(stage, fake):
    for a in personas.NAMES[:3]: fake.plan(a).default_ms = 500
    ana = await stage.caller(); await stage.cast("scout", "nova", "atlas"); await exchange(ana, "scout", "Hey Scout, hello."); await exchange(ana, "nova", "Hey Nova, hello.")
    t = ana.mark(); await ana.say("What do you all think?"); await ana.turn_over("nova", since=t); await asyncio.sleep(0.6)
    assert voices(ana, t) == ["atlas", "scout", "nova"] and [r for _, r in granted(ana, t)] == ["all"] * 3, (voices(ana, t), granted(ana, t))
    exactly_once_in_order(fake.responses("nova")[-1], "Hey Scout, hello.", "This is scout, answer number 0", "What do you all think?", "[Atlas] This is atlas, answer number 0", "[Scout] This is scout, answer number 1")


@pytest.mark.parametrize("text,then", [("Atlas, only you please.", ["atlas"]), *rarely(("Thanks, stop.", []))])
async def test_a_human_ends_the_round(stage, fake, text, then):
    ana = await stage.caller(); await stage.cast("scout", "nova", "atlas"); fake.plan("scout").say(ms=3000); fake.plan("nova").default_ms = 400
    await ana.say("Everyone, please introduce yourself."); await ana.hears("scout", ms=400); t = ana.mark(); await ana.say(text)
    for a in then: await ana.turn_over(a, since=t)
    await asyncio.sleep(1.5); assert [v for v in voices(ana, t) if v != "scout"] == then, voices(ana); assert len(ana.find("turn.granted", t)) == len(then), granted(ana, t)


# -- request_turn

@pytest.mark.parametrize("whom,who", [("novah", "nova"), *rarely(("Nova", "nova"), ("NOVA", "nova"))])
async def test_a_hand_off_by_name(stage, fake, whom, who):
    ana = await stage.caller(); await stage.cast("scout", "nova", "atlas"); fake.plan("scout").say("Over to her.", ms=500, tools=[request(whom, "prices are her field")])
    await ana.say("Hey Scout, go."); await ana.turn_over(who); assert voices(ana) == ["scout", who]
    q = ana.find("turn.requested")[0]; assert (q["from"], q["to"]) == ("scout", who), q
    r = fake.responses(who)[0]; told = r.instructions + " ".join(r.context); assert "prices are her field" in told and "Scout" in told, "the successor does not know who handed over and why"
    assert f"KIT-AGENT:{who}" in r.instructions, "the persona's instructions are gone"


@pytest.mark.parametrize("args", ['{"agent": "zed", "reason": "x"}', *rarely('{"agent": "ana", "reason": "x"}', '{"reason": "x"}', '{"agent": 5, "reason": "x"}', "nonsense", "[]")])
async def test_a_hand_off_that_cannot_be_says_why(stage, fake, args):
    ana = await stage.caller(); await stage.cast("scout", "nova"); fake.plan("scout").say("Over.", ms=400, tools=[("request_turn", args)]); fake.plan("scout").default_ms = 400
    await ana.say("Hey Scout, go."); s = fake.agent("scout"); await ana.until(lambda: s.outputs, limits.EVENT, "the call was never answered")
    out = json.loads(list(s.outputs.values())[0]); assert len(str(out.get("error", ""))) > 8, out
    await ana.turn_over("scout"); assert not ana.find("turn.granted", agent="nova"); await exchange(ana, "nova", "Nova, hello.")


async def test_a_hand_off_to_one_that_failed(stage, fake):
    fake.plan("atlas").refuse_always = 401; ana = await stage.caller(); await stage.cast("scout", "nova"); await stage.join("atlas", wait=None)
    await ana.event("agent.status", agent="atlas", status="failed"); fake.plan("scout").say("Over.", ms=400, tools=[request("atlas")])
    await ana.say("Hey Scout, go."); s = fake.agent("scout"); await ana.until(lambda: s.outputs, limits.EVENT, "the call was never answered")
    assert json.loads(list(s.outputs.values())[0])["error"]; await ana.turn_over("scout"); assert not ana.find("turn.granted", agent="atlas")


@rare
async def test_a_hand_off_to_one_that_is_joining(stage, fake):
    fake.plan("nova").handshake_delay = 2.5; ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").say("Over.", ms=400, tools=[request("nova")])
    await stage.join("nova", wait=None); await ana.say("Hey Scout, go."); await ana.hears("nova", timeout=limits.SWITCH); assert ("nova", "request") in granted(ana)
    assert all(json.loads(o) for o in fake.agent("scout").outputs.values()); exactly_once_in_order(fake.responses("nova")[0], "Hey Scout, go.", "Over.")


@rare
async def test_a_hand_off_to_itself_not_twice_running(stage, fake):
    ana = await stage.caller(); await stage.cast("scout", "nova"); fake.plan("scout").default = Script(text="More.", ms=400, tools=[request("scout", "more to say")])
    await ana.say("Hey Scout, go."); await asyncio.sleep(limits.S * 0.5 + 4.5); s = fake.agent("scout")
    assert 1 <= len([g for g in granted(ana) if g == ("scout", "request")]) <= 1, granted(ana); assert any("error" in o for o in s.outputs.values()), s.outputs
    fake.plan("scout").default = None; await exchange(ana, "nova", "Nova, hello.")


@rare
async def test_two_hand_offs_in_one_response_are_both_kept(stage, fake):
    for a in ("nova", "atlas"): fake.plan(a).default_ms = 500
    ana = await stage.caller(); await stage.cast("scout", "nova", "atlas"); fake.plan("scout").say("Both of you.", ms=500, tools=[request("atlas"), request("nova"), request("nova")])
    await ana.say("Hey Scout, go."); await ana.turn_over("nova"); await asyncio.sleep(0.8); assert voices(ana) == ["scout", "atlas", "nova"], voices(ana)
    s = fake.agent("scout"); assert len(s.outputs) == 3 and len(ana.find("turn.granted")) == 3, granted(ana)


async def test_ping_pong_ends_after_six_turns_with_the_floor_open(stage, fake):
    ana = await stage.caller(); await stage.cast("scout", "nova", "atlas")
    for a, b in (("scout", "nova"), ("nova", "scout")): fake.plan(a).default = Script(text=f"You, {b}.", ms=300, tools=[request(b)])
    await ana.say("Hey Scout, go.")
    await ana.until(lambda: len(ana.find("turn.ended")) >= 6, 15 * limits.S, "fewer than six turns"); await asyncio.sleep(1.2)
    assert [a for a, _ in granted(ana)] == ["scout", "nova"] * 3, granted(ana); assert (await stage.get()).json["floor"]["holder"] is None
    await exchange(ana, "atlas", "Atlas, your turn."); one_voice(ana)


@rare
async def test_max_agent_turns_is_an_option(kit, new_stage, fake):
    svc = await kit.launch("two-turns", args=["--max-agent-turns", "2"]); stage = new_stage(svc); ana = await stage.caller(); await stage.cast("scout", "nova", "atlas")
    for a, b in (("scout", "nova"), ("nova", "atlas")): fake.plan(a).default = Script(text=f"You, {b}.", ms=300, tools=[request(b)])
    await ana.say("Hey Scout, go."); await ana.turn_over("nova"); await asyncio.sleep(1); assert [a for a, _ in granted(ana)] == ["scout", "nova"], granted(ana)


# -- the moderator

async def test_the_moderator_waits_for_the_speaker_and_beats_the_queue(stage, fake):
    for a in ("nova", "atlas"): fake.plan(a).default_ms = 500
    ana = await stage.caller(); await stage.cast("scout", "nova", "atlas"); fake.plan("scout").say("one two three", ms=3000, tools=[request("nova")])
    await ana.say("Hey Scout, go."); await ana.event("turn.requested"); a = await stage.post("/turns", {"agent": "atlas", "instructions": "Say the magic word: abracadabra, twice."})
    assert a.status == 202 and a.json["turn"].startswith("tu_"), a
    floor = (await stage.get()).json["floor"]; assert floor["holder"] == "scout" and floor["turn"] == ana.find("turn.granted")[0]["turn"] and floor["reason"] == "address", floor
    assert [(q["agent"], q["reason"]) for q in floor["queue"]] == [("atlas", "moderator"), ("nova", "request")], floor
    await ana.turn_over("nova"); assert voices(ana) == ["scout", "atlas", "nova"], voices(ana); one_voice(ana)
    assert ana.find("turn.ended", agent="scout")[0]["outcome"] == "completed" and ana.heard_ms("scout") >= 2900
    g = ana.find("turn.granted", agent="atlas")[0]; assert g["turn"] == a.json["turn"] and g["reason"] == "moderator", (g, a)
    p = fake.responses("atlas")[0].params.get("instructions") or ""; assert "abracadabra, twice." in p and p.index("KIT-AGENT:atlas") < p.index("abracadabra"), p


@rare
async def test_a_speaking_human_beats_the_moderator(stage, fake):
    ana = await stage.caller(); await stage.cast("scout", "nova"); u = ana.start("So, I was thinking about it", ms=1500); await ana.event("speech.started")
    await stage.post("/turns", {"agent": "nova"}); await ana.hears("nova"); f = next(f for f in ana.frames if ana.decode(f).agents); assert f.t >= u.t_end, "the moderator's agent spoke into the caller's words"


async def test_the_moderator_cannot_call_on_who_is_not_there(stage, fake):
    ana = await stage.caller(); await stage.cast("scout"); a = await stage.post("/turns", {"agent": "nova"}); assert a.status == 404 and a.json["code"] == "not_joined", a


# -- people

async def test_two_talking_at_once_are_two_utterances_in_the_order_of_their_ends(stage, fake):
    ana = await stage.caller(name="Ana"); bob = await stage.caller("bob", name="Bob"); await stage.cast("scout", "nova", "atlas")
    a = ana.start("Nova, tell me about the money", ms=1800); b = bob.start("Atlas, where is the truck", ms=800); await ana.turn_over("nova"); await ana.turn_over("atlas")
    assert voices(ana) == voices(bob) == ["atlas", "nova"], voices(ana); one_voice(ana, bob); assert len(ana.find("turn.granted")) >= 2
    for r in (fake.responses("nova")[-1], fake.responses("atlas")[-1]): assert sum("tell me about the money" in c for c in r.context) <= 1 and sum("where is the truck" in c for c in r.context) == 1, r.context
    assert first(ana.runs(), "atlas").t0 >= a.t_end, "heard while Ana was still talking"


def first(runs, agent): return next(r for r in runs if r.agent == agent)


async def test_an_agent_removed_in_the_middle_of_its_turn(stage, fake):
    ana = await holds_forth(stage, "nova", hear=600); t = ana.mark(); a = await stage.svc.delete(f"/rooms/{stage.room}/participants/scout"); assert a.status == 204, a
    e = await ana.turn_over("scout"); await ana.event("participant.left", identity="scout"); assert e["outcome"] in ("interrupted", "cancelled", "failed"), e
    await asyncio.sleep(0.3); assert ana.agents_heard(since=t + 0.4 * limits.S).get("scout", 0) <= 40; await ask(ana, "nova", "Nova, go on.")
    assert any("[Scout] one" in c and "twelve" not in c for c in fake.responses("nova")[0].context), fake.responses("nova")[0].context


async def test_a_room_that_nobody_can_answer_in_says_so(stage, fake):
    ana = await stage.caller(); await ana.send({"type": "message", "text": "Is anybody here?"}); e = await ana.event("error"); assert e["code"] and e["detail"] and e.get("seq"), e
    fake.plan("scout").refuse_always = 403; await stage.join("scout", wait=None); s = await ana.event("agent.status", status="failed"); assert s["error"]["code"] and s["error"]["detail"]
    await ana.until(lambda: len(ana.find("error")) >= 2, limits.EVENT, "nothing says that all have failed")


async def test_a_greeting_is_spoken_word_for_word_and_not_over_a_human(stage, fake):
    ana = await stage.caller(); u = ana.start("I was just saying something long", ms=1800); await ana.event("speech.started"); await stage.join("luna"); await ana.hears("luna")
    p = fake.responses("luna")[0].params["instructions"]; assert p.index("KIT-AGENT:luna") < p.index("Hello everyone, Luna speaking."), p
    f = next(f for f in ana.frames if ana.decode(f).agents); assert f.t >= u.t_end, "greeted into the caller's words"


# -- silence

@rare
async def test_first_audio_timeout_is_an_option_and_a_turn_unheard_is_tried_once_more(kit, new_stage, fake):
    svc = await kit.launch("impatient", args=["--first-audio-timeout", "1s"]); stage = new_stage(svc); ana = await stage.caller(); await stage.cast("scout", "nova")
    fake.plan("scout").say("late", first=1.5); u, f = await ask(ana, "scout", "Hey Scout, hello."); assert len(fake.responses("scout")) == 2 and f.t - u.t_end <= 3.5 * limits.S
    assert ana.find("turn.ended", agent="scout", outcome="failed") or len(ana.find("turn.granted")) == 1; await ana.turn_over("scout"); await ana.quiet(0.2)
    fake.plan("nova").default = Script(first=1.5); t = ana.mark(); await ana.say("Nova, and you?"); await ana.until(lambda: len(fake.responses("nova")) >= 2, 5 * limits.S, "not tried again")
    await ana.until(lambda: ana.find("turn.ended", t, agent="nova", outcome="failed"), 5 * limits.S, "no failed turn"); await asyncio.sleep(1.0); assert len(fake.responses("nova")) == 2, "tried more than once again"
    await exchange(ana, "scout", "Scout, help us out.")


async def test_a_failed_response_is_tried_once_more(stage, fake):
    ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").say(fault="failed"); await exchange(ana, "scout", "Hey Scout, hello."); assert len(fake.responses("scout")) == 2
    exactly_once_in_order(fake.responses("scout")[1], "Hey Scout, hello.")

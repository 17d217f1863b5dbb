"""A caller's line that broke: what was missed comes first; and who is here, for those who have no key."""
import aiohttp, limits, pytest


def seqs(caller): return [e["seq"] for e in caller.events if "seq" in e]


async def snapshot(caller):
    await caller.send({"type": "snapshot"})
    return await caller.until(lambda: next((e for e in caller.events if e["type"] == "snapshot"), None), limits.EVENT, "no snapshot")


async def test_what_was_missed_comes_before_what_is_new(stage):
    ana = await stage.caller("ana")
    await ana.event("participant.joined", identity="ana"); known = max(seqs(ana)); ana.vanish()
    assert (await stage.post("/messages", {"from": "bob", "text": "While she was away."})).status == 202
    bob = await stage.caller("bob")
    await stage.post("/messages", {"from": "bob", "text": "Still away."})
    async def again():
        try: return await stage.caller("ana", query={"after": str(known)})
        except aiohttp.WSServerHandshakeError as e: assert e.status == 409; return None
    for _ in range(50):
        back = await again()
        if back: break
        await bob.quiet(0.1)
    await back.event("transcript.final", text="Still away.")
    await back.event("participant.joined", identity="ana")
    assert seqs(back) == list(range(known + 1, known + 1 + len(seqs(back)))), seqs(back)
    assert [e["text"] for e in back.events if e["type"] == "transcript.final"] == ["While she was away.", "Still away."]


async def test_nothing_comes_from_before_one_was_first_in_the_room(stage):
    ana = await stage.caller("ana")
    await stage.post("/messages", {"from": "ana", "text": "Between us."})
    await ana.event("transcript.final", text="Between us.")
    bob = await stage.caller("bob", query={"after": "0"})
    await bob.event("participant.joined", identity="bob")
    assert not [e for e in bob.events if e["type"] == "transcript.final"], bob.events


@pytest.mark.parametrize("after", ["-1", "x", "1.5", ""])
async def test_an_after_that_is_no_number_of_an_event(stage, after):
    with pytest.raises(aiohttp.WSServerHandshakeError) as e: await stage.caller("ana", query={"after": after})
    assert e.value.status == 422


async def test_a_snapshot_says_who_is_here_by_name_and_who_has_the_floor(stage):
    await stage.cast("scout"); ana = await stage.caller("ana", name="Ana Lind"); bob = await stage.caller("bob")
    seen = await snapshot(ana)
    assert {(p["identity"], p["kind"]) for p in seen["participants"]} == {("scout", "agent"), ("ana", "caller"), ("bob", "caller")}
    assert next(p for p in seen["participants"] if p["identity"] == "ana")["name"] == "Ana Lind" and "seq" not in seen
    assert seen["floor"] == {"holder": None, "turn": None, "reason": None, "queue": []} and not any("usage" in p for p in seen["participants"])
    assert not [e for e in bob.events if e["type"] == "snapshot"], "to one line alone"


async def test_an_agent_s_words_are_told_with_their_turn_ahead_of_what_was_heard(stage):
    await stage.cast("scout"); ana = await stage.caller("ana", name="Ana")
    t = ana.mark(); await ana.say("Hey Scout, tell us."); await ana.hears("scout", since=t); await ana.turn_over("scout")
    turn = next(e["turn"] for e in ana.events if e["type"] == "turn.ended")
    words = "".join(e["text"] for e in ana.events if e["type"] == "transcript.delta" and e.get("turn") == turn)
    final = next(e["text"] for e in ana.events if e["type"] == "transcript.final" and e.get("turn") == turn)
    assert words.split() == final.split(), (words, final)

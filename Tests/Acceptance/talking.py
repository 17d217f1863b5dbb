"""What the tests of ours (test_90, test_91) say again and again about a conversation."""
import asyncio, os
import limits, pytest

# A variant of another test, or a slow one: `make test-all` runs them, CI has no time for them.
rare = pytest.mark.skipif(not os.environ.get("KIT_ALL"), reason="only with KIT_ALL=1, as in make test-all")


def rarely(*values): return [pytest.param(*(v if isinstance(v, tuple) else (v,)), marks=rare) for v in values]


def one_voice(*callers):
    for c in callers: assert c.overlap_ms() == 0, f"{c.identity} heard two agents at once for {c.overlap_ms()} ms"


async def ask(c, agent, text, **k):
    """Says `text` and waits until `agent` is heard; returns the utterance and the first frame."""
    t = c.mark(); u = await c.say(text, **k); return u, await c.hears(agent, since=t)


async def exchange(c, agent, text, **k):
    """Says `text` and waits until `agent` has answered to the end; returns the turn's last event."""
    t = c.mark(); await c.say(text, **k); await c.hears(agent, since=t); e = await c.turn_over(agent, since=t); await c.quiet(0.2); return e


async def holds_forth(stage, *cast, agent="scout", hear=1000, ms=6000, people=("ana",), report=False, **k):
    """`agent` is in the middle of something long, heard for `hear` ms. Returns the callers."""
    callers = [await stage.caller(p, name=p.capitalize(), report=report) for p in people]; await stage.cast(agent, *cast)
    stage.fake.plan(agent).say("one two three four five six seven eight nine ten eleven twelve", ms=ms, **k)
    await callers[0].say(f"Hey {agent.capitalize()}, count for me."); await callers[0].hears(agent, ms=hear)
    return callers[0] if len(callers) == 1 else callers


async def no_answer(c, since, seconds=1.2):
    """Nobody is heard, nor given the floor, for so long."""
    await asyncio.sleep(seconds)
    assert not c.find("turn.granted", since=since), c.find("turn.granted", since=since)
    assert not [a for a, ms in c.agents_heard(since=since).items() if ms > 40], c.agents_heard(since=since)


def granted(c, since=0.0): return [(g["agent"], g["reason"]) for g in c.find("turn.granted", since)]


def voices(c, since=0.0):
    """The agents heard, in order, each once for all that it said in one go."""
    names = [r.agent for r in c.runs() if r.t0 >= since]
    return [n for i, n in enumerate(names) if i == 0 or names[i - 1] != n]


def exactly_once_in_order(response, *texts):
    """Each text is in one line of what the session knew, and the lines are in this order."""
    places = []
    for text in texts:
        at = [i for i, line in enumerate(response.context) if text.lower() in line.lower()]
        assert len(at) == 1, f"{text!r} is {len(at)} times in {response.context}"
        places += at
    assert places == sorted(places), f"not in the order spoken: {response.context}"


def committed(fake, u):
    """[(agent, item)] of all sound of this utterance that was ever committed to an agent."""
    return [(s.agent, c["item"]) for s in fake.sessions if not s.ear for c in s.committed if c["utts"].get(u.code, 0) > 60]


def unmixed(slots):
    """Without the windows that lie half in one 100 ms and half in the next and are read as the fine tone of one and the
    coarse tone of the other: 6, 0, 7 is 6, 7. A held turn goes on wherever it stopped, so its windows may lie so."""
    def mixed(a, x, b): return (b - a) % 21 == 1 and x not in (a, b) and x // 7 in (a // 7, b // 7) and x % 7 in (a % 7, b % 7)
    return [x for i, x in enumerate(slots) if not (0 < i < len(slots) - 1 and mixed(slots[i - 1], x, slots[i + 1]))]


def whole(c, agent, ms, resp=0):
    """Every sample of this answer was played, and none twice, but for what a busy machine makes of the moment of the clear."""
    heard = c.heard_ms(agent, resp); lag = 200 * limits.S
    assert abs(heard - ms) <= lag, f"{heard} of {ms} ms of {agent} were played"
    slots = unmixed([s for r in c.runs() if r.agent == agent and r.resp == resp % 6 for s in r.slots])
    steps = [(b - a + 10) % 21 - 10 for a, b in zip(slots, slots[1:])]
    assert all(abs(s) <= 1 + lag / 100 for s in steps) and sum(s not in (0, 1) for s in steps) <= len(c.clears), f"{slots}"

"""A sample of the fault matrix (Protocol/faults.md) over real sockets: every fault once on a session and once on an ear, at a
moment that is drawn. The seed stands in each test's name; KIT_SEED=N draws the same again."""
import asyncio, os, random, time
import limits, pytest
from talking import one_voice, rare
from wire import said

SEED = int(os.environ.get("KIT_SEED") or time.time_ns() % 100_000)
MOMENTS = ["idle", "caller speaking", "granted", "speaking", "tool running", "cancelling"]
LOSSES = ["dropped", "expired", "503", "401"]                     # the connection goes; of the last two a new one is refused
STAYING = ["silent", "slow", "error", "failed", "incomplete"]     # the connection stays
SPOILT = ["duplicated", "unknown", "huge", "nulls", "beta"]       # every event arrives, but not as it should
LONG = "one two three four five six seven eight"
BETA = {"response.output_audio": "response.audio", "response.output_audio_transcript": "response.audio_transcript"}
KEPT = {"type", "event_id", "id", "item", "response", "session", "part", "error", "message", "role", "name", "item_id", "response_id", "call_id", "output_index",
        "content_index", "delta", "transcript", "text", "arguments", "audio_start_ms", "audio_end_ms", "rate_limits", "metadata", "turn"}


def cells():
    draw = random.Random(SEED)
    for place in ("session", "ear"):
        for fault in LOSSES + STAYING + SPOILT:
            moment = draw.choice(MOMENTS); yield pytest.param(place, fault, moment, id=f"{place}-{fault}-{moment.replace(' ', '_')}-seed_{SEED}")


def nulled(value, of=""):
    if not isinstance(value, dict): return value
    return {k: nulled(v, k) if k in KEPT or (k == "status" and of == "response") else None for k, v in value.items()}


def spoil(fault, session, done):
    """What the server says instead, from now on."""
    def change(s, type_, f):
        if s is not session: return None
        if fault == "duplicated": return None if type_.endswith(".delta") else [(type_, f)] * 2
        if fault == "unknown": return [("response.vibes.updated", {"vibe": [None, 1]}), (type_, {**f, "novelty": {"x": [1, None]}})]
        if fault == "huge":
            done.append(type_); return [(type_, {**f, "obfuscation": "x" * (1 << 20)})] if len(done) <= 3 else None
        if fault == "nulls": return [(type_, nulled(f))]
        if type_ == "conversation.item.done": return []
        base, _, end = type_.rpartition("."); name = f"{BETA[base]}.{end}" if base in BETA else type_.replace("item.added", "item.created") if type_ == "conversation.item.added" else type_
        return [(name, f)]
    return said(change)


async def come_to(moment, ana, fake, kit):
    tess = fake.plan("tess")
    if moment == "idle": return await asyncio.sleep(0.3)
    if moment == "caller speaking": ana.start("Tess, please explain the plan to us", ms=1500); return await asyncio.sleep(0.8)
    if moment == "tool running":
        kit.tools.answers["lookup_order"] = (200, {"state": "on the ship"}, 2.0); n = len(kit.tools.calls); tess.say(ms=0, tools=[("lookup_order", '{"order_id": "7"}')])
        await ana.say("Tess, please look it up"); return await ana.until(lambda: len(kit.tools.calls) > n, limits.EVENT, "the tool was not called")
    tess.say(LONG, ms=4000, speed=2, **({"first": 1.0} if moment == "granted" else {})); t = ana.mark(); await ana.say("Tess, please explain the plan")
    if moment == "granted": return await ana.event("turn.granted", since=t)
    await ana.hears("tess", since=t, ms=500)
    if moment == "cancelling":
        ana.start("No wait. Tess, what does it cost?", ms=1500); s = fake.agent("tess"); await ana.until(lambda: s.cancels, limits.CANCEL + 2, "no cancel")


async def strike(fault, place, ana, fake, session):
    plan = fake.plan("ear" if place == "ear" else "tess")
    if fault in ("503", "401"): plan.refuse.extend([503, 503] if fault == "503" else [401])
    if fault in ("dropped", "503", "401"): session.abort()
    elif fault == "expired": await session.expire(0)
    elif fault == "silent": session.silent = True
    elif fault == "error": await session.error("server_error", "The server had an error while processing your request.", None, type_="server_error")
    elif fault in ("failed", "incomplete") and place == "session": plan.say(LONG, ms=1500, fault=fault, at_ms=500)
    elif fault in ("failed", "incomplete"):                        # what is being said, or else the next words
        kind = {"failed": "failed", "incomplete": "never"}[fault]; said_now = [u for u in fake.utterances.values() if u.caller == "ana" and not u.t_end]
        for u in said_now: u.transcript = kind
        if not said_now: await ana.say("Tess, and this?", ms=900, transcript=kind)


@rare
@pytest.mark.parametrize("place,fault,moment", cells())
async def test_whatever_a_server_does_the_room_goes_on(stage, fake, kit, place, fault, moment):
    ana = await stage.caller(name="Ana"); bob = await stage.caller("bob", name="Bob"); await stage.cast("tess", "scout"); fake.plan("tess").default_ms = 600
    try:
        t = ana.mark(); await ana.say("Tess, hello"); await ana.hears("tess", since=t); await ana.turn_over("tess", since=t); await ana.quiet(0.2)
        await come_to(moment, ana, fake, kit)
        ear = next(s for s in fake.ears() if s.open and any(fake.utterances[u].caller == "ana" for u in s.appended)); session = ear if place == "ear" else fake.agent("tess")
        lag = {"lag": 2.0} if fault == "slow" else None; struck = ana.mark()
        with spoil(fault, session, []) if fault in SPOILT else slow(session, lag) if lag else said(lambda *a: None):
            await strike(fault, place, ana, fake, session)
            await served(ana, struck); await ana.quiet(0.4)
            if place == "ear" and fault != "401": await ana.until(lambda: not (h := ana.find("participant.heard", identity="ana")) or h[-1]["heard"], limits.RECONNECT, "nobody hears her again")
            asks, whom = (bob if (place, fault) == ("ear", "401") else ana), ("scout" if (place, fault) == ("session", "401") else "tess")
            for attempt in range(2):     # that an ear is deaf shows only when somebody speaks
                t = asks.mark(); await asks.say(f"{whom.capitalize()}, are you still there?", ms=1300)
                try: await asks.hears(whom, since=t, timeout=limits.MUTE if (place, fault) != ("ear", "silent") else 6); break
                except AssertionError:
                    if attempt or (place, fault) != ("ear", "silent"): raise
            # What was heard may be the answer to words that an ear told late, and the turn that ended one that started again.
            await asks.until(lambda: any("are you still there?" in c for c in fake.responses(whom)[-1].context), limits.MUTE, "the last words were not asked about")
            await asks.turn_over(whom, since=asks.mark())
        one_voice(ana, bob); granted, ended = [[e["turn"] for e in ana.find(k)] for k in ("turn.granted", "turn.ended")]; assert granted == ended, (granted, ended)
        known = fake.responses(whom)[-1].context; assert sum("Tess, hello" in c for c in known) == 1 and sum("are you still there?" in c for c in known) == 1, known
    finally: kit.tools.answers.pop("lookup_order", None)


async def served(ana, since):
    """Within ten seconds of what the clocks of a turn allow somebody is heard, or the floor is open."""
    def open_floor():
        floors = ana.find("floor.changed"); return not floors or (not floors[-1].get("holder") and not floors[-1]["queue"])
    await asyncio.sleep(1.5); await ana.until(open_floor, limits.MUTE, "the floor never opened")


class slow:
    """Everything this session says comes later."""
    def __init__(self, session, lag): self.session, self.lag = session, lag["lag"]
    def __enter__(self):
        plain, queue = self.session.send, asyncio.Queue()
        async def send(type_, _check=True, **f): queue.put_nowait((time.monotonic() + self.lag, type_, f))
        async def forward():
            while True:
                at, type_, f = await queue.get(); await asyncio.sleep(max(0, at - time.monotonic())); await plain(type_, False, **f)
        self.session.send = send; self.task = self.session.spawn(forward())
    def __exit__(self, *a): self.task.cancel(); del self.session.send

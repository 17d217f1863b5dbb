"""The Realtime server's moods: which answer is disturbed and how, which handshake is refused, whose connection dies.

Everything is drawn from one seeded generator. The order of the draws depends on the moments of a live service, so a seed
repeats the kind of weather and not every gust of it."""
import asyncio, random, time
import fake_realtime
from fake_realtime import Plan, Script, Session

now = time.monotonic

# Of a hundred answers, how many … The others are undisturbed.
ANSWERS = {
    "dropped": 4, "expired": 2, "fell silent": 2, "failed": 2, "failed midway": 2, "incomplete": 2, "late events": 2,
    "unknown events": 2, "events twice": 2, "1 MiB event": 0.5, "two items": 3, "error event": 2, "slow to begin": 3,
    "no first audio": 1.5, "trickling": 1.5,
}
# Of a hundred handshakes of agents. A 401 is final: somebody has to bring that agent in again.
HANDSHAKES = {"503": 4, "401": 0.4, "slow handshake": 4, "accepted and silent": 1}
# How long sessions last: minutes become seconds. A tenth ends before the moment it was told.
LIFE = (40.0, 110.0)
BROKEN_PROMISES = 0.1
# Seconds between two gusts, in each of which one open connection dies without a reason.
GUSTS = (3.0, 12.0)
TOOLS = [("lookup_order", '{"order_id": "7"}'), ("lookup_order", '{"order_id": "8"}'), ("slow_lookup", '{"order_id": "7"}'),
         ("unknown_tool", "{}")]


def drawn(rng, weights):
    """One of the weighted names, or None for the rest of the hundred."""
    mark = rng.uniform(0, 100)
    for name, weight in weights.items():
        mark -= weight
        if mark < 0:
            return name
    return None


class Weather:
    def __init__(self, seed, ledger):
        self.rng, self.ledger = random.Random(seed), ledger

    def settle_over(self, fake, agents):
        """`agents`: {persona id: (room, voice)}. From now on the fake server has moods."""
        self.fake = fake
        for name, (room, voice) in agents.items():
            fake.plans[name] = MoodyPlan(self, name, voice, room)
        fake.plans["ear"] = EarPlan(self)
        weather = self

        # The server makes its sessions by this name; ours end when they said they would.
        class MortalSession(Mortal, Session):
            def __init__(self, *arguments): super().__init__(weather, *arguments)
        fake_realtime.Session = MortalSession

    async def blow(self):
        """Connections die; what is over is forgotten, for the server has to last, too."""
        while True:
            await asyncio.sleep(self.rng.uniform(*GUSTS))
            self.fake.sessions = [s for s in self.fake.sessions if s.open]
            self.fake.handshakes.clear()
            living = [s for s in self.fake.sessions if not s.silent and (s.room is not None)]
            if not living:
                continue
            session = self.rng.choice(living)
            whose = "ear" if session.ear else "agent"
            how = self.rng.choice(["dropped", "1001", "1011"])
            self.ledger.fault(f"{whose} {how}", session.room)
            if how == "dropped":
                session.abort()
            else:
                await asyncio.wait_for(asyncio.shield(session.ws.close(code=int(how))), 3)


class MoodyPlan(Plan):
    """A plan whose scripts and refusals are drawn when they are asked for."""

    def __init__(self, weather, name, voice, room):
        super().__init__(name, voice)
        self.weather, self.room = weather, room
        self.scripts, self.refuse = Answers(self), Handshakes(self)

    @property
    def handshake_delay(self): return self.refuse.delay()

    @handshake_delay.setter
    def handshake_delay(self, _): pass

    @property
    def accept_silent(self): return self.refuse.is_silent

    @accept_silent.setter
    def accept_silent(self, _): pass


class Answers:
    """Stands where a plan's queue of scripts stands, and is never empty."""

    def __init__(self, plan): self.plan = plan

    def __bool__(self): return True

    def popleft(self):
        rng, ledger = self.plan.weather.rng, self.plan.weather.ledger
        mood = drawn(rng, ANSWERS)
        script = Script(ms=rng.randrange(800, 3600, 100))
        middle = rng.randrange(100, script.ms, 100)
        if mood is None:
            if rng.random() < 0.12:
                script.tools = [rng.choice(TOOLS)]
                script.ms = rng.choice([0, 600])
            return script
        ledger.fault(mood, self.plan.room)
        match mood:
            case "dropped": script.fault, script.at_ms = "drop", middle
            case "expired": script.fault, script.at_ms = "expire", middle
            case "fell silent": script.fault, script.at_ms = "silent", rng.choice([0, middle])
            case "failed": script.fault = "failed"
            case "failed midway": script.fault, script.at_ms = "failed", middle
            case "incomplete": script.fault = "incomplete"
            case "late events": script.fault = "late"
            case "unknown events": script.fault, script.at_ms = "noise", middle
            case "events twice": script.fault = "dups"
            case "1 MiB event": script.fault = "huge"
            case "two items": script.fault = "two_items"
            case "error event": script.fault, script.at_ms = "error_event", middle
            case "slow to begin": script.first = rng.uniform(1.0, 4.0)
            case "no first audio": script.first = rng.uniform(6.0, 8.0)
            case "trickling": script.speed = 0.8
            case _: raise AssertionError(mood)
        return script


class Handshakes:
    """Stands where a plan's queue of refusals stands. The delay is asked for first, so the mood is drawn there."""

    def __init__(self, plan): self.plan, self.mood, self.left = plan, None, 0

    def __bool__(self): return True

    def delay(self):
        rng, ledger = self.plan.weather.rng, self.plan.weather.ledger
        if self.left:
            self.left -= 1
        else:
            self.mood = drawn(rng, HANDSHAKES)
            self.left = rng.randint(0, 2) if self.mood == "503" else 0
        if self.mood:
            ledger.fault(f"handshake {self.mood}", self.plan.room)
        return rng.uniform(0.5, 3.0) if self.mood == "slow handshake" else 0.0

    def popleft(self): return int(self.mood) if self.mood in ("503", "401") else None

    @property
    def is_silent(self): return self.mood == "accepted and silent"


class EarPlan(Plan):
    """Nobody knows whose ear knocks, so a refusal may concern any room: it is rare."""

    def __init__(self, weather):
        super().__init__("ear", 6)
        self.weather, self.refuse = weather, self

    def __bool__(self): return True

    def popleft(self):
        if self.weather.rng.random() > 0.02:
            return None
        self.weather.ledger.fault("ear 503")
        return 503


class Mortal:
    """A session with an end that it announces, as OpenAI's are; and that knows whose room it is in."""

    def __init__(self, weather, *arguments):
        super().__init__(*arguments)
        self.weather, self.lasts, self.speaker = weather, weather.rng.uniform(*LIFE), None
        self.config["expires_at"] = int(time.time() + self.lasts)
        self.is_early = weather.rng.random() < BROKEN_PROMISES

    @property
    def room(self):
        """None while it is not known: an ear's caller has not spoken yet."""
        if not self.ear:
            return getattr(self.fake.plans.get(self.agent), "room", None)
        return f"soak-{self.speaker.rpartition('-')[2]}" if self.speaker else None

    async def run(self):
        self.spawn(self.end())
        await super().run()

    async def end(self):
        await asyncio.sleep(self.lasts * (self.weather.rng.uniform(0.2, 0.7) if self.is_early else 1.0))
        self.weather.ledger.fault("expired before its time" if self.is_early else "expired", self.room)
        await self.expire(0)

    async def detect(self, codes):
        if codes:
            self.speaker = self.fake.utterances[codes[0]].caller
        await super().detect(codes)

    async def handle(self, event):
        self.log.clear()
        await super().handle(event)

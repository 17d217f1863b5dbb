"""A caller who talks for hours: the kit's, but every frame is judged when it comes and then forgotten."""
import asyncio, json, time
import aiohttp
import markers
from caller import Caller

now = time.monotonic
KEPT = 200    # events, at least


class Guest(Caller):
    def __init__(self, stage, identity, **more):
        super().__init__(stage, identity, **more)
        self.last_turn = 0.0       # when something about the floor was last said
        self.last_tool = 0.0
        self.sounded = {}          # agent → when it was last heard
        self.first_after = None    # the first agent's frame since `listen_anew`
        self.both = 0              # ms for which two agents have been audible in one
        self.is_leaving = False

    async def _read(self):
        async for message in self.ws:
            if message.type == aiohttp.WSMsgType.BINARY:
                self.hear(self._dec.window(markers.to_pcm16(message.data, self.fmt)).agents)
            elif message.type == aiohttp.WSMsgType.TEXT:
                event = json.loads(message.data)
                event["_t"] = now()
                self.events.append(event)
                if event.get("type", "").startswith(("turn.", "tool.")):
                    self.last_turn = event["_t"]
                if event.get("type") == "tool.called":
                    self.last_tool = event["_t"]
                if len(self.events) > 2 * KEPT:
                    del self.events[:KEPT]
                self.stage.learn(event)
        self.closed, self.t_closed = self.ws.close_code, now()
        if not self.is_leaving and self.closed not in (1000, 1001):
            self.stage.ledger.wrong(f"{self.stage.room}: {self.identity}'s line closed with {self.closed}")

    def hear(self, agents):
        for agent in agents:
            self.sounded[agent] = now()
        if agents and self.first_after is None:
            self.first_after = now()
        # A single frame may hold the end of one and the beginning of another.
        self.both = self.both + 20 if len(agents) > 1 else 0
        if self.both >= 40:
            self.stage.ledger.wrong(f"{self.stage.room}: two agents at once in {self.identity}'s ear")

    def listen_anew(self): self.first_after = None

    @property
    def last_sound(self): return max(self.sounded.values(), default=0.0)

    def last_sign(self, since):
        """When something about the floor was last heard or said in this room."""
        return max(since, self.last_sound, self.last_turn)

    def story(self, since):
        """The events from a second before to now, briefly."""
        keep = ("identity", "agent", "status", "reason", "outcome", "latency_ms", "text")
        return " · ".join(f"{e['_t'] - since:+.2f} {e['type']} " + " ".join(str(e[k]) for k in keep if k in e)
                          for e in self.events if e["_t"] > since - 1 and e["type"] != "transcript.delta")

    async def close(self):
        self.is_leaving = True
        await super().close()

    def vanish(self):
        self.is_leaving = True
        if not self.ws.closed:
            super().vanish()

    async def silence(self, seconds=0.5, timeout=12.0):
        """Waits until no agent has been heard for so long; gives up politely."""
        end = now() + timeout
        while now() < end and now() - self.last_sound < seconds:
            await asyncio.sleep(0.05)

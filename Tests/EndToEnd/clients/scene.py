"""What the drivers share: what they are asked to do, a microphone, a loudspeaker, and how they report.

A driver is started as `DRIVER.py SCENE MODEL FIRST.wav SECOND.wav`, with OPENAI_BASE_URL (http://…/v1) and OPENAI_API_KEY in the
environment, and prints one JSON object, the scene's report. The recordings are 24 kHz, 16-bit, mono. The scenes:

turn          says FIRST; ends when the answer has been played
tool          the same with the tool `lookup_survey`, which the client calls by itself and whose result it passes on
interruption  says FIRST, says SECOND into the answer; ends when the second answer has been played
"""
import asyncio, json, os, sys, time, wave

RATE = 24_000
FRAME = RATE // 50 * 2      # 20 ms, in bytes
PATIENCE = 40

TOOL = "lookup_survey"
TOOL_DESCRIPTION = "What customers answered in the last survey about a topic."
TOOL_RESULT = {"wish": "a longer cable"}


class Scene:
    def __init__(self):
        self.name, self.model, *speech = sys.argv[1:]
        self.first, self.second = map(samples, speech)
        self.http_url = os.environ["OPENAI_BASE_URL"]
        self.websocket_url = self.http_url.replace("http", "ws", 1) + "/realtime"
        self.key = os.environ["OPENAI_API_KEY"]
        self.microphone, self.loudspeaker = Microphone(), Loudspeaker()
        # What the client told us: words of the user and of the agent, the tool's arguments, how often it was interrupted.
        self.heard, self.said, self.calls, self.interruptions, self.errors = [], [], [], 0, []
        self.greetings = 0

    @property
    def has_tool(self): return self.name == "tool"

    def look_up(self, topic):
        self.calls.append(topic)
        return json.dumps(TOOL_RESULT)

    def interrupted(self):
        self.interruptions += 1
        return self.loudspeaker.stop()

    async def listen_to_the_greeting(self):
        """For clients that open the conversation themselves."""
        await self._until(lambda: self.said and self.loudspeaker.is_done, "no greeting")
        self.greetings, self.said, self.loudspeaker = len(self.said), [], Loudspeaker()

    async def play(self):
        """The caller's part, from the moment the client is connected."""
        self.microphone.say(self.first)
        await self._until(lambda: self.loudspeaker.played > 1.0 or self.name != "interruption")
        if self.name == "interruption":
            self.microphone.say(self.second)
            await self._until(lambda: self.interruptions, "the client was not interrupted")
            already = self.loudspeaker.received
            await self._until(lambda: self.loudspeaker.received > already, "no second answer")
        await self._until(lambda: (self.calls and len(self.said) > 1) if self.has_tool else self.said, "no words")
        await self._until(lambda: self.loudspeaker.is_done, "no sound, or no end of it")

    async def _until(self, condition, what="no first answer"):
        end = time.monotonic() + PATIENCE
        while not condition():
            if time.monotonic() > end:
                self.errors.append(f"waited {PATIENCE} s: {what}")
                return
            await asyncio.sleep(0.02)

    def report(self):
        print(json.dumps({
            "greetings": self.greetings, "heard": self.heard, "said": self.said, "calls": self.calls, "interruptions": self.interruptions,
            "errors": self.errors, "received_ms": round(1000 * self.loudspeaker.received),
            "played_ms": round(1000 * self.loudspeaker.played)}), flush=True)


class Microphone:
    """Open all the time: 20 ms frames in real time, silence where nothing is said."""

    def __init__(self): self._waiting = b""

    def say(self, speech): self._waiting += speech

    async def __aiter__(self):
        start, count = time.monotonic(), 0
        while True:
            frame, self._waiting = self._waiting[:FRAME], self._waiting[FRAME:]
            yield frame.ljust(FRAME, b"\0")
            count += 1
            await asyncio.sleep(max(0, start + count * FRAME / 2 / RATE - time.monotonic()))


class Loudspeaker:
    """Plays in real time what it is given; `played` and `received` are seconds in all."""

    def __init__(self): self.received, self._before, self._since, self._queued = 0.0, 0.0, None, 0.0

    def play(self, pcm):
        seconds = len(pcm) / 2 / RATE
        self._settle()
        self.received += seconds
        self._queued += seconds
        if self._since is None:
            self._since = time.monotonic()

    def stop(self):
        """Forgets what is not played yet; how many seconds of the current stretch were."""
        played = self._now()
        self._before, self._since, self._queued = self._before + played, None, 0.0
        return played

    def _now(self): return min(self._queued, time.monotonic() - self._since) if self._since else 0.0

    def _settle(self):
        if self._since and self._now() >= self._queued:
            self.stop()

    @property
    def played(self): return self._before + self._now()

    @property
    def is_silent(self):
        self._settle()
        return self._since is None

    @property
    def is_done(self): return self.received > 0 and self.is_silent


def samples(path):
    with wave.open(path) as file:
        assert (file.getframerate(), file.getnchannels(), file.getsampwidth()) == (RATE, 1, 2)
        return file.readframes(file.getnframes())

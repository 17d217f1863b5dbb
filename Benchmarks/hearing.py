#!/usr/bin/env python3
"""hearing.py [--parley .build/release/parley] [--agents 1,8] [--turns 20] [--server fake|embedded|both] [--plant MS]

End of a caller's words → first sound of the answer, with one agent in the room and with many: rooms of each size stand side by
side in one process, and the turns go round them, so that whatever else the machine does falls on all alike. Exit code 1 when a
median is more than 10 % over that of one agent, when any utterance's sound was committed to more than one session, or when a
silent agent is sent more than 1 KB/s. `--plant 100` delays every answer in the bigger rooms, to see that this is noticed.

`fake` is the acceptance kit's Realtime server: agents hear the caller, answers are guessed at and sometimes wrongly.
`embedded` is Parley's own, with real speech recognition and voices; its agents are given the words."""
import argparse, asyncio, collections, json, pathlib, re, statistics, sys, tempfile, time, types
import aiohttp
import figures

HERE = pathlib.Path(__file__).resolve().parent.parent
sys.path.insert(0, str(HERE / "Tests/Acceptance"))
import caller, fake_realtime, limits, service

NAMES = ("Scout Nova Atlas Luna Tess Quinn Victor Barbara Oliver Amanda Timothy Maria Felix Gloria Hector Irene Jasper Kathleen Leopold "
         "Miriam Norbert Octavia Patrick Rosalind Sebastian Theodora Ulrich Veronica Winston Xenia Yolanda Zachary").split()
VOICES = ["ash", "coral", "sage", "verse", "ballad", "echo"]
TOLERANCE = 1.10
SILENT_BYTES = 1000          # a second, to an agent that only listens
verdicts = []


def cast(folder):
    folder.mkdir()
    for i, name in enumerate(NAMES):
        (folder / f"{name.lower()}.md").write_text(f"""---
name: {name}
voice: {VOICES[i % len(VOICES)]}
realtime: {{model: gpt-realtime-kit-{name.lower()}}}
script:
  - say: Good question. It is about nine thousand.
---
You are {name}. KIT-AGENT:{name.lower()}
""")


def compare(what, by_size):
    """Prints the medians and judges each by that of the smallest room."""
    sizes = sorted(by_size); one = statistics.median(by_size[sizes[0]])
    for n in sizes:
        v = by_size[n]; m = statistics.median(v); ok = m <= one * TOLERANCE; verdicts.append(ok)
        print(f"{what}, {n:>2} agents: median {m:6.1f} ms ({min(v):.0f}–{max(v):.0f}, n={len(v)})"
              + ("" if n == sizes[0] else f"  {m / one:.3f} of one agent's, bound {TOLERANCE:.2f} ({one * TOLERANCE:.0f} ms) {'' if ok else 'MISSED'}"), flush=True)


async def join(http, url, room, names):
    t = time.monotonic()
    async def one(name):
        async with http.post(f"{url}/voice/join", json={"room": room, "agent": name.lower()}, headers={"Prefer": "wait=20"}) as r: assert (await r.json())["status"] == "joined", await r.text()
    await asyncio.gather(*(one(n) for n in names)); return (time.monotonic() - t) * 1000


# -- the kit's server

class Room:
    """A room of so many agents at the fake server, and who calls it."""
    def __init__(self, fake, svc, size): self.fake, self.svc, self.size, self.room, self.waits, self.said = fake, svc, size, f"hearing-{size}", [], []

    async def open(self):
        self.joined_in = await join(self.svc.http_session, self.svc.url, self.room, NAMES[:self.size]); self.opened = time.monotonic()
        self.ana = await caller.Caller(types.SimpleNamespace(svc=self.svc, fake=self.fake, room=self.room), "ana", name="Ana").connect()
        self.sessions = [s for s in self.fake.sessions if not s.ear and not hasattr(s, "of_room")]
        for s in self.sessions: s.of_room = self
        await asyncio.sleep(0.5); await self.turn("Hey Scout, begin.", ["scout"]); return self

    async def turn(self, text, answers, ms=900, **how):
        """Says it and waits until everybody has answered; ms from the last word to the first sound."""
        t = self.ana.mark(); u = await self.ana.say(text, ms, **how); self.said.append(u)
        f = await self.ana.hears(answers[0], since=t)
        for a in answers: await self.ana.turn_over(a, since=t)
        await self.ana.quiet(0.3); return (f.t - u.t_end) * 1000

    def committed(self, u): return [s.agent for s in self.sessions for c in s.committed if c["utts"].get(u.code, 0) > 60]

    def silent_bytes(self):
        """The most that an agent which never spoke was sent a second, in bytes without the session's set-up."""
        seconds = time.monotonic() - self.opened
        silent = [s for s in self.sessions if not s.responses]
        return max((sum(len(json.dumps(e)) + e.get("bytes", 0) * 4 // 3 for _, d, e in s.log if d == ">" and e["type"] != "session.update") / seconds for s in silent), default=0)


# (words, who answers, how the ear tells them): guesses that are right, blind and wrong; corrections; several; everyone.
TALK = [("And what do you make of it, Nova?", ["nova"], dict(partials=False, delay=0.7)), ("Go on, please.", ["nova"], {}), ("No, not you, Nova. I meant Atlas.", ["atlas"], dict(partials=False, delay=0.7)),
        ("Luna, is it done?", ["tess"], dict(final="Tess, is it done?", delay=0.7)), ("Quinn and Victor, what do you both think?", ["quinn", "victor"], {}), ("Why is that?", ["victor"], dict(transcript="before_stop")),
        ("Everybody, one last word.", [n.lower() for n in NAMES[:8]], dict(partials=False, delay=0.5)), ("Scout, thank you.", ["scout"], {})]


async def against_fake(a, agents, tmp):
    fake = await fake_realtime.Fake([n.lower() for n in NAMES[:6]]).start(); fake.reset("hearing")
    svc = await service.Service(a.parley, log=str(tmp / "parley.log")).start(["serve", "--port", "0", "--agents", str(agents), "--data", str(tmp / "data-fake"), "--realtime-url", fake.url], {"PARLEY_REALTIME_API_KEY": "kit-key"})
    if a.plant:
        plain = fake_realtime.Session.respond
        async def late(self, ev):
            if self.of_room.size > 1: await asyncio.sleep(a.plant / 1000)
            await plain(self, ev)
        fake_realtime.Session.respond = late
    for n in NAMES: fake.plan(n.lower()).default_ms = 300
    try:
        rooms = [await Room(fake, svc, n).open() for n in a.agents]; waits = collections.defaultdict(list)
        for i in range(a.turns):
            for r in rooms: waits[r.size].append(await r.turn(f"And what is number {i}?", ["scout"]))
        for r in rooms: print(f"{r.size:>2} agents joined, side by side, in {r.joined_in:.0f} ms; each silent one was sent {r.silent_bytes():.0f} bytes a second"); verdicts.append(r.silent_bytes() <= SILENT_BYTES)
        compare("end of speech → first sound, agents that hear", waits)
        for r in rooms:
            if r.size < 8: continue
            for text, answers, how in TALK: await r.turn(text, answers, ms=1200, **how)
        most = collections.Counter(len(r.committed(u)) for r in rooms for u in r.said); verdicts.append(max(most) <= 1)
        print(f"{sum(most.values())} utterances: {most[1]} committed as sound to one session, {most[0]} told in words, {sum(n for k, n in most.items() if k > 1)} committed to several")
        if fake.violations: print(fake.violations[:3]); verdicts.append(False)
        for r in rooms: await r.ana.close()
    finally: await svc.stop(); await fake.stop()


# -- Parley's own server

async def against_embedded(a, agents, tmp):
    speech = figures.utterances(HERE / "Agents/demo/caller.wav")[1]; waits = collections.defaultdict(list)
    with figures.Service(a.parley.split(), agents, tmp / "data-embedded") as s:
        async with aiohttp.ClientSession() as http:
            callers = {}
            for n in a.agents:
                await join(http, s.url, f"hearing-{n}", NAMES[:n]); callers[n] = await figures.Caller(http, s.url, f"hearing-{n}").__aenter__(); await callers[n].ask(speech)
            for _ in range(a.turns):
                for n, ana in callers.items(): waits[n].append(await ana.ask(speech) + (a.plant if n > 1 else 0))
            for ana in callers.values(): await ana.__aexit__()
    compare("end of speech → first sound, embedded voices", waits)


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--parley", default=str(HERE / ".build/release/parley")); ap.add_argument("--agents", default="1,8", type=lambda t: [int(n) for n in t.split(",")])
    ap.add_argument("--turns", default=20, type=int); ap.add_argument("--server", default="both", choices=["fake", "embedded", "both"]); ap.add_argument("--plant", default=0, type=int)
    a = ap.parse_args(); tmp = pathlib.Path(tempfile.mkdtemp(prefix="hearing-")); cast(tmp / "Agents")
    if a.server != "embedded": asyncio.run(against_fake(a, tmp / "Agents", tmp))
    if a.server != "fake": asyncio.run(against_embedded(a, tmp / "Agents", tmp))
    sys.exit(0 if all(verdicts) else 1)

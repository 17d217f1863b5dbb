#!/usr/bin/env python3
"""figures.py [--parley .build/release/parley] [--caller WAV] [--runs 5]

Measures, on this machine, with the embedded voices, what the README promises, and prints one line a figure: what, median,
minimum, maximum, limit. Speech is the demo caller's recording, cut at its pauses; nothing is simulated but the microphone.
Exit code 1 when a median misses its limit."""
import argparse, asyncio, audioop, json, os, pathlib, re, signal, statistics, subprocess, sys, tempfile, time, wave
import aiohttp

HERE = pathlib.Path(__file__).resolve().parent.parent
RATE, FRAME = 24000, 960          # 20 ms of 16-bit samples
now = time.monotonic
rows = []


def report(what, values, limit=None, unit="ms"):
    median = statistics.median(values)
    ok = limit is None or median <= limit
    rows.append(ok)
    bound = f"limit {limit} {unit}" if limit is not None else ""
    print(f"{what:<58} {median:8.0f} {unit:<3} ({min(values):.0f}–{max(values):.0f}, n={len(values)}) {bound} {'' if ok else 'MISSED'}", flush=True)
    return median


def utterances(path):
    """The recording cut at pauses of 0.6 s or more: 24 kHz 16-bit mono pieces, without the silence around them."""
    with wave.open(str(path)) as w:
        pcm, rate = w.readframes(w.getnframes()), w.getframerate()
        if w.getnchannels() == 2: pcm = audioop.tomono(pcm, 2, 0.5, 0.5)
    pcm = audioop.ratecv(pcm, 2, 1, rate, RATE, None)[0]
    frames = [pcm[i:i + FRAME] for i in range(0, len(pcm) - FRAME, FRAME)]
    loud = [audioop.rms(f, 2) > 150 for f in frames]
    pieces, start, quiet = [], None, 0
    for i, voiced in enumerate(loud):
        if voiced: start, quiet = (i if start is None else start), 0
        elif start is not None:
            quiet += 1
            if quiet >= 30: pieces.append(b"".join(frames[start:i - quiet + 1])); start = None
    if start is not None: pieces.append(b"".join(frames[start:]))
    return pieces


class Service:
    def __init__(self, command, agents, data): self.args = [*command, "serve", "--port", "0", "--agents", str(agents), "--data", str(data)]

    def __enter__(self):
        self.t0 = now()
        env = {k: v for k, v in os.environ.items() if not k.startswith(("PARLEY_", "OPENAI_")) or k == "PARLEY_SPEECH"}
        self.proc = subprocess.Popen(self.args, stdout=subprocess.PIPE, text=True, env=env)
        for line in self.proc.stdout:
            if m := re.search(r"listening on (http://\S+)", line): self.url = m[1]; break
        else: sys.exit("parley serve ended before it listened")
        self.start_ms = (now() - self.t0) * 1000
        return self

    def __exit__(self, *_):
        self.proc.send_signal(signal.SIGTERM)
        try: self.proc.wait(10)
        except subprocess.TimeoutExpired: self.proc.kill()

    @property
    def memory_kib(self):
        return int(re.search(r"VmRSS:\s+(\d+)", pathlib.Path(f"/proc/{self.proc.pid}/status").read_text())[1])


class Caller:
    """A microphone that never pauses, and ears that note when sound and events come."""
    def __init__(self, http, url, room): self.http, self.url, self.speech, self.sound, self.events = http, f"{url}/rooms/{room}/call?identity=ana&name=Ana", b"", [], []

    async def __aenter__(self):
        self.ws = await self.http.ws_connect(self.url, max_msg_size=1 << 24)
        self.tasks = [asyncio.create_task(self.microphone()), asyncio.create_task(self.read())]
        await asyncio.sleep(0.5)
        return self

    async def __aexit__(self, *_):
        for t in self.tasks: t.cancel()
        await self.ws.close()

    async def microphone(self):
        due = now()
        while True:
            frame, self.speech = self.speech[:FRAME], self.speech[FRAME:]
            await self.ws.send_bytes(frame.ljust(FRAME, b"\0"))
            if frame and not self.speech: self.spoken_at = now()
            due += 0.02
            await asyncio.sleep(max(0, due - now()))

    async def read(self):
        async for m in self.ws:
            if m.type == aiohttp.WSMsgType.BINARY: self.sound.append((now(), audioop.rms(m.data, 2)))
            elif m.type == aiohttp.WSMsgType.TEXT: self.events.append((now(), json.loads(m.data)))

    async def until(self, type_, since, seconds=30, **match):
        end = now() + seconds
        while now() < end:
            for t, e in self.events:
                if t >= since and e["type"] == type_ and all(e.get(k) == v for k, v in match.items()): return t, e
            await asyncio.sleep(0.005)
        raise TimeoutError(f"no {type_} {match}; last events: {[e for _, e in self.events[-6:]]}")

    async def say(self, pcm):
        self.spoken_at, started, self.speech = 0, now(), pcm
        while not self.spoken_at: await asyncio.sleep(0.005)
        return started

    async def ask(self, pcm):
        """End of the caller's words → first sound of the answer, in ms; waits until the answer was heard."""
        started = await self.say(pcm)
        _, granted = await self.until("turn.granted", started)
        while not (heard := [t for t, level in self.sound if t > self.spoken_at and level > 50]): await asyncio.sleep(0.005)
        await self.until("turn.ended", started, 60, turn=granted["turn"])
        await asyncio.sleep(0.5)
        return (heard[0] - self.spoken_at) * 1000


async def join(http, url, room, agent):
    t = now()
    async with http.post(f"{url}/voice/join", json={"room": room, "agent": agent}, headers={"Prefer": "wait=20"}) as r:
        body = await r.json()
        assert r.status == 200 and body["status"] == "joined", body
    return (now() - t) * 1000


PERSONA = """---
name: {name}
voice: {voice}
script:
  - say: {say}
---
You are {name}.
"""
CAST = [("Victor", "ash"), ("Maria", "coral"), ("Oliver", "sage"), ("Amanda", "verse"), ("Barbara", "ballad"), ("Timothy", "echo")]


def cast(folder, say):
    folder.mkdir()
    for name, voice in CAST: (folder / f"{name.lower()}.md").write_text(PERSONA.format(name=name, voice=voice, say=say))


async def answers(service, http, speech, agents, runs):
    room = f"figures-{len(agents)}"
    for a in agents: await join(http, service.url, room, a)
    async with Caller(http, service.url, room) as ana:
        await ana.ask(speech)                                   # the first answer loads voices and models
        return [await ana.ask(speech) for _ in range(runs)]


async def interruptions(service, http, speech, runs):
    await join(http, service.url, "barge-in", "victor")
    clears = []
    async with Caller(http, service.url, "barge-in") as ana:
        for _ in range(runs):
            started = await ana.say(speech)
            await ana.until("turn.started", started)
            await asyncio.sleep(1.5)
            onset = await ana.say(speech)
            t, _ = await ana.until("playback.clear", onset)
            clears.append((t - onset) * 1000)
            await ana.until("turn.ended", onset, outcome="interrupted")
            await ana.until("turn.started", onset)
            async with http.post(f"{service.url}/rooms/barge-in/interrupt") as r: assert r.status == 204
            await asyncio.sleep(1)
    return clears


async def measure(a):
    speech = utterances(a.caller)[1]          # names nobody: whoever has the floor answers
    print(f"{len(speech) / 2 / RATE:.1f} s of speech: the second sentence of {a.caller}", flush=True)
    tmp = pathlib.Path(tempfile.mkdtemp(prefix="figures-"))
    short, long = tmp / "short", tmp / "long"
    cast(short, "Good question. It is about nine thousand."); cast(long, "Let me tell you the whole story. " * 12)
    starts = []
    for i in range(a.runs):
        with Service(a.parley, short, tmp / f"start-{i}") as s: starts.append(s.start_ms)
    report("start → listening on", starts, 500)
    async with aiohttp.ClientSession() as http:
        with Service(a.parley, short, tmp / "data") as s:
            await join(http, s.url, "warm-up", "victor")
            report("join → joined", [await join(http, s.url, f"join-{i}", "maria") for i in range(max(a.runs, 10))], 300)
            before, rooms = s.memory_kib, 100
            for i in range(rooms): await join(http, s.url, f"idle-{i}", "oliver")
            report("memory of an idle room, agent and embedded session", [(s.memory_kib - before) / rooms], None, "KiB")
        with Service(a.parley, short, tmp / "data-1") as s: one = report("end of speech → first audio, 1 agent", await answers(s, http, speech, ["victor"], a.runs), 1200)
        with Service(a.parley, short, tmp / "data-6") as s: six = report("end of speech → first audio, 6 agents", await answers(s, http, speech, [n.lower() for n, _ in CAST], a.runs), 1200)
        print(f"6 agents against 1: {six / one:.2f}"); rows.append(six <= one * 1.1)
        with Service(a.parley, long, tmp / "data-b") as s: report("onset of speech → playback.clear", await interruptions(s, http, speech, a.runs), 150)


if __name__ == "__main__":
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--parley", default=str(HERE / ".build/release/parley"), type=str)
    ap.add_argument("--caller", default=str(HERE / "Agents/demo/caller.wav")); ap.add_argument("--runs", type=int, default=5)
    a = ap.parse_args(); a.parley = a.parley.split()
    asyncio.run(measure(a))
    sys.exit(0 if all(rows) else 1)

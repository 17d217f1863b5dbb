#!/usr/bin/env python3
"""soak.py [--parley .build/release/parley] [--minutes 10] [--rooms 4] [--seed N]

Rooms full of talking people on a Realtime server in foul weather, for as long as one likes: people join, ask, interrupt, type,
leave, vanish; rooms are closed and opened again; answers break off, fail, stall, sessions die and are refused, tools are slow.
Every 10 s a line of figures; at the end a verdict, and .build/soak.svg. Exit code 1 when something was not as it must be.

The seed decides on weather and people; what meets what depends on the machine, so a seed repeats the kind of a run, not its every moment.
"""
import argparse, asyncio, collections, logging, os, pathlib, random, re, shutil, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parent.parent
# The markers' matrices are tiny: threads for them would only take the cores from whom we measure.
os.environ["OPENBLAS_NUM_THREADS"] = "1"
sys.dont_write_bytecode = True
sys.path[:0] = [str(ROOT / "Tests/Acceptance"), str(ROOT / "Benchmarks")]

from callbacks import ToolServer
from fake_realtime import Fake, Script
from service import Service
from soaking import chart, gauge, verdict
from soaking.ledger import Ledger
from soaking.rooms import MOST_ROOMS, NAMES, Room, write_personas
from soaking.weather import TOOLS, Weather

now = time.monotonic
WINDOW = 10.0
LOG = ROOT / ".build/soak.log"


class ToolMoods(dict):
    """What a tool answers: mostly something, now and then late, too late or with an error."""

    def __init__(self, rng, ledger): self.rng, self.ledger = rng, ledger

    def get(self, name, default=None):
        if name == "slow_lookup":
            return 200, {"status": "found at last"}, self.rng.choice([0.7, 0.7, 2.0])
        if self.rng.random() < 0.2:
            self.ledger.fault("tool 500")
            return 500, {"error": "out of order"}, 0
        return 200, {"status": "shipped"}, self.rng.choice([0.0, 0.1, 0.6])


class Soak:
    def __init__(self, options):
        self.options, self.ledger, self.windows, self.samples = options, Ledger(), [], []
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="soak-"))

    async def start(self):
        self.fake = await Fake(NAMES[:7]).start()
        self.tools = await ToolServer().start()
        cast = write_personas(self.folder / "Agents", self.options.rooms, self.tools.port)
        LOG.parent.mkdir(exist_ok=True)
        LOG.unlink(missing_ok=True)
        self.service = Service(self.options.parley, log=str(LOG))
        await self.service.start(
            ["serve", "--port", "0", "--agents", str(self.folder / "Agents"), "--data", str(self.folder / "data"),
             "--realtime-url", self.fake.url], {"PARLEY_REALTIME_API_KEY": "soak"})
        self.weather = Weather(self.options.seed, self.ledger)
        self.weather.settle_over(self.fake, cast)
        self.tools.answers = ToolMoods(random.Random(self.options.seed), self.ledger)
        self.rooms = [Room(n, self.service, self.fake, self.ledger, self.options.seed) for n in range(self.options.rooms)]

    async def at_rest(self):
        """What the process holds when no room is open and nobody is connected."""
        await self.service.http_session.close()
        self.service.http_session = None
        self.service.open_session()
        lowest = gauge.read_process(self.service.proc.pid, now() - self.ledger.start)
        for _ in range(40):
            await asyncio.sleep(0.25)
            sample = gauge.read_process(self.service.proc.pid, now() - self.ledger.start)
            lowest = sample if sample.descriptors <= lowest.descriptors else lowest
        return lowest

    async def warm_up(self):
        """One room from beginning to end, in good weather: what is made once is made now."""
        room = self.rooms[0]
        plans = [self.fake.plans[agent] for agent in room.cast]
        for plan in plans:
            # A tool, which makes what HTTP and TLS need, and then the largest event there will be.
            plan.moods, plan.scripts = plan.scripts, collections.deque([Script(ms=0, tools=[TOOLS[0]]), Script(fault="huge")])
        await room.open()
        for agent in room.agents:
            await room.ask(room.guests["ana"], agent.capitalize(), agent)
        await room.close()
        for plan in plans:
            plan.scripts = plan.moods
        self.ledger.__init__()

    async def run(self):
        await self.start()
        try:
            return await self.weather_it()
        finally:
            await self.service.stop(5)

    async def weather_it(self):
        options = self.options
        print(f"soak: {options.minutes:g} min, {options.rooms} rooms, seed {options.seed}, {options.parley}", flush=True)
        await self.warm_up()
        before = await self.at_rest()
        self.ledger.start = now()
        print(gauge.HEADING, flush=True)
        watchers = [asyncio.create_task(task) for task in
                    (self.weather.blow(), gauge.watch_own_loop(self.ledger), gauge.watch_loop(self.ledger, self.service), self.watch())]
        await asyncio.gather(*(room.live(now() + 60 * self.options.minutes) for room in self.rooms))
        length = now() - self.ledger.start
        for task in watchers:
            task.cancel()
        if self.service.alive():
            after = await self.at_rest()
            code = await self.service.stop(30)
        else:
            after, code = before, self.service.proc.returncode
        await self.fake.stop()
        await self.tools.stop()
        self.draw(length)
        return self.judge(before, after, code, length)

    async def watch(self):
        while True:
            started = now()
            for _ in range(int(WINDOW)):
                await asyncio.sleep(1)
                if not self.service.alive():
                    return self.ledger.wrong(f"the service ended with {self.service.proc.returncode}")
                sample = gauge.read_process(self.service.proc.pid, now() - self.ledger.start)
                self.samples.append((sample.at, sample.rss))
            self.tools.calls.clear()
            self.windows.append(gauge.window(self.ledger, self.service.proc.pid, now() - started))
            print(gauge.line(self.windows[-1]), flush=True)

    def draw(self, length):
        place = ROOT / ".build/soak.svg"
        place.write_text(chart.svg(f"{self.options.rooms} rooms, {sum(self.ledger.faults.values())} faults, seed {self.options.seed}",
                                   self.windows, length))
        print(f"\nchart: {place}\nlog: {LOG}")

    def judge(self, before, after, code, length):
        ledger = self.ledger
        print("faults: " + ", ".join(f"{n} {kind}" for kind, n in ledger.faults.most_common()))
        print("people: " + ", ".join(f"{n} {name}" for name, n in ledger.acts.most_common()) + f"; {ledger.closed} rooms closed")
        print("turns:  " + ", ".join(f"{n} {outcome}" for outcome, n in ledger.outcomes.most_common())
              + f"; {len(ledger.latencies)} plain answers measured, {ledger.disturbed} more just after a fault")
        slowest = [f"  {1000 * seconds:.0f} ms, {where}: {story}" for seconds, where, story in ledger.slowest]
        print("slowest answers in undisturbed rooms:", *slowest, sep="\n")
        errors = [line for line in LOG.read_text(errors="replace").splitlines() if re.match(r"\S+ (error|critical) ", line)]
        violations = sorted({f"{v['type']}: {v['errors'][0]}" for v in self.fake.violations})
        longest = max((seconds for seconds, _ in ledger.silences), default=0.0)
        findings = [
            verdict.memory(self.samples or [(0, 0), (1, 0)], ledger.closed),
            verdict.descriptors(before.descriptors, after.descriptors),
            verdict.threads(before.threads, after.threads),
            verdict.latency([(at - ledger.start, seconds) for at, seconds in ledger.latencies], length),
            verdict.none_of(f"things that must not happen (longest wait {longest:.1f} s)", ledger.wrongs),
            verdict.none_of("lines of level error in the log", errors),
            verdict.none_of("breaches of the Realtime protocol", violations),
            verdict.Finding("end of the process", f"code {code}", "0", code == 0),
            verdict.Finding("turns", f"{sum(ledger.outcomes.values())}", "some", sum(ledger.outcomes.values()) > 0),
        ]
        print("\nverdict", *findings, *(f"    {what}" for what in [*ledger.wrongs, *errors[:20], *violations[:20]]), sep="\n")
        return all(finding.is_well is not False for finding in findings)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--parley", default=str(ROOT / ".build/release/parley"))
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--rooms", type=int, default=4, choices=range(1, MOST_ROOMS + 1))
    parser.add_argument("--seed", type=int, default=random.SystemRandom().randrange(1_000_000))
    # A slow handshake that the service gave up with its room is no news.
    logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)
    soak = Soak(parser.parse_args())
    try:
        is_well = asyncio.run(soak.run())
    finally:
        shutil.rmtree(soak.folder, ignore_errors=True)
    sys.exit(0 if is_well else 1)


if __name__ == "__main__":
    main()

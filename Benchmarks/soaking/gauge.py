"""What can be read off the process from outside: memory, descriptors, threads, and how late its event loop is."""
import asyncio, contextlib, os, pathlib, re, time
from dataclasses import dataclass
from .ledger import percentile

now = time.monotonic


@dataclass
class Sample:
    at: float; rss: float; descriptors: int; threads: int      # s since the start, MiB


@dataclass
class Window:
    at: float; rooms: int; turns: int; faults: int; rss: float; descriptors: int; threads: int
    p50: float | None; p95: float | None; answers: int; loop: float | None; own: float | None      # s


def read_process(pid, at):
    status = pathlib.Path(f"/proc/{pid}/status").read_text()
    field = lambda name: int(re.search(rf"^{name}:\s+(\d+)", status, re.M)[1])
    return Sample(at, field("VmRSS") / 1024, len(os.listdir(f"/proc/{pid}/fd")), field("Threads"))


async def watch_own_loop(ledger):
    """How late this process is itself, so that nobody else is blamed for it."""
    while True:
        due = now() + 0.02
        await asyncio.sleep(0.02)
        ledger.own_lags.append((now(), max(0.0, now() - due)))


async def watch_loop(ledger, service):
    """How long the service takes for the least there is to do. Its rooms and its HTTP share one event loop."""
    while True:
        start = now()
        with contextlib.suppress(Exception):
            answer = await service.get("/healthz")
            if answer.status == 200:
                ledger.loop_lags.append((start, now() - start))
        await asyncio.sleep(0.1)


def window(ledger, pid, seconds):
    """The last so many seconds in one line."""
    end = now()
    sample = read_process(pid, end - ledger.start)
    latencies = ledger.latencies_between(end - seconds, end)
    loop = [lag for at, lag in ledger.loop_lags if at >= end - seconds]
    own = [lag for at, lag in list(ledger.own_lags) if at >= end - seconds]
    ledger.loop_lags[:] = ledger.loop_lags[-2000:]
    return Window(sample.at, ledger.opened - ledger.closed, sum(ledger.outcomes.values()), sum(ledger.faults.values()), sample.rss,
                  sample.descriptors, sample.threads, percentile(latencies, 0.5), percentile(latencies, 0.95), len(latencies),
                  percentile(loop, 0.95), percentile(own, 0.95))


HEADING = "  time  rooms  turns faults   RSS MiB   fds thr   answers p50 ms p95 ms   loop p95 ms (ours)"


def line(w):
    ms = lambda seconds: f"{1000 * seconds:.0f}" if seconds is not None else "–"
    return (f"{w.at:5.0f}s {w.rooms:6} {w.turns:6} {w.faults:6} {w.rss:9.1f} {w.descriptors:5} {w.threads:3} {w.answers:9} "
            f"{ms(w.p50):>6} {ms(w.p95):>6} {ms(w.loop):>9} {'(' + ms(w.own) + ')':>8}")

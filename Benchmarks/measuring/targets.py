"""What the issue asks for, and whether it was reached: each a ratio or a bound within one benchmark."""
import dataclasses
from scenarios import PARLEY, RELAY

LISTENING_MS, GRANT_MS, ADDED_ROOM_KB = 100, 1.0, 64
MANY = (25, 100, 250, 300, 500)


@dataclasses.dataclass
class Verdict:
    what: str
    wanted: str
    found: str
    ok: bool | None          # None: not measured


def ratio(a, b): return a / b if a is not None and b else None


def at_most(what, value, bound, unit="", digits=2):
    if value is None: return Verdict(what, f"≤ {bound}{unit}", "not measured", None)
    return Verdict(what, f"≤ {bound}{unit}", f"{value:.{digits}f}{unit}", value <= bound)


def worst(s, scenario, label, quantile):
    """Of a caller's sound on its way to either model."""
    values = [s.median(scenario, label, k, quantile=quantile, scale=1e-3) for k in ("to_ear_us", "to_agent_us")]
    return max((v for v in values if v is not None), default=None)


def against_relay(s):
    for n in MANY:
        name = f"rooms-{n}"
        yield at_most(f"CPU of {n} rooms, of the relay's", ratio(s.median(name, PARLEY, "cpu_per_room_s"), s.median(name, RELAY, "cpu_per_room_s")), 1.5, "×")
    for key, what in (("to_ear_us", "caller → ear"), ("to_agent_us", "caller → agent"), ("to_caller_us", "model → caller")):
        yield at_most(f"{what}, p50, of the relay's", ratio(s.median("one", PARLEY, key, quantile="p50"), s.median("one", RELAY, key, quantile="p50")), 2, "×")
    yield at_most("speech_started → clear, p50, of the relay's", ratio(s.median("barge-in", PARLEY, "clear_us", quantile="p50"), s.median("barge-in", RELAY, "clear_us", quantile="p50")), 3, "×")


def alone(s):
    for n, word in ((300, "must"), (500, "aim")):
        name = f"rooms-{n}"
        yield at_most(f"{n} rooms on one core ({word}): caller → model, p99", worst(s, name, PARLEY, "p99"), 20, " ms")
        late = s.total(name, PARLEY, "late_in") if s.all(name, PARLEY) else None
        yield at_most(f"{n} rooms on one core ({word}): late by 100 ms, of all runs", late, 0, " blocks", 0)
    for n in (100, 500): yield added_room(s, n)
    yield at_most("end of speech → first sound, 32 agents, of one's", ratio(s.median("agents-32", PARLEY, "answer_us", quantile="p50"), s.median("agents-1", PARLEY, "answer_us", quantile="p50")), 1.1, "×")
    few, lots = s.median("agents-1", PARLEY, "cpu_per_room_s"), s.median("agents-32", PARLEY, "cpu_per_room_s")
    yield at_most("CPU of a listening agent, of a room with one that speaks", (lots - few) / 31 / few * 100 if few and lots else None, 5, " %", 1)
    yield at_most("start → listening", s.median("start", PARLEY, "listening_ms"), LISTENING_MS, " ms", 0)
    yield at_most("final transcript → turn.granted at the caller, one room, p99 (the decision and two sockets)", s.median("one", PARLEY, "grant_us", quantile="p99", scale=1e-3), GRANT_MS, " ms")
    yield second_core(s)


def added_room(s, n):
    """Resident memory, less the sound that the service says it holds; both at the end of the run."""
    name = f"rooms-{n}"
    kb = [s.median(scenario, PARLEY, key) for scenario in ("one", name) for key in ("rss_kb", "sound_kb")]
    if None in kb: return Verdict(f"memory of an added room, of {n}, without its sound", f"≤ {ADDED_ROOM_KB} KB", "not measured", None)
    added, sound = (kb[2] - kb[0]) / (n - 1), (kb[3] - kb[1]) / (n - 1)
    return at_most(f"memory of an added room, of {n}, without its sound ({sound:.0f} KB; with it {added:.0f} KB)", added - sound, ADDED_ROOM_KB, " KB", 0)


def second_core(s):
    """A service is full when its busiest thread is. The harness needs most of a second core, so two full reactors cannot be had on two: twice the rooms on two
    reactors, each as busy as the one, are twice the rooms."""
    one, two = (s.median(f"reactors-{n}", PARLEY, "busiest_thread_pct") for n in (1, 2))
    more = ratio(one, two)
    if more is None: return Verdict("a second reactor on a second core, rooms for as busy a thread", "≥ 1.7×", "not measured", None)
    return Verdict(f"a second reactor on a second core, rooms for as busy a thread (100 rooms on one: {one:.0f} % of a core; 200 on two: {two:.0f} %)", "≥ 1.7×", f"{2 * more:.2f}×", 2 * more >= 1.7)


def against_peers(s, peers):
    for name in ("rooms-25", "rooms-80"):
        best = min((c for c in (s.median(name, p, "cpu_per_room_s") for p in peers) if c), default=None)
        yield at_most(f"CPU of {name.removeprefix('rooms-')} rooms, of the best peer's", ratio(s.median(name, PARLEY, "cpu_per_room_s"), best), 0.33, "×")


def judge(s, peers=()): return [*against_relay(s), *alone(s), *(against_peers(s, peers) if peers else ())]

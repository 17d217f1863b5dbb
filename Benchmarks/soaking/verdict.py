"""Is it flat? Figures in, complaints out; nothing here knows a process or a clock."""
from dataclasses import dataclass
from .ledger import percentile

# Memory. An allocator never gives back as it took: over the second half of healthy soaks the fitted line fell by up to 2 MiB and
# rose by up to 0.4. A service made to keep every closed room grew by 120 KiB for each, in four minutes by 2.2 MiB in that half.
# So: 1 MiB for the allocator, and for each room that was closed a fifth of what keeping it costs.
GROWTH, GROWTH_PER_ROOM = 1.0, 25 / 1024        # MiB along the fitted line over the second half
SLOWER, SLOWER_S = 0.20, 0.050  # p95 of the last third above the first third's: whichever is more
FEWEST = 10                     # answers in a third for its p95 to mean something


@dataclass
class Finding:
    what: str; figure: str; bound: str; is_well: bool | None     # None: too little was seen to say

    def __str__(self):
        mark = {True: "ok", False: "FAILED", None: "not judged"}[self.is_well]
        return f"  {self.what:<44} {self.figure:<38} {self.bound:<34} {mark}"


def slope(points):
    """Least squares: what y gains for one x. 0 of fewer than two different x."""
    count = len(points)
    if count < 2:
        return 0.0
    middle_x, middle_y = sum(x for x, _ in points) / count, sum(y for _, y in points) / count
    spread = sum((x - middle_x) ** 2 for x, _ in points)
    return sum((x - middle_x) * (y - middle_y) for x, y in points) / spread if spread else 0.0


def memory(samples, closed):
    """`samples`: (s, MiB); `closed`: how many rooms were, in all of it."""
    bound = GROWTH + GROWTH_PER_ROOM * closed / 2
    half = [(at, rss) for at, rss in samples if at >= (samples[0][0] + samples[-1][0]) / 2]
    per_second, seconds = slope(half), half[-1][0] - half[0][0]
    growth = per_second * seconds
    figure = f"{3600 * per_second:+.1f} MiB/h, {growth:+.2f} MiB over {seconds:.0f} s"
    # Less than two minutes are the warming up of caches and pools.
    return Finding("memory, second half", figure, f"≤ {bound:.2f} MiB, {closed} rooms closed", growth <= bound if seconds >= 120 else None)


def descriptors(before, after):
    return Finding("descriptors, all rooms closed", f"{before} → {after}", "none more than at the start", after <= before)


def threads(before, after):
    return Finding("threads, all rooms closed", f"{before} → {after}", "at most 2 more (workers)", after <= before + 2)


def latency(answers, seconds):
    """`answers`: (s since the start, s of latency) of undisturbed rooms."""
    thirds = [[value for at, value in answers if seconds * n / 3 <= at < seconds * (n + 1) / 3] for n in range(3)]
    first, last = percentile(thirds[0], 0.95), percentile(thirds[2], 0.95)
    if min(len(thirds[0]), len(thirds[2])) < FEWEST:
        return Finding("latency p95, first and last third", f"n = {len(thirds[0])}, {len(thirds[2])}", f"needs {FEWEST} answers each", None)
    bound = max(first * (1 + SLOWER), first + SLOWER_S)
    return Finding("latency p95, first and last third", f"{1000 * first:.0f} → {1000 * last:.0f} ms (n = {len(thirds[0])}, {len(thirds[2])})",
                   f"≤ {1000 * bound:.0f} ms", last <= bound)


def none_of(what, wrongs):
    return Finding(what, f"{len(wrongs)}" if wrongs else "none", "none", not wrongs)

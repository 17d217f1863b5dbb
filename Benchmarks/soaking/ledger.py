"""What happened so far: turns, faults and whom they struck, latencies, and everything that must not happen."""
import collections, math, time

now = time.monotonic
# A fault this recent may still be felt: an answer within it says nothing about how fast an undisturbed room is.
AFTERMATH = 5.0
# Faults that must not even be felt: no excuse for a late answer.
UNFELT = {"late events", "unknown events", "events twice", "1 MiB event", "two items", "error event", "incomplete"}
# The contract: within 10 s of any failure the room is served again. The rest is what a busy machine adds.
LONGEST_SILENCE = 10.0
TOLERANCE = 1.0
# How late our own loop may be for a latency to be the service's and not ours.
OWN_LAG = 0.05


class Ledger:
    def __init__(self):
        self.start = now()
        self.faults = collections.Counter()       # by kind
        self.acts = collections.Counter()         # what callers did, by name
        self.outcomes = collections.Counter()     # of turns
        self.struck = collections.defaultdict(lambda: -1e9)   # room → when the last fault struck it
        self.struck_all = -1e9                    # when one struck of which nobody knows whose it was
        self.latencies = []                       # (when, s): end of speech → first sound, in undisturbed rooms
        self.slowest = []                         # of those the worst, with what happened
        self.disturbed = 0                        # answers that came, in rooms a fault had just struck
        self.silences = []                        # (s, room): how long a waiting caller went without any sign
        self.wrongs = []                          # what must not happen, in words
        self.opened = self.closed = 0
        self.own_lags = collections.deque(maxlen=3000)        # (when, s) of this process
        self.loop_lags = []                       # (when, s): answers of GET /healthz

    def fault(self, kind, room=None):
        """A fault strikes one room, or every room when nobody can tell whose it is."""
        self.faults[kind] += 1
        if kind in UNFELT:
            return
        if room is None:
            self.struck_all = now()
        else:
            self.struck[room] = now()

    def last_fault(self, room): return max(self.struck[room], self.struck_all)

    def wrong(self, what):
        if what not in self.wrongs:
            self.wrongs.append(what)

    def answered(self, room, seconds, story=""):
        """A caller heard the first sound of an answer, so long after their last word; `story`: what was said meanwhile."""
        lag = max((lag for at, lag in list(self.own_lags) if at > now() - seconds - 0.2), default=0.0)
        if self.last_fault(room) > now() - seconds - AFTERMATH or lag > OWN_LAG:
            self.disturbed += 1
        else:
            self.latencies.append((now(), seconds))
            self.slowest = sorted([*self.slowest, (seconds, f"{room} at {now() - self.start:.0f} s", story)], reverse=True)[:5]

    def silence(self, room, seconds):
        self.silences.append((seconds, room))
        if seconds > LONGEST_SILENCE + TOLERANCE:
            self.wrong(f"{room}: a caller waited {seconds:.1f} s without sound or sign, at {now() - self.start:.0f} s")

    def latencies_between(self, start, end): return [seconds for at, seconds in self.latencies if start <= at < end]


def percentile(values, share):
    """Nearest rank; None of nothing."""
    if not values:
        return None
    ordered = sorted(values)
    return ordered[max(0, math.ceil(share * len(ordered) - 1e-9) - 1)]


"""What is measured: the load and the mock's manners of each scenario, as rtbench's options."""
import dataclasses, pathlib

AGENTS = sorted(p.stem for p in (pathlib.Path(__file__).parent.parent / "agents").glob("*.md"))
FIRST = ["scout", "nova"] + [a for a in AGENTS if a not in ("scout", "nova")]
PARLEY, RELAY = "parley", "relay"


@dataclasses.dataclass(frozen=True)
class Scenario:
    name: str
    what: str
    options: dict                       # of rtbench
    agents: int = 1                     # of each room
    suts: tuple = (PARLEY, RELAY)
    serve: tuple = ()                   # more options of `parley serve`
    rounds: int = 3                     # at most; what no target hangs on is looked at once
    pinned: bool = True                 # the program on core 1, the harness on core 0; else both where they like

    def arguments(self, measure_ms=None):
        options = dict(self.options)
        if measure_ms: options["measure"] = measure_ms
        return [x for k, v in options.items() for x in (f"--{k}", str(v))]


def rooms(n, rounds):
    """A turn every four seconds, the agent speaks more than half of the time; the rooms spread over the cycle."""
    return Scenario(f"rooms-{n}", f"{n} rooms, one caller and one agent in each", rounds=rounds,
                    options={"rooms": n, "ramp": 5 if n > 50 else 20, "cycle": 4000, "speech": 800, "response": 2400, "warm": 1000, "measure": 8000})


def crowd(n):
    return Scenario(f"agents-{n}", f"one room, one caller, {n} agent{'s' if n > 1 else ''}", agents=n, suts=(PARLEY,), rounds=3 if n in (1, 32) else 1,
                    options={"cycle": 1500, "speech": 400, "response": 800, "think": 50, "warm": 2500, "measure": 8000})


def reactors(n):
    """100 rooms for each of n reactors, on whatever core they like: is a reactor among others as busy with its rooms as one alone?"""
    options = {**rooms(100, 3).options, "rooms": 100 * n, "ramp": 10}
    return Scenario(f"reactors-{n}", f"{100 * n} rooms on {n} reactor{'s' if n > 1 else ''}, not pinned", options, suts=(PARLEY,), serve=("--reactors", str(n)), pinned=False)


NAMES = "Nova, what do you think about it?|Scout, what do you think about it?"


def switch(name, what, partials, serve=()):
    """Each utterance names the agent that has not spoken last. A model thinks 400 ms, the words take 300."""
    return Scenario(f"switch-{name}", what, agents=2, suts=(PARLEY,), serve=serve, rounds=2,
                    options={"say": NAMES, "cycle": 2500, "speech": 800, "response": 800, "think": 400, "transcript": 300, "partials": partials, "warm": 3000, "measure": 10000})


SCENARIOS = [
    Scenario("one", "one room, one caller and one agent", {"cycle": 2000, "speech": 500, "response": 1100, "warm": 2000, "measure": 8000}),
    rooms(25, 3), rooms(100, 3), rooms(250, 1), rooms(300, 3), rooms(500, 2),
    *(crowd(n) for n in (1, 2, 4, 8, 16, 32)),
    reactors(1), reactors(2),
    Scenario("callers-8", "one room, eight callers who take turns, one agent", suts=(PARLEY,), rounds=1,
             options={"callers": 8, "cycle": 2000, "speech": 500, "response": 1100, "warm": 2000, "measure": 8000}),
    Scenario("barge-in", "five rooms; a voice cuts into every answer", {"rooms": 5, "cycle": 3300, "speech": 800, "response": 8000, "pace": 3, "warm": 2000, "measure": 12000}),
    Scenario("burst", "one room; answers come at eight times real time", {"cycle": 5000, "speech": 500, "response": 3600, "pace": 8, "warm": 2000, "measure": 10000}, rounds=1),
    Scenario("storm", "25 rooms, and 500 joins at once", suts=(PARLEY,), rounds=1,
             options={"rooms": 25, "storm": 500, "cycle": 4000, "speech": 800, "response": 2400, "warm": 1000, "measure": 8000}),
    Scenario("dead-receivers", "25 rooms, and 1,000 whose callbacks go to a receiver that never answers", suts=(PARLEY,), rounds=1,
             options={"rooms": 25, "bystanders": 1000, "cycle": 4000, "speech": 800, "response": 2400, "warm": 1000, "measure": 8000}),
    switch("guessed", "a switch by name, guessed rightly from the words so far", 1),
    switch("misguessed", "a switch by name, the words come late: guessed wrongly", 0),
    switch("unguessed", "a switch by name without speculation (--agent-input text)", 1, ("--agent-input", "text")),
]

QUICK = ("one", "rooms-25", "rooms-100", "agents-1", "agents-32", "barge-in", "switch-guessed")
# What the peers are measured in; what is compared with them hangs on two, which are looked at more often.
PEER_SCENARIOS = [rooms(25, 5), rooms(80, 5), *(dataclasses.replace(s, rounds=2) for s in SCENARIOS if s.name in ("one", "barge-in"))]

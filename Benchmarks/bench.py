#!/usr/bin/env python3
"""bench.py [--quick] [--only one,rooms-100] [--minutes 14] [--rounds 3] [--parley FILE] [--peers] [--hurry] [--results FILE]

Parley and the relay, turn about: each round runs every scenario once with either, so that what else the machine does falls on
both. Rounds go on as long as there is time; the figures are medians over them. Writes RESULTS.md (with --peers PEERS.md) and its
pictures, keeps every run in .build/bench/runs.jsonl. Exit code 1 when a run failed; a missed target is no failure, it is in the table.
`--results-of FILE` writes the results of an earlier runs.jsonl again."""
import argparse, itertools, json, pathlib, sys, time
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent / "measuring"))
import report, runner, targets
from scenarios import PARLEY, PEER_SCENARIOS, QUICK, RELAY, SCENARIOS
from summary import Summary


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--quick", action="store_true"); ap.add_argument("--only", default=""); ap.add_argument("--minutes", type=float, default=14)
    ap.add_argument("--rounds", type=int, default=3); ap.add_argument("--measure", type=int, help="ms; else each scenario's own")
    ap.add_argument("--parley", type=pathlib.Path, default=runner.ROOT / ".build/release/parley"); ap.add_argument("--hurry", action="store_true")
    ap.add_argument("--peers", action="store_true"); ap.add_argument("--results", type=pathlib.Path)
    ap.add_argument("--results-of", type=pathlib.Path)
    return ap.parse_args()


def chosen(a):
    everything = PEER_SCENARIOS if a.peers else SCENARIOS
    wanted = a.only.split(",") if a.only else QUICK if a.quick and not a.peers else [s.name for s in everything]
    unknown = set(wanted) - {s.name for s in everything}
    if unknown: sys.exit(f"no such scenario: {', '.join(sorted(unknown))}; there are {', '.join(s.name for s in everything)}")
    return [s for s in everything if s.name in wanted]


def measure(a, scenarios, others):
    """Every run, as it comes; the longest that one of a scenario took says whether there is time for another."""
    end, took = time.monotonic() + a.minutes * 60, {}
    for number in range(a.rounds):
        for scenario in scenarios:
            labels = [l for l in (PARLEY, RELAY) if l in scenario.suts] + list(others)
            if number >= scenario.rounds or number and time.monotonic() + took[scenario.name] > end: continue
            begun = time.monotonic()
            for label in labels:
                program = others.get(label) or (runner.parley(a.parley, scenario) if label == PARLEY else runner.relay())
                figures = runner.run(program, scenario, a.measure, a.hurry)
                print(runner.line(figures), flush=True)
                yield figures
            took[scenario.name] = time.monotonic() - begun


def main():
    a = arguments()
    a.results = a.results or runner.HERE / ("PEERS.md" if a.peers else "RESULTS.md")
    others, versions = {}, ()
    if a.peers:
        import peers
        others, versions = peers.programs(), peers.versions()
    if a.quick: a.rounds, a.measure = 1, a.measure or 5000
    runner.BUILD.mkdir(parents=True, exist_ok=True)
    kept = runner.BUILD / "runs.jsonl"
    if a.results_of: runs = [json.loads(l) for l in a.results_of.read_text().splitlines()]
    else:
        runs = []
        with open(kept, "w") as f:
            scenarios = chosen(a)
            first = runner.starts(runner.parley(a.parley, scenarios[0])) if not a.peers else ()
            for figures in itertools.chain(first, measure(a, scenarios, others)): runs.append(figures); f.write(json.dumps(figures) + "\n"); f.flush()
    summary = Summary(runs); verdicts = targets.judge(summary, tuple(others))
    command = "make bench-peers" if a.peers else "make bench"
    if a.quick: command += " QUICK=1"
    own = [word for word in sys.argv[1:] if word not in ("--peers", "--quick")]
    if own: command += f' BENCH="{" ".join(own)}"'
    report.write(a.results, summary, verdicts, command, a.parley, runner.ROOT, tuple(others), versions)
    for v in verdicts:
        if v.ok is not None: print(f"{'reached' if v.ok else 'MISSED ':<8} {v.what}: {v.found}, wanted {v.wanted}")
    print(f"{a.results}")
    sys.exit(1 if summary.errors() else 0)


if __name__ == "__main__": main()

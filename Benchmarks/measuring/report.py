"""RESULTS.md: machine, targets, tables, pictures."""
import os, platform, re, subprocess, time
from scenarios import PARLEY, RELAY, SCENARIOS, PEER_SCENARIOS
import pictures

MARK = {True: "reached", False: "**missed**", None: "–"}
ROOMS = [s.name for s in SCENARIOS if s.name.startswith("rooms-")]
AGENTS = [s.name for s in SCENARIOS if s.name.startswith("agents-")]
SWITCHES = [s.name for s in SCENARIOS if s.name.startswith("switch-")]


def output(*command):
    try: return subprocess.run(command, capture_output=True, text=True, timeout=20).stdout.strip().splitlines()[0]
    except (OSError, IndexError, subprocess.TimeoutExpired): return "unknown"


def machine(parley, root):
    cpu = next((l.split(":")[1].strip() for l in open("/proc/cpuinfo") if l.startswith("model name")), platform.machine())
    memory = int(re.search(r"MemTotal:\s+(\d+)", open("/proc/meminfo").read())[1]) // 1024
    dirty = " with changes" if subprocess.run(["git", "-C", str(root), "status", "--porcelain", "--", "Sources"], capture_output=True, text=True).stdout else ""
    return [("machine", f"{cpu}, {os.cpu_count()} cores, {memory} MB, Linux {platform.release()}"),
            ("Parley", f"release build of commit {output('git', '-C', str(root), 'rev-parse', '--short', 'HEAD')}{dirty}"),
            ("compilers", f"{output('swift', '--version')}; {output('gcc', '--version')}")]


def table(head, rows):
    return ["| " + " | ".join(head) + " |", "|" + " --- |" * len(head), *("| " + " | ".join(str(c) for c in r) + " |" for r in rows), ""]


def streams(s, names, labels):
    """Cost and latency of each program in each scenario."""
    rows = []
    for name in names:
        for label in labels:
            runs = s.good(name, label)
            if not runs: continue
            ms = lambda key, q: s.show(name, label, key, q, 1e-3)
            paced = name == "burst"
            rows.append([name, s.name(name, label), len(runs), s.show(name, label, "cpu_per_room_s", scale=1e3), s.show(name, label, "core_pct", digits=0), f"{ms('to_ear_us', 'p50')} / {ms('to_ear_us', 'p99')} / {ms('to_ear_us', 'max')}",
                         f"{ms('quiet_to_ear_us', 'p50')} / {ms('quiet_to_ear_us', 'p99')}", f"{ms('to_agent_us', 'p50')} / {ms('to_agent_us', 'p99')}", "paced" if paced else f"{ms('to_caller_us', 'p50')} / {ms('to_caller_us', 'p99')} / {ms('to_caller_us', 'max')}",
                         f"{sum(r['late_in'] for r in runs)} + {'–' if paced else sum(r['late_out'] for r in runs)}", s.show(name, label, "append_bytes_per_s", scale=1e-3 / max(1, runs[0]["rooms"]), digits=1), s.show(name, label, "rss_kb", scale=1 / 1024, digits=1),
                         s.show(name, label, "own_core_pct", digits=0)])
    return table(["scenario", "program", "runs", "CPU ms / room-second", "% of a core", "caller's voice → ear ms p50 / p99 / max", "their quiet → ear p50 / p99", "voice → agent p50 / p99", "model → caller ms p50 / p99 / max", "late > 100 ms, in + out", "KB/s of sound at the mock, each room", "RSS MB", "harness % of its core"], rows)


def turns(s, names, labels=(PARLEY,)):
    rows = []
    for name in names:
        for label in labels:
            if not s.good(name, label): continue
            ms = lambda key, q: s.show(name, label, key, q, 1e-3)
            rows.append([name, s.name(name, label), len(s.good(name, label)), f"{ms('answer_us', 'p50')} / {ms('answer_us', 'p99')}", f"{ms('grant_us', 'p50')} / {ms('grant_us', 'p99')}", s.show(name, label, "cpu_per_room_s", scale=1e3), s.show(name, label, "rss_kb", scale=1 / 1024, digits=1)])
    return table(["scenario", "program", "runs", "speech_stopped → first sound ms p50 / p99", "final transcript → turn.granted ms p50 / p99", "CPU ms / room-second", "RSS MB"], rows)


def interruptions(s, labels):
    rows = []
    for label in labels:
        if not s.good("barge-in", label): continue
        ms = lambda key, q: s.show("barge-in", label, key, q, 1e-3)
        rows.append([s.name("barge-in", label), s.total("barge-in", label, "interruptions"), f"{ms('clear_us', 'p50')} / {ms('clear_us', 'p99')}", f"{ms('last_us', 'p50')} / {ms('last_us', 'max')}", s.show("barge-in", label, "blocks_after", "max", digits=0), f"{ms('cancel_us', 'p50')}", f"{ms('truncate_us', 'p50')}"])
    return table(["program", "interruptions", "→ clear ms p50 / p99", "→ last block ms p50 / max (0: none came)", "blocks after, most", "→ cancel p50", "→ truncate p50"], rows)


def special(s):
    show = s.show
    late = lambda name: s.total(name, PARLEY, "late_in") if s.all(name, PARLEY) else "–"
    rows = [["start → listening", show("start", PARLEY, "listening_ms", digits=0) + " ms"],
            ["500 joins at once: answered, p50 / p99", f"{show('storm', PARLEY, 'join_us', 'p50', 1e-3, 0)} / {show('storm', PARLEY, 'join_us', 'p99', 1e-3, 0)} ms"],
            ["meanwhile caller → ear p99, late blocks", f"{show('storm', PARLEY, 'to_ear_us', 'p99', 1e-3)} ms, {late('storm')}"],
            ["1,000 dead callback receivers: caller → ear p99, late blocks", f"{show('dead-receivers', PARLEY, 'to_ear_us', 'p99', 1e-3)} ms, {late('dead-receivers')}"],
            ["the same 25 rooms without them", f"{show('rooms-25', PARLEY, 'to_ear_us', 'p99', 1e-3)} ms, {late('rooms-25')}"],
            ["answers at 8×: first block, p50", show("burst", PARLEY, "first_us", "p50", 1e-3) + " ms"],
            ["answers at 8×: most that a line was ahead", show("burst", PARLEY, "lead_ms", digits=0) + " ms"],
            ["answers at 8×: longest gap for a player without a buffer, late blocks included", show("burst", PARLEY, "gap_us", "max", 1e-3) + " ms"]]
    return table(["", ""], rows)


def scenarios(names):
    found = {s.name: s for s in [*SCENARIOS, *PEER_SCENARIOS]}
    return table(["scenario", "is", "rtbench"], [[n, found[n].what, f"`{' '.join(found[n].arguments())}`".replace("|", "\\|")] for n in found if n in names])


def write(path, s, verdicts, command, parley, root, peers=(), versions=()):
    names = {n for n, _ in s.by}
    labels = [PARLEY, RELAY, *peers]
    folder = path.parent / "pictures" / path.stem.lower()
    drawn = pictures.draw(s, folder, labels)
    out = ["# Results", "", f"Written by `{command}`, {time.strftime('%Y-%m-%d %H:%M')} UTC; how it is measured says [README.md](README.md). Medians of the runs with their minimum and maximum;",
           "runs disturbed by other programs are left out where there are others, else marked †. The program under test has core 1, the harness core 0.", ""]
    out += table(["", ""], [*machine(parley, root), *versions])
    out += ["## Targets", "", *table(["what", "wanted", "measured", ""], [[v.what, v.wanted, v.found, MARK[v.ok]] for v in verdicts])]
    out += [f"![{title}](pictures/{folder.name}/{file})\n" for title, file in drawn]
    out += ["## Sound", "", *streams(s, ["one", *ROOMS, "rooms-80", "callers-8", "burst", "storm", "dead-receivers"], labels)]
    out += ["## A voice cuts in", "", "From `speech_started` at the mock.", "", *interruptions(s, labels)]
    out += ["## Turns", "", "A model thinks 100 ms before its first sound, 50 in `agents-N`, 400 in `switch-…`, where the words take 300 ms.", "", *turns(s, ["one", *AGENTS, *SWITCHES])]
    out += ["## Besides", "", *special(s)]
    out += ["## Scenarios", "", *scenarios(names)]
    if s.errors(): out += ["## Runs that failed", "", *(f"- {r['scenario']}, {r['label']}: {r['error']}" for r in s.errors()), ""]
    path.write_text("\n".join(out))

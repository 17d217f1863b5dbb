"""One run: rtbench starts the program, fills it and measures."""
import dataclasses, json, pathlib, shutil, subprocess, time
from scenarios import FIRST, PARLEY, RELAY

HERE = pathlib.Path(__file__).resolve().parent.parent
ROOT = HERE.parent
BUILD = ROOT / ".build/bench"
# Percent of one core that others may take, or that the harness may wait for its own, before a run counts as disturbed.
FOREIGN, WAITED = 25, 10


@dataclasses.dataclass
class Program:
    """What is measured: its name, its command with {port} and {mock}, the target of a caller's line."""
    name: str
    command: str
    line: str = "/"
    joins: bool = False


def parley(path, scenario):
    data = BUILD / "data"
    shutil.rmtree(data, ignore_errors=True); data.mkdir(parents=True)
    options = f"--agents {HERE / 'agents'} --data {data} --realtime-url ws://127.0.0.1:{{mock}}/v1/realtime --log-level error"
    limits = "--max-joins-per-second 10000 --max-rooms 4000 --max-sessions 20000"
    return Program(PARLEY, f"env -i PARLEY_REALTIME_API_KEY=none {path} serve --port {{port}} {options} {limits} {' '.join(scenario.serve)}",
                   line="/rooms/bench-{room}/call?identity=caller-{caller}&name=Ana", joins=True)


def relay(): return Program(RELAY, f"{BUILD / 'relay'} {{port}} {{mock}}")


def run(program, scenario, measure_ms=None, hurry=False):
    """The figures of one run, or {"error": …}."""
    log = BUILD / f"{program.name}.log"
    command = [BUILD / "rtbench", "--label", program.name, "--spawn", program.command, "--line", program.line, "--log", log, *(["--sut-cpu", "1", "--own-cpu", "0"] if scenario.pinned else []),
               *scenario.arguments(measure_ms), *(["--hurry"] if hurry else [])]
    if program.joins: command += ["--agents", ",".join(FIRST[:scenario.agents])]
    try: done = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=150)
    except subprocess.TimeoutExpired: return {"label": program.name, "scenario": scenario.name, "error": "took more than 150 s"}
    if done.returncode or not done.stdout.strip():
        return {"label": program.name, "scenario": scenario.name, "error": (done.stderr or f"exit {done.returncode}").strip()[-300:]}
    figures = json.loads(done.stdout.splitlines()[-1])
    return {**figures, "scenario": scenario.name, "at": time.strftime("%H:%M:%S"), "disturbed": is_disturbed(figures), "complaints": done.stderr.strip()[-300:]}


def starts(program, count=7):
    """How long each of so many starts takes, the first one left out: it finds the files in no cache."""
    command = [BUILD / "rtbench", "--label", program.name, "--spawn", program.command, "--log", BUILD / f"{program.name}.log", "--sut-cpu", "1", "--own-cpu", "0", "--start-only"]
    for number in range(count + 1):
        try: done = subprocess.run([str(c) for c in command], capture_output=True, text=True, timeout=60)
        except subprocess.TimeoutExpired: return
        if done.returncode == 0 and number > 0: yield {**json.loads(done.stdout), "scenario": "start", "disturbed": False}


def is_disturbed(figures): return figures["foreign_pct"] > FOREIGN or figures["own_waited_pct"] > WAITED


def line(r):
    """One run for the terminal."""
    if "error" in r: return f"{r['scenario']:<16} {r['label']:<8} ERROR {r['error']}"
    ms = lambda k, q: f"{r[k][q] / 1000:.2f}" if r[k]["n"] else "–"
    return (f"{r['at']} {r['scenario']:<16} {r['label']:<8} {r['cpu_per_room_s'] * 1000:6.2f} ms CPU/room-s  caller → model {ms('to_ear_us', 'p50')}/{ms('to_ear_us', 'p99')}"
            f"  model → caller {ms('to_caller_us', 'p50')}/{ms('to_caller_us', 'p99')}  late {r['late_in']}+{r['late_out']}  answer {ms('answer_us', 'p50')}"
            f"  clear {ms('clear_us', 'p50')}  {r['rss_kb'] // 1024} MB  own {r['own_core_pct']:.0f} %" + (f"  DISTURBED (others {r['foreign_pct']:.0f} %, waited {r['own_waited_pct']:.0f} %)" if r["disturbed"] else ""))

#!/usr/bin/env python3
"""dead_receivers.py [--count 1000] [--rounds 3] [--rooms 25] [--measure 8000] [--parley FILE] [--hurry]

Do dead receivers of callbacks cost those who talk anything? The same rooms talk through the same service, which has the same
number of agents besides whose own server is down: once nobody is told what becomes of them, once a receiver each that never
answers (half of them take no connection, half take it and say nothing). Turn about, medians over the rounds; prints a table.
Exit code 1 when a run failed. `make -C Benchmarks/harness` first; figures count on a machine that does nothing else."""
import argparse, concurrent.futures, http.client, json, pathlib, shutil, socket, statistics, subprocess, sys, tempfile, threading, time

HERE = pathlib.Path(__file__).resolve().parent
BUILD = HERE.parent / ".build/bench"
GHOST = "---\nname: Ghost\nrealtime: {url: 'ws://127.0.0.1:1/', model: none}\n---\nYou are nobody.\n"
# The rows of the table: what it is called, the member of rtbench's answer, the part of it, and what to divide it by.
ROWS = (("caller → ear, median (ms)", "to_ear_us", "p50", 1e3), ("caller → ear, 99 % (ms)", "to_ear_us", "p99", 1e3),
        ("model → caller, median (ms)", "to_caller_us", "p50", 1e3), ("model → caller, 99 % (ms)", "to_caller_us", "p99", 1e3),
        ("words → first sound, median (ms)", "answer_us", "p50", 1e3), ("gaps in answers, 99 % (ms)", "gap_us", "p99", 1e3),
        ("blocks in later than 100 ms", "late_in", None, 1), ("blocks out later than 100 ms", "late_out", None, 1),
        ("CPU for each second of a room (ms)", "cpu_per_room_s", None, 1e-3), ("memory (MB)", "rss_kb", None, 1024))


def arguments():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name, default in (("count", 1000), ("rounds", 3), ("rooms", 25), ("measure", 8000)): ap.add_argument(f"--{name}", type=int, default=default)
    ap.add_argument("--parley", type=pathlib.Path, default=HERE.parent / ".build/release/parley"); ap.add_argument("--hurry", action="store_true")
    return ap.parse_args()


class DeadReceivers:
    """One that takes no connection, its backlog being full, and one that takes them all and never says a word."""
    def __enter__(self):
        self.deaf, self.mute = socket.create_server(("127.0.0.1", 0), backlog=0), socket.create_server(("127.0.0.1", 0), backlog=4096)
        self.fillers = [socket.create_connection(self.deaf.getsockname()[:2]) for _ in range(1)]
        return self

    def url(self, number): return f"http://127.0.0.1:{(self.deaf if number % 2 else self.mute).getsockname()[1]}/"

    def __exit__(self, *_):
        for s in (*self.fillers, self.deaf, self.mute): s.close()


def free_port():
    with socket.socket() as s: s.bind(("127.0.0.1", 0)); return s.getsockname()[1]


def bring_in(port, count, receivers, failures):
    """All the agents that nobody hears, as soon as the service is there."""
    def ask(number):
        body = {"room": f"ghosts-{number % 50}", "agent": "ghost", "identity": f"g{number}"}
        if receivers: body |= {"callback_url": receivers.url(number), "callback_events": ["*"]}
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            connection.request("POST", "/voice/join", json.dumps(body), {"Content-Type": "application/json"}); answer = connection.getresponse()
            if answer.status != 202: failures.append(f"join {number}: {answer.status} {answer.read()[:200]}")
        except OSError as e: failures.append(f"join {number}: {e}")
        finally: connection.close()
    for _ in range(600):
        try: socket.create_connection(("127.0.0.1", port), 1).close(); break
        except OSError: time.sleep(0.05)
    with concurrent.futures.ThreadPoolExecutor(8) as pool: list(pool.map(ask, range(count)))


def run(a, folder, receivers):
    """rtbench's figures; or why there are none."""
    data, port, failures = pathlib.Path(folder) / "data", free_port(), []
    shutil.rmtree(data, ignore_errors=True); data.mkdir()
    serve = (f"env -i PARLEY_REALTIME_API_KEY=none {a.parley.resolve()} serve --port {{port}} --agents {folder}/agents --data {data} --log-level critical --reconnect-attempts 1 "
             "--realtime-url ws://127.0.0.1:{mock}/v1/realtime --max-joins-per-second 10000 --max-rooms 4000 --max-sessions 20000 --idle-timeout 1h --empty-timeout 1h")
    options = {"spawn": serve, "user-port": port, "rooms": a.rooms, "agents": "scout", "cycle": 4000, "speech": 800, "response": 2400, "ramp": 20,
               "warm": 4000 + 6 * a.count, "measure": a.measure, "log": f"{folder}/parley.log", "sut-cpu": 1, "own-cpu": 0}
    joins = threading.Thread(target=bring_in, args=(port, a.count, receivers, failures)); joins.start()
    done = subprocess.run([BUILD / "rtbench", *(x for k, v in options.items() for x in (f"--{k}", str(v))), *(["--hurry"] if a.hurry else [])], capture_output=True, text=True, timeout=300)
    joins.join()
    if failures or done.returncode: return None, "; ".join(failures[:3]) or done.stderr[-300:]
    return json.loads(done.stdout.splitlines()[-1]), None


def table(columns):
    """The medians, and how far apart they are."""
    print(f"{'':<36} {'nobody told':>12} {'dead receivers':>15}")
    for what, member, part, unit in ROWS:
        values = [statistics.median((r[member][part] if part else r[member]) / unit for r in runs) for runs in columns]
        print(f"{what:<36} {values[0]:>12.2f} {values[1]:>15.2f}")
    others = max(r["foreign_pct"] for runs in columns for r in runs)
    if others > 25: print(f"others used up to {others:.0f} % of the machine meanwhile: do not trust these figures")


def main():
    a = arguments(); columns = ([], [])
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(HERE / "agents", f"{folder}/agents"); pathlib.Path(f"{folder}/agents/ghost.md").write_text(GHOST)
        for number in range(a.rounds):
            with DeadReceivers() as dead:
                for runs, receivers in zip(columns, (None, dead)):
                    figures, why = run(a, folder, receivers)
                    if why: sys.exit(f"round {number + 1}, {'dead receivers' if receivers else 'nobody told'}: {why}")
                    runs.append(figures); print(f"round {number + 1}, {'dead receivers' if receivers else 'nobody told'}: caller → ear 99 % {figures['to_ear_us']['p99'] / 1e3:.2f} ms, model → caller 99 % {figures['to_caller_us']['p99'] / 1e3:.2f} ms", file=sys.stderr, flush=True)
    table(columns)


if __name__ == "__main__": main()

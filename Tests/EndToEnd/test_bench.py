"""`parley bench`: real rooms on real sockets, a table, and nothing left behind."""
import os, pathlib, re, signal
from running import wait_until

ROW = re.compile(r"^ *(?P<rooms>\d+) +(?P<p50>[\d.]+|–) +(?P<p99>[\d.]+|–) +[\d.–]+ +[\d.–]+ +(?P<late>\d+) +(?P<service>[\d.]+) +(?P<bench>[\d.]+) +(?P<memory>\d+)(?P<rough> +too many)?$")


def children(pid): return [c for task in pathlib.Path(f"/proc/{pid}/task").iterdir() for c in (task / "children").read_text().split()]
def left_behind(folder): return [p.name for p in folder.glob("parley-bench-*")]


def test_a_small_bench_measures_its_rooms_and_leaves_nothing_behind(parley, tmp_path):
    # Whatever the shell says of a service of its own is not for this one.
    bench = parley("bench", "--seconds", 12, "--rooms", 2, TMPDIR=str(tmp_path), PARLEY_API_KEY="secret", PARLEY_MAX_ROOMS="1")
    assert bench.end(60) == 0, bench.said
    rows = [m for line in bench.lines if (m := ROW.match(line))]
    assert rows and {r["rooms"] for r in rows} == {"2"}, bench.said
    # Fifty frames a second of each room reached a model: there is a median, and it took some time.
    assert float(rows[-1]["p50"]) > 0 and float(rows[-1]["p99"]) >= float(rows[-1]["p50"]) and int(rows[-1]["memory"]) > 5
    assert ("holds at least 2 rooms" in bench.said) == any(not r["rough"] for r in rows), bench.said
    assert left_behind(tmp_path) == []


def test_a_bench_that_is_ended_takes_its_service_along(parley, tmp_path):
    bench = parley("bench", "--seconds", 60, "--rooms", 2, TMPDIR=str(tmp_path))
    service = wait_until(lambda: children(bench.process.pid), "no service was started")[0]
    bench.line("rooms")
    os.kill(bench.process.pid, signal.SIGTERM)
    assert bench.end() == 130
    wait_until(lambda: not pathlib.Path(f"/proc/{service}").exists(), "the service lives on")
    assert left_behind(tmp_path) == []


def test_a_bench_without_sense_is_refused(parley):
    bench = parley("bench", "--seconds", 1)
    assert bench.end() != 0 and "--seconds" in bench.said

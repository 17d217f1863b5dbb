"""The meter reports what was planted: a delay each way, nothing else."""
import json, pathlib, subprocess, sys
import pytest

SLOW = pathlib.Path(__file__).parent / "slow_relay.py"


def measure(harness, command, *options):
    done = subprocess.run([str(harness / "rtbench"), "--spawn", command, "--line", "/", "--warm", "200", *options], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


@pytest.mark.parametrize("into, out", [(60, 0), (0, 60)])
def test_a_planted_delay_is_found_where_it_was_planted(harness, into, out):
    r = measure(harness, f"{sys.executable} {SLOW} {harness / 'relay'} {{port}} {{mock}} {into} {out}", "--measure", "2500", "--cycle", "1200", "--speech", "300", "--response", "1500", "--think", "20")
    assert r["interruptions"] > 0 and r["blocks_played"] > 20
    for key, planted in (("to_ear_us", into), ("quiet_to_ear_us", into), ("to_agent_us", into), ("to_caller_us", out), ("clear_us", out)):
        # As much as the machine adds in the middle; never less than was planted.
        assert planted * 1000 <= r[key]["p50"] < planted * 1000 + 30000, (key, r[key])


def test_what_is_late_is_counted(harness):
    r = measure(harness, f"{sys.executable} {SLOW} {harness / 'relay'} {{port}} {{mock}} 120 0", "--measure", "1000")
    assert r["late_in"] == r["to_ear_us"]["n"] + r["quiet_to_ear_us"]["n"] + r["to_agent_us"]["n"] > 0


def test_the_relay_forwards_everything_and_its_processor_time_is_seen(harness):
    r = measure(harness, f"{harness / 'relay'} {{port}} {{mock}}", "--rooms", "5", "--ramp", "1", "--measure", "1500", "--cycle", "1000", "--speech", "300", "--response", "400", "--think", "20")
    assert abs(r["blocks_heard"] - r["blocks_sent"]) <= 25 and abs(r["blocks_played"] - r["blocks_spoken"]) <= 25 and r["out_of_order"] == 0
    assert r["blocks_sent"] > 300 and r["responses"] >= 5 and r["cpu_per_room_s"] > 0 and r["lost_lines"] == 0

"""The table: medians, disturbed runs, verdicts."""
import xml.dom.minidom
import subprocess
import pictures, targets
from scenarios import FIRST, PEER_SCENARIOS, SCENARIOS
from summary import Summary


def run(scenario, label, cpu, disturbed=False, **more): return {"scenario": scenario, "label": label, "cpu_per_room_s": cpu, "disturbed": disturbed, **more}


def test_disturbed_runs_count_only_where_there_are_no_others():
    s = Summary([run("a", "parley", 1), run("a", "parley", 2), run("a", "parley", 3), run("a", "parley", 90, True), run("b", "parley", 5, True)])
    assert s.show("a", "parley", "cpu_per_room_s") == "2.00 (1.00–3.00)" and s.name("a", "parley") == "parley"
    assert s.show("b", "parley", "cpu_per_room_s") == "5.00" and s.name("b", "parley") == "parley †"


def test_failed_runs_are_named_and_count_nowhere():
    s = Summary([run("a", "parley", 1), {"scenario": "a", "label": "parley", "error": "fell over"}])
    assert s.values("a", "parley", "cpu_per_room_s") == [1] and [e["error"] for e in s.errors()] == ["fell over"]


def test_a_target_is_reached_missed_or_not_measured():
    s = Summary([run("rooms-25", "parley", 3), run("rooms-25", "relay", 2), run("rooms-100", "parley", 4), run("rooms-100", "relay", 2)])
    found = {v.what: v.ok for v in targets.against_relay(s)}
    assert [found[f"CPU of {n} rooms, of the relay's"] for n in (25, 100, 250)] == [True, False, None]


def test_a_picture_is_well_formed():
    xml.dom.minidom.parseString(pictures.bars("CPU", "rooms", [("25", {"parley": [1, 2, 3], "relay": [1]}), ("100", {"parley": [4]})], ["parley", "relay"]))


def test_every_scenario_asks_for_what_there_is(harness):
    known = subprocess.run([str(harness / "rtbench"), "--help"], capture_output=True, text=True, check=True).stdout
    for s in [*SCENARIOS, *PEER_SCENARIOS]:
        assert all(f"{word} " in known for word in s.arguments()[::2]), s
        assert 1 <= s.agents <= len(FIRST) == len(set(FIRST)) == 32

"""The count of instructions: a tenth more fails, a tenth fewer is told."""
import pytest
import instructions

KEPT = {"ear": 1000, "agent": 2000, "caller": 3000}


@pytest.mark.parametrize("change, ok, says", [(1.0, True, ""), (1.09, True, ""), (1.11, False, "MORE"), (0.92, True, ""), (0.85, True, "--write")])
def test_a_tenth_either_way(change, ok, says, capsys):
    assert instructions.compare({**KEPT, "agent": KEPT["agent"] * change}, KEPT) is ok
    line = next(l for l in capsys.readouterr().out.splitlines() if "agent" in l)
    assert says in line and (says or line.rstrip().endswith("2000"))

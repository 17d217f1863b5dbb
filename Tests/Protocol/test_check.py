"""The judge of the acceptance groups (Tests/Acceptance/check.py): what fails a run, and what may fail."""
import pathlib, sys
import pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Acceptance"))
import check


def run(*tests): return {"tests": [{"group": "rooms", "name": n, "outcome": o, "why": w} for n, o, w in tests]}


ALLOWED = check.allowed_failures("# a comment\n\nrooms::test_page  later\nline::test_far  in a group that was not run\n")


@pytest.mark.parametrize("tests,failures", [
    ([("test_a", "passed", ""), ("test_page", "failed", "no page")], 0),
    ([("test_a", "failed", "boom"), ("test_page", "failed", "no page")], 1),
    ([("test_a", "skipped", "needs --parley CMD"), ("test_page", "passed", "")], 0),
    ([("test_a", "skipped", "the time budget of 540 s was used up"), ("test_page", "failed", "")], 1),
    ([("test_page", "skipped", "the time budget of 540 s was used up")], 1),
    ([("test_a", "passed", "")], 1)], ids=["may fail", "fails", "skipped for a reason", "out of time", "out of time though it may fail", "a stale line"])
def test_judge(tests, failures):
    complaints, _ = check.judge(run(*tests), ALLOWED)
    assert len(complaints) == failures, complaints


def test_a_test_that_passes_again_is_named():
    _, notes = check.judge(run(("test_page", "passed", "")), ALLOWED)
    assert any("test_page" in n for n in notes)


def test_a_part_of_a_run_says_nothing_about_lines_it_left_out():
    assert not check.judge(run(("test_a", "passed", "")), ALLOWED, partial=True)[0]


def test_a_group_without_results_fails():
    complaints, _ = check.judge(run(("test_page", "failed", "")), ALLOWED, asked=["rooms", "floor"])
    assert complaints == ["the group floor left no results"]


def test_expected_failures_is_well_formed():
    text = pathlib.Path(check.HERE, "expected-failures.txt").read_text()
    for name, reason in check.allowed_failures(text).items():
        group, _, test = name.partition("::")
        assert group in check.GROUPS and test.startswith("test_") and reason, name


def test_a_few_failures_get_a_second_run_and_nothing_else_does():
    complaints, _ = check.judge(run(*((f"test_{i}", "failed", "late") for i in range(check.AT_MOST))), ALLOWED, partial=True)
    assert check.worth_a_second_run(complaints) == [f"rooms::test_{i}" for i in range(check.AT_MOST)]
    many, _ = check.judge(run(*((f"test_{i}", "failed", "late") for i in range(check.AT_MOST + 1))), ALLOWED, partial=True)
    assert check.worth_a_second_run(many) == []
    assert check.worth_a_second_run([*complaints[:1], "the group floor left no results"]) == []
    assert check.worth_a_second_run([]) == []

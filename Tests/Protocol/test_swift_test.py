"""Scripts/swift_test.py forgives a disturbed measurement, and nothing else."""
import pathlib, sys
sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Scripts"))
import swift_test

ISSUE = '✘ Test "a moderator in a loop is told to wait, and the queue is shown" recorded an issue at {}:117:9: Expectation failed: false'
END = "✘ Test run with 942 tests in 149 suites failed after 94.539 seconds with 1 issue."


def test_a_test_on_real_sockets_gets_a_second_run():
    names = swift_test.may_be_disturbed([ISSUE.format("RoomHostTests.swift"), END])
    assert [swift_test.filter_for(n) for n in names] == ["a moderator in a loop is told to wait. and the queue is shown"]


def test_a_test_in_virtual_time_gets_none():
    assert swift_test.may_be_disturbed([ISSUE.format("FloorTests.swift"), END]) == []
    assert swift_test.may_be_disturbed([ISSUE.format("RoomHostTests.swift"), ISSUE.format("FloorTests.swift"), END]) == []


def test_a_run_that_crashed_gets_none():
    assert swift_test.may_be_disturbed([ISSUE.format("RoomHostTests.swift"), "error: Exited with unexpected signal code 4"]) == []


def test_many_failures_are_no_disturbance():
    many = [ISSUE.format("RoomHostTests.swift").replace("moderator", f"moderator {i}") for i in range(6)]
    assert swift_test.may_be_disturbed([*many, END]) == []


def test_an_argument_and_a_plain_name_are_read():
    line = "✘ Test listens(port:) recorded an issue with 1 argument port → 0 at WebSocketServerTests.swift:31:9: Expectation failed"
    assert [swift_test.filter_for(n) for n in swift_test.may_be_disturbed([line, END])] == ["listens"]

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


def test_one_run_that_crashed_is_not_excused_by_another_that_was_disturbed():
    disturbed, crashed = [ISSUE.format("RoomHostTests.swift"), END], ["error: Exited with unexpected signal code 4"]
    assert len(swift_test.to_run_again([disturbed])) == 1
    assert swift_test.to_run_again([disturbed, crashed]) == []
    assert swift_test.to_run_again([disturbed, [ISSUE.format("FloorTests.swift"), END]]) == []


def test_each_test_target_is_in_one_of_the_runs():
    real, rest = swift_test.parts(["-x"])
    assert real[:2] == ["-x", "--filter"] and rest[:2] == ["-x", "--skip"] and real[2] == rest[2]
    assert swift_test.re.search(real[2], "ServiceTests.RoomHostTests/x()") and not swift_test.re.search(real[2], "RoomsTests.ServiceTests/x()")
    assert swift_test.parts(["--filter", "x"]) == [["--filter", "x"]]


def test_a_half_is_one_of_the_two_runs():
    both = swift_test.parts([])
    assert [swift_test.parts(["--half", half]) for half in ("real-time", "computing")] == [[part] for part in both]

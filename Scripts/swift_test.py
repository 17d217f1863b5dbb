#!/usr/bin/env python3
"""swift_test.py [--half real-time|computing] [--filter WORDS] [--skip WORDS]: runs the Swift tests that `make debug` built; what measured
real time and failed gets a second, quiet run.

The tests of sockets, services and engines wait for real time, and a shared machine may stop them for longer than any deadline
that would still find a mistake. Such a test fails the build only if it fails alone as well, and is named as disturbed if not. They run
in a process of their own, beside the tests that compute: in one process these hold the few threads that all tests share, for
minutes, and who measures real time waits for them.
The runner is started as it was built: two `swift test` at once would wait for one another.
Everything else — virtual time, seeded randomness, a crash — has no second run: there a failure is a finding.
The failures stand at the end, where somebody who sees only the tail of a log finds them."""
import concurrent.futures, os, pathlib, re, subprocess, sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
TESTS = ROOT / "Tests"
RUNNER = ROOT / ".build/debug/parleyPackageTests.xctest"
IN_REAL_TIME = ("NetworkingTests", "ServiceTests", "EmbeddedRealtimeTests")
# More than a few are no disturbance.
AT_MOST = 5
ISSUE = re.compile(r"^✘ Test (?P<name>.+?) recorded an issue.*? at (?P<file>[\w+]+\.swift):\d+:\d+")
SUMMARY = re.compile(r"^[✘✔] Test run with (\d+) tests?")


def run(arguments):
    """(exit code, its lines), printed as they come."""
    process = subprocess.Popen(
        [RUNNER, "--testing-library", "swift-testing", *arguments], cwd=ROOT, env={**os.environ, "NO_COLOR": "1"},
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line.rstrip("\n"))
    return process.wait(), lines


def run_all(parts):
    """What each of them came to; they run side by side."""
    with concurrent.futures.ThreadPoolExecutor() as pool: return list(pool.map(run, parts))


def parts(arguments):
    """The arguments of each of the runs that are all tests together; whoever asks for some of them gets one run."""
    in_real_time = f"^({'|'.join(IN_REAL_TIME)})\\."
    if arguments[:1] == ["--half"]:
        return [[*arguments[2:], {"real-time": "--filter", "computing": "--skip"}[arguments[1]], in_real_time]]
    if any(option in ("--filter", "--skip") for option in arguments): return [arguments]
    return [[*arguments, "--filter", in_real_time], [*arguments, "--skip", in_real_time]]


def issues(lines):
    """[(test's name, file, the line)] of every issue."""
    return [(found["name"], found["file"], line) for line in lines if (found := ISSUE.match(line))]


def filter_for(name):
    """What `--filter` finds a test by: its sentence without the quotes, or the function's name."""
    plain = name.strip('"') if name.startswith('"') else name.split("(")[0]
    return re.sub(r"([^\w\s])", r".", plain)


def may_be_disturbed(lines, tests=TESTS):
    """The names that deserve a second run; empty when the failure is a finding."""
    found = issues(lines)
    names = list(dict.fromkeys(name for name, _, _ in found))
    ended = any(SUMMARY.match(line) for line in lines)
    in_real_time = all(target_of(file, tests) for _, file, _ in found)
    return names if ended and in_real_time and 0 < len(names) <= AT_MOST else []


def to_run_again(failed):
    """The names that deserve a second run, when every run that failed did so by nothing else."""
    names = [may_be_disturbed(lines) for lines in failed]
    return sum(names, []) if all(names) and sum(map(len, names)) <= AT_MOST else []


def passes_alone(name, arguments):
    """A filter that finds no test is no pass."""
    code, lines = run([*arguments, "--filter", filter_for(name)])
    return code == 0 and any(int(found[1]) > 0 for line in lines if (found := SUMMARY.match(line)))


def target_of(file, tests):
    """The test target in real time that holds the file."""
    return next((target for target in IN_REAL_TIME if any((tests / target).rglob(file))), None)


def has_run(lines):
    """Whether any test was run: a runner that finds none is content."""
    return any(int(found[1]) > 0 for line in lines if (found := SUMMARY.match(line)))


def main(arguments):
    runs = run_all(parts(arguments))
    if not all(has_run(lines) for _, lines in runs):
        print("\nswift tests: a run ended without a single test")
        return 1
    failed = [lines for code, lines in runs if code != 0]
    if not failed: return 0
    names = to_run_again(failed)
    again = [name for name in names if not passes_alone(name, arguments[2:] if arguments[:1] == ["--half"] else arguments)]
    print("\nswift tests: failed at first:")
    for _, _, line in issues(sum(failed, [])): print(f"  {line}")
    if not names: print("  (no second run: not a few tests of real time, or a run did not end)")
    for name in names: print(f"  {'failed again, alone' if name in again else 'disturbed: passed alone'}: {name}")
    return 1 if again or not names else 0


if __name__ == "__main__": sys.exit(main(sys.argv[1:]))

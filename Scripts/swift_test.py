#!/usr/bin/env python3
"""swift_test.py [options of `swift test`]: runs the Swift tests; what measured real time and failed gets a second, quiet run.

The tests of sockets, services and engines wait for real time, and a shared machine may stop them for longer than any deadline
that would still find a mistake. Such a test fails the build only if it fails alone as well, and is named as disturbed if not.
Everything else — virtual time, seeded randomness, a crash — has no second run: there a failure is a finding.
The failures stand at the end, where somebody who sees only the tail of a log finds them."""
import pathlib, re, subprocess, sys

TESTS = pathlib.Path(__file__).resolve().parent.parent / "Tests"
IN_REAL_TIME = ("NetworkingTests", "ServiceTests", "EmbeddedRealtimeTests")
# More than a few are no disturbance.
AT_MOST = 5
ISSUE = re.compile(r"^✘ Test (?P<name>.+?) recorded an issue.*? at (?P<file>[\w+]+\.swift):\d+:\d+")
SUMMARY = re.compile(r"^[✘✔] Test run with (\d+) tests?")


def run(arguments):
    """(exit code, its lines), printed as they come."""
    process = subprocess.Popen(["swift", "test", "--skip-build", *arguments], stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, errors="replace")
    lines = []
    for line in process.stdout:
        print(line, end="", flush=True)
        lines.append(line.rstrip("\n"))
    return process.wait(), lines


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


def passes_alone(name, arguments):
    """A filter that finds no test is no pass."""
    code, lines = run([*arguments, "--filter", filter_for(name)])
    return code == 0 and any(int(found[1]) > 0 for line in lines if (found := SUMMARY.match(line)))


def target_of(file, tests):
    """The test target in real time that holds the file."""
    return next((target for target in IN_REAL_TIME if any((tests / target).rglob(file))), None)


def main(arguments):
    code, lines = run(arguments)
    if code == 0: return 0
    names = may_be_disturbed(lines)
    again = [name for name in names if not passes_alone(name, arguments)]
    print("\nswift tests: failed at first:")
    for _, _, line in issues(lines): print(f"  {line}")
    if not names: print("  (no second run: not a few tests of real time, or the run did not end)")
    for name in names: print(f"  {'failed again, alone' if name in again else 'disturbed: passed alone'}: {name}")
    return 1 if again or not names else 0


if __name__ == "__main__": sys.exit(main(sys.argv[1:]))

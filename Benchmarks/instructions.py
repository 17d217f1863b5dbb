#!/usr/bin/env python3
"""instructions.py [--frames FILE] [--write]

How many instructions a frame costs on its way through a room: from a caller's line to the ear, to the ear and an agent, from a
session to the line; all but the sockets. Counted by valgrind, so the same on a busy machine. `frames` (Tests/Frames) runs with two
counts of frames under callgrind; the difference is the frames'. Compared with instructions.json: more than 10 % above it is a
regression and fails; more than 10 % below it is told, to be written down with --write. A compiler's change may move them, too."""
import argparse, json, os, pathlib, re, subprocess, sys

HERE = pathlib.Path(__file__).resolve().parent
KEPT = HERE / "instructions.json"
WAYS = {"ear": "caller → ear", "agent": "caller → ear and agent", "caller": "session → caller"}
FEW, MANY, TOLERANCE = 200, 700, 0.10


def count(program, way, frames):
    command = ["valgrind", "--tool=callgrind", "--callgrind-out-file=/dev/null", str(program), "--way", way, "--count", str(frames)]
    # Where strings are hashed differently each time, tables are walked differently, too.
    done = subprocess.run(command, capture_output=True, text=True, env={**os.environ, "SWIFT_DETERMINISTIC_HASHING": "1"})
    found = re.search(r"Collected : (\d+)", done.stderr)
    if done.returncode or not found: sys.exit(f"{' '.join(command)}: {done.stderr[-600:]}")
    return int(found[1])


def per_frame(program, way): return (count(program, way, MANY) - count(program, way, FEW)) / (MANY - FEW)


def compare(found, kept):
    """Prints each way beside what was written down; whether none is worse."""
    ok = True
    for way, what in WAYS.items():
        change = found[way] / kept[way] - 1
        verdict = "MORE" if change > TOLERANCE else "fewer: write it down with --write" if change < -TOLERANCE else ""
        ok = ok and change <= TOLERANCE
        print(f"{what:<24} {found[way]:8.0f} instructions a frame, {change:+7.1%} against {kept[way]:.0f} {verdict}".rstrip())
    return ok


def main():
    ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ap.add_argument("--frames", type=pathlib.Path, default=HERE.parent / ".build/debug/frames"); ap.add_argument("--write", action="store_true")
    a = ap.parse_args()
    found = {way: round(per_frame(a.frames, way)) for way in WAYS}
    if a.write: KEPT.write_text(json.dumps(found, indent=2) + "\n")
    sys.exit(0 if compare(found, json.loads(KEPT.read_text())) else 1)


if __name__ == "__main__": main()

#!/bin/sh
# Makes a virtual environment, pinned and checked by hash. Says what it does; instant when done.
#
#   Scripts/python.sh [FOLDER REQUIREMENTS]      default: .venv Tests/requirements.txt, what the Python tests need
set -eu

root="$(cd "$(dirname "$0")/.." && pwd)"
folder="$root/${1:-.venv}"
requirements="$root/${2:-Tests/requirements.txt}"
stamp="$folder/installed"

say() { printf 'python: %s\n' "$*"; }
fail() { printf 'python: %s\n' "$*" >&2; exit 1; }

command -v python3 >/dev/null || fail "python3 is missing: run 'make setup'"
release="$(python3 --version) $(cksum < "$requirements")"
[ "$(cat "$stamp" 2>/dev/null || true)" = "$release" ] && { say "nothing to do ($folder)"; exit 0; }

# Debian keeps what `python3 -m venv` needs in a package of its own.
if ! python3 -c 'import ensurepip' 2>/dev/null; then
    command -v apt-get >/dev/null || fail "this Python has no ensurepip: install what your system calls python3-venv"
    run=""
    if [ "$(id -u)" -ne 0 ]; then
        command -v sudo >/dev/null || fail "missing python3-venv; run as root: apt-get install python3-venv"
        run=sudo
    fi
    say "installing python3-venv"
    $run apt-get update -qq
    $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends python3-venv >/dev/null
fi

say "installing the packages of $requirements into $folder"
rm -rf "$folder"
python3 -m venv "$folder"
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --no-deps --require-hashes \
    --only-binary=:all: --requirement "$requirements" || fail "pip could not install them; it says why above"
echo "$release" > "$stamp"
say "done"

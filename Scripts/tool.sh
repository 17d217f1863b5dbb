#!/bin/sh
# tool.sh PROGRAM…: installs programs that only some checks need, from Debian's packages of their names: valgrind counts instructions,
# prometheus reads the dashboard's queries, browsers show the page. Says what it does; instant when they are there; exit 1 and one
# line that says what to do where they cannot be had.
set -eu

missing=""
for program; do command -v "$program" >/dev/null || missing="$missing $program"; done
missing="${missing# }"
say() { printf '%s: %s\n' "$missing" "$1"; }
fail() { printf '%s: %s\n' "$missing" "$1" >&2; exit 1; }

[ -n "$missing" ] || { printf '%s: nothing to do\n' "$*"; exit 0; }
command -v apt-get >/dev/null || fail "this is not Debian: install what your system calls it"
run=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing; run as root: apt-get install $missing"
    run=sudo
fi
say "installing"
{
    $run apt-get update -qq &&
        $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
} || fail "apt could not install it, and says why above; install it yourself"
say "done"

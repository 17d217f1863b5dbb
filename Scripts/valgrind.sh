#!/bin/sh
# Installs valgrind, which counts instructions. Instant when it is there.
set -eu

say() { printf 'valgrind: %s\n' "$*"; }
fail() { printf 'valgrind: %s\n' "$*" >&2; exit 1; }

command -v valgrind >/dev/null && { say "nothing to do"; exit 0; }
command -v apt-get >/dev/null || fail "missing: install what your system calls valgrind"
run=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing; run as root: apt-get install valgrind"
    run=sudo
fi
say "installing"
$run apt-get update -qq
$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends valgrind >/dev/null
say "done"

#!/bin/sh
# Installs a program that only some checks need, from Debian's package of its name: valgrind counts instructions, prometheus reads
# the dashboard's queries. Instant when it is there.
set -eu

tool="$1"
say() { printf '%s: %s\n' "$tool" "$*"; }
fail() { printf '%s: %s\n' "$tool" "$*" >&2; exit 1; }

command -v "$tool" >/dev/null && { say "nothing to do"; exit 0; }
command -v apt-get >/dev/null || fail "missing: install what your system calls $tool"
run=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing; run as root: apt-get install $tool"
    run=sudo
fi
say "installing"
$run apt-get update -qq
$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$tool" >/dev/null
say "done"

#!/bin/sh
# Installs Debian's Chromium, which the web page's tests drive. Says what it does; instant when it is there; exit 1 and one
# line that says what to do where it cannot be had.
set -eu

say() { printf 'chromium: %s\n' "$*"; }
fail() { printf 'chromium: %s\n' "$*" >&2; exit 1; }

[ -n "${CHROMIUM:-}" ] && { say "nothing to do (CHROMIUM is $CHROMIUM)"; exit 0; }
command -v chromium >/dev/null && { say "nothing to do"; exit 0; }
command -v apt-get >/dev/null || fail "this is not Debian: install Chromium and name it with CHROMIUM"
run=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing; run as root: apt-get install chromium"
    run=sudo
fi
say "installing chromium"
{
    $run apt-get update -qq &&
        $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends chromium >/dev/null
} || fail "apt could not install chromium, and says why above; install a Chromium yourself and name it with CHROMIUM"
# Where the package is a stub that asks for another installer, there is a command that starts nothing.
chromium --version >/dev/null 2>&1 || fail "apt's chromium does not start; install another one and name it with CHROMIUM"
say "done"

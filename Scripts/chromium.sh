#!/bin/sh
# Debian's Chromium, which the web page's tests drive, unless CHROMIUM names another.
set -eu

[ -n "${CHROMIUM:-}" ] && { echo "chromium: nothing to do (CHROMIUM is $CHROMIUM)"; exit 0; }
"$(dirname "$0")/tool.sh" chromium
# Where the package is a stub that asks for another installer, there is a command that starts nothing.
chromium --version >/dev/null 2>&1 || {
    echo "chromium: apt's does not start; install another one and name it with CHROMIUM" >&2
    exit 1
}

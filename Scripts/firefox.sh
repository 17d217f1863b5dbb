#!/bin/sh
# Installs Debian's Firefox and PulseAudio, whose null sink is its loudspeaker. Says what it does; instant when they are there; exit 1
# and one line that says what to do where they cannot be had.
set -eu

say() { printf 'firefox: %s\n' "$*"; }
fail() { printf 'firefox: %s\n' "$*" >&2; exit 1; }

browser="${FIREFOX:-$(command -v firefox-esr || command -v firefox || true)}"
[ -n "$browser" ] && command -v pulseaudio >/dev/null && { say "nothing to do"; exit 0; }
command -v apt-get >/dev/null || fail "this is not Debian: install Firefox and PulseAudio, and name Firefox with FIREFOX"
run=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing; run as root: apt-get install firefox-esr pulseaudio"
    run=sudo
fi
say "installing firefox-esr and pulseaudio"
{
    $run apt-get update -qq &&
        $run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends firefox-esr pulseaudio >/dev/null
} || fail "apt could not install them, and says why above; install them yourself and name Firefox with FIREFOX"
say "done"

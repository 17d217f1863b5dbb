#!/bin/sh
# Debian's Firefox, unless FIREFOX names another, and PulseAudio, whose null sink is its loudspeaker.
set -eu

[ -n "${FIREFOX:-}" ] && exec "$(dirname "$0")/tool.sh" pulseaudio
exec "$(dirname "$0")/tool.sh" firefox-esr pulseaudio

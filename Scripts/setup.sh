#!/bin/sh
# Installs the system libraries Parley is built on. Says what it does; instant when everything is there.
set -eu

packages="pkg-config libssl-dev libwebsockets-dev libjansson-dev libspeexdsp-dev libopus-dev
          libsqlite3-dev flite1-dev
          openssl ca-certificates python3 python3-pip"

say() { printf 'setup: %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }

is_installed() { dpkg-query -W -f='${db:Status-Status}' "$1" 2>/dev/null | grep -qx installed; }

command -v swift >/dev/null || fail "no Swift toolchain on the PATH: install Swift 6.2 or later from swift.org/install"
command -v dpkg-query >/dev/null || fail "this is not Debian or Ubuntu; install by hand what they call: $(echo $packages)"

missing=""
for package in $packages; do
    is_installed "$package" && continue
    # A Python from elsewhere (pyenv, a base image) does as well as Debian's.
    case $package in
        python3) command -v python3 >/dev/null && continue ;;
        python3-pip) python3 -m pip --version >/dev/null 2>&1 && continue ;;
    esac
    missing="$missing $package"
done
[ -z "$missing" ] && { say "system libraries: nothing to do"; exit 0; }

run=""
if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || fail "missing:$missing; run as root: apt-get install$missing"
    run=sudo
fi
say "installing$missing"
$run apt-get update -qq
$run env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >/dev/null
say "system libraries: done"

#!/bin/sh
# Proves that every rule of check_architecture.sh can fail, and that code which keeps to them passes.
set -eu

check="$(cd "$(dirname "$0")" && pwd)/check_architecture.sh"
tree="$(mktemp -d)"
trap 'rm -rf "$tree"' EXIT
failures=0

# expect pass|fail FILE LINE-OF-TEXT… : a tree with this one file, beside a harmless one.
expect() {
    wanted="$1" file="$2"
    shift 2
    rm -rf "$tree/Sources" "$tree/Protocol"
    mkdir -p "$tree/Sources/Rooms" "$(dirname "$tree/$file")"
    printf 'import FloorControl\npublic import JSONValues\n' > "$tree/Sources/Rooms/Harmless.swift"
    printf '%s\n' "$@" > "$tree/$file"
    if output="$("$check" "$tree" 2>&1)"; then got=pass; else got=fail; fi
    if [ "$got" != "$wanted" ]; then
        echo "expected $wanted, got $got: $file: $*"; echo "$output"; failures=$((failures + 1))
    elif [ "$wanted" = fail ] && ! printf '%s' "$output" | grep -q "^$file:[0-9]*: "; then
        echo "does not say file:line: $file: $*"; echo "$output"; failures=$((failures + 1))
    fi
}

expect pass Sources/Rooms/Room.swift '/// Foundation is not imported here.' 'import Realtime'
expect fail Sources/Rooms/Room.swift 'import Foundation'
expect fail Sources/Rooms/Room.swift '// a comment first' 'public import Networking'
expect fail Sources/Rooms/Room.swift '@preconcurrency import Dispatch'
expect fail Sources/Rooms/Room.swift 'import struct Foundation.Date'
expect fail Sources/FloorControl/Floor.swift 'import Rooms'
expect fail Sources/Addressing/Router.swift 'import JSONValues'
expect pass Sources/Addressing/Router.swift 'import Grammar'
expect fail Sources/Grammar/Clauses.swift 'import Addressing'
expect fail Sources/Audio/WAV.swift 'internal import Glibc'
expect fail Sources/Personas/Persona.swift 'import Yams'
expect fail Sources/Realtime/Event.swift 'import Foundation'
expect fail Sources/Service/API.swift 'import CLibwebsockets'
expect fail Sources/Service/API.swift 'private import CJansson'
expect fail Sources/Networking/Reactor.swift 'import CJansson'
expect pass Sources/Networking/Reactor.swift 'import CLibwebsockets' 'import Foundation'
expect pass Sources/JSONValues/JSON.swift 'import CJansson'
expect fail Sources/JSONValues/JSON.swift 'import Foundation'
expect fail Sources/Networking/Reactor.swift 'import Service'
expect pass Sources/Service/API.swift 'import Crypto' 'import Foundation'
expect fail Sources/Rooms/Room.swift 'let start = ContinuousClock().now'
expect fail Sources/Rooms/Room.swift 'let start: Instant = .now'
expect fail Sources/Rooms/Room.swift 'func wait(until time: Instant = .now) {}'
expect fail Sources/Audio/WAV.swift 'let made = Date()'
expect pass Sources/Rooms/Room.swift 'let late = clock.now > deadline' 'let update = needsUpdate()' '// never Date()'
expect fail Protocol/README.md 'see /wo''rk/somewhere'
expect pass Protocol/README.md 'see https://example.com/wo''rk/somewhere and ./wo''rk'
expect fail Protocol/README.md 'from https://pypi.o''rg/simple'

# Long files are named, and do not fail.
expect pass Sources/Rooms/Long.swift "$(yes '// a line' | head -301)"
printf '%s' "$output" | grep -q '^Sources/Rooms/Long.swift:1: warning: 301 lines' ||
    { echo "a long file is not named"; failures=$((failures + 1)); }

# A room nobody drew is a violation too.
mkdir -p "$tree/Sources/Annex" && echo 'import Foundation' > "$tree/Sources/Annex/A.swift"
! "$check" "$tree" >/dev/null 2>&1 || { echo "an undrawn target passes"; failures=$((failures + 1)); }

[ "$failures" -eq 0 ] || { echo "check_architecture_test: $failures failures"; exit 1; }
echo "check_architecture_test: every rule can fail"

#!/bin/sh
# Holds the sources to the house's drawing: who may import whom, who may touch C, who may read a clock.
#
#   Scripts/check_architecture.sh [ROOT]     exit 1 and one `file:line: …` per violation; warnings do not fail
#
# Pure targets decide and know no world: a clock, Foundation or a C library in one of them is a bug that no test
# finds, because everything still works until a recorded room must replay. Scripts/check_architecture_test.sh
# proves that each rule can fail.
set -eu

root="${1:-$(cd "$(dirname "$0")/.." && pwd)}"
cd "$root"

found="$(mktemp)"
trap 'rm -f "$found"' EXIT

# target: everything it may import. `outside` allows what is not of the house, but never one of the house's own
# modules that is not named.
allowed() {
    case $1 in
        Grammar | FloorControl | Audio | Personas | WebSocketFrames) echo "" ;;
        Addressing) echo "Grammar" ;;
        Realtime) echo "CBase64 JSONValues Audio" ;;
        Rooms) echo "Addressing FloorControl Audio Personas Realtime JSONValues" ;;
        JSONValues) echo "CJansson OrderedCollections" ;;
        PersonaFiles) echo "Personas JSONValues Realtime outside" ;;
        Codecs) echo "CSpeexDSP COpus outside" ;;
        Networking) echo "CLibwebsockets WebSocketFrames outside" ;;
        Journal) echo "JSONValues outside" ;;
        EmbeddedRealtime)
            echo "Realtime Audio Codecs JSONValues Networking Personas PersonaFiles CFlite CSpeechEngines outside" ;;
        Service)
            echo "Addressing Audio Codecs CWebPage FloorControl JSONValues Networking PersonaFiles Personas Realtime Rooms Journal outside" ;;
        Benchmarking) echo "Networking Realtime outside" ;;
        FloorTesting) echo "FloorControl outside" ;;
        RoomTesting) echo "Addressing Audio FloorControl Rooms Personas Realtime JSONValues outside" ;;
        parley)
            echo "Addressing Audio Benchmarking Codecs EmbeddedRealtime FloorControl JSONValues Journal Networking PersonaFiles Personas Realtime Rooms Service outside" ;;
        *) echo "unknown" ;;
    esac
}

house="Grammar Addressing FloorControl Audio Personas Realtime Rooms JSONValues PersonaFiles Codecs WebSocketFrames Networking Journal
    EmbeddedRealtime Service Benchmarking FloorTesting RoomTesting parley"
pure="Grammar Addressing FloorControl Audio Personas Rooms WebSocketFrames"

has() { case " $(echo $2) " in *" $1 "*) return 0 ;; *) return 1 ;; esac }
report() { printf '%s\n' "$1" | tee -a "$found"; }

# Every `import` of a folder as `file line module`, whatever access level, attribute or kind it is written with.
imports() {
    find "$1" -name '*.swift' -exec awk '
        { line = $0; sub(/\/\/.*/, "", line) }
        line ~ /^[ \t]*((@[A-Za-z_]+(\([^)]*\))?|public|package|internal|fileprivate|private)[ \t]+)*import[ \t]/ {
            sub(/^.*import[ \t]+/, "", line)
            sub(/^(struct|class|enum|protocol|typealias|func|var|let|actor)[ \t]+/, "", line)
            sub(/[^A-Za-z0-9_].*/, "", line)
            print FILENAME, FNR, line
        }' {} +
}

check_imports() {
    for folder in Sources/*/; do
        target="$(basename "$folder")"
        case $target in C[A-Z]*) continue ;; esac
        may="$(allowed "$target")"
        if [ "$may" = unknown ]; then
            report "Sources/$target: a target the house does not draw: add it to allowed() in this check, and to the drawing"
            continue
        fi
        imports "$folder" | while read -r file line module; do
            has "$module" "$may" && continue
            # Another target's C library is never open to all, whoever made its module.
            case $module in C[A-Z]*) mine=no ;; *) mine=outside ;; esac
            ! has "$module" "$house" && has "$mine" "$may" && continue
            report "$file:$line: $target may not import $module; it may: ${may:-nothing}"
        done
    done
}

# Time is a value that is handed in. `.now` counts when it is a clock's (`ContinuousClock.now`, `= .now`), not when it
# is a member of one of our own values (`room.now`).
check_clocks() {
    clock='ContinuousClock|SuspendingClock|UTCClock|DispatchTime|DispatchWallTime|clock_gettime|gettimeofday|Task\.sleep'
    clock="$clock|(^|[^A-Za-z0-9_])Date(\(|\.now)|(^|[^A-Za-z0-9_])[A-Z][A-Za-z0-9_]*\.now([^A-Za-z0-9_]|$)"
    clock="$clock|(^|[^A-Za-z0-9_)>?!\]])\.now([^A-Za-z0-9_]|$)"
    for target in $pure; do
        [ -d "Sources/$target" ] || continue
        find "Sources/$target" -name '*.swift' -exec awk -v clock="$clock" '
            { line = $0; sub(/\/\/.*/, "", line) }
            line ~ clock { sub(/^[ \t]+/, "", line); print FILENAME ":" FNR ": a pure target reads a clock: " line }
        ' {} + | while read -r line; do report "$line"; done
    done
}

files() {
    if [ -e .git ]; then
        git ls-files --cached --others --exclude-standard
    else
        find . -type f | sed 's|^\./||'
    fi
}

find_text() {
    files | tr '\n' '\0' | xargs -0 -r grep -InE "$1" /dev/null 2>/dev/null | cut -c1-200 |
        sed -E "s|^([^:]*:[0-9]+):[ \t]*|\\1: $2: |" | while read -r line; do report "$line"; done
}

# A path of somebody's machine, or a registry's address, works for nobody else. Built from pieces, so that this
# file does not find itself.
check_names() {
    place='(^|[^A-Za-z0-9._/-])/wo''rk(/|[^A-Za-z0-9_/-]|$)'
    hosts='pypi\.o''rg|pythonhosted\.o''rg|npmjs\.(o''rg|com)|crates\.i''o|rubygems\.o''rg|proxy\.golang\.o''rg'
    find_text "$place" 'a path of one machine'
    find_text "$hosts" 'the address of a package registry'
}

warn_long_files() {
    files | grep -E '\.(swift|c|h|sh|py)$' | grep -v '^Tests/Acceptance/' | while read -r file; do
        [ -f "$file" ] || continue
        lines="$(wc -l < "$file")"
        [ "$lines" -le 300 ] || printf '%s:1: warning: %s lines; a file states one idea, and hardly any needs over 300\n' "$file" "$lines"
    done
}

check_imports
check_clocks
check_names
warn_long_files

if [ -s "$found" ]; then
    printf 'architecture: %s violations\n' "$(wc -l < "$found")" >&2
    exit 1
fi
echo "architecture: as drawn"

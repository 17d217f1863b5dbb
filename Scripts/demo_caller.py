#!/usr/bin/env python3
"""Makes the voice of the demo's caller: Agents/demo/caller.wav, 16 kHz mono, from the lines below.

usage: Scripts/demo_caller.py [OUT.wav]      (needs the `flite` command: apt-get install flite)

The caller speaks with flite's `rms` voice, which no agent uses (FliteVoice.Base). `parley demo` plays the file in real
time and does not wait for anybody: after each line comes a pause in which the answer fits, measured with the agents'
voices plus 2 s for the end of speech to be noticed, recognised and answered. A barge-in is a line whose pause before is too
short for the answer it interrupts.
"""
import os, struct, subprocess, sys, tempfile, wave

RATE = 16_000
LINES = [
    # seconds of silence after it, words
    (0.6, None),
    (3.9, "Jessica, what did our customers say?"),                       # an opening by name
    (2.9, "And what surprised you the most?"),                           # sticky: still Jessica
    (2.9, "Patrick, can the factory make a longer cable?"),              # a switch by name
    (5.4, "I promised Jessica a number. What would that cost us?"),      # a mere mention; Patrick hands over to Benjamin
    (3.6, "Please walk us through the whole plan."),                     # sticky: Benjamin, a long answer …
    (2.9, "Wait. Patrick, when is the delivery?"),                       # … cut off by a barge-in
    (5.5, "Thank you. Everybody, your last word, please."),              # each in turn
]
# A brisk caller: at flite's own pace the demo would last a minute.
STRETCH = "0.88"


def spoken(words, folder):
    """The samples of one line, without the silence flite puts around it."""
    path = os.path.join(folder, "line.wav")
    subprocess.run(["flite", "-voice", "rms", "--setf", f"duration_stretch={STRETCH}", "-t", words, "-o", path], check=True)
    with wave.open(path) as source:
        assert source.getframerate() == RATE and source.getnchannels() == 1, "flite's rms voice is 16 kHz mono"
        samples = struct.unpack(f"<{source.getnframes()}h", source.readframes(source.getnframes()))
    loud = [i for i, sample in enumerate(samples) if abs(sample) > 200]
    return samples[max(loud[0] - 480, 0):loud[-1] + 1600]


def main():
    out = sys.argv[1] if len(sys.argv) > 1 else os.path.join(os.path.dirname(__file__), "..", "Agents", "demo", "caller.wav")
    os.makedirs(os.path.dirname(os.path.abspath(out)), exist_ok=True)
    sound = []
    with tempfile.TemporaryDirectory() as folder:
        for pause, words in LINES:
            if words:
                print(f"{len(sound) / RATE:6.1f} s  {words}")
                sound += spoken(words, folder)
            sound += [0] * int(pause * RATE)
    with wave.open(out, "wb") as sink:
        sink.setnchannels(1); sink.setsampwidth(2); sink.setframerate(RATE)
        sink.writeframes(struct.pack(f"<{len(sound)}h", *sound))
    print(f"{len(sound) / RATE:6.1f} s  {os.path.normpath(out)}, {os.path.getsize(out) // 1024} KiB")


if __name__ == "__main__":
    try:
        main()
    except FileNotFoundError as error:
        sys.exit(f"demo_caller: {error.filename} is missing: apt-get install flite")

#!/usr/bin/env python3
"""Makes the voice of the demo's caller: Agents/demo/caller.wav, 16 kHz mono, from the lines below.

usage: Scripts/demo_caller.py [OUT.wav]      (needs the `flite` command: apt-get install flite)

The caller speaks with flite's `rms` voice, which no agent uses (FliteVoice.Base). `parley demo` plays the file in real
time and does not wait for anybody: after each line comes a pause in which the answer fits, measured with the agents'
voices, plus 0.6 s for the end of speech to be noticed, recognised and answered, and 0.8 s to breathe or to be late. A line
that falls into an answer (a backchannel, a correction, “stop”) is one whose pause before is too short for that answer.
Words are chosen by what recognition hears of this voice: “Mhm” it takes for a sentence, “I see” it never mistakes.
"""
import os, struct, subprocess, sys, tempfile, wave

RATE = 16_000
LINES = [
    # seconds of silence after it, words
    (0.6, None),
    (2.6, "Jessica, what did our customers say?"),                       # an opening by name
    (1.8, "And what surprised you?"),                                    # sticky: still Jessica …
    (2.9, "I see."),                                                     # … who pauses for a backchannel and goes on
    (3.2, "Patrick, can we get a longer cable?"),                        # a switch by name
    (4.7, "I promised Jessica a number. What would that cost us?"),      # a mere mention; Patrick hands over to Benjamin
    (2.3, "Jessica, please walk us through the plan."),                  # a slip of the tongue: Jessica begins …
    (2.3, "No, not you, Jessica. I meant Benjamin."),                    # … cut off by its correction; Benjamin begins …
    (1.9, "Stop there."),                                               # … and is stopped: nobody answers
    (2.0, "Everybody, one last word."),                                  # each in turn
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

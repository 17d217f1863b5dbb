"""The demo's caller with other pauses: longer ones, as a page plays in real time and waits for nobody, and a busy machine is
late; or none, for whoever only needs a voice."""
import wave

# Where the lines are in the demo's recording, in seconds, the silence that follows each here, and what they say.
LINES = [(12.5, 14.8, 7.5, "patrick can we get a longer cable"),
         (17.9, 21.1, 9.5, "i promised jessica a number what would that cost us"),   # Patrick hands over to Benjamin
         (25.6, 27.8, 5, "jessica please walk us through the plan"),                 # which takes her 20 s
         (35.0, 35.9, 5, "stop there"),
         (37.6, 39.7, 1, "everybody one last word")]
CHATTER = [(start, end, 0.2, words) for start, end, _, words in LINES]


def write(source, target, lines=LINES, before=3):
    """@returns its length in seconds."""
    with wave.open(str(source)) as recording:
        rate, samples = recording.getframerate(), recording.readframes(recording.getnframes())
        parameters = recording.getparams()
    silence = lambda seconds: bytes(2 * int(rate * seconds))
    cut = lambda start, end: samples[2 * int(rate * start):2 * int(rate * end)]
    sound = silence(before) + b"".join(cut(start, end) + silence(pause) for start, end, pause, _ in lines)
    with wave.open(str(target), "wb") as out:
        out.setparams(parameters)
        out.writeframes(sound)
    return len(sound) / 2 / rate

"""What a recording holds: when something sounds, and whose voice it is."""
import wave
import numpy as np
from running import ROOT


def channels(path):
    """Rate and one array of samples for each channel."""
    with wave.open(str(path)) as file:
        assert file.getsampwidth() == 2, "16-bit samples were expected"
        samples = np.frombuffer(file.readframes(file.getnframes()), "<i2").reshape(-1, file.getnchannels())
        return file.getframerate(), [samples[:, c].astype(float) for c in range(file.getnchannels())]


def part_of_the_caller(path, seconds):
    """The beginning of the demo's caller: “Jessica, what did our customers say?”, and a pause for the answer."""
    with wave.open(str(ROOT / "Agents/demo/caller.wav")) as source, wave.open(str(path), "wb") as sink:
        sink.setparams(source.getparams())
        sink.writeframes(source.readframes(int(seconds * source.getframerate())))
    return path


def stretches(samples, rate, pause=0.05, threshold=0):
    """(start, end) in seconds of what is louder than `threshold`, where a shorter pause ends nothing."""
    loud = np.flatnonzero(np.abs(samples) > threshold)
    if not len(loud):
        return []
    breaks = np.flatnonzero(np.diff(loud) > pause * rate)
    starts = np.concatenate(([loud[0]], loud[breaks + 1]))
    ends = np.concatenate((loud[breaks], [loud[-1]])) + 1
    return [(start / rate, end / rate) for start, end in zip(starts, ends)]


def _frames(samples, rate, width=0.04, step=0.02):
    width, step = int(width * rate), int(step * rate)
    frames = np.lib.stride_tricks.sliding_window_view(samples, width)[::step]
    level = np.sqrt((frames ** 2).mean(axis=1))
    return frames[level > 0.25 * np.percentile(level, 95)]      # without pauses and breath


def pitch(samples, rate):
    """Median fundamental frequency of the voiced frames, by autocorrelation, in Hz."""
    shortest, longest = int(rate / 350), int(rate / 60)
    found = []
    for frame in _frames(samples, rate):
        frame = frame - frame.mean()
        spectrum = np.fft.rfft(frame, 2 * len(frame))
        correlation = np.fft.irfft(spectrum * spectrum.conj())[:longest + 1]
        # Later lags overlap less; without this the octave above would win.
        correlation /= correlation[0] * (1 - np.arange(longest + 1) / len(frame))
        lags = correlation[shortest:]
        # The first lag nearly as good as the best one: its multiples are as good by nature.
        good = np.flatnonzero(lags >= 0.9 * lags.max())
        first = good[0]
        while first + 1 < len(lags) and lags[first + 1] > lags[first]:
            first += 1
        if lags[first] > 0.6:
            found.append(rate / (shortest + first))
    return float(np.median(found))


def timbre(samples, rate):
    """The average spectrum in 18 bands from 150 Hz to 7 kHz, in dB, each frame's level taken out: what a throat makes of
    whatever is said."""
    frames = _frames(samples, rate)
    power = np.abs(np.fft.rfft(frames * np.hanning(frames.shape[1]), axis=1)) ** 2
    hertz = np.fft.rfftfreq(frames.shape[1], 1 / rate)
    edges = np.geomspace(150, 7000, 19)
    bands = [power[:, (hertz >= low) & (hertz < high)].sum(axis=1) for low, high in zip(edges, edges[1:])]
    decibels = 10 * np.log10(np.array(bands).T + 1)
    return (decibels - decibels.mean(axis=1, keepdims=True)).mean(axis=0)


def timbre_distance(one, other):
    """Root mean square over the bands, in dB."""
    return float(np.sqrt(((one - other) ** 2).mean()))

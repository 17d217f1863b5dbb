"""One run of `parley demo --once`: what it printed, the events of its room, its recording."""
import datetime, importlib.util, pathlib, shutil, tempfile, threading
import numpy as np
from running import ROOT, Command, Events, Service
import sound


class DemoRun:
    """Runs in the background, its events read as they come."""

    def __init__(self):
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="parley-demo-"))
        self.command = Command("demo", "--once", "--port", 0, "--data", self.folder)
        self.stream = None
        self._listener = threading.Thread(target=self._listen, daemon=True)
        self._listener.start()
        self._result = None

    def _listen(self):
        self.stream = Events(Service(self.command), "demo")

    def finished(self):
        if self._result is None:
            code = self.command.end(90)
            self._listener.join(5)
            assert code == 0 and self.stream, f"code {code}: {self.command.said}"
            self._result = Demo(self.folder / "demo.wav", self.command.lines, self.stream.to_the_end())
        return self._result

    def clean_up(self):
        self.command.kill()
        shutil.rmtree(self.folder, ignore_errors=True)


class Demo:
    def __init__(self, wav, lines, events):
        self.lines, self.events = lines, events
        assert f"{wav}: the agents left, the caller right" in lines, lines
        self.rate, (self.agents, self.caller) = sound.channels(wav)
        # The recording begins when the line opens.
        self._origin = moment(self.of("participant.joined", kind="caller")[0])
        self.turns = [Turn(self, ended) for ended in self.of("turn.ended") if self.of("turn.started", turn=ended["turn"])]

    def of(self, *types, **fields):
        return [e for e in self.events
                if e["type"] in types and all(e.get(name) == value for name, value in fields.items())]

    def time(self, event):
        """Where in the recording, in seconds."""
        return moment(event) - self._origin

    @property
    def names(self): return {e["identity"] for e in self.of("participant.joined", kind="agent")}

    @property
    def asked(self):
        """(what the caller said as it was heard, the grants it led to), in order."""
        pairs = []
        for event in self.events:
            if event["type"] == "transcript.final" and event["identity"] == "caller":
                pairs.append((event["text"], []))
            elif event["type"] == "turn.granted":
                pairs[-1][1].append(event)
        return pairs

    @property
    def answered(self):
        """The same, of what led to an answer."""
        return [(text, grants) for text, grants in self.asked if grants]

    def remark(self, words):
        """What is printed below the caller's utterance with these words."""
        lines = iter(self.lines)
        next(line for line in lines if "  Caller: " in line and words in line)
        return next(lines).split("  ", 1)[1]

    def cut_into_by(self, words):
        """Where the caller's utterance with these words starts in the recording, and the turn that was audible then."""
        final = next(e for e in self.of("transcript.final", identity="caller") if words in e["text"])
        start = [e for e in self.of("speech.started", identity="caller") if e["seq"] < final["seq"]][-1]
        turn = next(turn for turn in self.turns if turn.started < start["seq"] < turn.ended)
        # A voice may be 250 ms old before a detector is sure.
        onsets = [onset for onset, _ in sound.stretches(self.caller, self.rate, pause=0.5, threshold=200)]
        return min(onsets, key=lambda onset: abs(onset - self.time(start))), turn


class Turn:
    """A turn of which something was heard."""

    def __init__(self, demo, ended):
        self.id, self.agent, self.outcome = ended["turn"], ended["agent"], ended["outcome"]
        self.heard, self.text = ended["heard_ms"] / 1000, ended["text"]
        started = demo.of("turn.started", turn=self.id)[0]
        self.started, self.ended = started["seq"], ended["seq"]
        self.start = demo.time(started)
        self.end = demo.time(ended)
        self.reason = demo.of("turn.granted", turn=self.id)[0]["reason"]
        part = demo.agents[int(self.start * demo.rate):int(self.end * demo.rate)]
        # Without the pause in which it was held.
        self.samples = np.concatenate([part[int(start * demo.rate):int(end * demo.rate)]
                                       for start, end in sound.stretches(part, demo.rate, pause=0.5)])


def moment(event):
    return datetime.datetime.fromisoformat(event["at"].replace("Z", "+00:00")).timestamp()


def callers_lines():
    """What the recorded caller was given to say."""
    recipe = importlib.util.spec_from_file_location("demo_caller", ROOT / "Scripts/demo_caller.py")
    module = importlib.util.module_from_spec(recipe)
    recipe.loader.exec_module(module)
    return [words for _, words in module.LINES if words]

"""One run of `parley demo --once`: what it printed, the events of its room, its recording."""
import datetime, importlib.util, pathlib, shutil, tempfile, threading
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


class Turn:
    """A turn of which something was heard."""

    def __init__(self, demo, ended):
        self.id, self.agent, self.outcome = ended["turn"], ended["agent"], ended["outcome"]
        self.heard, self.text = ended["heard_ms"] / 1000, ended["text"]
        self.start = demo.time(demo.of("turn.started", turn=self.id)[0])
        self.end = demo.time(ended)
        self.reason = demo.of("turn.granted", turn=self.id)[0]["reason"]
        self.samples = demo.agents[int(self.start * demo.rate):int((self.start + self.heard) * demo.rate)]


def moment(event):
    return datetime.datetime.fromisoformat(event["at"].replace("Z", "+00:00")).timestamp()


def callers_lines():
    """What the recorded caller was given to say."""
    recipe = importlib.util.spec_from_file_location("demo_caller", ROOT / "Scripts/demo_caller.py")
    module = importlib.util.module_from_spec(recipe)
    recipe.loader.exec_module(module)
    return [words for _, words in module.LINES if words]

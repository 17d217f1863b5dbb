"""Runs `parley` as a person would: a process with arguments, HTTP, the events of a room."""
import http.client, json, os, pathlib, signal, subprocess, threading, time, urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
PARLEY = os.path.abspath(os.environ.get("PARLEY") or ROOT / ".build/debug/parley")
# What a test waits for at most. A wait that succeeds is over at once, so patience costs nothing.
PATIENCE = 15


def environment(**extra):
    """This process's environment without settings of Parley's, so that nobody's shell decides a test."""
    kept = {k: v for k, v in os.environ.items() if k == "PARLEY_SPEECH" or not k.startswith(("PARLEY", "OPENAI_"))}
    return {**kept, **extra}


def wait_until(condition, what, seconds=PATIENCE):
    """The first true value of `condition`; fails with `what()` or `what` after so many seconds."""
    end = time.monotonic() + seconds
    while True:
        value = condition()
        if value:
            return value
        assert time.monotonic() < end, f"waited {seconds} s: {what() if callable(what) else what}"
        time.sleep(0.02)


class Command:
    """`parley …` in the background; its lines as they come."""

    def __init__(self, *arguments, cwd=ROOT, **env):
        self.lines, self.complaints = [], []
        self.process = subprocess.Popen(
            [PARLEY, *map(str, arguments)], cwd=cwd, env=environment(**env), text=True, errors="replace",
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self._readers = [threading.Thread(target=self._read, args=pair, daemon=True)
                         for pair in ((self.process.stdout, self.lines), (self.process.stderr, self.complaints))]
        for reader in self._readers:
            reader.start()

    @staticmethod
    def _read(stream, lines):
        for line in stream:
            lines.append(line.rstrip("\n"))

    @property
    def said(self): return "\n".join(self.lines + self.complaints)

    @property
    def is_running(self): return self.process.poll() is None

    def line(self, text, seconds=PATIENCE):
        """The first line of standard output that holds `text`."""
        def find():
            is_over = not self.is_running
            if is_over:
                self.end()
            found = next((line for line in list(self.lines) if text in line), None)
            assert found or not is_over, f"ended with {self.process.returncode} before it said “{text}”: {self.said}"
            return found
        return wait_until(find, lambda: f"no “{text}” in: {self.said}", seconds)

    def end(self, seconds=PATIENCE):
        """Waits until it has ended by itself; its code."""
        try:
            self.process.wait(seconds)
        except subprocess.TimeoutExpired:
            self.kill()
            raise AssertionError(f"did not end in {seconds} s; it said: {self.said}") from None
        for reader in self._readers:
            reader.join(5)
        return self.process.returncode

    def stop(self, seconds=PATIENCE):
        """SIGTERM; its code."""
        if self.is_running:
            self.process.send_signal(signal.SIGTERM)
        return self.end(seconds)

    def kill(self):
        if self.is_running:
            self.process.kill()
        self.process.wait()


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    @property
    def json(self): return json.loads(self.body)

    def __repr__(self): return f"{self.status} {self.body[:500].decode(errors='replace')}"


class Service:
    """A command that serves: `parley serve` or `parley demo`, once it listens."""

    def __init__(self, command):
        self.command = command
        self.url = "http://" + command.line("listening on http://").split("http://")[1].split()[0]

    def connection(self, seconds=40):
        return http.client.HTTPConnection(urllib.parse.urlsplit(self.url).netloc, timeout=seconds)

    def request(self, method, path, json_=None, body=None, **headers):
        headers = {name.replace("_", "-"): value for name, value in headers.items()}
        if json_ is not None:
            body = json.dumps(json_)
            headers.setdefault("Content-Type", "application/json")
        connection = self.connection()
        try:
            connection.request(method, path, body, headers)
            response = connection.getresponse()
            return Answer(response.status, response.headers, response.read())
        finally:
            connection.close()

    def get(self, path, **headers): return self.request("GET", path, **headers)
    def post(self, path, json_=None, **more): return self.request("POST", path, json_, **more)

    def join(self, room, agent, wait=20, **more):
        """Brings an agent in and waits until it is there."""
        answer = self.post("/voice/join", {"room": room, "agent": agent, **more}, Prefer=f"wait={wait}")
        assert answer.status == 200 and answer.json["status"] == "joined", answer
        return answer.json


class Events:
    """GET /rooms/{room}/events from the first one kept, for as long as the room lasts."""

    def __init__(self, service, room):
        self.all = []
        def open_stream():
            connection = service.connection(seconds=120)
            connection.request("GET", f"/rooms/{room}/events", headers={"Last-Event-ID": "0"})
            response = connection.getresponse()
            return response if response.status == 200 else connection.close()
        self._response = wait_until(open_stream, f"the room {room} did not open")
        self._reader = threading.Thread(target=self._read, daemon=True)
        self._reader.start()

    def _read(self):
        try:
            for line in self._response:
                if line.startswith(b"data:"):
                    self.all.append(json.loads(line[5:]))
        except (OSError, http.client.HTTPException):
            pass  # the service is gone

    def to_the_end(self, seconds=PATIENCE):
        self._reader.join(seconds)
        assert not self._reader.is_alive(), "the event stream has not ended with the service"
        return self.all

    def of(self, *types, **fields):
        return [e for e in list(self.all)
                if e["type"] in types and all(e.get(name) == value for name, value in fields.items())]

    def wait(self, *types, seconds=PATIENCE, count=1, **fields):
        """The `count`-th such event."""
        found = wait_until(lambda: (self.of(*types, **fields) + [None] * count)[count - 1],
                           lambda: f"no {count}. {types} {fields} in {self.brief()}", seconds)
        return found

    def brief(self):
        keep = ("type", "identity", "agent", "status", "reason", "outcome", "text", "error")
        return [{k: e[k] for k in keep if k in e} for e in self.all[-25:]]

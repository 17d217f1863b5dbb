"""A person in front of a real Firefox, without a window, driven by WebDriver BiDi (https://w3c.github.io/webdriver-bidi), which
Firefox speaks by itself."""
import json, os, re, subprocess, time
from websockets.sync.client import connect

# Seconds: a wait that succeeds is over at once.
PATIENCE = 60
PREFERENCES = {
    # A microphone that gives a tone, and nobody who asks whether it may.
    "media.navigator.streams.fake": True, "media.navigator.permission.disabled": True,
    # It stays at home, and does not tell others to.
    "app.normandy.enabled": False, "services.settings.server": "data:,", "browser.shell.checkDefaultBrowser": False,
    "datareporting.policy.dataSubmissionEnabled": False, "remote.active-protocols": 1,
}


class Person:
    def __init__(self, firefox, profile, loudspeaker):
        profile.mkdir()
        (profile / "user.js").write_text("".join(f"user_pref({json.dumps(k)}, {json.dumps(v)});\n" for k, v in PREFERENCES.items()))
        self.process = subprocess.Popen(
            [firefox, "--headless", "--no-remote", "--profile", str(profile), "--remote-debugging-port", "0"],
            env={**os.environ, "PULSE_SERVER": loudspeaker, "HOME": str(profile)}, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, text=True)
        self.complaints, self.answers, self.last = [], {}, 0
        self.socket = connect(self._address() + "/session", max_size=None)
        self.ask("session.new", capabilities={})
        self.ask("session.subscribe", events=["log.entryAdded"])
        self.tab = self.ask("browsingContext.getTree")["contexts"][0]["context"]

    def _address(self):
        for line in self.process.stderr:
            if found := re.search(r"listening on (ws://\S+)", line):
                return found[1]
        raise AssertionError("Firefox ended before it listened")

    def ask(self, method, **parameters):
        """The answer's result. What the console complains about meanwhile is kept: nobody's test may leave anything there."""
        self.last += 1
        self.socket.send(json.dumps({"id": self.last, "method": method, "params": parameters}))
        while True:
            message = json.loads(self.socket.recv(timeout=PATIENCE))
            if message["type"] == "event" and message["params"].get("level") in ("error", "warn"):
                self.complaints.append(message["params"]["text"])
            if message.get("id") == self.last:
                assert message["type"] == "success", message
                return message["result"]

    def goto(self, url):
        self.ask("browsingContext.navigate", context=self.tab, url=url, wait="complete")
        self.wait("document.querySelector('#door').open")

    def is_in(self):
        """Until the line is open; from now on the page's own `call` is known by this name."""
        self.run("import('/page/room.js').then((page) => { window.call = page.call; })")
        self.wait("document.querySelector('#connection').dataset.state === 'open'")

    def run(self, expression):
        """An expression's value in the page, of which a promise's is awaited. It counts as a click."""
        answer = self.ask("script.evaluate", expression=f"Promise.resolve({expression}).then((value) => JSON.stringify(value ?? null))",
                          target={"context": self.tab}, awaitPromise=True, userActivation=True)
        assert answer["type"] == "success", answer
        return json.loads(answer["result"]["value"])

    def wait(self, condition):
        end = time.monotonic() + PATIENCE
        while not (value := self.run(condition)):
            assert time.monotonic() < end, f"never: {condition}\n{self.run('document.body.innerText')}"
            time.sleep(0.05)
        return value

    def click(self, selector): self.run(f"document.querySelector('{selector}').click()")

    def type(self, words, *keys):
        """Into whatever has the focus."""
        actions = [{"type": kind, "value": key} for key in [*words, *keys] for kind in ("keyDown", "keyUp")]
        self.ask("input.performActions", context=self.tab, actions=[{"type": "key", "id": "keyboard", "actions": actions}])

    def type_into(self, selector, words, *keys):
        self.run(f"document.querySelector('{selector}').select()")
        self.type(words, *keys)

    def leave(self):
        self.socket.close()
        self.process.kill()
        self.process.wait()
        assert not self.complaints, self.complaints

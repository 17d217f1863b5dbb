"""A person in front of a real Chromium: opens the page, joins with a recording for a microphone, reads what is shown."""
import os, pathlib, re, shutil

ROOT = pathlib.Path(__file__).resolve().parents[2]
CHROMIUM = os.environ.get("CHROMIUM") or shutil.which("chromium")
RECORDER = (pathlib.Path(__file__).parent / "recorder.js").read_text()
CALLER = ROOT / "Agents/demo/caller.wav"
# Milliseconds: a wait that succeeds is over at once.
PATIENCE = 30_000


def launch(playwright, microphone=CALLER, loops=False, *more):
    """Chromium whose microphone plays a WAV file, and never asks whether it may."""
    return playwright.chromium.launch(executable_path=CHROMIUM, args=[
        "--no-sandbox", "--use-fake-device-for-media-stream", "--use-fake-ui-for-media-stream",
        f"--use-file-for-fake-audio-capture={microphone}" + ("" if loops else "%noloop"), *more])


class Visitor:
    """One tab. What the console complains about is kept: nobody's test may leave anything there."""

    def __init__(self, browser, url, **context):
        self.url = url
        self.context = browser.new_context(viewport={"width": 1360, "height": 860}, **context)
        self.page = self.context.new_page()
        self.page.set_default_timeout(PATIENCE)
        self.complaints = []
        self.forgiven = []
        self.page.on("console", lambda message: self.complaints.append(message.text) if message.type in ("error", "warning") else None)
        self.page.on("pageerror", lambda error: self.complaints.append(str(error)))

    def goto(self, path):
        self.page.goto(self.url + path)
        return self.page

    def join(self, room, name="Ana", hash_="", voice=True):
        """Through the door, until the line is open."""
        page = self.goto(f"/r/{room}{hash_}")
        page.wait_for_selector("#door[open] #join")
        if not page.locator("#name").evaluate("field => field.readOnly"):
            page.fill("#name", name)
        page.click("#join" if voice else "#listen")
        page.wait_for_selector("#connection[data-state=open]")
        return page

    def run(self, code, argument=None):
        """Runs the body of an async function that knows `call`, the page's own."""
        return self.page.evaluate("async (argument) => { const { call } = await import('/page/room.js'); " + code + " }", argument)

    def listen(self):
        """From now on it is known when sound comes out of the page, and when it is told what. Needs `bypass_csp`: the page itself
        takes no code from a test."""
        self.run("""
            const context = call.sound.context;
            await context.audioWorklet.addModule(URL.createObjectURL(new Blob([argument], { type: 'text/javascript' })));
            const recorder = new AudioWorkletNode(context, 'recorder', { numberOfOutputs: 1 });
            call.sound.output.connect(recorder).connect(context.destination);
            window.heard = { recorder, told: [], said: [] };
            const send = call.line.send.bind(call.line);
            call.line.send = (message) => { window.heard.said.push({ ...message, at: context.currentTime }); return send(message); };
            call.line.addEventListener('message', ({ detail }) => window.heard.told.push({ ...detail, at: context.currentTime }));""", RECORDER)

    def spans(self):
        """When it sounded: (from, to) in seconds of the page's audio clock."""
        return self.page.evaluate("""() => new Promise((resolve) => {
            window.heard.recorder.port.onmessage = ({ data }) => resolve(data);
            window.heard.recorder.port.postMessage('spans');
        })""")

    def told(self, *types):
        """What the line said, each with the audio clock's time at which it came (`at`)."""
        return [event for event in self.page.evaluate("() => window.heard.told") if event["type"] in types]

    def cuts(self):
        """Of each `playback.clear`: did it sound within the second before, and for how many seconds did it sound afterwards, at most
        one and not beyond the beginning of another turn?"""
        spans, starts = self.spans(), [event["at"] for event in self.told("turn.started")]
        cuts = []
        for clear in (event["at"] for event in self.told("playback.clear")):
            end_of_look = min([clear + 1, *(start for start in starts if start > clear)])
            sounded = any(start < clear and end > clear - 1 for start, end in spans)
            cuts.append((sounded, max((min(end, end_of_look) - clear for start, end in spans if start < end_of_look and end > clear), default=0)))
        return cuts

    def clock(self): return self.run("return call.sound.context.currentTime")

    def wait(self, condition, argument=None, patience=PATIENCE):
        self.page.wait_for_function(condition, arg=argument, timeout=patience)

    def lines(self, kind="li"): return self.page.locator(f"#lines {kind}").all_inner_texts()

    def forgive(self, pattern):
        """What a browser says by itself about a refusal or a broken connection that the test wants."""
        self.forgiven.append(pattern)

    @property
    def unforgiven(self): return [one for one in self.complaints if not any(re.search(pattern, one) for pattern in self.forgiven)]

    def close(self):
        self.context.close()
        assert not self.unforgiven, self.unforgiven

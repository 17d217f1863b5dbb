"""One service and one Chromium for all tests; a scene that takes its time begins first and is judged last."""
import pathlib, re, sys
sys.dont_write_bytecode = True
sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "EndToEnd")]

import calmly, pytest
from browser import CALLER, CHROMIUM, Visitor, launch
from playwright.sync_api import sync_playwright
from running import Command, Service

def pytest_configure(config):
    config.addinivalue_line("markers", "thorough: not in CI, which has a minute for the page (-m 'not thorough')")
    if not CHROMIUM:
        pytest.exit("Chromium is not there: run `make web`, or name it with CHROMIUM", 2)


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.timeout(180))
    items.sort(key=lambda item: "scene" in item.fixturenames)


@pytest.fixture(scope="session")
def serve(tmp_path_factory):
    """`parley serve` with these options and environment."""
    running = []
    def start(*options, **environment):
        running.append(Command("serve", "--port", 0, "--data", tmp_path_factory.mktemp("data"), *options, **environment))
        return Service(running[-1])
    yield start
    for command in running:
        command.stop()


@pytest.fixture(scope="session")
def service(serve): return serve()


@pytest.fixture(autouse=True)
def tidy(service):
    """A test that is run again finds its rooms as it did at first."""
    yield
    for room in service.get("/rooms").json["rooms"]:
        if not room["room"].startswith("scene"):
            service.request("DELETE", f"/rooms/{room['room']}")


@pytest.fixture(scope="session")
def playwright():
    with sync_playwright() as playwright:
        yield playwright


@pytest.fixture(scope="session")
def browser(playwright, request):
    """Its microphone plays the demo's caller over and over."""
    if any("scene" in item.fixturenames for item in request.session.items):
        request.getfixturevalue("scene_begun")
    browser = launch(playwright, loops=True)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def chatty_browser(playwright, browser, tmp_path_factory):
    """Somebody talks at its microphone without a pause."""
    voice = tmp_path_factory.mktemp("voice") / "chatter.wav"
    calmly.write(CALLER, voice, calmly.CHATTER, before=0)
    browser = launch(playwright, voice, loops=True)
    yield browser
    browser.close()


@pytest.fixture(scope="session")
def begin_scene(playwright, service, tmp_path_factory):
    """The demo's caller talks to the three agents by the page."""
    browsers = []
    def begin(room):
        voice = tmp_path_factory.mktemp("voice") / "caller.wav"
        length = calmly.write(CALLER, voice)
        for agent in ("jessica", "patrick", "benjamin"):
            service.join(room, agent)
        browsers.append(launch(playwright, voice))
        visitor = Visitor(browsers[-1], service.url, bypass_csp=True)
        visitor.length, visitor.room = length, room
        visitor.join(room, "Ana")
        visitor.listen()
        return visitor
    yield begin
    for browser in browsers:
        browser.close()


@pytest.fixture(scope="session")
def scene_begun(begin_scene):
    """It plays while other tests run."""
    return begin_scene("scene")


@pytest.fixture(scope="session")
def scene(scene_begun, begin_scene):
    """That, to its end. A machine with no time for sound garbles the caller's words, or plays on for a while what was cut off: then
    it plays once more, alone."""
    play_out(scene_begun)
    if understood(scene_begun) == [words for *_, words in calmly.LINES] and max((late for _, late in scene_begun.cuts()), default=0) <= 0.1:
        return scene_begun
    print("disturbed: the caller was understood as", understood(scene_begun), "; cuts:", scene_begun.cuts())
    scene_begun.close()
    again = begin_scene("scene-again")
    play_out(again)
    return again


def play_out(scene):
    """Until the caller has said everything and been answered, and the floor is open again."""
    scene.wait("""(length) => {
        const { told, recorder } = window.heard, now = recorder.context.currentTime;
        const answered = told.filter((one) => one.type === 'turn.ended').length >= 7 || now - (told.at(-1)?.at ?? now) > 6;
        return now > length && answered && !document.querySelector('#table.held');
    }""", scene.length, patience=150_000)


def understood(scene):
    said = (one["text"] for one in scene.told("transcript.final") if "turn" not in one)
    return [" ".join(re.findall(r"\w+", text.lower())) for text in said]


def visits(browser, service):
    visitors = []
    def open_(url=None, **context):
        visitors.append(Visitor(browser, url or service.url, **context))
        return visitors[-1]
    yield open_
    for visitor in visitors:
        visitor.close()


@pytest.fixture
def visit(browser, service):
    """A new tab; its console is clean when the test is over."""
    yield from visits(browser, service)


@pytest.fixture
def visit_chatting(chatty_browser, service):
    """The same, for somebody who talks all the time."""
    yield from visits(chatty_browser, service)

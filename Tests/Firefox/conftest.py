"""One service for all tests, and a Firefox for each, driven by WebDriver BiDi; its loudspeaker is a null sink of PulseAudio."""
import os, pathlib, shutil, subprocess, sys
sys.dont_write_bytecode = True
sys.path[:0] = [str(pathlib.Path(__file__).parent), str(pathlib.Path(__file__).parents[1] / "EndToEnd")]

import pytest
from person import Person
from running import Command, Service

FIREFOX = os.environ.get("FIREFOX") or shutil.which("firefox-esr") or shutil.which("firefox")


def pytest_configure():
    if not FIREFOX or not shutil.which("pulseaudio"):
        pytest.exit("Firefox or PulseAudio is not there: apt-get install firefox-esr pulseaudio, or name Firefox with FIREFOX", 2)


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.timeout(180))


@pytest.fixture(scope="session")
def service(tmp_path_factory):
    command = Command("serve", "--port", 0, "--data", tmp_path_factory.mktemp("data"))
    yield Service(command)
    command.stop()


@pytest.fixture(scope="session")
def loudspeaker(tmp_path_factory):
    """The address of a PulseAudio of our own, whose only output leads nowhere but keeps time."""
    folder = tmp_path_factory.mktemp("pulse")
    socket = folder / "socket"
    process = subprocess.Popen(
        ["pulseaudio", "-n", "--daemonize=no", "--exit-idle-time=-1", "--use-pid-file=no", "--load=module-null-sink",
         f"--load=module-native-protocol-unix socket={socket} auth-anonymous=1"],
        env={**os.environ, "HOME": str(folder), "XDG_RUNTIME_DIR": str(folder)}, stderr=subprocess.DEVNULL)
    yield f"unix:{socket}"
    process.terminate()
    process.wait()


@pytest.fixture
def visit(service, tmp_path):
    """A Firefox at this page of the service; `loudspeaker` is a PulseAudio's address."""
    people = []
    def visit(path, loudspeaker):
        people.append(Person(FIREFOX, tmp_path / f"profile-{len(people)}", loudspeaker))
        people[-1].goto(service.url + path)
        return people[-1]
    yield visit
    for person in people:
        person.leave()

"""The demo runs once for all its tests, in the background: it lasts as long as its conversation does. For tests that get a second run,
because a busy machine may have disturbed it, it plays once more."""
import pathlib, sys
sys.dont_write_bytecode = True
sys.path.insert(0, str(pathlib.Path(__file__).parent))

import pytest
from demo_run import DemoRun
from running import PARLEY, Command, Service

_demo = []


def pytest_configure(config):
    # The fake server's markers use a module that Python 3.13 will not have.
    config.addinivalue_line("filterwarnings", "ignore:'audioop' is deprecated:DeprecationWarning")
    if not pathlib.Path(PARLEY).exists():
        pytest.exit(f"{PARLEY} is not there: run `make debug`, or name another with PARLEY", 2)


def pytest_collection_modifyitems(items):
    for item in items:
        item.add_marker(pytest.mark.timeout(100))
    # Those that wait for the demo come last.
    items.sort(key=lambda item: "demo" in item.fixturenames)


def pytest_collection_finish(session):
    if not session.config.option.collectonly and any("demo" in item.fixturenames for item in session.items):
        _demo.append(DemoRun())


def pytest_unconfigure(config):
    for run in _demo:
        run.clean_up()


@pytest.fixture
def demo(request):
    """`parley demo --once`, when it has ended."""
    attempt = getattr(request.node, "execution_count", 1)
    if attempt > len(_demo):
        _demo.append(DemoRun())
    return _demo[attempt - 1].finished()


@pytest.fixture
def parley():
    """Starts commands, and ends those that still run when the test is over."""
    commands = []
    def start(*arguments, **more):
        commands.append(Command(*arguments, **more))
        return commands[-1]
    yield start
    for command in commands:
        command.kill()


@pytest.fixture
def serve(parley, tmp_path):
    """`parley serve` with these options, once it listens."""
    def start(*options, **more):
        return Service(parley("serve", "--port", 0, "--data", tmp_path / "data", *options, **more))
    return start

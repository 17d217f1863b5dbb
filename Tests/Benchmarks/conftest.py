import pathlib, subprocess, sys
import pytest
sys.dont_write_bytecode = True
ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "Benchmarks"), str(ROOT / "Benchmarks/measuring"), str(ROOT / "Tests/Acceptance")]
BUILD = ROOT / ".build/bench"


def pytest_configure(config):
    config.addinivalue_line("filterwarnings", "ignore:'audioop' is deprecated:DeprecationWarning")


@pytest.fixture(scope="session", autouse=True)
def harness():
    """rtbench and relay; instant when they are there."""
    subprocess.run(["make", "-s", "-C", str(ROOT / "Benchmarks/harness")], check=True)
    return BUILD


@pytest.fixture
def mock(harness):
    """Runs the mock alone with these options; gives its URL."""
    running = []

    def start(*options):
        p = subprocess.Popen([str(harness / "rtbench"), "--mock-only", *options], stdout=subprocess.PIPE, text=True); running.append(p)
        return p.stdout.readline().split()[-1]
    yield start
    for p in running: p.kill(); p.wait()

"""What a platform installs: the unit, the container, the dashboard. None of them may name what is not there."""
import json, os, pathlib, re, shutil, socket, subprocess
import pytest
from running import PARLEY, ROOT, wait_until

DEPLOY = ROOT / "Scripts/deploy"


def options():
    """{environment variable} of every option of `parley serve`."""
    text = subprocess.run([PARLEY, "serve", "--help"], capture_output=True, text=True, timeout=30, check=True).stdout
    return {"PARLEY_" + name.upper().replace("-", "_") for name in re.findall(r"^ +--([a-z-]+)", text, re.M)}


class Listener:
    """systemd's end of sd_notify."""
    def __init__(self, address):
        self.socket = socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM); self.socket.bind(address); self.socket.settimeout(0.02)
        self.news = []

    def read(self):
        try:
            while True: self.news.append(self.socket.recv(4096).decode())
        except TimeoutError: return self.news


@pytest.mark.parametrize("is_abstract, reactors", [(False, 1), (True, 3)], ids=["a path", "an abstract name, several event loops"])
def test_systemd_is_told_when_it_is_ready_alive_and_stopping(serve, tmp_path, is_abstract, reactors):
    name = f"parley-{os.getpid()}"
    listener = Listener("\0" + name if is_abstract else str(tmp_path / "notify"))
    service = serve("--drain-timeout", "90s", "--reactors", str(reactors), NOTIFY_SOCKET="@" + name if is_abstract else str(tmp_path / "notify"), WATCHDOG_USEC="200000")
    wait_until(lambda: len([n for n in listener.read() if n == "WATCHDOG=1"]) >= 3, lambda: listener.news)
    assert listener.news[0].splitlines() == ["READY=1", f"STATUS=listening on {service.url}"]
    assert service.command.stop() == 0
    stopping = [n for n in listener.read() if n.startswith("STOPPING=1")]
    assert len(stopping) == 1 and "EXTEND_TIMEOUT_USEC=100000000" in stopping[0].splitlines(), listener.news


def test_nobody_is_told_when_nobody_asks(serve, tmp_path):
    listener = Listener(str(tmp_path / "notify"))
    other = serve(NOTIFY_SOCKET=str(tmp_path / "notify"), WATCHDOG_USEC="100000", WATCHDOG_PID="1")
    wait_until(lambda: listener.read(), "READY=1 did not come"); assert other.get("/healthz").status == 200
    assert other.command.stop() == 0 and not [n for n in listener.read() if "WATCHDOG" in n], listener.news
    assert serve(NOTIFY_SOCKET="/nowhere/at/all").command.stop() == 0


@pytest.mark.skipif(not shutil.which("systemd-analyze"), reason="no systemd-analyze here")
def test_the_unit_is_one_that_systemd_understands(tmp_path):
    text = (DEPLOY / "parley.service").read_text()
    unit = tmp_path / "parley.service"; unit.write_text(text.replace("/usr/local/bin/parley", PARLEY))
    done = subprocess.run(["systemd-analyze", "verify", "--recursive-errors=no", unit], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0 and not [x for x in done.stderr.splitlines() if "parley.service" in x], done.stderr
    # 0 is a process that can do nothing, 10 one that can do everything; 20 means 2.0.
    done = subprocess.run(["systemd-analyze", "security", "--offline=yes", "--threshold=20", unit], capture_output=True, text=True, timeout=60)
    assert done.returncode == 0, done.stdout[-2000:]


def test_the_unit_gives_options_that_there_are():
    text = (DEPLOY / "parley.service").read_text(); start = re.search(r"^ExecStart=(.*)$", text, re.M)[1].split()
    assert start[:2] == ["/usr/local/bin/parley", "serve"]
    assert {"PARLEY_" + x[2:].upper().replace("-", "_") for x in start if x.startswith("--")} <= options()
    assert set(re.findall(r"^Environment=(PARLEY_\w+)", text, re.M)) <= options()


def instructions(name="Containerfile"):
    """[(INSTRUCTION, the rest)] with continued lines joined."""
    text = re.sub(r"\\\n\s*", " ", "\n".join(x for x in (DEPLOY / name).read_text().splitlines() if not x.startswith("#")))
    return [(line.split(maxsplit=1)[0], line.split(maxsplit=1)[1]) for line in text.splitlines() if line.strip()]


def is_ignored(path):
    return subprocess.run(["git", "check-ignore", "-q", path], cwd=ROOT, timeout=30).returncode == 0


def test_the_container_is_made_of_what_there_is():
    steps = instructions(); assert [s for s, _ in steps].count("FROM") == 2
    for step, rest in steps:
        if step == "COPY" and "--from" not in rest:
            for source in rest.split()[:-1]:
                if "*" in source: continue  # may be missing, from a clean clone
                assert (ROOT / source).exists(), source
                assert not is_ignored(source), f"{source} is not in the repository, so a clean clone does not build"
    # A link must lead to what is copied, too: an engine's build found one into a folder that was not.
    copied = [s for step, rest in steps if step == "COPY" and "--from" not in rest for s in rest.split()[:-1] if "*" not in s]
    links = [x for s in copied for x in (ROOT / s).rglob("*") if x.is_symlink() and not is_ignored(x)]
    assert links
    for link in links:
        assert any(link.resolve().is_relative_to(ROOT / s) for s in copied), f"{link} leads to {link.resolve()}, which is not copied"
    kept = {x[1:] for x in (DEPLOY / "Containerfile.dockerignore").read_text().split() if x.startswith("!")}
    assert {s.rstrip("*") for step, rest in steps if step == "COPY" and "--from" not in rest for s in rest.split()[:-1]} == kept
    environment = dict(pair.split("=") for step, rest in steps if step == "ENV" for pair in rest.split())
    assert set(environment) - {"PARLEY_SPEECH"} <= options(), environment
    assert ("USER", "10001") in steps and ("ENTRYPOINT", '["/usr/local/bin/parley"]') in steps and ("CMD", '["serve"]') in steps


def test_the_container_installs_what_setup_installs():
    build = next(rest for step, rest in instructions() if step == "RUN")
    wanted = re.search(r'packages="([^"]*)"', (ROOT / "Scripts/setup.sh").read_text())[1].split()
    # What only tests and scripts need.
    tools = {"openssl", "ca-certificates", "python3", "python3-pip"}
    assert set(build.split("--no-install-recommends")[1].split("&&")[0].split()) == set(wanted) - tools


def test_the_container_s_check_knows_a_living_service_from_a_dead_one(serve):
    rest = next(rest for step, rest in instructions() if step == "HEALTHCHECK")
    command = json.loads(rest[rest.index("["):]); service = serve()
    def run(port): return subprocess.run(command, env={**os.environ, "PARLEY_PORT": port}, capture_output=True, timeout=30).returncode
    port = service.url.rsplit(":", 1)[1]
    assert run(port) == 0
    assert service.command.stop() == 0 and run(port) != 0


def families():
    """{name: labels} of Protocol/metrics.md."""
    text = (ROOT / "Protocol/metrics.md").read_text(); found = {}
    for row in re.findall(r"^\| (`parley_.*)$", text, re.M):
        names, labels = row.split(" | ")[:2]
        for name in re.findall(r"`(\w+)`", names): found[name] = set(re.findall(r"`([a-z_]+)`", labels)) | {"le", "job", "instance"}
    for name in re.findall(r"`(process_\w+)`", text): found[name] = {"job", "instance"}
    return found


def test_the_dashboard_shows_what_is_measured(serve):
    board = json.loads((DEPLOY / "grafana.json").read_text()); panels = board["panels"]; known = families()
    assert len({p["id"] for p in panels}) == len(panels) and board["uid"] == "parley"
    for i, a in enumerate(panels):
        place = a["gridPos"]; assert place["x"] + place["w"] <= 24, a["title"]
        for b in panels[i + 1:]:
            o = b["gridPos"]; apart = place["x"] + place["w"] <= o["x"] or o["x"] + o["w"] <= place["x"] or place["y"] + place["h"] <= o["y"] or o["y"] + o["h"] <= place["y"]
            assert apart, f"{a['title']} lies over {b['title']}"
    text = serve().get("/metrics").body.decode(); kinds = dict(re.findall(r"^# TYPE (\w+) (\w+)$", text, re.M)); used = set()
    for panel in panels:
        for target in panel.get("targets", []):
            expression = target["expr"]; names = re.findall(r"\b((?:parley|process)_\w+)\{", expression)
            assert names, expression
            for name in names:
                family = re.sub(r"_(bucket|sum|count)$", "", name) if name not in known else name; used.add(family)
                assert family in known, f"{panel['title']}: {name} is no metric"
                labels = set(re.findall(r"(\w+)=~?\"", expression)) | {x.strip() for by in re.findall(r"by \(([^)]*)\)", expression) for x in by.split(",")}
                assert labels <= set().union(*(known[re.sub(r"_(bucket|sum|count)$", "", n) if n not in known else n] for n in names)), f"{panel['title']}: {labels}"
                if family in kinds:
                    is_rate = re.search(rf"rate\({name}\{{", expression) is not None
                    assert is_rate == (kinds[family] in ("counter", "histogram")), f"{panel['title']}: {name} is a {kinds[family]}"
    hidden = {n for n in known if n.startswith("parley_")} - used
    assert hidden <= {"parley_condensed_utterances_total", "parley_summaries_failed_total", "parley_responses_total", "parley_responses_reported_total", "parley_cached_tokens_total", "parley_limits_reached_total"}, f"nobody sees {hidden}"

"""The dashboard in front of a real Prometheus that scrapes a living service: every query of every panel can be asked, and shows something."""
import http.server, json, re, shutil, subprocess, threading, time, urllib.parse, urllib.request
import pytest
from receiver import Receiver
from running import ROOT, wait_until

pytestmark = pytest.mark.skipif(not shutil.which("prometheus"), reason="no prometheus here")
# What only trouble that this conversation does not have, or prices and tools that it has not, would show.
SILENT = {
    "Barge-in: voice heard to playback.clear", "Cost per hour", "Error events", "Guesses", "Lost, replaced, moved to the next server", "Tools", "Tools: how long",
    "Where the time goes, 90th percentile", "Tokens", "Records lost", "Observation lost",
}


def free_port():
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), None) as server:
        return server.server_address[1]


class Prometheus:
    """Scrapes one service every two seconds."""
    def __init__(self, folder, target):
        self.port = free_port(); config = folder / "prometheus.yml"
        config.write_text(json.dumps({"global": {"scrape_interval": "2s", "scrape_timeout": "2s"},
                                      "scrape_configs": [{"job_name": "parley", "static_configs": [{"targets": [target]}]}]}))
        subprocess.run(["promtool", "check", "config", config], check=True, capture_output=True, timeout=30)
        self.process = subprocess.Popen(
            ["prometheus", f"--config.file={config}", f"--storage.tsdb.path={folder / 'tsdb'}", f"--web.listen-address=127.0.0.1:{self.port}"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)

    def ask(self, path, **query):
        """The data of its HTTP interface; None while it does not answer."""
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}/api/v1/{path}?" + urllib.parse.urlencode(query), timeout=10) as answer:
                return json.load(answer)["data"]
        except urllib.error.HTTPError as error:
            if error.code == 503: return None  # it is starting
            raise AssertionError(f"{query}: {error.read().decode()}") from None
        except OSError:
            return None

    def stop(self): self.process.terminate(); self.process.wait(10)


@pytest.fixture
def converse(serve, tmp_path):
    """A service that is talked to once a second, and the Prometheus that watches."""
    service = serve(); receiver = Receiver(); over = threading.Event()
    prometheus = Prometheus(tmp_path, service.url.removeprefix("http://"))

    def talk():
        number = 0
        while not over.is_set():
            number += 1; room = f"r{number % 3}"
            for agent in ("jessica", "patrick"):
                service.post("/voice/join", {"room": room, "agent": agent, "callback_url": receiver.url("/x")})
            service.post(f"/rooms/{room}/messages", {"from": "ana", "text": "Hey Jessica, hello."})
            over.wait(1)
            if number % 3 == 0: service.request("DELETE", f"/rooms/{room}")
    talker = threading.Thread(target=talk); talker.start()
    yield prometheus
    over.set(); talker.join(20); prometheus.stop()


def queries():
    """[(panel, expression)] with Grafana's variables filled in."""
    board = json.loads((ROOT / "Scripts/deploy/grafana.json").read_text()); values = {"$job": ".*", "$instance": ".*", "$__rate_interval": "10s"}
    for panel in board["panels"]:
        for target in panel.get("targets", []):
            yield panel["title"], re.sub(r"\$\w+", lambda name: values[name[0]], target["expr"])


def test_every_panel_shows_what_a_service_measures(converse):
    empty = list(queries())
    def is_shown():
        empty[:] = [(title, x) for title, x in empty if not (converse.ask("query", query=x) or {"result": []})["result"]]
        time.sleep(0.5)
        return {title for title, _ in empty} <= SILENT
    wait_until(is_shown, lambda: empty, 80)

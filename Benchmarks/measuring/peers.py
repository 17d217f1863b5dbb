"""What people use today, as thin as its own examples: one session a caller, voice detection at the model, transcription on."""
import re
from runner import HERE, ROOT, Program

PYTHON = ROOT / ".venv-bench/bin/python"
FOLDER = HERE / "peers"
BRIDGES = {"openai-agents": "bridge_agents.py", "livekit-agents": "bridge_livekit.py", "pipecat-ai": "bridge_pipecat.py"}
PINS = ROOT / "Tests/EndToEnd/clients-requirements.txt"


def programs(): return {name: Program(name, f"{PYTHON} {FOLDER / file} {{port}} {{mock}}") for name, file in BRIDGES.items()}


def versions():
    pins = PINS.read_text()
    found = [f"{name} {m[1]}" for name in BRIDGES if (m := re.search(rf"^{name}(?:\[[^\]]*\])?==(\S+)", pins, re.M))]
    return [("peers", ", ".join(found) + ": `make bench-peers`, one process each")]

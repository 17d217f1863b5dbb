"""A Realtime connection that dies ends no room. The server is the acceptance checks' fake, which dies on demand."""
import asyncio, pathlib, sys, threading
import pytest
from running import Events, wait_until

sys.path.append(str(pathlib.Path(__file__).resolve().parents[1] / "Acceptance"))
import personas
from fake_realtime import Fake


@pytest.fixture
def fake():
    loop = asyncio.new_event_loop()
    threading.Thread(target=loop.run_forever, daemon=True).start()
    def run(work): return asyncio.run_coroutine_threadsafe(work, loop).result(10)
    fake = run(Fake(personas.NAMES).start())
    yield fake
    assert fake.violations == [], "what was sent to the server breaks its rules"
    run(fake.stop())
    loop.call_soon_threadsafe(loop.stop)


@pytest.fixture
def room(serve, fake, tmp_path):
    """Scout and Nova, and somebody who types to them."""
    personas.write(tmp_path / "Agents", 9)
    for broken in ("broken", "nameless", "tess"):
        (tmp_path / f"Agents/{broken}.md").unlink()
    service = serve("--realtime-url", fake.url, "--agents", tmp_path / "Agents", PARLEY_REALTIME_API_KEY="kit-key")
    for agent in ("scout", "nova"):
        service.join("r", agent)
    class Room:
        events = Events(service, "r")
        @staticmethod
        def say(text): assert service.post("/rooms/r/messages", {"from": "ana", "text": text}).status == 202
        @staticmethod
        def statuses(agent): return [e["status"] for e in Room.events.of("agent.status", agent=agent)]
        @staticmethod
        def status(agent):
            return next(p["status"] for p in service.get("/rooms/r").json["participants"] if p["identity"] == agent)
        join = staticmethod(lambda agent: service.join("r", agent))
    return Room


def test_in_the_middle_of_a_turn_the_other_agent_answers_meanwhile(room, fake):
    fake.plan("scout").say("First we look, then we leap, and later we ask what it was.", ms=3000, fault="drop", at_ms=900, speed=2)
    fake.plan("scout").refuse.extend([503, 503])     # … for 0.5 s + 1 s + 2 s, with jitter
    room.say("Scout, please explain the plan.")
    room.events.wait("turn.started", agent="scout")
    room.events.wait("agent.status", agent="scout", status="reconnecting")
    # What had come is played to its end.
    cut = room.events.wait("turn.ended", agent="scout")
    assert cut["outcome"] == "interrupted" and 800 <= cut["heard_ms"] <= 1000, cut
    assert cut["text"].startswith("First we look") and "what it was" not in cut["text"], cut
    room.say("Nova, what does it cost?")
    answered = room.events.wait("turn.ended", agent="nova")
    assert answered["outcome"] == "completed" and answered["heard_ms"] == 1500
    assert room.status("scout") == "reconnecting", "it came back too early for this test"

    room.events.wait("agent.status", agent="scout", status="listening")
    room.say("Scout, are you there?")
    assert room.events.wait("turn.ended", agent="scout", count=2)["outcome"] == "completed"
    # What was said while it was away, and what it was heard to say before.
    context = "\n".join(fake.responses("scout")[-1].context)
    assert "[ana] Nova, what does it cost?" in context and "This is nova" in context and "explain the plan" in context


def test_before_a_word_the_turn_is_tried_again(room, fake):
    fake.plan("scout").say("Never heard.", ms=1000, fault="drop", at_ms=0)
    room.say("Scout, please explain the plan.")
    room.events.wait("agent.status", agent="scout", status="reconnecting")
    ended = wait_until(lambda: [e for e in room.events.of("turn.ended", agent="scout") if e["heard_ms"]], room.events.brief)
    assert ended[0]["outcome"] == "completed" and "Never" not in ended[0]["text"], ended


def test_for_good_the_agent_has_failed_and_may_join_again(room, fake):
    fake.plan("scout").refuse_always = 401
    fake.plan("scout").say(ms=3000, fault="drop", at_ms=500, speed=2)
    room.say("Scout, please explain the plan.")
    failed = room.events.wait("agent.status", agent="scout", status="failed")
    assert "401" in failed["error"]["detail"], failed
    room.say("Nova, what does it cost?")
    assert room.events.wait("turn.ended", agent="nova")["outcome"] == "completed"
    fake.plan("scout").refuse_always = None
    room.join("scout")
    room.say("Scout, are you there?")
    assert room.events.wait("turn.ended", agent="scout", outcome="completed")

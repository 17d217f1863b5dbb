"""What the service really says, judged by the schemas in Protocol/. Ours, not the kit's."""
import asyncio, pathlib, sys
import limits, pytest

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[2] / "Protocol"))
from schemas import body_errors, event_errors, operations


def says(name, answer):
    status = name.rpartition(".")[2]
    assert answer.status == int(status), answer
    assert not body_errors(name, answer.json), (name, body_errors(name, answer.json), answer)


def bare(event): return {k: v for k, v in event.items() if not k.startswith("_")}


async def test_a_call_from_end_to_end(stage, fake, endpoint):
    e = endpoint(); svc = stage.svc; ana = await stage.caller(name="Ana"); stream = await stage.sse(last_id=0)
    says("joinAgent.200", await stage.join("luna", callback_url=e.url, callback_events=["*"]))
    says("joinAgent.202", await stage.join("tess", wait=None))
    says("listAgents.200", await svc.get("/agents")); says("getAgent.200", await svc.get("/agents/tess"))
    says("listRooms.200", await svc.get("/rooms"))
    await ana.turn_over("luna")
    fake.plan("tess").say("Let me see.", ms=600, tools=[("lookup_order", '{"order_id": "A-17"}')])
    await ana.say("Hey Tess, where is my order?"); await ana.event("tool.returned", ok=True); await ana.turn_over("tess"); await ana.quiet(0.3)
    fake.plan("luna").say("one two three four five six seven eight", ms=5000); t = ana.mark()
    says("giveFloor.202", await stage.post("/turns", {"agent": "luna"})); await ana.hears("luna", since=t, ms=400)
    says("getRoom.200", await stage.get())
    assert (await stage.post("/interrupt")).status == 204; await ana.turn_over("luna", since=t)
    says("sendMessage.202", await stage.post("/messages", {"from": "ana", "text": "Tess, is that all?"})); await ana.event("turn.granted", since=t, agent="tess")
    await ana.send({"type": "dance"}); await ana.event("error")
    says("removeAgent.202", await svc.post("/voice/leave", {"room": stage.room, "agent": "tess"})); await ana.event("participant.left", identity="tess")
    assert (await svc.delete(f"/rooms/{stage.room}")).status == 204; await stream.until(lambda es: any(x["type"] == "room.closed" for x in es))
    assert await e.wait(lambda e: any(x["type"] == "room.closed" for x in e.events), limits.EVENT)

    wrong = [(bare(x), event_errors("event", bare(x))) for x in stream.events] + [(x, event_errors("callback", x)) for x in e.events] + [(bare(x), event_errors("line_out", bare(x))) for x in ana.events]
    wrong = [w for w in wrong if w[1]]
    assert not wrong, wrong[:3]
    seen = {x["type"] for x in stream.events}
    assert {"room.opened", "room.closed", "participant.joined", "participant.left", "agent.status", "speech.started", "speech.stopped", "transcript.delta", "transcript.final", "turn.granted", "turn.started", "turn.ended", "tool.called", "tool.returned"} <= seen, seen
    assert any(not x.get("seq") for x in ana.events if x["type"] == "error"), "the error about a line's own input has no seq"


@pytest.mark.parametrize("method,path,body,status", [
    ("POST", "/voice/join", {"room": "a b", "agnet": 1}, 422), ("POST", "/voice/join", {"room": "a", "agent": "nobody"}, 404), ("POST", "/voice/leave", {"room": "nowhere", "agent": "scout"}, 404),
    ("GET", "/rooms/nowhere", None, 404), ("GET", "/no/such/route", None, 404), ("PUT", "/rooms", None, 405), ("GET", "/rooms/a/call", None, 426), ("GET", "/rooms/a/call?rate=7", None, 422)])
async def test_problems(svc, method, path, body, status):
    answer = await svc.request(method, path, body)
    assert answer.status == status and answer.headers["Content-Type"].startswith("application/problem+json"), answer
    assert not body_errors("Problem", answer.json), answer
    if status == 405: assert answer.headers["Allow"]


async def test_health_is_as_described(svc):
    says("health.200", await svc.get("/healthz")); says("readiness.200", await svc.get("/readyz"))


async def test_every_route_is_there_and_no_other_method(svc):
    """A route that is described and missing would be 404 `not_found` and say that no route matches."""
    for path, method, _ in operations():
        answer = await svc.request(method.upper(), path.replace("{room}", "nowhere").replace("{id}", "scout").replace("{identity}", "x"), {} if method == "post" else None)
        assert answer.status not in (405, 500) and not (answer.status == 404 and "No route matches" in answer.json["detail"]), (method, path, answer)

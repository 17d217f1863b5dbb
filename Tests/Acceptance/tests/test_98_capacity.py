"""Capacity: every limit says 429 or 503, when to come back, and lets in again who comes then. Ours, not the kit's."""
import asyncio
import aiohttp, limits, pytest


def refused(answer, status, code):
    assert answer.status == status and answer.json["code"] == code, answer
    assert answer.headers["Content-Type"].startswith("application/problem+json") and int(answer.headers["Retry-After"]) >= 1, answer.headers
    return int(answer.headers["Retry-After"])


async def join(svc, room, agent="scout", identity=None, **headers):
    body = {"room": room, "agent": agent, **({"identity": identity} if identity else {})}
    return await svc.post("/voice/join", body, headers={k.replace("_", "-"): v for k, v in headers.items()} or None)


async def line(svc, room, identity):
    """An open line, or the status and Retry-After of its refusal."""
    try: return await svc.http_session.ws_connect(f"{svc.url}/rooms/{room}/call", params={"identity": identity}, headers=svc.auth_headers)
    except aiohttp.WSServerHandshakeError as e: return e.status, e.headers.get("Retry-After")


async def in_time(ask, good):
    """A place that was left is free a moment later."""
    for _ in range(int(limits.EVENT / 0.05)):
        answer = await ask()
        if good(answer): return answer
        await asyncio.sleep(0.05)
    raise AssertionError(f"still refused: {answer}")


async def test_rooms(kit):
    svc = await kit.launch("rooms", ["--max-rooms", "2"])
    assert (await join(svc, "a")).status == 202 and (await join(svc, "b")).status == 202
    refused(await join(svc, "c"), 503, "at_capacity")
    status, wait = await line(svc, "c", "ana"); assert status == 503 and int(wait) >= 1
    assert (await join(svc, "a", "nova")).status == 202, "a room that is there has room"
    assert (await svc.get("/rooms/c")).status == 404
    assert (await svc.delete("/rooms/a")).status == 204; assert (await join(svc, "c")).status == 202


async def test_agents_in_a_room(kit):
    svc = await kit.launch("agents", ["--max-agents-per-room", "2"])
    for identity in "xy": assert (await join(svc, "a", identity=identity)).status == 202
    refused(await join(svc, "a", identity="z"), 503, "at_capacity"); assert (await join(svc, "b")).status == 202
    assert (await join(svc, "a", identity="x")).status == 409, "who is there already is told so"
    assert (await svc.post("/voice/leave", {"room": "a", "agent": "x"})).status == 202
    await in_time(lambda: join(svc, "a", identity="z"), lambda a: a.status == 202)


async def test_callers_in_a_room(kit):
    svc = await kit.launch("callers", ["--max-callers-per-room", "2"])
    lines = [await line(svc, "a", identity) for identity in ("ana", "bob")]
    status, wait = await line(svc, "a", "cleo"); assert status == 503 and int(wait) >= 1
    await lines[0].close(); last = await in_time(lambda: line(svc, "a", "cleo"), lambda l: not isinstance(l, tuple))
    await last.close(); await lines[1].close()


async def test_sessions_in_all(kit):
    """Agents and callers of all rooms together: each needs a session."""
    svc = await kit.launch("sessions", ["--max-sessions", "3"])
    assert (await join(svc, "a")).status == 202 and (await join(svc, "b")).status == 202; ana = await line(svc, "a", "ana")
    refused(await join(svc, "c"), 503, "at_capacity"); status, wait = await line(svc, "b", "bob"); assert status == 503 and int(wait) >= 1
    await ana.close(); bob = await in_time(lambda: line(svc, "b", "bob"), lambda l: not isinstance(l, tuple)); await bob.close()


async def test_joins_a_second_by_one_key(kit):
    svc = await kit.launch("rate", ["--max-joins-per-second", "2"], key="k")
    answers = [await join(svc, "a", "nobody") for _ in range(60)]
    assert {a.status for a in answers} == {404, 429}, [a.status for a in answers]
    assert all(a.status == 404 for a in answers[:20]), "ten seconds' worth may come at once"
    wait = refused(next(a for a in answers if a.status == 429), 429, "rate_limited")
    assert (await svc.get("/rooms")).status == 200, "other routes have no such limit"
    await asyncio.sleep(wait); assert (await join(svc, "a", "nobody")).status == 404
    # A retry with a key of its own is a join like any other: it is let in when its turn comes.
    await in_time(lambda: join(svc, "a", Idempotency_Key="once"), lambda a: a.status == 202)

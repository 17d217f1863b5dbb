"""A service on several reactors: rooms live on either, whoever asks and over whichever connection. Ours, not the kit's."""
import asyncio, http.client, json, pathlib, signal, ssl
import aiohttp, pytest
from test_98_security import make_certificate

ROOMS = [f"spread-{i}" for i in range(8)]


async def opened(svc):
    for room in ROOMS:
        a = await svc.post("/voice/join", {"room": room, "agent": "scout"}); assert a.status == 202, a


async def test_one_connection_asks_about_rooms_everywhere(kit):
    """A kept-alive connection goes to where each request belongs, with what stands behind it."""
    svc = await kit.launch("spread", ["--reactors", "3"]); await opened(svc)
    host, port = svc.url.removeprefix("http://").rsplit(":", 1)

    def ask():
        c = http.client.HTTPConnection(host, int(port), timeout=10); seen = []
        for room in ROOMS * 3:
            c.request("GET", f"/rooms/{room}"); r = c.getresponse(); seen.append((r.status, json.loads(r.read())["room"]))
        return seen
    assert await asyncio.to_thread(ask) == [(200, room) for room in ROOMS * 3]
    out = await svc.raw(b"".join(f"GET /rooms/{r} HTTP/1.1\r\nHost: localhost\r\n\r\n".encode() for r in ROOMS)
                        + b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", timeout=10)
    assert out.count(b"HTTP/1.1 200 ") == len(ROOMS) + 1 and [out.index(f'"room":"{r}"'.encode()) for r in ROOMS] == sorted(out.index(f'"room":"{r}"'.encode()) for r in ROOMS)
    listed = (await svc.get("/rooms")).json["rooms"]; assert [r["room"] for r in listed] == ROOMS, "in the order they opened"
    figures = (await svc.get("/metrics")).text; assert f"parley_rooms {len(ROOMS)}" in figures and f'parley_participants{{kind="agent"}} {len(ROOMS)}' in figures


async def test_limits_hold_for_all_of_them_together(kit):
    svc = await kit.launch("spread-full", ["--reactors", "3", "--max-rooms", "4"])
    answers = await asyncio.gather(*(svc.post("/voice/join", {"room": f"r{i}", "agent": "scout"}) for i in range(24)))
    assert sorted(a.status for a in answers) == [202] * 4 + [503] * 20


async def test_sigterm_ends_the_rooms_of_all(kit):
    svc = await kit.launch("spread-end", ["--reactors", "3", "--drain-timeout", "5s"]); await opened(svc)
    lines = [await svc.http_session.ws_connect(f"{svc.url}/rooms/{room}/call", params={"identity": "ana"}) for room in ROOMS]
    svc.signal(signal.SIGTERM)
    for line in lines:
        async for _ in line: pass
        assert line.close_code == 1001
    assert await svc.wait(20) == 0


async def test_with_tls_calls_go_on_wherever_their_rooms_live(kit):
    """The library gives no connection with TLS away: requests and lines are passed on."""
    proof = make_certificate(kit.tmp / "tls-spread", "spread.test")
    svc = await kit.launch("spread-tls", args=["--reactors", "3", "--tls-certificate", str(proof / "cert.pem"), "--tls-key", str(proof / "key.pem")], wait=False)
    while not any("listening on" in line for line in svc.out): assert svc.alive(), pathlib.Path(svc.log).read_text()[-500:]; await asyncio.sleep(0.05)
    url = next(line for line in svc.out if "listening on" in line).split("listening on ")[1].strip().replace("127.0.0.1", "localhost")
    trust = ssl.create_default_context(cafile=str(proof / "cert.pem"))

    async def call(client, room):
        async with client.post(f"{url}/voice/join", json={"room": room, "agent": "scout"}, headers={"Prefer": "wait=10"}, ssl=trust) as r: assert r.status == 200, await r.text()
        line = await client.ws_connect(f"{url}/rooms/{room}/call?identity=ana", ssl=trust, headers={"Origin": url})
        await line.send_json({"type": "message", "text": "Hey Scout, hello."}); got, sound = [], 0
        while not any(e["type"] == "turn.ended" for e in got):
            m = await asyncio.wait_for(line.receive(), 20)
            if m.type == aiohttp.WSMsgType.TEXT: got.append(json.loads(m.data))
            elif m.type == aiohttp.WSMsgType.BINARY: sound += len(m.data)
        assert sound > 20_000, sound
        await line.close(); assert line.close_code == 1000
    async with aiohttp.ClientSession() as client:
        await asyncio.gather(*(call(client, room) for room in ROOMS[:4]))
        async with client.get(f"{url}/rooms", ssl=trust) as r: assert {x["room"] for x in (await r.json())["rooms"]} == set(ROOMS[:4])
    svc.http_session and await svc.http_session.close(); svc.http_session = None
    svc.signal(signal.SIGTERM); assert await svc.wait(40) == 0


@pytest.mark.parametrize("count", ["0", "65", "many"])
async def test_so_many_reactors_there_cannot_be(kit, count):
    svc = await kit.launch("none", ["--reactors", count], wait=False); assert await svc.wait(10) != 0
    said = pathlib.Path(svc.log).read_text(); assert "reactors" in said and "1 to 64" in said, said

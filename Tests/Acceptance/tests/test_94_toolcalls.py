"""Tools that act: several at once, fillers, results that outlive an interruption, failures a model can explain, retries."""
import asyncio, json, time
import limits, pytest
from aiohttp import web
from talking import exchange, rare, rarely


@pytest.fixture(autouse=True)
def own_process(kit):
    if kit.external: pytest.skip("the tool's address is only known to a service that the kit starts")


class Shop:
    """A tool's server whose answers are scripted: of each name a list, the last for ever. An answer is
    (status, body, headers, seconds), "cut": the connection ends instead, or a function of the request's body that gives one."""
    def __init__(self): self.calls, self.answers = [], {}

    async def start(self):
        app = web.Application(); app.router.add_route("*", "/{name}", self.on)
        self.runner = web.AppRunner(app, shutdown_timeout=0.2); await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0); await site.start()
        self.port = site._server.sockets[0].getsockname()[1]; return self

    async def on(self, req):
        name, body = req.match_info["name"], await req.read()
        self.calls.append({"t": time.monotonic(), "name": name, "method": req.method, "headers": req.headers, "query": dict(req.query), "body": body, "key": req.headers.get("Idempotency-Key")})
        answers = self.answers.get(name) or [(200, {"ok": True})]
        answer = answers.pop(0) if len(answers) > 1 else answers[0]
        if callable(answer): answer = answer(json.loads(body))
        if answer == "cut": req.transport.abort(); return web.Response()
        status, body, headers, seconds = (*answer, *({}, 0)[len(answer) - 2:])
        await asyncio.sleep(seconds)
        if isinstance(body, (dict, list)): body, headers = json.dumps(body), {"Content-Type": "application/json", **headers}
        return web.Response(status=status, body=body.encode() if isinstance(body, str) else body, headers=headers)

    def of(self, name): return [c for c in self.calls if c["name"] == name]


TOOLS = ["look", "find", "slow", "fill", "fetch", "quick"]


@pytest.fixture(scope="module")
def house(kit):
    """A service of this file's own: its agent's tools point to the shop."""
    from conftest import run
    shop = run(Shop().start()); folder = kit.tmp / "Tools"; folder.mkdir(exist_ok=True)
    def tool(name):
        method = "GET" if name == "fetch" else "POST"; filler = "    filler: One moment, please.\n" if name in ("fill", "quick") else ""
        return f"  - name: {name}\n    description: To {name}\n    parameters: {{type: object, properties: {{q: {{type: string}}}}}}\n    http: {{method: {method}, url: \"http://127.0.0.1:{shop.port}/{name}\", timeout: {'1s' if name == 'slow' else '5s'}}}\n{filler}"
    mcp = f'mcp:\n  - {{name: books, url: "http://127.0.0.1:{shop.port}/mcp?key=sesame", headers: {{X-Key: "${{KIT_TOOL_KEY}}"}}, allowed_tools: [find.book, gone]}}\n'
    for id_, name, tools in (("tess", "Tess", "tools:\n" + "".join(map(tool, TOOLS))), ("nova", "Nova", ""), ("scout", "Scout", mcp)):
        (folder / f"{id_}.md").write_text(f"---\nname: {name}\nrealtime: {{model: gpt-realtime-kit-{id_}}}\n{tools}---\nYou are {name}. KIT-AGENT:{id_}\n")
    yield shop, run(kit.launch("tools", agents=folder))
    run(shop.runner.cleanup())


@pytest.fixture
def shop(house):
    house[0].calls.clear(); house[0].answers.clear(); return house[0]


@pytest.fixture
def own(house, new_stage): return new_stage(house[1])


async def asks(own, *calls, text="Let me see.", ms=600, cast=("tess",)):
    """Ana asks Tess, who says `text` and calls. Each call: a name, or a name and its arguments."""
    ana = await own.caller(); await own.cast(*cast)
    own.fake.plan("tess").say(text, ms=ms, tools=[(c, '{"q": "A-17"}') if isinstance(c, str) else c for c in calls])
    own.fake.plan("tess").default_ms = 600
    await ana.say("Hey Tess, where is order A-17?"); return ana


async def outputs(ana, fake, n=1, timeout=limits.EVENT):
    s = fake.agent("tess"); await ana.until(lambda: len(s.outputs) >= n, timeout, f"{len(s.outputs)} of {n} results reached the session")
    return [json.loads(o) for o in s.outputs.values()]


async def answered(ana, n=2):
    """The model was asked to go on, and did, in the same turn."""
    e = await ana.turn_over("tess"); assert e["outcome"] == "completed", e
    assert len(ana.fake.responses("tess")) == n and len(ana.find("turn.granted")) == 1, (len(ana.fake.responses("tess")), ana.find("turn.granted")); return e


# -- several

async def test_several_calls_of_one_response_run_at_once_and_are_answered_once(own, fake, shop, figure):
    for n in ("look", "find", "fetch"): shop.answers[n] = [(200, {"from": n}, {}, 1.0)]
    ana = await asks(own, "look", "find", "fetch"); await outputs(ana, fake, 3)
    times = [c["t"] for c in shop.calls]; figure("three calls began within ms", (max(times) - min(times)) * 1000); assert max(times) - min(times) < 0.5 * limits.S, times
    await answered(ana); last = fake.responses("tess")[1].context
    for n in ("look", "find", "fetch"): assert sum(n in x and x.startswith("result:") for x in last) == 1, last
    assert len({c["key"] for c in shop.calls}) == 3 and {c["key"] for c in shop.calls} == set(fake.agent("tess").outputs)
    called, returned = ana.find("tool.called"), ana.find("tool.returned"); assert {e["call_id"] for e in called} == {e["call_id"] for e in returned} and len(returned) == 3


@rare
async def test_get_sends_its_arguments_as_its_query(own, fake, shop):
    shop.answers["fetch"] = [(200, {"ok": 1})]; ana = await asks(own, ("fetch", '{"q": "a b&c=ü", "n": 2, "deep": {"x": [1]}}')); await outputs(ana, fake)
    assert shop.calls[0]["query"] == {"q": "a b&c=ü", "n": "2", "deep": '{"x":[1]}'} and shop.calls[0]["body"] == b"", shop.calls


# -- the filler

async def test_a_slow_tool_is_bridged_by_the_same_agent_in_the_same_turn(own, fake, shop, figure):
    shop.answers["fill"] = [(200, {"state": "on the ship"}, {}, 2.5)]; ana = await asks(own, "fill", text="", ms=0, cast=("tess", "nova"))
    await ana.until(lambda: len(fake.responses("tess")) == 2, limits.EVENT, "no filler")
    filler = fake.responses("tess")[1]; figure("filler after ms", (filler.t - shop.calls[0]["t"]) * 1000); assert 0.3 <= filler.t - shop.calls[0]["t"] <= 0.4 + 0.6 * limits.S
    assert "One moment, please." in filler.instructions and "KIT-AGENT:tess" in filler.instructions and filler.params.get("tool_choice") == "none", filler.params
    await answered(ana, 3); assert {r.agent for r in ana.runs()} == {"tess"} and any("on the ship" in x for x in fake.responses("tess")[2].context)


@pytest.mark.parametrize("name", ["quick", *rarely("slow")])
async def test_no_filler_for_a_quick_tool_or_one_that_has_none(own, fake, shop, name):
    shop.answers["quick"] = [(200, {"ok": 1}, {}, 0.1)]; shop.answers["slow"] = [(200, {"ok": 1}, {}, 0.8)]
    ana = await asks(own, name); await outputs(ana, fake); await answered(ana); assert not any("One moment" in r.instructions for r in fake.responses("tess"))


@rare
async def test_of_two_slow_tools_one_filler_is_said(own, fake, shop):
    for n in ("fill", "quick"): shop.answers[n] = [(200, {"ok": n}, {}, 2.0)]
    ana = await asks(own, "fill", "quick"); await outputs(ana, fake, 2); await answered(ana, 3); assert sum("One moment" in r.instructions for r in fake.responses("tess")) == 1


# -- cut in

async def test_who_cuts_in_while_a_tool_runs_leaves_its_result_in_the_conversation(own, fake, shop):
    shop.answers["find"] = [(200, {"state": "on the ship"}, {}, 2.5)]; ana = await asks(own, "find", cast=("tess", "nova"))
    await ana.event("tool.called"); await ana.hears("tess", ms=500); t = ana.mark(); await exchange(ana, "nova", "Nova, what about the budget?")
    assert (await ana.event("turn.ended", agent="tess"))["outcome"] in ("interrupted", "completed")
    e = await ana.event("tool.returned", ok=True, timeout=limits.EVENT); assert "on the ship" in json.dumps(await outputs(ana, fake))
    n = len(fake.responses("tess")); await asyncio.sleep(0.5); assert len(fake.responses("tess")) == n == 1, "the result of an ended turn was spoken about"
    await exchange(ana, "tess", "Tess, and now?"); assert any("on the ship" in x for x in fake.responses("tess")[-1].context), fake.responses("tess")[-1].context
    assert len(shop.calls) == 1 and not fake.agent("tess").errors, fake.agent("tess").errors


@rare
async def test_a_result_outlives_the_session_that_asked(own, fake, shop):
    shop.answers["find"] = [(200, {"state": "on the ship"}, {}, 2.5)]; ana = await asks(own, "find", cast=("tess", "nova")); await ana.event("tool.called");
    old = fake.agent("tess"); await old.ws.close(code=1001); await ana.until(lambda: len(fake.of("tess")) > 1, limits.RECONNECT, "no reconnection"); await ana.event("tool.returned", ok=True)
    await ana.event("turn.ended", agent="tess"); await exchange(ana, "tess", "Tess, what did you find?"); new = fake.agent("tess"); assert new is not old and not new.outputs
    assert sum("on the ship" in x for x in fake.responses("tess")[-1].context) == 1, fake.responses("tess")[-1].context


@rare
@pytest.mark.parametrize("how", ["leave", "mute"])
async def test_a_tool_of_one_that_left_or_was_muted_disturbs_nobody(own, fake, shop, how):
    shop.answers["find"] = [(200, {"state": "on the ship"}, {}, 1.5)]; ana = await asks(own, "find", cast=("tess", "nova")); await ana.event("tool.called")
    if how == "leave": await own.svc.post("/voice/leave", {"room": own.room, "agent": "tess"})
    else: assert (await own.post("/participants/tess/mute", {"muted": True})).status in (200, 204)
    await ana.event("turn.ended", agent="tess"); await ana.event("tool.returned", ok=True); await exchange(ana, "nova", "Nova, go on."); assert len(fake.responses("tess")) == 1


# -- what a model gets

@pytest.mark.parametrize("answer,ok,want", [
    ((302, "", {"Location": "/look"}), False, "302"), ((200, "x" * (1 << 20), {"Content-Type": "text/plain"}), False, "long"),
    *rarely(((200, "It is on the ship.", {"Content-Type": "text/plain"}), True, "It is on the ship."), ((404, {"message": "no such order"}), False, "no such order"), ((500, "<h1>Oops</h1>", {"Content-Type": "text/html"}), False, "500"), ((204, ""), True, "ok"),
            ((200, b"\x89PNG\xff", {"Content-Type": "image/png"}), False, "image/png"), ((200, '{"half": ', {"Content-Type": "application/json"}), True, "half"))])
async def test_every_answer_is_a_result_a_model_can_explain(own, fake, shop, answer, ok, want):
    shop.answers["find"] = [answer]; ana = await asks(own, "find", ms=300); out, = await outputs(ana, fake)
    assert want in json.dumps(out) and ("error" in out) == (not ok), out; assert len(json.dumps(out)) < 40_000 and "127.0.0.1" not in json.dumps(out), "a tool's URL is a secret"
    await ana.event("tool.returned", ok=ok); await answered(ana); assert len(shop.calls) == 1 and not shop.of("look"), "redirects are not followed"


@rare
async def test_json_is_passed_as_it_is(own, fake, shop):
    shop.answers["find"] = [(200, '{"a": 1.0, "b": [true, null], "ü": "\\u00fc"}', {"Content-Type": "application/json; charset=utf-8"})]
    ana = await asks(own, "find", ms=300); await outputs(ana, fake); assert list(fake.agent("tess").outputs.values()) == ['{"a": 1.0, "b": [true, null], "ü": "\\u00fc"}']


@pytest.mark.parametrize("name,arguments", [("nothing", "{}"), *rarely(("find", "nonsense"), ("find", "[1]"))])
async def test_a_call_that_cannot_be_made_has_a_result_too(own, fake, shop, name, arguments):
    ana = await asks(own, (name, arguments), ms=300); out, = await outputs(ana, fake); assert len(out["error"]) > 8, out; await answered(ana); assert not shop.calls


# -- retries

@pytest.mark.parametrize("name,answers,requests,ok", [
    ("find", [(503, "", {"Retry-After": "0"}), (200, {"ok": 1})], 2, True),
    *rarely(("find", ["cut", (200, {"ok": 1})], 1, False), ("find", [(429, "", {"Retry-After": "1"}), (200, {"ok": 1})], 2, True), ("find", [(503, ""), (200, {"ok": 1})], 1, False), ("find", [(503, "", {"Retry-After": "60"}), (200, {"ok": 1})], 1, False),
            ("find", [(500, ""), (200, {"ok": 1})], 1, False), ("fetch", ["cut", (200, {"ok": 1})], 2, True), ("fetch", [(502, ""), (200, {"ok": 1})], 2, True), ("fetch", ["cut"], 2, False),
            ("fetch", [(500, ""), (200, {"ok": 1})], 1, False))])
async def test_a_call_is_repeated_only_where_that_is_safe_and_under_the_same_key(own, fake, shop, name, answers, requests, ok):
    shop.answers[name] = list(answers); ana = await asks(own, name, ms=300); out, = await outputs(ana, fake)
    assert len(shop.calls) == requests and ("error" not in out) == ok, (shop.calls, out)
    assert {c["key"] for c in shop.calls} == {ana.find("tool.called")[0]["call_id"]}, shop.calls; await answered(ana); assert len(ana.find("tool.called")) == len(ana.find("tool.returned")) == 1


@rare
async def test_a_tool_that_takes_too_long_is_given_up(own, fake, shop):
    shop.answers["slow"] = [(200, {"late": 1}, {}, 3)]; ana = await asks(own, "slow"); out, = await outputs(ana, fake); assert "1" in out["error"] and "not known" in out["error"], out
    e = await ana.event("tool.returned", ok=False); assert 900 <= e["duration_ms"] <= 1000 + 1000 * limits.S; await answered(ana); assert len(shop.calls) == 1


# -- MCP servers

def books(seconds=0.0):
    """An MCP server of the revision 2026-07-28 with two tools."""
    def answer(request):
        if request["method"] == "server/discover": result = {"resultType": "complete", "supportedVersions": ["2026-07-28"], "capabilities": {}, "serverInfo": {"name": "books", "version": "1"}}
        elif request["method"] == "tools/list": result = {"resultType": "complete", "tools": [{"name": n, "description": f"To {n}", "inputSchema": {"type": "object", "properties": {"q": {"type": "string"}}}} for n in ("find.book", "burn")]}
        else: result = {"resultType": "complete", "content": [{"type": "text", "text": f"{request['params']['arguments']['q']} is on the ship"}]}
        return 200, {"jsonrpc": "2.0", "id": request["id"], "result": result}, {}, seconds if request["method"] == "tools/call" else 0
    return answer


def offered(fake, agent="scout"): return [t["name"] for t in fake.agent(agent).config["tools"]]


async def test_the_tools_of_an_mcp_server_are_offered_and_called_like_any_other(own, fake, shop):
    shop.answers["mcp"] = [books()]; ana = await own.caller(); await own.cast("scout"); await ana.until(lambda: "find_book" in offered(fake), limits.EVENT, "the tools were not offered")
    assert offered(fake) == ["request_turn", "find_book"], offered(fake); fake.plan("scout").say("Let me see.", ms=300, tools=[("find_book", '{"q": "A-17"}')]); fake.plan("scout").default_ms = 400
    await exchange(ana, "scout", "Hey Scout, where is it?"); assert any("A-17 is on the ship" in x for x in fake.responses("scout")[-1].context), fake.responses("scout")[-1].context
    e = await ana.event("tool.returned", name="find_book", ok=True); assert e["agent"] == "scout" and ana.find("tool.called")[0]["call_id"] == e["call_id"]
    assert {c["headers"]["X-Key"] for c in shop.calls} == {"tool-key"} and {c["headers"]["MCP-Protocol-Version"] for c in shop.calls} == {"2026-07-28"}
    told = (await ana.event("error", code="mcp_unavailable"))["detail"]; assert "gone" in told and "books" in told and "sesame" not in told, told


@pytest.mark.parametrize("answer", [(302, "", {"Location": "/look"}), *rarely(((401, "no"),), ("cut",), ((200, "<h1>Hello</h1>", {"Content-Type": "text/html"}),), ((200, "x" * (3 << 20), {"Content-Type": "application/json"}),))])
async def test_an_agent_joins_without_an_mcp_server_that_cannot_be_used_and_asks_again_at_the_next_join(own, fake, shop, answer):
    shop.answers["mcp"] = [answer]; ana = await own.caller(); await own.cast("scout"); told = (await ana.event("error", code="mcp_unavailable"))["detail"]
    assert "books" in told and "sesame" not in told and len(told) < 500, told; assert not shop.of("look"), "redirects are not followed"
    await exchange(ana, "scout", "Hey Scout, hello."); assert offered(fake) == ["request_turn"]
    shop.answers["mcp"] = [books()]; await own.svc.post("/voice/leave", {"room": own.room, "agent": "scout"}); await ana.event("participant.left", identity="scout"); await own.cast("scout")
    await ana.until(lambda: "find_book" in offered(fake), limits.EVENT, "not asked again")


@rare
async def test_who_cuts_in_while_an_mcp_tool_runs_leaves_its_result_in_the_conversation(own, fake, shop):
    shop.answers["mcp"] = [books(2.0)]; ana = await own.caller(); await own.cast("scout", "nova"); await ana.until(lambda: "find_book" in offered(fake), limits.EVENT, "the tools were not offered")
    fake.plan("scout").say("Let me see.", ms=600, tools=[("find_book", '{"q": "A-17"}')]); await ana.say("Hey Scout, where is it?"); await ana.event("tool.called"); await ana.hears("scout", ms=500)
    t = ana.mark(); await exchange(ana, "nova", "Nova, what about the budget?"); await ana.event("tool.returned", ok=True); await exchange(ana, "scout", "Scout, and now?")
    assert any("A-17 is on the ship" in x for x in fake.responses("scout")[-1].context) and len([c for c in shop.calls if b"tools/call" in c["body"]]) == 1

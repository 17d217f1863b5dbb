"""What an operator sees: /metrics while a call runs, the log, and traces."""
import asyncio, json, re, time
import limits, pytest
from collector import Collector
from prometheus_client.parser import text_string_to_metric_families
from talking import exchange, rare, rarely

RFC3339 = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
PARENT = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01"
STAGES = ["speech_to_stop", "stop_to_transcript", "transcript_to_grant", "grant_to_delta", "delta_to_audio", "audio"]


@pytest.fixture(autouse=True)
def own_process(kit):
    if kit.external: pytest.skip("needs a service of its own")


@pytest.fixture
def collector(kit):
    from conftest import run
    c = run(Collector().start()); yield c; run(c.stop())


def tracing(collector, **more):
    return {"OTEL_EXPORTER_OTLP_ENDPOINT": collector.url, "OTEL_BSP_SCHEDULE_DELAY": "100", "OTEL_RESOURCE_ATTRIBUTES": "deployment.environment.name=kit,team=voice%20agents",
            "OTEL_EXPORTER_OTLP_HEADERS": "x-tenant=kit,authorization=Bearer%20collector-key", **more}


async def families(svc):
    answer = await svc.get("/metrics"); assert answer.status == 200
    found = list(text_string_to_metric_families(answer.text)); names = [f.name for f in found]
    assert len(names) == len(set(names)), names
    return answer.text, {f.name: f for f in found}


def value(family, name=None, **labels): return next((s.value for s in family.samples if s.name == (name or s.name) and s.labels == labels), None)


async def test_metrics_are_read_by_prometheus_own_parser_while_a_call_runs(kit, new_stage, fake):
    svc = await kit.launch("prometheus"); stage = new_stage(svc, "secret-room"); ana = await stage.caller("annabel"); await stage.cast("scout", "nova")
    fake.plan("scout").say(ms=4000); await ana.say("Hey Scout, hello."); await ana.hears("scout", ms=300)
    text, found = await families(svc)
    assert value(found["parley_rooms"]) == 1 and value(found["parley_participants"], kind="agent") == 2 and value(found["parley_participants"], kind="caller") == 1
    assert "secret-room" not in text and "annabel" not in text and 'agent="' not in text, "labels without bound"
    types = {f.name: f.type for f in found.values()}
    assert all(t in ("counter", "gauge", "histogram") for t in types.values()), types
    assert types["parley_turn_latency_seconds"] == types["parley_event_loop_lag_seconds"] == "histogram" and types["parley_turns"] == "counter"
    now = time.time(); assert now - 300 < value(found["process_start_time_seconds"]) <= now + 2
    assert value(found["process_resident_memory_bytes"]) > 1e6 and value(found["process_cpu_seconds"], "process_cpu_seconds_total") > 0
    assert 3 < value(found["process_open_fds"]) < value(found["process_max_fds"]) and value(found["process_threads"]) >= 2
    latency = found["parley_turn_latency_seconds"]; sums, counts = ({s.labels["stage"]: s.value for s in latency.samples if s.name.endswith(end)} for end in ("_sum", "_count"))
    assert set(counts.values()) == {1}, counts
    assert abs(sums["grant_to_delta"] + sums["delta_to_audio"] - sums["grant_to_audio"]) < 0.005, sums
    assert abs(sums["speech_to_grant"] + sums["grant_to_audio"] - sums["speech_to_audio"]) < 0.005 and sums["transcript_to_grant"] < sums["speech_to_grant"], sums
    assert value(found["parley_transcript_seconds"], "parley_transcript_seconds_count") == 1
    await ana.say("No, wait, Nova!"); await ana.event("turn.ended", outcome="interrupted")
    _, after = await families(svc)
    assert value(after["parley_barge_in_seconds"], "parley_barge_in_seconds_count") >= 1
    for name, family in found.items():
        if family.type == "counter":
            for s in family.samples: assert next(x.value for x in after[name].samples if (x.name, x.labels) == (s.name, s.labels)) >= s.value, s


async def test_every_line_of_the_log_is_json_and_says_where(kit, new_stage, fake):
    kit.tools.answers["lookup_order"] = (200, {"state": "on the ship"}, 0)
    svc = await kit.launch("jsonlog", args=["--log-format", "json", "--log-level", "trace"]); stage = new_stage(svc)
    ana = await stage.caller("ana", name="Ana\nLee"); await stage.cast("tess")
    fake.plan("tess").say("Let me see about the zeppelin.", ms=400, tools=[("lookup_order", '{"order_id": "dirigible"}')])
    await exchange(ana, "tess", "Hey Tess, where is my zeppelin?"); await ana.event("tool.returned"); room = stage.room
    await svc.delete(f"/rooms/{room}"); assert await svc.stop(limits.DRAIN) == 0
    said = set(svc.out); lines = [json.loads(x) for x in open(svc.log, encoding="utf-8") if x.strip() not in said]
    for line in lines:
        assert list(line)[:4] == ["time", "level", "logger", "message"] and RFC3339.fullmatch(line["time"]), line
        assert line["level"] in ("trace", "debug", "info", "notice", "warning", "error", "critical"), line
    mine = [x for x in lines if x["logger"] == "parley.room"]; assert mine and all(x["room"] == room for x in mine), mine
    def of(message): return [x for x in mine if x["message"] == message]
    assert of("room opened") and of("room closed")[0]["reason"] == "deleted" and {x["participant"] for x in of("participant joined")} == {"ana", "tess"}
    for message in ("turn granted", "turn started", "turn ended", "tool called", "tool returned"):
        assert of(message) and all(x["turn"] == "tu_1" and x["participant"] == "tess" for x in of(message)), (message, of(message))
    assert isinstance(of("turn started")[0]["latency_ms"], int) and of("turn ended")[0]["outcome"] == "completed" and of("tool returned")[0]["ok"] is True
    assert not [x for x in mine if x.get("turn") and x["time"] > of("turn ended")[-1]["time"] and x["message"] in ("participant left", "room closed")]
    whole = open(svc.log, encoding="utf-8").read(); assert not [w for w in ("zeppelin", "dirigible", "on the ship", "kit-key", "tool-key") if w in whole]
    assert any(x["logger"] == "parley.http" and x["path"] == "/voice/join" and x["status"] == 200 for x in lines)


@rare
async def test_a_log_for_people_has_one_line_for_each_event(kit, new_stage, fake):
    svc = await kit.launch("humanlog"); stage = new_stage(svc); ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").say(ms=400)
    await exchange(ana, "scout", "Hey Scout, hello."); assert await svc.stop(limits.DRAIN) == 0
    ended = [x for x in open(svc.log) if " turn ended " in x]; assert len(ended) == 1, ended
    assert re.fullmatch(RFC3339.pattern + rf" info parley\.room: turn ended room={stage.room} turn=tu_1 participant=scout heard_ms=\d+ outcome=completed\n", ended[0]), ended


async def test_a_call_is_one_trace(kit, new_stage, fake, collector):
    kit.tools.answers["lookup_order"] = (200, {"state": "on the ship"}, 0.2)
    svc = await kit.launch("traces", env=tracing(collector, OTEL_SERVICE_NAME="kit-parley")); stage = new_stage(svc); ana = await stage.caller()
    await stage.join("tess", headers={"Prefer": "wait=10", "traceparent": PARENT, "tracestate": "vendor=1"}); await stage.cast("scout")
    fake.plan("tess").say("Let me see.", ms=500, tools=[("lookup_order", '{"order_id": "A-17"}')]); fake.plan("tess").say("On the ship.", ms=500)
    t = ana.mark(); await ana.say("Hey Tess, where is my zeppelin?"); await ana.turn_over("tess", since=t)
    fake.plan("scout").say(ms=6000); t = ana.mark(); await ana.say("Hey Scout, tell me."); await ana.hears("scout", since=t, ms=500)
    await ana.say("No, stop that please, thank you!"); await ana.event("turn.ended", since=t, outcome="interrupted")
    await collector.until(lambda: len(collector.of("invoke_agent")) >= 2, limits.EVENT)   # while the call goes on
    await svc.delete(f"/rooms/{stage.room}"); await collector.until(lambda: collector.of("invoke_workflow"), limits.EVENT)

    r = collector.requests[0]; assert (r["method"], r["path"]) == ("POST", "/v1/traces") and r["headers"]["content-type"] == "application/json", r
    assert r["headers"]["x-tenant"] == "kit" and r["headers"]["authorization"] == "Bearer collector-key"
    call, = collector.of("invoke_workflow"); spans = collector.spans; by_id = {s.id: s for s in spans}
    assert {s.trace for s in spans} == {call.trace} and call.parent is None and len(by_id) == len(spans), "one trace for a room"
    assert all(s.parent in by_id for s in spans if s is not call) and all(s.start <= s.end for s in spans)
    assert all(s.attributes["gen_ai.conversation.id"] == stage.room for s in spans)
    resource = spans[0].resource; assert resource["service.name"] == "kit-parley" and resource["deployment.environment.name"] == "kit" and resource["team"] == "voice agents", resource
    assert call.attributes["gen_ai.operation.name"] == "invoke_workflow" and call.attributes["parley.room.reason"] == "deleted"

    joined, = collector.of("create_agent Tess"); assert joined.parent == call.id and joined.kind == 3
    assert joined.links == [(PARENT.split("-")[1], PARENT.split("-")[2])] and not collector.of("create_agent Scout")[0].links
    assert joined.attributes["gen_ai.request.model"] == "gpt-realtime-kit-tess" and joined.attributes["server.address"] == "127.0.0.1"
    assert joined.attributes["server.port"] == int(fake.url.split(":")[2].split("/")[0]) and joined.attributes["gen_ai.agent.id"].startswith("pa_")

    tess, = collector.of("invoke_agent Tess"); scout, = collector.of("invoke_agent Scout"); assert tess.parent == scout.parent == call.id
    want = {"gen_ai.operation.name": "invoke_agent", "gen_ai.agent.name": "Tess", "gen_ai.output.type": "speech", "parley.turn.reason": "address", "parley.turn.outcome": "completed", "parley.participant": "tess"}
    assert want.items() <= tess.attributes.items() and tess.status == 0, tess
    used = [e for e in ana.find("turn.ended") if e["agent"] == "tess"][0]["usage"]["tokens"]
    assert tess.attributes["gen_ai.usage.input_tokens"] == used["input"] and tess.attributes["gen_ai.usage.output_tokens"] == used["output"], (tess, used)
    assert scout.attributes["parley.turn.outcome"] == "interrupted" and "barge_in" in [e[0] for e in scout.events]
    for turn in (tess, scout):
        stages = sorted((s for s in spans if s.parent == turn.id and s.name in STAGES), key=lambda s: (s.start, STAGES.index(s.name)))
        assert [s.name for s in stages] == STAGES, stages
        assert stages[0].start == turn.start and all(a.end <= b.start + 1 for a, b in zip(stages, stages[1:])), [(s.name, s.start, s.end) for s in stages]
        latency = (stages[-1].start - turn.start) / 1e6; assert abs(latency - turn.attributes["parley.turn.latency_ms"]) < 120 * limits.S, latency
    tool, = collector.of("execute_tool lookup_order"); assert tool.parent == tess.id and tool.kind == 1 and (tool.end - tool.start) / 1e6 >= 190
    assert tool.attributes["gen_ai.tool.name"] == "lookup_order" and tool.attributes["gen_ai.tool.call.id"] and tool.attributes["gen_ai.operation.name"] == "execute_tool"
    assert kit.tools.calls[0]["headers"]["traceparent"] == f"00-{tool.trace}-{tool.id}-01", "the tool's server can go on in the same trace"
    whole = b"".join(r["body"] for r in collector.requests); assert not [w for w in (b"zeppelin", b"A-17", b"on the ship", b"kit-key", b"tool-key", b"collector-key") if w in whole]


async def test_spans_are_sent_again_when_the_collector_says_so_and_counted_when_lost(kit, new_stage, fake, collector):
    collector.answers = [(503, {"Retry-After": "1"}), 429, 400, (200, {}, {"partialSuccess": {"rejectedSpans": "1", "errorMessage": "too old"}})]
    svc = await kit.launch("retries", env=tracing(collector)); stage = new_stage(svc); await stage.cast("scout")
    await collector.until(lambda: len(collector.requests) >= 3, 10 * limits.S, "three attempts of the first batch")
    first, second, third = collector.requests[:3]; assert first["body"] == second["body"] == third["body"] and [r["status"] for r in collector.requests[:3]] == [503, 429, 400]
    assert 0.95 <= second["t"] - first["t"] <= 2 * limits.S and 1.5 <= third["t"] - second["t"] <= 4 * limits.S, "as the collector asked, then with growing pauses"
    await asyncio.sleep(0.5); assert len(collector.requests) == 3, "what is refused is not tried again"
    await stage.join("nova"); await collector.until(lambda: len(collector.requests) >= 4, limits.EVENT)
    async def lost():
        _, found = await families(svc); return value(found["parley_spans"], "parley_spans_total", outcome="dropped")
    end = time.monotonic() + limits.EVENT
    while await lost() != 2: assert time.monotonic() < end, await lost(); await asyncio.sleep(0.05)
    assert await svc.stop(limits.DRAIN) == 0


@rare
async def test_a_dead_collector_costs_a_call_nothing(kit, new_stage, fake):
    svc = await kit.launch("nocollector", env={"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", "OTEL_BSP_SCHEDULE_DELAY": "50"})
    stage = new_stage(svc); ana = await stage.caller(); await stage.cast("scout"); fake.plan("scout").say(ms=600)
    e = await exchange(ana, "scout", "Hey Scout, hello."); assert e["outcome"] == "completed"
    t = time.monotonic(); assert await svc.stop(limits.DRAIN) == 0 and time.monotonic() - t < 6 * limits.S


@rare
async def test_a_sampler_that_wants_nothing_gets_nothing(kit, new_stage, fake, collector):
    svc = await kit.launch("unsampled", env=tracing(collector, OTEL_TRACES_SAMPLER="always_off")); stage = new_stage(svc); await stage.cast("scout")
    await svc.delete(f"/rooms/{stage.room}"); assert await svc.stop(limits.DRAIN) == 0 and not collector.requests


@pytest.mark.parametrize("name, text", [("OTEL_EXPORTER_OTLP_ENDPOINT", "localhost:4318"), *rarely(("OTEL_EXPORTER_OTLP_PROTOCOL", "grpc"), ("OTEL_TRACES_SAMPLER", "sometimes"))])
async def test_a_wrong_variable_is_named(kit, name, text):
    svc = await kit.launch("wrongotel", env={"OTEL_EXPORTER_OTLP_ENDPOINT": "http://127.0.0.1:9", name: text}, wait=False)
    assert await svc.wait(limits.START) == 1; said = open(svc.log).read().splitlines()[-1]; assert name in said and text in said, said

"""An OTLP/HTTP collector that takes JSON and believes nothing: what comes is read by protobuf's own schema (opentelemetry-proto)."""
import asyncio, base64, copy, json, re, time
from aiohttp import web
from google.protobuf import json_format
from opentelemetry.proto.collector.trace.v1.trace_service_pb2 import ExportTraceServiceRequest

IDS = {"traceId": 32, "spanId": 16, "parentSpanId": 16}


def strict(node, path="$"):
    """OTLP's own departures from protobuf's JSON: ids are lower-case hex, enums are numbers, 64-bit integers texts. Gives
    back what protobuf's reader understands."""
    if isinstance(node, list): return [strict(n, f"{path}[{i}]") for i, n in enumerate(node)]
    if not isinstance(node, dict): return node
    out = {}
    for key, value in node.items():
        if key in IDS:
            assert re.fullmatch(f"[0-9a-f]{{{IDS[key]}}}", value) and set(value) != {"0"}, f"{path}.{key}: {value!r}"
            value = base64.b64encode(bytes.fromhex(value)).decode()
        elif key in ("kind", "code"): assert type(value) is int, f"{path}.{key} is an enum: {value!r}"
        elif key.endswith("UnixNano") or key == "intValue": assert type(value) is str and re.fullmatch(r"-?\d+", value), f"{path}.{key}: {value!r}"
        else: value = strict(value, f"{path}.{key}")
        out[key] = value
    return out


def plain(attributes):
    """{key: value} of OTLP's list."""
    def value(v):
        (kind, x), = v.items()
        return {"intValue": int, "arrayValue": lambda a: [value(y) for y in a["values"]]}.get(kind, lambda y: y)(x)
    assert len({a["key"] for a in attributes}) == len(attributes), f"a key twice: {attributes}"
    return {a["key"]: value(a["value"]) for a in attributes}


class Span:
    def __init__(self, json_, resource):
        self.json, self.resource = json_, resource
        self.name, self.kind, self.trace, self.id = json_["name"], json_["kind"], json_["traceId"], json_["spanId"]
        self.parent, self.start, self.end = json_.get("parentSpanId"), int(json_["startTimeUnixNano"]), int(json_["endTimeUnixNano"])
        self.attributes = plain(json_.get("attributes", [])); self.status = json_.get("status", {}).get("code", 0)
        self.events = [(e["name"], plain(e.get("attributes", []))) for e in json_.get("events", [])]
        self.links = [(k["traceId"], k["spanId"]) for k in json_.get("links", [])]

    def __repr__(self): return f"{self.name} {self.attributes}"


class Collector:
    """`answers` are given in turn: a status, (status, headers) or (status, headers, body); 200 when there is none left."""
    def __init__(self): self.requests, self.answers, self.spans = [], [], []

    async def start(self):
        app = web.Application(client_max_size=1 << 26); app.router.add_route("*", "/{path:.*}", self.on)
        self.runner = web.AppRunner(app, shutdown_timeout=0.2); await self.runner.setup()
        site = web.TCPSite(self.runner, "127.0.0.1", 0); await site.start()
        self.url = f"http://127.0.0.1:{site._server.sockets[0].getsockname()[1]}"; return self

    async def stop(self): await self.runner.cleanup()

    async def on(self, req):
        body = await req.read()
        answer = self.answers.pop(0) if self.answers else 200
        status, headers, reply = (answer, {}, {}) if isinstance(answer, int) else (*answer, {})[:3]
        self.requests.append({"t": time.monotonic(), "method": req.method, "path": req.path, "headers": {k.lower(): v for k, v in req.headers.items()}, "body": body, "status": status})
        if status == 200:
            message = json.loads(body); checked = json_format.ParseDict(strict(copy.deepcopy(message)), ExportTraceServiceRequest())
            assert checked.resource_spans, "nothing in it"
            for r in message["resourceSpans"]:
                resource = plain(r["resource"]["attributes"])
                for s in r["scopeSpans"]: self.spans += [Span(x, resource) for x in s["spans"]]
        return web.json_response(reply, status=status, headers=headers)

    def of(self, start, **attributes):
        """Spans whose name begins so, with these attributes (`_` for `.`)."""
        want = {k.replace("__", "."): v for k, v in attributes.items()}
        return [s for s in self.spans if s.name.startswith(start) and all(s.attributes.get(k) == v for k, v in want.items())]

    async def until(self, condition, seconds, what="no such span"):
        end = time.monotonic() + seconds
        while not condition():
            assert time.monotonic() < end, f"{what}: {[s.name for s in self.spans]}, {[(r['path'], r['status']) for r in self.requests]}"
            await asyncio.sleep(0.03)

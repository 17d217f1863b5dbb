"""`Protocol/` agrees with itself: the schemas are schemas, every message has an example, every example is valid."""
import base64, hashlib, hmac, json, pathlib, re, sys
import jsonschema, pytest, yaml
from openapi_spec_validator import validate
sys.path.insert(0, str(pathlib.Path(__file__).parent))
from schemas import BODIES, EVENTS, OPENAPI, PERSONA, PROTOCOL, errors, event_errors, operations

EXAMPLES = PROTOCOL / "examples"


def load(file): return json.loads(file.read_text(encoding="utf-8"))


def files(folder, pattern="*.json"):
    found = sorted((EXAMPLES / folder).glob(pattern))
    assert found, f"no examples in {folder}"
    return [pytest.param(f, id=f.name) for f in found]


# -- the schemas themselves

def test_openapi_is_openapi(): validate(OPENAPI)


@pytest.mark.parametrize("schema", [EVENTS, PERSONA], ids=["events", "persona"])
def test_schemas_are_schemas(schema): jsonschema.Draft202012Validator.check_schema(schema)


def test_operations_have_names_of_their_own():
    names = [o["operationId"] for _, _, o in operations()]
    assert len(names) == len(set(names))


def test_every_schema_of_openapi_is_used():
    text = (PROTOCOL / "openapi.yaml").read_text()
    unused = [n for n in OPENAPI["components"]["schemas"] if f"#/components/schemas/{n}\"" not in text]
    assert not unused, unused


def test_the_two_documents_share_their_words():
    """openapi.yaml is served alone, so it repeats a few words of events.schema.json."""
    schemas, defs = OPENAPI["components"]["schemas"], EVENTS["$defs"]
    assert schemas["GrantReason"]["enum"] == defs["grant_reason"]["enum"]
    assert schemas["AgentStatus"]["enum"] == defs["agent.status"]["properties"]["status"]["enum"]
    assert schemas["EndedTurn"]["properties"]["outcome"]["enum"] == defs["turn.ended"]["properties"]["outcome"]["enum"]
    for ours, theirs in (("Name", "name"), ("ParticipantId", "participant_id"), ("TurnId", "turn_id")):
        assert schemas[ours]["pattern"] == defs[theirs]["pattern"]
    assert schemas["Timestamp"]["pattern"] == defs["envelope"]["properties"]["at"]["pattern"]
    assert schemas["EndedTurn"]["required"] == defs["turn.ended"]["required"]


def test_every_type_of_event_and_every_prefix_may_be_asked_for():
    types = [name for name in EVENTS["$defs"] if "." in name or name == "error"]
    assert set(OPENAPI["components"]["schemas"]["JoinRequest"]["properties"]["callback_events"]["items"]["enum"]) == {
        "*", *types, *(f"{name.partition('.')[0]}.*" for name in types if "." in name)}


def examples_inside(node, path="#"):
    if isinstance(node, dict):
        if "schema" in node and "example" in node: yield path, node
        for key, value in node.items(): yield from examples_inside(value, f"{path}/{str(key).replace('~', '~0').replace('/', '~1')}")
    elif isinstance(node, list):
        for i, value in enumerate(node): yield from examples_inside(value, f"{path}/{i}")


@pytest.mark.parametrize("path,node", list(examples_inside(OPENAPI)), ids=lambda x: x if isinstance(x, str) else "")
def test_examples_inside_openapi(path, node):
    assert not errors({"$ref": f"urn:parley:openapi{path}/schema"}, node["example"])


# -- events

TYPES = [name for name in EVENTS["$defs"] if "." in name or name == "error"]


@pytest.mark.parametrize("file", files("events"))
def test_event(file):
    event = load(file)
    assert not event_errors("event", event)
    assert file.stem == event["type"] or file.stem.startswith(event["type"] + "."), "the file is named after another type"


def test_any_event_knows_every_type():
    assert [r["$ref"].rsplit("/", 1)[1] for r in EVENTS["$defs"]["any_event"]["oneOf"]] == TYPES


def test_every_event_type_has_an_example():
    assert {load(p.values[0])["type"] for p in files("events")} == set(TYPES)


@pytest.mark.parametrize("type_,field,words", [
    ("agent.status", "status", EVENTS["$defs"]["agent.status"]["properties"]["status"]["enum"]),
    ("turn.granted", "reason", EVENTS["$defs"]["grant_reason"]["enum"]),
    ("turn.ended", "outcome", EVENTS["$defs"]["turn.ended"]["properties"]["outcome"]["enum"]),
    ("participant.joined", "kind", EVENTS["$defs"]["kind"]["enum"]), ("participant.left", "kind", EVENTS["$defs"]["kind"]["enum"]),
    ("transcript.final", "interrupted", [True, False]), ("tool.returned", "ok", [True, False]), ("context.condensed", "by", ["summary", "dropped"])])
def test_every_word_has_an_example(type_, field, words):
    assert {e[field] for e in (load(p.values[0]) for p in files("events")) if e["type"] == type_} == set(words)


@pytest.mark.parametrize("file", files("events"))
def test_an_event_with_a_field_missing_or_too_many_is_refused(file):
    event = load(file)
    for field in event:
        # What only some events of a type carry may be left out.
        if (event["type"], field) in {("agent.status", "error"), ("agent.status", "reason"), ("transcript.delta", "turn"), ("transcript.final", "turn"), ("context.condensed", "agent")}: continue
        assert event_errors("event", {k: v for k, v in event.items() if k != field}), f"valid without {field}"
    assert event_errors("event", {**event, "colour": "red"})


@pytest.mark.parametrize("file", files("callbacks"))
def test_callback(file):
    assert not event_errors("callback", load(file))
    assert event_errors("event", load(file)), "a callback says more than its event"
    assert not errors({"$ref": "urn:parley:openapi#/components/schemas/Callback"}, load(file))


def test_callback_signature():
    """The vector for receivers, and for our own sender: base64(HMAC-SHA256(key, id.timestamp.body))."""
    comment, _, request = (EXAMPLES / "callbacks/agent.status.http").read_bytes().partition(b"\n")
    head, _, body = request.partition(b"\n\n")
    secret = re.search(rb"whsec_(\S+);", comment)[1]
    headers = {k.lower(): v for k, v in (line.decode().split(": ", 1) for line in head.splitlines()[1:])}
    signed = f"{headers['webhook-id']}.{headers['webhook-timestamp']}.".encode() + body
    assert headers["webhook-signature"] == "v1," + base64.b64encode(hmac.new(base64.b64decode(secret), signed, hashlib.sha256).digest()).decode()
    assert int(headers["content-length"]) == len(body) and json.loads(body) == load(EXAMPLES / "callbacks/agent.status.json")
    for name, parameter in ((p["name"], p["schema"]["pattern"]) for p in (OPENAPI["components"]["parameters"][n] for n in ("WebhookId", "WebhookTimestamp", "WebhookSignature"))):
        assert re.search(parameter, headers[name]), name


def test_server_sent_events():
    blocks = [b for b in (EXAMPLES / "sse/stream.txt").read_text(encoding="utf-8").split("\n\n") if b and not b.startswith(":")]
    for block in blocks:
        fields = dict(line.split(": ", 1) for line in block.splitlines())
        event = json.loads(fields["data"])
        assert not event_errors("event", event) and fields.keys() == {"id", "data"} and fields["id"] == str(event["seq"])
    assert blocks


# -- the caller's line

@pytest.mark.parametrize("file", files("line/in"))
def test_text_frame_in(file):
    assert not event_errors("line_in", load(file)) and load(file)["type"] == file.stem


@pytest.mark.parametrize("file", files("line/out"))
def test_text_frame_out(file): assert not event_errors("line_out", load(file))


@pytest.mark.parametrize("file", files("line/refused"))
def test_text_frame_refused(file): assert event_errors("line_in", load(file))


def branches(part): return [EVENTS["$defs"][r["$ref"].rsplit("/", 1)[1]] for r in EVENTS["$defs"][part]["oneOf"]]


def test_every_text_frame_in_has_an_example():
    assert {b["properties"]["type"]["const"] for b in branches("line_in")} == {p.values[0].stem for p in files("line/in")}


def test_every_text_frame_out_has_an_example():
    for branch in EVENTS["$defs"]["line_out"]["oneOf"]:
        assert any(not errors({"$ref": "urn:parley:events" + branch["$ref"]}, load(p.values[0])) for p in files("line/out")), branch


# -- HTTP

def body_of(file): return ".".join(file.stem.split(".")[:2])


@pytest.mark.parametrize("file", files("http"))
def test_http_body(file):
    assert body_of(file) in BODIES, "openapi.yaml knows no such body"
    assert not errors({"$ref": "urn:parley:openapi" + BODIES[body_of(file)]["$ref"]}, load(file))


def test_every_http_body_has_an_example():
    assert {body_of(p.values[0]) for p in files("http")} == set(BODIES)


def test_an_unknown_member_of_a_body_is_refused():
    for name, schema in BODIES.items():
        assert errors({"$ref": "urn:parley:openapi" + schema["$ref"]}, {"colour": "red"}), name


@pytest.mark.parametrize("room", ["", "a b", "ü", "a" * 65])
def test_a_bad_name_is_refused(room):
    assert errors({"$ref": "urn:parley:openapi#/components/schemas/JoinRequest"}, {"room": room, "agent": "scout"})


# -- problems

CODES = {m[1]: int(m[2]) for m in re.finditer(r"^\| `(\w+)` \| (\d{3}) \|", (PROTOCOL / "problems.md").read_text(), re.M)}


@pytest.mark.parametrize("file", files("problems"))
def test_problem(file):
    problem = load(file)
    assert not errors({"$ref": "urn:parley:openapi#/components/schemas/Problem"}, problem)
    assert problem["code"] == file.stem and problem["type"].endswith(f":{file.stem}") and problem["status"] == CODES[file.stem]


def test_every_code_has_an_example(): assert {p.values[0].stem for p in files("problems")} == set(CODES)


def test_every_code_named_by_openapi_is_in_the_table_under_a_status_it_has():
    for name, response in OPENAPI["components"]["responses"].items():
        statuses = {s for _, _, o in operations() for s, a in o["responses"].items() if a.get("$ref", "").endswith(f"/{name}")}
        codes = set(re.findall(r"`(\w+)`", response["description"])) & set(CODES)
        assert codes and statuses and {str(CODES[c]) for c in codes} <= statuses, (name, codes, statuses)


@pytest.mark.parametrize("route", ["/voice/join", "/voice/leave", "/agents", "/agents/{id}", "/rooms", "/rooms/{room}", "/rooms/{room}/participants/{identity}", "/rooms/{room}/participants/{identity}/mute", "/rooms/{room}/turns", "/rooms/{room}/messages",
                                   "/rooms/{room}/interrupt", "/rooms/{room}/tokens", "/rooms/{room}/events", "/rooms/{room}/transcript", "/rooms/{room}/call", "/healthz", "/readyz", "/metrics", "/openapi.yaml", "/", "/r/{room}", "/page/{file}", "/page/{folder}/{file}"])
def test_every_route_of_the_contract_is_described(route): assert route in OPENAPI["paths"]


def test_only_the_open_routes_need_no_key():
    free = {path for path, _, operation in operations() if operation.get("security") == []}
    assert free == {"/healthz", "/readyz", "/", "/r/{room}", "/page/{file}", "/page/{folder}/{file}"}


# -- request_turn

RESULTS = [json.loads(m) for m in re.findall(r"`(\{\"(?:ok|error)\".*?\})`", (PROTOCOL / "request_turn.md").read_text(encoding="utf-8"))]


@pytest.mark.parametrize("result", RESULTS, ids=json.dumps)
def test_a_result_of_request_turn_is_a_promise_or_an_error(result):
    if "ok" in result: assert result["ok"] is True and list(result) == ["ok", "agent", "detail"] and result["detail"].endswith(".")
    else: assert list(result) in (["error"], ["error", "agent"], ["error", "agents"]) and result["error"].endswith(".")


def test_every_kind_of_result_is_shown():
    assert {tuple(r) for r in RESULTS} == {("ok", "agent", "detail"), ("error",), ("error", "agent"), ("error", "agents")}


# -- persona files

def front_matter(text):
    assert text.startswith("---\n")
    return yaml.safe_load(text.split("\n---\n", 1)[0][4:])


@pytest.mark.parametrize("file", files("personas", "*.md") + [pytest.param(f, id=f"Agents/{f.name}") for f in sorted((PROTOCOL.parent / "Agents").glob("*.md"))])
def test_persona(file): assert not errors(PERSONA, front_matter(file.read_text(encoding="utf-8")))


def test_every_key_of_a_persona_has_an_example():
    used = set().union(*(front_matter(p.values[0].read_text(encoding="utf-8")) for p in files("personas", "*.md")))
    assert used == set(PERSONA["properties"])


BAD_PERSONAS = [{}, {"name": ""}, {"name": 5}, {"name": "X", "vioce": "marin"}, {"name": "X", "expertise": 5}, {"name": "X", "script": [{"when": ["a"]}]},
                {"name": "X", "tools": [{"name": "t"}]}, {"name": "X", "tools": [{"name": "request_turn", "http": {"url": "https://a.example"}}]}, {"name": "X", "realtime": []}, {"name": "X", "realtime": {"url": "wss://a.example", "key": ""}},
                {"name": "X", "tools": [{"name": "t", "http": {"url": "https://a.example", "timeout": "5 s"}}]}, {"name": "X", "tools": [{"name": "t", "http": {"url": "ftp://a.example"}}]},
                {"name": "X", "mcp": {}}, {"name": "X", "mcp": [{"url": "ftp://a.example"}]}, {"name": "X", "mcp": {"url": "https://a.example", "allowed_tools": []}},
                {"name": "X", "mcp": {"url": "https://a.example", "name": "a b"}}]


@pytest.mark.parametrize("front", BAD_PERSONAS, ids=json.dumps)
def test_a_bad_persona_is_refused(front): assert errors(PERSONA, front)


# -- Realtime

@pytest.mark.parametrize("direction", ["client", "server"])
def test_realtime_examples_are_valid_events(direction):
    sys.path.insert(0, str(PROTOCOL.parent / "Tests/Acceptance"))
    from oracle import Oracle
    oracle = Oracle()
    for parameter in files(f"realtime/{direction}"):
        event = load(parameter.values[0])
        assert event["type"] == parameter.values[0].stem and not oracle.check(direction, event), parameter.id
    assert {p.values[0].stem for p in files(f"realtime/{direction}")} == set(oracle.by[direction]), "not every event has an example"

"""The schemas of `Protocol/`, ready to judge a value."""
import json, pathlib
import jsonschema, yaml
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

PROTOCOL = pathlib.Path(__file__).resolve().parents[2] / "Protocol"
EVENTS = json.loads((PROTOCOL / "events.schema.json").read_text())
PERSONA = json.loads((PROTOCOL / "persona.schema.json").read_text())
OPENAPI = yaml.safe_load((PROTOCOL / "openapi.yaml").read_text())
REGISTRY = Registry().with_resources([(EVENTS["$id"], Resource.from_contents(EVENTS)), (PERSONA["$id"], Resource.from_contents(PERSONA)),
                                      ("urn:parley:openapi", Resource.from_contents(OPENAPI, default_specification=DRAFT202012))])


def errors(schema, value):
    checker = jsonschema.Draft202012Validator(schema, registry=REGISTRY, format_checker=jsonschema.Draft202012Validator.FORMAT_CHECKER)
    return [f"{e.json_path}: {e.message[:300]}" for e in checker.iter_errors(value)]


def event_errors(part, value): return errors({"$ref": f"urn:parley:events#/$defs/{part}"}, value)


def body_errors(name, value):
    """`name`: operationId.request, operationId.status, or the name of a schema."""
    return errors({"$ref": "urn:parley:openapi" + (BODIES[name]["$ref"] if name in BODIES else f"#/components/schemas/{name}")}, value)


def operations():
    for path, methods in OPENAPI["paths"].items():
        for method, operation in methods.items():
            if method != "parameters": yield path, method, operation


def bodies():
    """{operationId.request or operationId.status: schema} for every JSON body that openapi.yaml describes."""
    for _, _, operation in operations():
        name = operation["operationId"]
        if body := operation.get("requestBody"): yield f"{name}.request", body["content"]["application/json"]["schema"]
        for status, answer in operation["responses"].items():
            if schema := answer.get("content", {}).get("application/json", {}).get("schema"): yield f"{name}.{status}", schema


BODIES = dict(bodies())

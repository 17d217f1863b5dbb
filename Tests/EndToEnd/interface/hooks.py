"""What a request means that a schema cannot say; and a list of what was answered."""
import hashlib, os
import schemathesis


@schemathesis.hook
def before_call(context, case, kwargs):
    """An Idempotency-Key belongs to one body. One that is no key at all stays what it is."""
    key = (case.headers or {}).get("Idempotency-Key")
    if key and len(key) <= 200 and case.operation.path == "/voice/join":
        case.headers["Idempotency-Key"] = key + hashlib.sha256(repr(case.body).encode("utf-8", "surrogatepass")).hexdigest()[:16]


@schemathesis.hook
def after_call(context, case, response):
    with open(os.environ["FUZZ_ANSWERS"], "a") as file:
        file.write(f"{case.operation.path} {case.operation.method.upper()} {response.status_code}\n")

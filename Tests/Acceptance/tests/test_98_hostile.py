"""Clients that break every rule: after each the service lives, other rooms sound as before, no descriptor is left. Ours, not the kit's."""
import asyncio, base64, contextlib, os, re, resource, socket, struct, time
import limits, pytest

BODY = b'{"room":"a","agent":"nobody"}'


# -- tools

def descriptors(svc): return len(os.listdir(f"/proc/{svc.proc.pid}/fd"))


@contextlib.asynccontextmanager
async def unharmed(svc, within=3.0):
    """What happens inside leaves nothing behind."""
    assert (await svc.get("/healthz")).status == 200; before = descriptors(svc)
    yield
    assert (await svc.get("/healthz", timeout=within * limits.S)).status == 200
    assert svc.alive(); end = time.monotonic() + 15 * limits.S
    while descriptors(svc) > before:
        assert time.monotonic() < end, f"{descriptors(svc)} descriptors, {before} before"
        await asyncio.sleep(0.05)


@contextlib.asynccontextmanager
async def sounding(stage, fake, gap=limits.GAP + 0.02):
    """An agent speaks in another room meanwhile, and nobody there notices anything. The moderator lets it: a microphone that stutters on a
    busy machine would be a second voice."""
    ana = await stage.caller("ana", mic=False); await stage.cast("scout"); fake.plan("scout").say(ms=4000, speed=50)
    assert (await stage.post("/turns", {"agent": "scout"})).status == 202; await ana.hears("scout")
    yield
    await ana.turn_over("scout"); run = ana.runs()[0]
    assert run.biggest_gap <= gap and 3900 <= run.ms <= 4100, run
    mark = ana.mark(); assert (await stage.post("/turns", {"agent": "scout"})).status == 202; await ana.hears("scout", since=mark)


def room_for(count):
    """Descriptors for so many sockets, here and in what is started from here."""
    soft, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
    if hard < count: pytest.skip(f"this system allows {hard} descriptors, {count} are needed")
    if soft < count: resource.setrlimit(resource.RLIMIT_NOFILE, (count, hard))


async def open_socket(svc):
    host, port = svc.url.removeprefix("http://").rsplit(":", 1); s = socket.socket(); s.setblocking(False)
    await asyncio.get_running_loop().sock_connect(s, (host, int(port))); return s


async def read_to_end(s, seconds, what=""):
    """What the service says until it closes; fails when it does not."""
    loop, out, end = asyncio.get_running_loop(), b"", time.monotonic() + seconds
    while True:
        left = end - time.monotonic(); assert left > 0, f"{what}: still open after {seconds} s; it said {out[:300]}"
        try: part = await asyncio.wait_for(loop.sock_recv(s, 65536), left)
        except asyncio.TimeoutError: continue
        except ConnectionError: return out
        if not part: return out
        out += part


def reset(s): s.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0)); s.close()


def statuses(out): return [int(found) for found in re.findall(rb"HTTP/1\.1 (\d{3}) [A-Z]", out)]


def post(headers, rest=b""): return b"POST /voice/join HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n" + headers + b"\r\n" + rest


GET, LAST = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
LENGTH = b"Content-Length: %d\r\n" % len(BODY)
CHUNKED = b"Transfer-Encoding: chunked\r\n"

# -- requests that two readers could read in two ways, or none in one: one refusal, and nothing behind it is looked at

AMBIGUOUS = {
    "CL and TE": post(LENGTH + CHUNKED, b"0\r\n\r\n" + GET), "TE and CL": post(CHUNKED + LENGTH, b"0\r\n\r\n" + GET), "two lengths": post(LENGTH + b"Content-Length: 3\r\n", BODY + GET),
    "a list of lengths": post(b"Content-Length: 3, 5\r\n", BODY + GET), "a signed length": post(b"Content-Length: +29\r\n", BODY + GET), "a negative length": post(b"Content-Length: -1\r\n", GET),
    "a length in hex": post(b"Content-Length: 0x1d\r\n", BODY + GET), "an empty length": post(b"Content-Length:\r\n", GET), "a length beyond all numbers": post(b"Content-Length: 99999999999999999999\r\n", GET),
    "a length in Arabic digits": post("Content-Length: ٢٩\r\n".encode(), BODY + GET),
    "chunked twice": post(b"Transfer-Encoding: chunked, chunked\r\n", b"0\r\n\r\n" + GET), "chunked and not last": post(b"Transfer-Encoding: chunked, identity\r\n", b"0\r\n\r\n" + GET), "a word like chunked": post(b"Transfer-Encoding: xchunked\r\n", b"0\r\n\r\n" + GET),
    "chunked behind a tab": post(b"Transfer-Encoding:\x0bchunked\r\n", b"0\r\n\r\n" + GET), "chunked from the past": post(CHUNKED).replace(b"HTTP/1.1", b"HTTP/1.0") + b"0\r\n\r\n" + GET,
    "a folded line": post(b"X: a\r\n b\r\n" + LENGTH, BODY + GET), "a folded first line": b"GET /healthz HTTP/1.1\r\n Host: localhost\r\n\r\n" + GET, "a blank before the colon": post(b"Content-Length : 29\r\n", BODY + GET),
    "a tab before the colon": post(b"Content-Length\t: 29\r\n", BODY + GET), "bare line feeds": b"GET /healthz HTTP/1.1\nHost: a\n\n" + GET, "one bare line feed": post(b"X: a\nTransfer-Encoding: chunked\r\n" + LENGTH, BODY + GET),
    "a bare return": post(b"X: a\rTransfer-Encoding: chunked\r\n" + LENGTH, BODY + GET), "NUL in a value": post(b"X: a\0b\r\n" + LENGTH, BODY + GET), "no name": post(b": x\r\n" + LENGTH, BODY + GET), "no colon": post(b"what is this\r\n" + LENGTH, BODY + GET),
    "no host": b"GET /healthz HTTP/1.1\r\n\r\n" + GET, "two hosts": b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nHost: 127.0.0.1\r\n\r\n" + GET, "two blanks": b"GET  /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n" + GET,
    "a blank in the path": b"GET /health z HTTP/1.1\r\nHost: localhost\r\n\r\n" + GET, "HTTP/2": b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + GET, "TLS": b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03" + os.urandom(64) + b"\r\n\r\n", "no version": b"GET /healthz\r\n\r\n" + GET,
    "a chunk that is longer than it says": post(CHUNKED, b"3\r\nabcd\r\n0\r\n\r\n" + GET), "a negative chunk": post(CHUNKED, b"-1\r\n" + GET), "a signed chunk": post(CHUNKED, b"+3\r\nabc\r\n0\r\n\r\n" + GET), "a chunk in 0x": post(CHUNKED, b"0x3\r\nabc\r\n0\r\n\r\n" + GET),
    "a chunk without a size": post(CHUNKED, b"\r\nabc\r\n0\r\n\r\n" + GET), "a chunk of no end": post(CHUNKED, b"ffffffffffffffff\r\n" + GET), "a chunk behind a bare line feed": post(CHUNKED, b"3\nabc\n0\n\n" + GET),
    "a chunk with blanks inside": post(CHUNKED, b"1 d\r\n" + BODY + b"\r\n0\r\n\r\n" + GET), "an extension without end": post(CHUNKED, b"3;" + b"x" * 5000 + b"\r\nabc\r\n0\r\n\r\n" + GET), "a trailer that is none": post(CHUNKED, b"0\r\nwhat\nis this\r\n\r\n" + GET),
    "trailers without end": post(CHUNKED, b"0\r\n" + b"X: yyyyyyyyyyyyyyyy\r\n" * 5000 + b"\r\n" + GET),
}


@pytest.mark.parametrize("name", AMBIGUOUS)
async def test_what_can_be_read_in_two_ways_is_refused_whole(svc, name):
    async with unharmed(svc):
        s = await open_socket(svc); await asyncio.get_running_loop().sock_sendall(s, AMBIGUOUS[name]); out = await read_to_end(s, 10 * limits.S); s.close()
        assert len(statuses(out)) == 1 and statuses(out)[0] in (400, 413, 431), out[:500]
        assert b"application/problem+json" in out, out[:500]


async def test_a_request_inside_a_body_is_no_request(svc):
    """The body says that it has all of it; and what is said twice in the same words is said once."""
    inner = b"DELETE /rooms/x HTTP/1.1\r\nHost: localhost\r\n\r\n"
    async with unharmed(svc):
        for head in (b"Content-Length: %d\r\n" % len(inner), b"Content-Length: %d\r\nContent-Length: %d\r\n" % (len(inner), len(inner))):
            out = await svc.raw(post(head, inner) + LAST); assert statuses(out) == [400, 200], out
        out = await svc.raw(post(CHUNKED, b"%x;name=\"a\r\n" % len(inner) + inner + b"\r\n0\r\nX: y\r\n\r\n") + LAST); assert statuses(out) == [400, 200], out


async def test_pipelined_requests_are_answered_in_order(svc):
    async with unharmed(svc):
        join = post(LENGTH, BODY)
        out = await svc.raw(GET + join + GET + join + b"PUT /rooms HTTP/1.1\r\nHost: localhost\r\n\r\n" + LAST, timeout=5 * limits.S); assert statuses(out) == [200, 404, 200, 404, 405, 200], out
        out = await svc.raw(GET * 500 + LAST, timeout=10 * limits.S); assert statuses(out) == [200] * 501, len(statuses(out))


# -- too much, too little, and text that is none

BAD_TEXT = [b"\xff", b"\xc3", b"\xc0\x80", b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"%ff", b"%ed%a0%80", b"%", b"%0", b"%zz", b"%00"]


def everywhere(bad):
    """(where, request, what may be answered)"""
    refused = (400, 404, 422)
    yield "path", b"GET /rooms/" + bad + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", refused
    yield "agent", b"GET /agents/" + bad + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", refused
    yield "query", b"GET /rooms/a/call?identity=" + bad + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", refused
    yield "query name", b"GET /rooms/a/call?name=" + bad + b"&rate=7 HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", refused
    if bad[:1] == b"%": return
    yield "method", b"GE" + bad + b"T /healthz HTTP/1.1\r\nHost: localhost\r\n\r\n", (400, 405)
    yield "header's name", b"GET /healthz HTTP/1.1\r\nHost: localhost\r\nX" + bad + b": y\r\nConnection: close\r\n\r\n", (400,)
    yield "header", b"GET /rooms/a HTTP/1.1\r\nHost: localhost\r\nX: " + bad + b"\r\nConnection: close\r\n\r\n", refused
    for body in (b'{"room":"' + bad + b'","agent":"nobody"}', b'{"room":"a","agent":"' + bad + b'"}', b'{"' + bad + b'":1}', bad, BODY + bad):
        yield "body", post(b"Connection: close\r\nContent-Length: %d\r\n" % len(body), body), (400,)
    yield "idempotency key", post(b"Connection: close\r\nIdempotency-Key: " + bad + b"\r\n" + LENGTH, BODY), (400, 404, 422)
    yield "upgrade", b"GET /rooms/" + bad + b"/call HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: " + base64.b64encode(b"x" * 16) + b"\r\n\r\n", refused


async def test_text_that_is_none_is_refused_wherever_it_stands(svc):
    async with unharmed(svc):
        for bad in BAD_TEXT:
            for where, request, allowed in everywhere(bad):
                out = await svc.raw(request); assert len(statuses(out)) == 1 and statuses(out)[0] in allowed, (bad, where, out[:300])


HUGE = {
    "target": (b"GET /" + b"a" * 100_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", (400, 431)), "query": (b"GET /rooms/a/call?" + b"x=y&" * 30_000 + b" HTTP/1.1\r\nHost: localhost\r\n\r\n", (431,)),
    "method": (b"G" * 100_000 + b" / HTTP/1.1\r\nHost: localhost\r\n\r\n", (400, 431)), "name": (b"GET / HTTP/1.1\r\nHost: localhost\r\n" + b"X" * 100_000 + b": y\r\n\r\n", (431,)),
    "key": (post(b"Connection: close\r\nIdempotency-Key: " + b"k" * 5000 + b"\r\n" + LENGTH, BODY), (422,)), "body": (post(b"Connection: close\r\nContent-Length: 70000\r\n", b" " * 70_000), (413,)),
    "chunked body": (post(CHUNKED, b"10000\r\n" + b" " * 65536 + b"\r\n1\r\n \r\n0\r\n\r\n"), (413,)), "promised body": (post(b"Content-Length: 9223372036854775807\r\n"), (413,)),
    "nesting": (post(b"Connection: close\r\nContent-Length: 60000\r\n", b"[" * 60_000), (400,)), "allowed nesting": (post(b"Connection: close\r\nContent-Length: 4047\r\n", b'{"metadata":' + b"[" * 2016 + b"]" * 2016 + b"}" + b" " * 2), (422,)),
    "members": (post(b"Connection: close\r\nContent-Length: 60002\r\n", b"{" + b",".join(b'"%06d":1' % i for i in range(5454))[:59_999] + b" }"), (400, 422)),
    "empty body": (post(b"Connection: close\r\nContent-Length: 0\r\n"), (400,)), "nothing": (b"\r\n\r\n\r\n" + LAST, (200,)), "empty chunks": (post(CHUNKED + b"Connection: close\r\n", b"0\r\n\r\n"), (400,)),
    "empty names": (b"GET /rooms//call HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", (404,)), "only slashes": (b"GET " + b"/" * 8000 + b" HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n", (404,)), "an empty host": (b"GET /healthz HTTP/1.1\r\nHost:\r\nConnection: close\r\n\r\n", (200, 400)),
}


async def test_huge_and_empty_everything(svc):
    async with unharmed(svc):
        for name, (request, allowed) in HUGE.items():
            out = await svc.raw(request); assert out == b"" or len(statuses(out)) == 1 and statuses(out)[0] in allowed, (name, out[:300])


# -- too slow, too many, half gone

async def drip(svc, first, then, pause):
    """When the service has had enough of it, and what it said."""
    s, t = await open_socket(svc), time.monotonic(); loop = asyncio.get_running_loop(); reader = asyncio.create_task(read_to_end(s, 30 * limits.S)); await loop.sock_sendall(s, first)
    while then and not reader.done():
        with contextlib.suppress(OSError): await loop.sock_sendall(s, then)
        await asyncio.sleep(pause)
    out = await reader; s.close(); return time.monotonic() - t, out


async def test_drips_of_every_kind_are_cut_by_our_own_deadlines(kit, new_stage, fake):
    svc = await kit.launch("slow", ["--header-timeout", "800ms", "--request-timeout", "1200ms"])
    async with sounding(new_stage(svc), fake), unharmed(svc):
        head, body = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n", post(b"Content-Length: 60000\r\n")
        drips = await asyncio.gather(drip(svc, b"", b"", 0.1), drip(svc, b"G", b"E", 0.05), drip(svc, head, b"X", 0.05), drip(svc, head, b"X: y\r\n", 0.05), drip(svc, b"\r\n", b"\r\n", 0.05), drip(svc, body, b" ", 0.05), drip(svc, body, b"", 0.1),
                                     drip(svc, post(CHUNKED), b"1\r\n \r\n", 0.05), drip(svc, post(CHUNKED, b"0\r\n"), b"X: y\r\n", 0.05), drip(svc, post(CHUNKED, b"3;"), b"x", 0.05), *[drip(svc, body, b" ", 0.1) for _ in range(50)])
        for number, (took, out) in enumerate(drips):
            assert 0.6 <= took <= 4 * limits.S, (number, took); assert statuses(out) in ([], [408]), (number, out[:200])
        assert sum(statuses(out) == [408] for _, out in drips) >= 55


async def test_a_thousand_idle_connections_delay_nobody(kit, new_stage, fake, figure):
    room_for(4096); svc = await kit.launch("idle")
    async with sounding(new_stage(svc), fake), unharmed(svc):
        idle = [await open_socket(svc) for _ in range(1000)]
        for s in idle[:300]: await asyncio.get_running_loop().sock_sendall(s, b"GET /healthz HT")
        t = time.monotonic(); assert (await svc.get("/healthz")).status == 200; took = time.monotonic() - t; figure("answer beside 1,000 idle connections ms", took * 1000); assert took < 1.0 * limits.S, took
        for s in idle: reset(s)


async def test_half_open_and_broken_connections_leave_nothing(svc, stage, fake):
    loop = asyncio.get_running_loop()
    async with sounding(stage, fake), unharmed(svc):
        for rest, answered in [(b"", 0), (b"GET /heal", 0), (GET[:-2], 0), (post(b"Content-Length: 100\r\n", b"{"), 0), (post(CHUNKED, b"5\r\nab"), 0), (GET, 1), (GET * 3, 3)]:
            s = await open_socket(svc); await loop.sock_sendall(s, rest); s.shutdown(socket.SHUT_WR)
            out = await read_to_end(s, 15 * limits.S); s.close(); assert statuses(out).count(200) == answered, (rest, out[:200])
        for rest in (b"", b"GET /heal", GET, post(b"Content-Length: 100\r\n", b"{"), GET * 50):
            for _ in range(10): s = await open_socket(svc); await loop.sock_sendall(s, rest); reset(s)
        lines = [await upgraded(svc, stage.room, f"gone-{i}") for i in range(20)]
        for s in lines: reset(s)


# -- WebSocket

def frame(opcode, payload=b"", fin=True, rsv=0, masked=True, length=None):
    head = bytes([(0x80 if fin else 0) | rsv << 4 | opcode]); size = len(payload) if length is None else length; bit = 0x80 if masked else 0
    head += bytes([bit | size]) if size < 126 else bytes([bit | 126]) + size.to_bytes(2, "big") if size < 65536 else bytes([bit | 127]) + size.to_bytes(8, "big")
    return head + (b"\x11\x22\x33\x44" + bytes(b ^ (0x11, 0x22, 0x33, 0x44)[i & 3] for i, b in enumerate(payload)) if masked else payload)


async def upgraded(svc, room, identity):
    s, loop = await open_socket(svc), asyncio.get_running_loop()
    await loop.sock_sendall(s, f"GET /rooms/{room}/call?identity={identity} HTTP/1.1\r\nHost: localhost\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: {base64.b64encode(os.urandom(16)).decode()}\r\n\r\n".encode())
    out = b""
    while b"\r\n\r\n" not in out: part = await asyncio.wait_for(loop.sock_recv(s, 65536), limits.HTTP); assert part, out; out += part
    assert out.startswith(b"HTTP/1.1 101 "), out; return s


def close_code(out):
    """Of the close frame among the service's frames; None without one."""
    while len(out) >= 2:
        size, start = out[1] & 0x7F, 2
        if size == 126: size, start = int.from_bytes(out[2:4], "big"), 4
        elif size == 127: size, start = int.from_bytes(out[2:10], "big"), 10
        if out[0] & 15 == 8: return int.from_bytes(out[start:start + 2], "big") if size >= 2 else 1005
        out = out[start + size:]
    return None


def close(code, reason=b""): return frame(8, code.to_bytes(2, "big") + reason)


TEXT, CUT = b'{"type":"interrupt"}', b'{"type":"message","text":"\xc3'
VIOLATIONS = {
    **{f"reserved bit {bit}": frame(1, TEXT, rsv=bit) for bit in (1, 2, 4, 7)}, **{f"opcode {code}": frame(code, TEXT) for code in (3, 4, 5, 6, 7, 11, 12, 13, 14, 15)},
    "a ping in pieces": frame(9, b"x", fin=False) + frame(0, b"y"), "a close in pieces": frame(8, b"\x03", fin=False) + frame(0, b"\xe8"), "a long ping": frame(9, b"x" * 126), "a long pong": frame(10, b"x" * 200), "a long close": frame(8, b"\x03\xe8" + b"x" * 130),
    "a close of one byte": frame(8, b"\x03"), **{f"close code {code}": close(code) for code in (0, 999, 1004, 1005, 1006, 1015, 1016, 2999, 5000, 65535)}, "a close reason that is no text": close(1000, b"\xc3\x28"),
    "a continuation of nothing": frame(0, TEXT), "an unfinished continuation of nothing": frame(0, TEXT, fin=False), "a message in a message": frame(1, b'{"type":', fin=False) + frame(1, TEXT), "sound in a message": frame(1, b'{"type":', fin=False) + frame(2, b"\0" * 960),
    "text that is none": frame(1, b'{"type":"\xff"}'), "text that is cut": frame(1, CUT), "text cut between pieces": frame(1, CUT, fin=False) + frame(0, b'\x28"}'), "a surrogate": frame(1, b'"\xed\xa0\x80"'), "overlong text": frame(1, b'"\xc0\x80"'),
    "too long": frame(2, b"\0" * 65538), "too long in pieces": frame(2, b"\0" * 40_000, fin=False) + frame(0, b"\0" * 40_000), "a length without end": frame(2, length=1 << 62) + b"\0" * 100, "a length in too many bytes": b"\x82\xfe\0\x10\x11\x22\x33\x44" + b"\0" * 16, "a negative length": frame(2, length=(1 << 64) - 1) + b"\0" * 100, "too long a text": frame(1, b'"' + b"x" * 65_600 + b'"'),
    "half a sample": frame(2, b"\0" * 961), **{f"unmasked {name}": frame(code, data, masked=False) for name, code, data in (("text", 1, TEXT), ("sound", 2, b"\0" * 960), ("ping", 9, b"x"), ("close", 8, b"\x03\xe8"), ("nothing", 1, b""), ("sound that is too long", 2, b"\0" * 70_000), ("noise", 1, b'"\xff"'))},
    "HTTP again": b"GET / HTTP/1.1\r\n\r\n" * 4, "noise": bytes(range(1, 200)),
}
# What each is told (RFC 6455, 7.4.1): where not said, 1002. The line's own rule, PCM of whole samples, says 1007.
TOLD = {**{name: 1007 for name in ("a close reason that is no text", "text that is none", "text that is cut", "text cut between pieces", "a surrogate", "overlong text", "half a sample")},
        **{name: 1009 for name in ("too long", "too long in pieces", "a length without end", "too long a text")}}


async def test_every_violation_of_websocket_ends_the_line_and_nothing_else(svc, stage, fake):
    async def violate(number, name, data):
        s = await upgraded(svc, stage.room, f"v{number}"); loop = asyncio.get_running_loop()
        with contextlib.suppress(ConnectionError): await loop.sock_sendall(s, data)
        out = await read_to_end(s, 10 * limits.S, name); s.close(); assert close_code(out) == TOLD.get(name, 1002), (name, close_code(out), out[:100])
    async with sounding(stage, fake), unharmed(svc):
        cases = list(enumerate(VIOLATIONS.items()))
        for start in range(0, len(cases), 20): await asyncio.gather(*[violate(number, name, data) for number, (name, data) in cases[start:start + 20]])
        async def left(): return {p["identity"] for p in (await stage.get()).json["participants"]} == {"ana", "scout"}
        for _ in range(100):
            if await left(): break
            await asyncio.sleep(0.1)
        assert await left(), (await stage.get()).json["participants"]


async def test_a_close_code_of_the_caller_is_said_back_and_logged(kit, new_stage):
    svc = await kit.launch("codes", ["--log-level", "debug"]); stage = new_stage(svc); codes = (1000, 1001, 1011, 1012, 1013, 1014, 3000, 4999)
    keeper = await upgraded(svc, stage.room, "keeper")
    async def leave(code):
        s = await upgraded(svc, stage.room, f"code-{code}"); await asyncio.get_running_loop().sock_sendall(s, close(code, b"away")); out = await read_to_end(s, 10 * limits.S); s.close(); assert close_code(out) == code, (code, out)
    async with unharmed(svc): await asyncio.gather(*[leave(code) for code in codes])
    said = open(svc.log).read(); keeper.close()
    for code in codes: assert re.search(rf"line closed .*participant=code-{code} .*code={code}\b", said), (code, said[-2000:])
    assert "away" not in said


async def test_what_is_odd_but_right_is_borne(svc, stage):
    """Empty frames, pieces with pings between them, pieces of one byte, a character in two pieces."""
    s = await upgraded(svc, stage.room, "odd"); loop = asyncio.get_running_loop(); text = '{"type":"message","text":"grün"}'.encode(); cut = text.index(b"\xc3") + 1
    pings = [b"", b"a", b"bb", b"x" * 125]; await loop.sock_sendall(s, b"".join(frame(9, ping) for ping in pings)); out, pongs = b"", b"".join(bytes([0x8A, len(ping)]) + ping for ping in pings)
    while pongs not in out: out += await asyncio.wait_for(loop.sock_recv(s, 65536), limits.EVENT)
    sent = frame(10, b"unasked") + frame(2) + frame(1, text[:cut], fin=False) + frame(9, b"p") + frame(0, b"", fin=False) + frame(0, text[cut:]) + b"".join(frame(1 if i == 0 else 0, text[i:i + 1], fin=i == len(text) - 1) for i in range(len(text)))
    for i in range(0, len(sent), 7): await loop.sock_sendall(s, sent[i:i + 7])
    while out.count("grün".encode()) < 2 or b"\x8a\x01p" not in out: out += await asyncio.wait_for(loop.sock_recv(s, 65536), limits.EVENT)
    await loop.sock_sendall(s, close(4999, "später".encode())); out = await read_to_end(s, 10 * limits.S); s.close(); assert close_code(out) == 4999, out


async def test_pings_without_end_from_one_who_does_not_read(svc, stage, fake):
    async with sounding(stage, fake), unharmed(svc):
        s = await upgraded(svc, stage.room, "pinger"); loop = asyncio.get_running_loop(); flood = frame(9, b"x" * 125) * 200
        with contextlib.suppress(ConnectionError, asyncio.TimeoutError):
            for _ in range(100): await asyncio.wait_for(loop.sock_sendall(s, flood), 0.5)
        reset(s)


# -- many at once

async def test_200_callers_leave_at_once(kit, new_stage, fake, figure):
    room_for(4096); svc = await kit.launch("crowd", ["--max-callers-per-room", "250"]); crowd, calm = new_stage(svc, "crowd"), new_stage(svc, "calm")
    keeper = await upgraded(svc, "crowd", "keeper")
    async with unharmed(svc):
        lines = []
        for start in range(0, 200, 20): lines += await asyncio.gather(*[upgraded(svc, "crowd", f"c{i}") for i in range(start, start + 20)])
        assert len((await crowd.get()).json["participants"]) == 201
        # 200 goodbyes to 200 others are 20,000 events, in a debug build.
        async with sounding(calm, fake, gap=0.8 * limits.S):
            for number, s in enumerate(lines):
                if number % 2: reset(s)
                else: await asyncio.get_running_loop().sock_sendall(s, close(1000))
            t = time.monotonic()
            while len((await crowd.get()).json["participants"]) > 1: assert time.monotonic() - t < 15 * limits.S, "callers that left are still there"; await asyncio.sleep(0.05)
            figure("200 callers gone after ms", (time.monotonic() - t) * 1000)
            for s in lines[::2]: s.close()
        await calm.close()
    keeper.close()


@pytest.mark.parametrize("count", [1000 if os.environ.get("KIT_ALL") else 200])
async def test_dead_receivers_cost_the_rooms_nothing(kit, new_stage, fake, figure, count):
    """Half of them are never accepted, half accepted by the kernel and never answered. Their agents' own server is down: what comes and fails is told to all of its room."""
    import personas
    room_for(8192); agents = kit.tmp / "Agents-dead"; personas.write(agents, 9)
    for broken in ("broken", "nameless", "tess"): (agents / f"{broken}.md").unlink()
    (agents / "ghost.md").write_text("---\nname: Ghost\nrealtime: {url: 'ws://127.0.0.1:1/', model: none}\n---\nYou are nobody.\n")
    deaf, mute = socket.create_server(("127.0.0.1", 0), backlog=0), socket.create_server(("127.0.0.1", 0), backlog=4096)
    svc = await kit.launch("dead", ["--max-joins-per-second", "1000", "--reconnect-attempts", "1"], agents=agents); stage = new_stage(svc)
    async def pace(name):
        ana = await stage.caller(name, mic=False); fake.plan("scout").say(ms=3000, speed=50); t = time.monotonic(); assert (await stage.post("/turns", {"agent": "scout"})).status == 202
        await ana.hears("scout"); heard = time.monotonic() - t; await ana.turn_over("scout"); run = ana.runs()[0]; await ana.close(); return heard, run.biggest_gap, run.ms, ana.max_lead()
    await stage.cast("scout"); alone = await pace("ana")
    async def join(number):
        port = (deaf if number % 2 else mute).getsockname()[1]
        a = await svc.post("/voice/join", {"room": f"dead-{number % 50}", "agent": "ghost", "identity": f"g{number}", "callback_url": f"http://127.0.0.1:{port}/", "callback_events": ["*"]}, timeout=30); assert a.status == 202, a
    for start in range(0, count, 50): await asyncio.gather(*[join(number) for number in range(start, start + 50)])
    beside = await pace("bob")
    for name, (heard, gap, ms, lead) in (("alone", alone), (f"beside {count} dead receivers", beside)):
        figure(f"answer {name} ms", heard * 1000); figure(f"largest gap {name} ms", gap * 1000); assert gap <= limits.GAP + 0.02 and 2900 <= ms <= 3100 and lead <= limits.LEAD + limits.LEAD_TOL, (name, heard, gap, ms, lead)
    assert beside[0] <= alone[0] + 1.0 * limits.S, (alone, beside)
    deaf.close(); mute.close(); svc.signal(9); await svc.wait(10)

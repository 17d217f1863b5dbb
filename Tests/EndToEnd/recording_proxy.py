"""Stands between a Realtime client and its server, passes every frame on unchanged, and writes both directions down."""
import asyncio, json, threading
from websockets.asyncio.client import connect
from websockets.asyncio.server import serve
from websockets.exceptions import ConnectionClosed

# What belongs to one connection's handshake, not to what it carries.
_HANDSHAKE = ("host", "connection", "upgrade", "content-length")


class RecordingProxy:
    """`url` is where clients connect; `connections` are their recordings, in the order they came."""

    def __init__(self, upstream):
        self.upstream, self.connections = upstream, []
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        port = self._run(self._listen())
        self.url = f"http://127.0.0.1:{port}"

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(10)

    async def _listen(self):
        self._server = await serve(self._pass_on, "127.0.0.1", 0, max_size=None, compression=None)
        return self._server.sockets[0].getsockname()[1]

    def close(self):
        async def end():
            self._server.close()
            await self._server.wait_closed()
        self._run(end())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join(5)

    async def _pass_on(self, client):
        request = client.request
        recording = Recording(request.path, request.headers)
        self.connections.append(recording)
        headers = [(name, value) for name, value in request.headers.raw_items()
                   if name.lower() not in _HANDSHAKE and not name.lower().startswith("sec-websocket")]
        async with connect(self.upstream + request.path, additional_headers=headers, max_size=None, compression=None,
                           user_agent_header=None, proxy=None) as server:
            tasks = [asyncio.create_task(recording.carry("client", client, server)),
                     asyncio.create_task(recording.carry("server", server, client))]
            await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
            recording.closed_with = server.close_code
            await client.close()
        await asyncio.gather(*tasks, return_exceptions=True)


class Recording:
    """One connection: `lines` as the oracle reads them, {"direction": …, "event": …}."""

    def __init__(self, path, headers):
        self.path, self.headers, self.lines, self.closed_with = path, headers, [], None

    async def carry(self, direction, source, sink):
        try:
            async for frame in source:
                self.lines.append({"direction": direction, "event": json.loads(frame)})
                await sink.send(frame)
        except ConnectionClosed:
            pass  # which side it was, the other direction knows

    def events(self, direction, *types):
        return [line["event"] for line in list(self.lines)
                if line["direction"] == direction and (not types or line["event"].get("type") in types)]

    def write(self, path, direction=None):
        kept = [line for line in self.lines if direction in (None, line["direction"])]
        path.write_text("".join(json.dumps(line) + "\n" for line in kept))
        return path

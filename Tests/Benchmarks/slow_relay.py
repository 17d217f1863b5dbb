"""slow_relay.py RELAY USER_PORT MOCK_PORT IN_MS OUT_MS: the relay behind a road on which everything takes so long."""
import asyncio, collections, socket, subprocess, sys


async def carry(reader, writer, seconds):
    """In order, each piece so much later than it came."""
    loop, waiting = asyncio.get_running_loop(), collections.deque()

    def leave(): writer.write(waiting.popleft())
    while piece := await reader.read(65536): waiting.append(piece); loop.call_later(seconds, leave)
    await asyncio.sleep(seconds); writer.close()


async def main():
    relay, user, mock, into, out = sys.argv[1], *map(int, sys.argv[2:4]), *(int(x) / 1000 for x in sys.argv[4:6])
    with socket.socket() as s: s.bind(("127.0.0.1", 0)); port = s.getsockname()[1]
    subprocess.Popen([relay, str(port), str(mock)])
    while True:
        try: (await asyncio.open_connection("127.0.0.1", port))[1].close(); break
        except OSError: await asyncio.sleep(0.01)

    async def come(reader, writer):
        ahead, behind = await asyncio.open_connection("127.0.0.1", port)
        await asyncio.gather(carry(reader, behind, into), carry(ahead, writer, out), return_exceptions=True)
    async with await asyncio.start_server(come, "127.0.0.1", user): await asyncio.Event().wait()

asyncio.run(main())

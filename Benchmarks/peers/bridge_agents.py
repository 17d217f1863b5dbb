"""bridge_agents.py USER_PORT REALTIME_PORT: the least that openai-agents needs to bring a caller's WebSocket to a Realtime session,
as its own example server does (examples/realtime/app)."""
import asyncio, os, sys
os.environ.setdefault("OPENAI_AGENTS_DISABLE_TRACING", "1")
from agents.realtime import RealtimeAgent, RealtimeRunner
from websockets.asyncio.server import serve

USER_PORT, REALTIME_PORT = int(sys.argv[1]), int(sys.argv[2])
AGENT = RealtimeAgent(name="Assistant", instructions="You are helpful.")
SETTINGS = {"model_name": "gpt-realtime", "modalities": ["audio"], "input_audio_format": "pcm16", "output_audio_format": "pcm16",
            "input_audio_transcription": {"model": "gpt-realtime-whisper"},
            "turn_detection": {"type": "server_vad", "interrupt_response": True, "create_response": True}}


async def call(line):
    runner = RealtimeRunner(AGENT, config={"tracing_disabled": True, "model_settings": SETTINGS})
    session = await runner.run(model_config={"api_key": "none", "url": f"ws://127.0.0.1:{REALTIME_PORT}/v1/realtime?model=gpt-realtime"})

    async def answer():
        async for event in session:
            if event.type == "audio": await line.send(event.audio.data)
            elif event.type == "audio_interrupted": await line.send('{"type":"clear"}')
    async with session:
        answering = asyncio.create_task(answer())
        try:
            async for frame in line:
                if isinstance(frame, bytes): await session.send_audio(frame)
        finally: answering.cancel()


async def main():
    async with serve(call, "127.0.0.1", USER_PORT, compression=None): await asyncio.Event().wait()

asyncio.run(main())

"""bridge_livekit.py USER_PORT REALTIME_PORT: livekit-agents without a LiveKit room. The caller's WebSocket stands where in its console
mode the sound card stands: an AudioInput and an AudioOutput of its own."""
import asyncio, logging, sys, time
import aiohttp
from livekit import rtc
from livekit.agents import Agent, AgentSession
from livekit.agents.voice import io
from livekit.plugins import openai
from openai.types.realtime import AudioTranscription
from openai.types.beta.realtime.session import TurnDetection
from websockets.asyncio.server import serve

USER_PORT, REALTIME_PORT = int(sys.argv[1]), int(sys.argv[2])
logging.basicConfig(level=logging.WARNING)


class Microphone(io.AudioInput):
    def __init__(self): super().__init__(label="line"); self.frames = asyncio.Queue()

    async def __anext__(self):
        frame = await self.frames.get()
        if frame is None: raise StopAsyncIteration
        return frame


class Speaker(io.AudioOutput):
    """Sends what it is given at once, and tells the session when a player that starts at once has played it."""
    def __init__(self, line):
        super().__init__(label="line", capabilities=io.AudioOutputCapabilities(pause=False), sample_rate=24000)
        self.line, self.began, self.length, self.end = line, None, 0.0, None

    async def capture_frame(self, frame):
        await super().capture_frame(frame)
        if self.began is None: self.began, self.length = time.time(), 0.0; self.on_playback_started(created_at=self.began)
        self.length += frame.duration
        await self.line.send(bytes(frame.data))

    def flush(self):
        super().flush()
        if self.began is not None: self.end = asyncio.get_running_loop().call_later(max(0, self.began + self.length - time.time()), self.finish, False)

    def clear_buffer(self): asyncio.ensure_future(self.line.send('{"type":"clear"}')); self.finish(True)

    def finish(self, interrupted):
        if self.began is None: return
        played, self.began = min(self.length, time.time() - self.began), None
        if self.end: self.end.cancel(); self.end = None
        self.on_playback_finished(playback_position=played, interrupted=interrupted)


async def call(line):
    model = openai.realtime.RealtimeModel(
        base_url=f"http://127.0.0.1:{REALTIME_PORT}/v1", api_key="none", model="gpt-realtime", http_session=HTTP,
        input_audio_transcription=AudioTranscription(model="gpt-realtime-whisper"),
        turn_detection=TurnDetection(type="server_vad", create_response=True, interrupt_response=True))
    # There is no loudspeaker whose echo would have to be learned first: nothing that callers say is to be left out.
    session, microphone = AgentSession(llm=model, vad=None, aec_warmup_duration=None), Microphone()
    session.input.audio, session.output.audio = microphone, Speaker(line)
    await session.start(Agent(instructions="You are helpful."))
    try:
        async for frame in line:
            if isinstance(frame, bytes): microphone.frames.put_nowait(rtc.AudioFrame(frame, 24000, 1, len(frame) // 2))
    finally:
        microphone.frames.put_nowait(None); await session.aclose()


async def main():
    global HTTP
    async with aiohttp.ClientSession() as HTTP, serve(call, "127.0.0.1", USER_PORT, compression=None): await asyncio.Event().wait()

asyncio.run(main())

"""livekit-plugins-openai inside an AgentSession, with a microphone and a loudspeaker instead of a LiveKit room."""
import asyncio
import aiohttp
from livekit import rtc
from livekit.agents import Agent, AgentSession, function_tool
from livekit.agents.voice import io
from livekit.plugins import openai
from scene import RATE, TOOL, TOOL_DESCRIPTION, Scene


class Microphone(io.AudioInput):
    def __init__(self, scene):
        super().__init__(label="microphone")
        self.frames = aiter(scene.microphone)

    async def __anext__(self):
        frame = await anext(self.frames)
        return rtc.AudioFrame(frame, RATE, 1, len(frame) // 2)


class Loudspeaker(io.AudioOutput):
    def __init__(self, scene):
        super().__init__(label="loudspeaker", capabilities=io.AudioOutputCapabilities(pause=False), sample_rate=RATE)
        self.scene, self.length, self.start, self.end = scene, 0.0, None, None

    async def capture_frame(self, frame):
        await super().capture_frame(frame)
        if self.start is None:
            self.start, self.length = asyncio.get_running_loop().time(), 0.0
        self.length += frame.duration
        self.scene.loudspeaker.play(bytes(frame.data))

    def flush(self):
        super().flush()
        if self.start is not None:
            self.end = asyncio.get_running_loop().call_at(self.start + self.length, self.finish, False)

    def clear_buffer(self):
        if self.start is not None:
            self.scene.interrupted()
            self.finish(True)

    def finish(self, interrupted):
        position = min(self.length, asyncio.get_running_loop().time() - self.start)
        self.start = None
        if self.end:
            self.end.cancel()
        self.on_playback_finished(playback_position=position, interrupted=interrupted)


def listen(session, scene):
    @session.on("user_input_transcribed")
    def heard(event):
        if event.is_final:
            scene.heard.append(event.transcript)

    @session.on("conversation_item_added")
    def said(event):
        if event.item.type == "message" and event.item.role == "assistant":
            scene.said.append(event.item.text_content)

    @session.on("error")
    def failed(event):
        scene.errors.append(str(event.error))


async def main():
    scene = Scene()

    @function_tool(name=TOOL, description=TOOL_DESCRIPTION)
    async def look_up(topic: str) -> str:
        return scene.look_up(topic)

    async with aiohttp.ClientSession() as http:
        session = AgentSession(llm=openai.realtime.RealtimeModel(model=scene.model, http_session=http))
        listen(session, scene)
        session.input.audio, session.output.audio = Microphone(scene), Loudspeaker(scene)
        await session.start(Agent(instructions="You are a clerk.", tools=[look_up] if scene.has_tool else []))
        await scene.play()
        await session.drain()   # it notices the end of its own playback a moment later than we do
        await session.aclose()
    scene.report()


asyncio.run(main())

"""openai-agents: its RealtimeSession tracks playback, truncates, runs the tool and asks for the answer to its result."""
import asyncio, os
os.environ["OPENAI_AGENTS_DISABLE_TRACING"] = "1"   # of its own runs, to its maker; the wire's `tracing` stays as it is
from agents import function_tool
from agents.realtime import RealtimeAgent, RealtimeRunner
from scene import TOOL, TOOL_DESCRIPTION, Scene


class Driver:
    def __init__(self, scene):
        self.scene = scene

        @function_tool(name_override=TOOL, description_override=TOOL_DESCRIPTION)
        def look_up(topic: str) -> str:
            return scene.look_up(topic)

        self.agent = RealtimeAgent(name="Clerk", instructions="You are a clerk.", tools=[look_up] if scene.has_tool else [])

    async def run(self):
        url = f"{self.scene.websocket_url}?model={self.scene.model}"
        async with await RealtimeRunner(self.agent).run(model_config={"url": url}) as session:
            tasks = [asyncio.create_task(self.speak(session)), asyncio.create_task(self.listen(session))]
            await self.scene.play()
            for task in tasks:
                task.cancel()

    async def speak(self, session):
        async for frame in self.scene.microphone:
            await session.send_audio(frame)

    async def listen(self, session):
        async for event in session:
            if event.type == "audio":
                self.scene.loudspeaker.play(event.audio.data)
            elif event.type == "audio_interrupted":
                self.scene.interrupted()
            elif event.type == "history_updated":
                self.remember(event.history)
            elif event.type == "error":
                self.scene.errors.append(str(event.error))

    def remember(self, history):
        def transcripts(role):
            return [part.transcript for item in history if item.type == "message" and item.role == role
                    for part in item.content if getattr(part, "transcript", None) and getattr(item, "status", "") != "in_progress"]
        self.scene.heard, self.scene.said = transcripts("user"), transcripts("assistant")


scene = Scene()
asyncio.run(Driver(scene).run())
scene.report()

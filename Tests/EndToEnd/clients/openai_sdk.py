"""The openai package: events and nothing else, so that playback, tools and truncation are the driver's."""
import asyncio, base64, json
from openai import AsyncOpenAI
from scene import TOOL, TOOL_DESCRIPTION, Scene


class Driver:
    def __init__(self, scene, connection):
        self.scene, self.connection, self.item = scene, connection, None

    async def configure(self):
        session = {"type": "realtime", "output_modalities": ["audio"],
                   "audio": {"input": {"transcription": {"model": "gpt-4o-mini-transcribe"}}, "output": {"voice": "marin"}}}
        if self.scene.has_tool:
            session["tools"] = [{"type": "function", "name": TOOL, "description": TOOL_DESCRIPTION,
                                 "parameters": {"type": "object", "properties": {"topic": {"type": "string"}},
                                                "required": ["topic"]}}]
        await self.connection.session.update(session=session)

    async def speak(self):
        async for frame in self.scene.microphone:
            await self.connection.input_audio_buffer.append(audio=base64.b64encode(frame).decode())

    async def listen(self):
        async for event in self.connection:
            await self.receive(event)

    async def receive(self, event):
        scene = self.scene
        if event.type == "response.output_audio.delta":
            self.item = event.item_id
            scene.loudspeaker.play(base64.b64decode(event.delta))
        elif event.type == "response.output_audio_transcript.done":
            scene.said.append(event.transcript)
        elif event.type == "conversation.item.input_audio_transcription.completed":
            scene.heard.append(event.transcript)
        elif event.type == "input_audio_buffer.speech_started":
            await self.interrupt()
        elif event.type == "response.done":
            await self.answer_calls(event.response)
        elif event.type == "error":
            scene.errors.append(event.error.message)

    async def interrupt(self):
        if self.item is None or self.scene.loudspeaker.is_done:
            return
        heard = self.scene.interrupted()
        await self.connection.conversation.item.truncate(
            item_id=self.item, content_index=0, audio_end_ms=int(1000 * heard))

    async def answer_calls(self, response):
        calls = [item for item in response.output if item.type == "function_call"]
        for call in calls:
            output = self.scene.look_up(**json.loads(call.arguments))
            await self.connection.conversation.item.create(
                item={"type": "function_call_output", "call_id": call.call_id, "output": output})
        if calls:
            await self.connection.response.create()


async def main():
    scene = Scene()
    async with AsyncOpenAI().realtime.connect(model=scene.model) as connection:
        driver = Driver(scene, connection)
        await driver.configure()
        tasks = [asyncio.create_task(driver.speak()), asyncio.create_task(driver.listen())]
        await scene.play()
        for task in tasks:
            task.cancel()
    scene.report()


asyncio.run(main())

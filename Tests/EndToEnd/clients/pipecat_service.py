"""pipecat: its OpenAIRealtimeLLMService in a pipeline between a microphone and a loudspeaker of ours."""
import asyncio, json
from pipecat.adapters.llm.schemas.function_schema import FunctionSchema
from pipecat.adapters.llm.schemas.tools_schema import ToolsSchema
from pipecat.frames.frames import InputAudioRawFrame, InterruptionFrame, LLMRunFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair
from pipecat.services.openai.realtime.events import (
    AudioConfiguration, AudioInput, InputAudioTranscription, SessionProperties)
from pipecat.services.openai.realtime.llm import OpenAIRealtimeLLMService
from pipecat.transports.base_input import BaseInputTransport
from pipecat.transports.base_output import BaseOutputTransport
from pipecat.transports.base_transport import TransportParams
from pipecat.workers.runner import WorkerRunner
from scene import RATE, TOOL, TOOL_DESCRIPTION, Scene


class Microphone(BaseInputTransport):
    def __init__(self, scene):
        super().__init__(TransportParams(audio_in_enabled=True, audio_in_sample_rate=RATE))
        self.scene, self.task = scene, None

    async def start(self, frame):
        await super().start(frame)
        await self.set_transport_ready(frame)
        self.task = self.create_task(self.record())

    async def record(self):
        async for frame in self.scene.microphone:
            await self.push_audio_frame(InputAudioRawFrame(audio=frame, sample_rate=RATE, num_channels=1))

    async def cleanup(self):
        await super().cleanup()
        if self.task:
            await self.cancel_task(self.task)


class Loudspeaker(BaseOutputTransport):
    def __init__(self, scene):
        super().__init__(TransportParams(audio_out_enabled=True, audio_out_sample_rate=RATE))
        self.scene, self.end = scene, 0.0

    async def start(self, frame):
        await super().start(frame)
        await self.set_transport_ready(frame)

    async def write_audio_frame(self, frame):
        """As a sound card does: returns when there is room for the next one."""
        now = asyncio.get_running_loop().time()
        self.scene.loudspeaker.play(frame.audio)
        self.end = max(self.end, now) + len(frame.audio) / 2 / RATE
        await asyncio.sleep(max(0, self.end - now - 0.04))
        return True

    async def process_frame(self, frame, direction):
        await super().process_frame(frame, direction)
        # Every onset of speech is an interruption to pipecat, also while nothing is played.
        if isinstance(frame, InterruptionFrame) and not self.scene.loudspeaker.is_silent:
            self.scene.interrupted()


def service(scene):
    async def look_up(params):
        await params.result_callback(json.loads(scene.look_up(**params.arguments)))

    properties = SessionProperties(audio=AudioConfiguration(input=AudioInput(transcription=InputAudioTranscription())))
    service = OpenAIRealtimeLLMService(
        api_key=scene.key, base_url=scene.websocket_url,
        settings=OpenAIRealtimeLLMService.Settings(
            model=scene.model, system_instruction="You are a clerk.", session_properties=properties))
    service.register_function(TOOL, look_up)

    @service.event_handler("on_error")
    async def failed(_, error):
        scene.errors.append(str(error.error))

    return service


def aggregators(scene):
    schema = FunctionSchema(name=TOOL, description=TOOL_DESCRIPTION, properties={"topic": {"type": "string"}}, required=["topic"])
    tools = {"tools": ToolsSchema(standard_tools=[schema])} if scene.has_tool else {}
    pair = LLMContextAggregatorPair(LLMContext([{"role": "user", "content": "Hello!"}], **tools))

    @pair.user().event_handler("on_user_turn_message_added")
    async def heard(_, message):
        scene.heard.append(message.content)

    @pair.assistant().event_handler("on_assistant_turn_stopped")
    async def said(_, message):
        scene.said.append(message.content)

    return pair


async def main():
    scene = Scene()
    pair = aggregators(scene)
    pipeline = Pipeline([Microphone(scene), pair.user(), service(scene), Loudspeaker(scene), pair.assistant()])
    worker = PipelineWorker(pipeline, params=PipelineParams(audio_in_sample_rate=RATE, audio_out_sample_rate=RATE))

    @worker.event_handler("on_pipeline_started")
    async def started(_, frame):
        asyncio.create_task(perform())

    async def perform():
        # Its first context asks for an answer; later ones come from speech. So, as in its examples, the agent begins.
        await worker.queue_frames([LLMRunFrame()])
        await scene.listen_to_the_greeting()
        await scene.play()
        await worker.cancel()

    runner = WorkerRunner(handle_sigint=False)
    await runner.add_workers(worker)
    await runner.run()
    scene.report()


asyncio.run(main())

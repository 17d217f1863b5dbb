"""bridge_pipecat.py USER_PORT REALTIME_PORT: pipecat's FastAPI transport, the one it recommends for several callers, its Realtime service,
and its context aggregators."""
import sys
from loguru import logger
logger.remove(); logger.add(sys.stderr, level="WARNING")
import uvicorn
from fastapi import FastAPI, WebSocket
from pipecat.frames.frames import InputAudioRawFrame, InterruptionFrame, OutputAudioRawFrame
from pipecat.pipeline.pipeline import Pipeline
from pipecat.pipeline.worker import PipelineParams, PipelineWorker
from pipecat.processors.aggregators.llm_context import LLMContext
from pipecat.processors.aggregators.llm_response_universal import LLMContextAggregatorPair
from pipecat.serializers.base_serializer import FrameSerializer
from pipecat.services.openai.realtime.events import AudioConfiguration, AudioInput, AudioOutput, InputAudioTranscription, PCMAudioFormat, SessionProperties, TurnDetection
from pipecat.services.openai.realtime.llm import OpenAIRealtimeLLMService
from pipecat.transports.websocket.fastapi import FastAPIWebsocketParams, FastAPIWebsocketTransport
from pipecat.workers.runner import WorkerRunner

USER_PORT, REALTIME_PORT = int(sys.argv[1]), int(sys.argv[2])
FRAME_10MS = 4          # as it is by default: 40 ms
AUDIO = AudioConfiguration(input=AudioInput(format=PCMAudioFormat(), transcription=InputAudioTranscription(model="gpt-realtime-whisper"), turn_detection=TurnDetection()), output=AudioOutput(format=PCMAudioFormat()))
app = FastAPI()


class Samples(FrameSerializer):
    async def serialize(self, frame):
        if isinstance(frame, InterruptionFrame): return '{"type":"clear"}'
        if isinstance(frame, OutputAudioRawFrame): return frame.audio

    async def deserialize(self, data):
        if isinstance(data, bytes): return InputAudioRawFrame(audio=data, sample_rate=24000, num_channels=1)


@app.websocket("/")
async def call(line: WebSocket):
    await line.accept()
    transport = FastAPIWebsocketTransport(websocket=line, params=FastAPIWebsocketParams(audio_in_enabled=True, audio_out_enabled=True, audio_out_10ms_chunks=FRAME_10MS, serializer=Samples()))
    model = OpenAIRealtimeLLMService(api_key="none", base_url=f"ws://127.0.0.1:{REALTIME_PORT}/v1/realtime", settings=OpenAIRealtimeLLMService.Settings(
        model="gpt-realtime", system_instruction="You are helpful.", session_properties=SessionProperties(audio=AUDIO)))
    context = LLMContextAggregatorPair(LLMContext())
    worker = PipelineWorker(Pipeline([transport.input(), context.user(), model, transport.output(), context.assistant()]),
                            params=PipelineParams(audio_in_sample_rate=24000, audio_out_sample_rate=24000), idle_timeout_secs=None)

    @transport.event_handler("on_client_disconnected")
    async def gone(*_): await worker.cancel()
    await WorkerRunner(handle_sigint=False).run(worker)

uvicorn.run(app, host="127.0.0.1", port=USER_PORT, log_level="warning", ws_per_message_deflate=False)

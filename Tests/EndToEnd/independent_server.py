"""speech-to-speech's Realtime server, its protocol code and its WebSocket, with a model of ours that needs no engine.

    independent_server.py PORT        with that package's Python: `make peer`

The server's protocol is other people's work; the model only decides what is said to the last words of the conversation:
`story` ten seconds of it, `order` a call of `lookup_order`, a tool's result that result, `fail` a failure, else one sentence.
"""
import queue, sys, threading, time
import numpy as np
import uvicorn
from openai.types.realtime import RealtimeConversationItemFunctionCall
from openai.types.responses.response_function_tool_call import ResponseFunctionToolCall
from speech_to_speech.api.openai_realtime.pipeline_unit import PipelineUnit
from speech_to_speech.api.openai_realtime.service import RealtimeService
from speech_to_speech.api.openai_realtime.websocket_router import create_app
from speech_to_speech.pipeline.cancel_scope import CancelScope
from speech_to_speech.pipeline.events import AssistantOutputEvent, ResponseFailedEvent
from speech_to_speech.pipeline.history import ResponseHistory
from speech_to_speech.pipeline.messages import AUDIO_RESPONSE_DONE, AudioOutput

RATE = 16_000     # the pipeline's; its server makes 24 kHz of it
CHUNK = RATE // 10
SPEED = 2         # times real time


class Model:
    """One place for a session, and the thread that answers its prompts."""

    def __init__(self):
        listens, self.prompts = threading.Event(), queue.Queue()
        listens.set()
        service = RealtimeService(text_prompt_queue=self.prompts, should_listen=listens)
        self.unit = PipelineUnit(
            index=0, service=service, cancel_scope=CancelScope(), should_listen=listens, response_playing=threading.Event(),
            input_queue=queue.Queue(), output_queue=queue.Queue(), text_output_queue=queue.Queue(),
            text_prompt_queue=self.prompts, handlers=[])
        threading.Thread(target=self.run, daemon=True).start()

    def run(self):
        while True:
            request = self.prompts.get()
            if getattr(request, "response_key", None):
                self.answer(request.runtime_config.chat,
                            {"response_key": request.response_key, "cancel_generation": self.unit.cancel_scope.generation})

    def answer(self, chat, response):
        last = chat.to_responses_api_chat()[-1]
        if last.get("type") == "function_call_output":
            return self.say(f"The answer is {last['output']}.", 0.4, response)
        # The server joins what people said one after the other.
        words = last["content"][-1]["text"].splitlines()[-1].lower()
        if "order" in words:
            self.call(chat, response)
        elif "fail" in words:
            self.unit.text_output_queue.put(ResponseFailedEvent(message="The model is out of breath.", **response))
            self.end(response)
        elif "story" in words:
            self.say("Once upon a time there was a lamp.", 10, response)
        else:
            self.say("Hello from another server.", 0.4, response)

    def call(self, chat, response):
        call = {"type": "function_call", "call_id": "call_1", "name": "lookup_order", "arguments": '{"order_id": "7"}'}
        history = ResponseHistory.capture(chat, [RealtimeConversationItemFunctionCall(**call)], after_item_id=None)
        self.unit.text_output_queue.put(
            AssistantOutputEvent(tools=[ResponseFunctionToolCall(**call)], history=history, **response))
        self.end(response)

    def say(self, words, seconds, response):
        self.unit.text_output_queue.put(AssistantOutputEvent(text=words, **response))
        tone = (8000 * np.sin(2 * np.pi * 440 * np.arange(CHUNK) / RATE)).astype("<i2").tobytes()
        for _ in range(round(seconds * RATE / CHUNK)):
            if self.unit.cancel_scope.is_stale(response["cancel_generation"]):
                break
            self.unit.output_queue.put(AudioOutput(audio=tone, **response))
            time.sleep(CHUNK / RATE / SPEED)
        self.end(response)

    def end(self, response):
        self.unit.output_queue.put(AudioOutput(audio=AUDIO_RESPONSE_DONE, **response))


if __name__ == "__main__":
    uvicorn.run(create_app(pool=[Model().unit], stop_event=threading.Event()), host="127.0.0.1", port=int(sys.argv[1]),
                log_level="warning")

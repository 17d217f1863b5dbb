"""Turns of the openai SDK against an embedded server: sdk_turns.py PORT SPEECH.wav (16-bit, 24 kHz, mono).

Every event goes through the acceptance kit's oracle. Prints what is wrong, and exits with 1, or prints `ok`.
"""
import asyncio, base64, json, pathlib, sys, wave

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parent.parent / "Acceptance"))
from openai import AsyncOpenAI
from oracle import Lifecycle, Oracle

ORACLE, PROBLEMS = Oracle(), []


class Peer:
    def __init__(self, port, **where): self.port, self.where, self.life, self.events = port, where, Lifecycle(), []

    async def __aenter__(self):
        self.client = AsyncOpenAI(base_url=f"http://127.0.0.1:{self.port}/v1", api_key="x")
        self.manager = self.client.realtime.connect(**self.where)
        self.connection = await self.manager.__aenter__()
        return self

    async def __aexit__(self, *error):
        await self.manager.__aexit__(*error)
        await self.client.close()

    async def until(self, type_):
        while True:
            event = json.loads(await asyncio.wait_for(self.connection.recv_bytes(), 20))
            self.events.append(event)
            PROBLEMS.extend(ORACLE.check("server", event) or self.life.feed(event))
            if event["type"] == type_: return event

    async def send(self, **event):
        PROBLEMS.extend(ORACLE.check("client", event))
        await self.connection.send(event)

    async def say(self, text):
        await self.send(type="conversation.item.create", item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": text}]})


def expect(condition, what):
    if not condition: PROBLEMS.append(what)


async def text_turn(port):
    async with Peer(port, model="gpt-realtime-2.1") as p:
        await p.until("session.created")
        await p.say("Hello, who are you?")
        await p.send(type="response.create", response={"output_modalities": ["text"], "metadata": {"turn": "17"}})
        response = (await p.until("response.done"))["response"]
        expect(response["status"] == "completed" and response["metadata"] == {"turn": "17"}, f"text turn: {response}")
        expect("built-in voice" in response["output"][0]["content"][0]["text"], f"text turn: {response}")


async def audio_turn(port):
    async with Peer(port, model="gpt-realtime-2.1") as p:
        await p.say("Say something."); await p.send(type="response.create")
        response = (await p.until("response.done"))["response"]
        sound = b"".join(base64.b64decode(e["delta"]) for e in p.events if e["type"] == "response.output_audio.delta")
        expect(len(sound) > 24000 and response["output"][0]["content"][0]["transcript"], "audio turn: no sound or no words")
        item = response["output"][0]["id"]
        await p.send(type="conversation.item.truncate", item_id=item, content_index=0, audio_end_ms=300); await p.until("conversation.item.truncated")
        await p.send(type="conversation.item.retrieve", item_id=item); await p.until("conversation.item.retrieved")
        await p.send(type="conversation.item.delete", item_id=item); await p.until("conversation.item.deleted")


async def spoken_turn(port, speech):
    async with Peer(port, model="gpt-realtime-2.1") as p:
        await p.send(type="session.update", session={"type": "realtime", "audio": {"input": {"transcription": {"model": "whisper-1"}, "turn_detection": {"type": "server_vad", "silence_duration_ms": 400}}}})
        await p.until("session.updated")
        for start in range(0, len(speech), 4800):
            await p.send(type="input_audio_buffer.append", audio=base64.b64encode(speech[start:start + 4800]).decode())
        completed = await p.until("conversation.item.input_audio_transcription.completed")
        expect("hear me" in completed["transcript"].lower(), f"spoken turn heard {completed['transcript']!r}")
        response = (await p.until("response.done"))["response"]
        expect(response["status"] == "completed" and response["usage"]["input_token_details"]["audio_tokens"] > 0, f"spoken turn: {response}")


async def ear(port, speech):
    async with Peer(port, extra_query={"intent": "transcription"}) as p:
        created = await p.until("session.created")
        expect(created["session"]["type"] == "transcription", f"ear: {created}")
        for start in range(0, len(speech), 4800):
            await p.send(type="input_audio_buffer.append", audio=base64.b64encode(speech[start:start + 4800]).decode())
        await p.until("conversation.item.input_audio_transcription.completed")


async def tool_turn(port):
    async with Peer(port, model="scripted/clerk") as p:
        await p.send(type="session.update", session={"type": "realtime", "tools": [{"type": "function", "name": "lookup_order", "description": "Looks up an order", "parameters": {"type": "object", "properties": {}}}]})
        await p.say("Where is my order?"); await p.send(type="response.create")
        call = (await p.until("response.done"))["response"]["output"][-1]
        expect(call["type"] == "function_call" and json.loads(call["arguments"]) == {"order_id": "7"}, f"tool turn: {call}")
        await p.send(type="conversation.item.create", item={"type": "function_call_output", "call_id": call["call_id"], "output": '{"status": "lost"}'})
        await p.send(type="response.create")
        told = (await p.until("response.done"))["response"]["output"][0]["content"][0]["transcript"]
        expect("status lost" in told, f"tool turn told {told!r}")


async def errors(port):
    async with Peer(port, model="gpt-realtime-2.1") as p:
        for event in ({"type": "response.cancel", "event_id": "c1"}, {"type": "input_audio_buffer.commit", "event_id": "c2"},
                      {"type": "conversation.item.delete", "item_id": "nope", "event_id": "c3"}):
            await p.send(**event)
            expect((await p.until("error"))["error"]["event_id"] == event["event_id"], f"{event} was not quoted")
        await p.say("Tell me a story."); await p.send(type="response.create"); await p.until("response.created")
        await p.send(type="response.cancel")
        done = (await p.until("response.done"))["response"]
        expect(done["status"] in ("cancelled", "completed"), f"cancel: {done['status']}")


async def main():
    port = int(sys.argv[1])
    with wave.open(sys.argv[2]) as source: speech = source.readframes(source.getnframes()) + bytes(48000 * 2)
    for turn in (text_turn(port), audio_turn(port), spoken_turn(port, speech), ear(port, speech), tool_turn(port), errors(port)):
        try: await turn
        except Exception as error: PROBLEMS.append(f"{turn.__name__}: {error!r}")
    print("\n".join(PROBLEMS[:20]) or "ok"); sys.exit(1 if PROBLEMS else 0)


asyncio.run(main())

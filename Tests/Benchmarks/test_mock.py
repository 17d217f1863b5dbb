"""The mock Realtime server says nothing that the reference does not, and does what clients ask of it."""
import asyncio, base64, json
import pytest, websockets
import blocks
from oracle import Lifecycle, Oracle

ORACLE = Oracle()


class Client:
    """A session at the mock; every event that comes is judged."""
    def __init__(self, url): self.url, self.seen, self.life = url, [], Lifecycle()

    async def __aenter__(self): self.ws = await websockets.connect(self.url); await self.until("session.created"); return self
    async def __aexit__(self, *_): await self.ws.close()

    async def send(self, type_, **members):
        event = {"type": type_, **members}
        assert not ORACLE.check("client", event)
        await self.ws.send(json.dumps(event))

    async def until(self, type_):
        while True:
            event = json.loads(await asyncio.wait_for(self.ws.recv(), 20))
            assert not (ORACLE.check("server", event) or self.life.feed(event)), event
            self.seen.append(event)
            if event["type"] == type_: return event

    async def configure(self, **session): await self.send("session.update", session=session); return (await self.until("session.updated"))["session"]
    async def hear(self, edge=0, sequence=0): await self.send("input_audio_buffer.append", audio=base64.b64encode(blocks.write(blocks.CALLER, edge, 0, sequence, 0)).decode())
    def types(self): return [e["type"] for e in self.seen]


MANUAL = dict(type="realtime", output_modalities=["audio"], audio={"input": {"turn_detection": None}, "output": {"voice": "marin"}})
EAR = dict(type="transcription", audio={"input": {"transcription": {"model": "gpt-realtime-whisper"}, "turn_detection": {"type": "server_vad"}}})


def test_a_conversation_by_the_clients_choice(mock):
    async def talk():
        async with Client(mock("--response", "80", "--think", "1") + "?model=gpt-realtime-2.1") as c:
            assert (await c.configure(**MANUAL))["audio"]["input"]["turn_detection"] is None
            await c.send("input_audio_buffer.commit", event_id="too-early")
            assert (await c.until("error"))["error"]["code"] == "input_audio_buffer_commit_empty"
            for i in range(5): await c.hear(sequence=i)
            await c.send("input_audio_buffer.commit"); await c.until("conversation.item.done")
            await c.send("conversation.item.create", item={"type": "message", "role": "user", "content": [{"type": "input_text", "text": "[Ana] \"Hm\""}]}); await c.until("conversation.item.done")
            await c.send("response.create", response={"metadata": {"turn": "tu_1"}})
            await c.send("response.create", event_id="again")
            assert (await c.until("error"))["error"]["code"] == "conversation_already_has_active_response"
            done = await c.until("response.done")
            assert done["response"]["status"] == "completed" and done["response"]["metadata"] == {"turn": "tu_1"}
            sound = b"".join(base64.b64decode(e["delta"]) for e in c.seen if e["type"] == "response.output_audio.delta")
            heads = [blocks.read(sound[i:i + blocks.BYTES]) for i in range(0, len(sound), blocks.BYTES)]
            assert [h[3] for h in heads] == [0, 1, 2, 3] and {h[0] for h in heads} == {blocks.MODEL}
            item = done["response"]["output"][0]["id"]
            await c.send("conversation.item.truncate", item_id=item, content_index=0, audio_end_ms=20); await c.until("conversation.item.truncated")
            await c.send("conversation.item.delete", item_id=item); await c.until("conversation.item.deleted")
            await c.send("input_audio_buffer.clear"); await c.until("input_audio_buffer.cleared")
            await c.send("response.create", response={"conversation": "none", "output_modalities": ["text"], "input": []})
            assert (await c.until("response.done"))["response"]["conversation_id"] is None
    asyncio.run(talk())


def test_a_response_is_cancelled(mock):
    async def talk():
        async with Client(mock("--response", "60000", "--think", "0") + "?model=gpt-realtime-2.1") as c:
            await c.configure(**MANUAL); await c.send("response.create"); await c.until("response.output_audio.delta")
            await c.send("response.cancel")
            done = await c.until("response.done")
            assert (done["response"]["status"], done["response"]["status_details"]["reason"]) == ("cancelled", "client_cancelled")
            await c.send("response.cancel")
            assert (await c.until("error"))["error"]["code"] == "response_cancel_not_active"
    asyncio.run(talk())


@pytest.mark.parametrize("url, session", [("?intent=transcription", EAR), ("?model=x", EAR)])
def test_an_ear_tells_words_and_never_answers(mock, url, session):
    async def talk():
        async with Client(mock("--say", "Well, hello there", "--speech", "200", "--transcript", "20") + url) as c:
            assert (await c.configure(**session))["type"] == "transcription"
            await c.hear(); await c.hear(blocks.BEGINS, 1)
            assert (await c.until("input_audio_buffer.speech_started"))["audio_start_ms"] == 0
            await c.until("conversation.item.input_audio_transcription.delta")
            for i in range(9): await c.hear(sequence=2 + i)
            await c.hear(blocks.ENDS, 11)
            assert (await c.until("input_audio_buffer.speech_stopped"))["audio_end_ms"] == 240
            told = await c.until("conversation.item.input_audio_transcription.completed")
            started = next(e for e in c.seen if e["type"] == "input_audio_buffer.speech_started")
            assert told["transcript"] == "Well, hello there" and told["item_id"] == started["item_id"]
            assert c.types().index("input_audio_buffer.committed") > c.types().index("input_audio_buffer.speech_stopped")
            assert "response.created" not in c.types()
    asyncio.run(talk())


def test_a_session_with_voice_detection_answers_by_itself_and_is_interrupted(mock):
    async def talk():
        async with Client(mock("--response", "60000", "--think", "0") + "?model=x") as c:
            await c.configure(type="realtime", audio={"input": {"transcription": {"model": "whisper-1"}, "turn_detection": {"type": "server_vad"}}})
            await c.hear(blocks.BEGINS); await c.hear(blocks.ENDS, 1)
            await c.until("response.output_audio.delta")
            assert "conversation.item.input_audio_transcription.completed" in c.types()
            await c.hear(blocks.BEGINS, 2)
            assert (await c.until("response.done"))["response"]["status_details"]["reason"] == "turn_detected"
    asyncio.run(talk())

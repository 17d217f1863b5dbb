"""Opus on the caller's line. Ours, not the kit's."""
import asyncio, time
import limits, pytest
from opus import Decoder, Encoder, opus_caller
from talking import rarely


@pytest.mark.parametrize("rate,frame_ms", [(24000, 20), (48000, 60), (8000, 20)] + rarely((16000, 40), (48000, 10), (24000, 60)))
async def test_a_conversation_in_opus(stage, fake, rate, frame_ms):
    ana = await opus_caller(stage, rate=rate, frame_ms=frame_ms); await stage.cast("scout")
    await ana.say("Hey Scout, hello"); await ana.hears("scout"); await ana.turn_over("scout"); await asyncio.sleep(0.1)
    assert 1350 <= ana.heard_ms("scout") <= 1600, ana.runs(); assert not ana.position_errors(), ana.position_errors()
    assert {len(f.data) for f in ana.frames} == {rate // 50 * 2}, "each packet is 20 ms"
    size = sum(map(len, ana.frames.packets)) / len(ana.frames.packets); assert 20 < size < 130, f"{size} bytes a packet"
    assert ana.max_lead() <= limits.LEAD + limits.LEAD_TOL


async def test_barge_in_and_positions_are_in_milliseconds_of_sound(stage, fake):
    ana = await opus_caller(stage, report=True); await stage.cast("scout"); fake.plan("scout").say("one two three four five six seven eight nine ten", ms=5000)
    await ana.say("Hey Scout, count"); await ana.hears("scout", ms=1000); ana.start("No, stop that please", ms=900)
    e = await ana.turn_over("scout"); assert ana.clears and e["outcome"] == "interrupted"
    assert abs(e["heard_ms"] - ana.heard_ms("scout")) <= 200, (e["heard_ms"], ana.heard_ms("scout"))
    assert abs(fake.agent("scout").truncated[-1]["ms"] - e["heard_ms"]) <= 1, fake.agent("scout").truncated


async def test_a_caller_who_leaves_out_silence_does_not_keep_the_floor(stage, fake):
    """DTX: what cannot be heard is not sent. The ear counts time in samples, and must hear the word's end all the same."""
    ana = await opus_caller(stage, dtx=True); await stage.cast("scout"); await ana.say("Hey Scout, hello"); t = time.monotonic()
    await ana.event("speech.stopped", timeout=4); await ana.hears("scout"); assert ana.unsent > 10 and time.monotonic() - t < 5


async def test_opus_and_samples_in_one_room(stage, fake):
    ana = await opus_caller(stage); bob = await stage.caller("bob", rate=16000); await asyncio.sleep(0.3)
    u = ana.start("a word in Opus", ms=1000); await ana.until(lambda: u.t_end, 5, "not spoken")
    v = bob.start("a word in samples", ms=1000); await bob.until(lambda: v.t_end, 5, "not spoken"); await asyncio.sleep(0.4)
    for c, own, other in ((ana, u, v), (bob, v, u)):
        assert sum(20 for f in c.frames if other.code in c.decode(f).utterances([other.code])) >= 700
        assert not any(own.code in c.decode(f).utterances([own.code]) for f in c.frames), f"{c.identity} heard itself"


@pytest.mark.parametrize("packet", [b"\x03", b"\x1b\x03\x00", b"\x02\xc8\x01", b"\xfb\xff" + b"\xff" * 50], ids=["cut", "too-long", "short", "noise"])
async def test_what_is_no_packet_closes_1007(stage, packet):
    ana = await opus_caller(stage, mic=False); await ana.send_packet(packet); await ana.until(lambda: ana.closed, limits.EVENT, "not closed"); assert ana.closed == 1007


async def test_stereo_empty_and_silent_packets_are_fine(stage, fake):
    from markers import utterance_audio
    import numpy as np
    ana = await opus_caller(stage, mic=False); await stage.cast("scout"); u = fake.utter("ana", "Hey Scout, in stereo", 900)
    mono = np.frombuffer(utterance_audio(u.code, 900, 48000), "<i2"); stereo = np.repeat(mono, 2).astype("<i2").tobytes(); encoder, silence = Encoder(48000, channels=2), b"\0" * 3840
    t0 = time.monotonic()
    for i in range(120):
        frame = stereo[i * 3840:(i + 1) * 3840]
        await ana.send_packet(encoder.encode(frame.ljust(3840, b"\0")) if i < 90 else b"\x08"); await ana.send_packet(b"")
        await asyncio.sleep(max(0, t0 + (i + 1) * 0.02 - time.monotonic()))
    await ana.hears("scout"); assert not ana.ws.closed

"""Opus as a client of the caller's line needs it: libopus by ctypes, one stream each way. Ours, not the kit's."""
import asyncio, ctypes, ctypes.util
from caller import Caller

_lib = ctypes.CDLL(ctypes.util.find_library("opus") or "libopus.so.0")
for name in ("opus_encoder_create", "opus_decoder_create"): getattr(_lib, name).restype = ctypes.c_void_p
VOIP, SET_DTX = 2048, 4016


class Encoder:
    def __init__(self, rate, channels=1):
        self.rate, self.channels, error = rate, channels, ctypes.c_int()
        self.state = ctypes.c_void_p(_lib.opus_encoder_create(rate, channels, VOIP, ctypes.byref(error))); assert not error.value

    def dtx(self): assert _lib.opus_encoder_ctl(self.state, SET_DTX, ctypes.c_int(1)) == 0; return self

    def encode(self, pcm):
        """One packet of all of `pcm`: 2.5, 5, 10, 20, 40 or 60 ms, 120 with a newer library."""
        out = ctypes.create_string_buffer(4000)
        n = _lib.opus_encode(self.state, pcm, len(pcm) // 2 // self.channels, out, len(out)); assert n > 0, n
        return out.raw[:n]


class Decoder:
    def __init__(self, rate):
        self.rate, error = rate, ctypes.c_int()
        self.state = ctypes.c_void_p(_lib.opus_decoder_create(rate, 1, ctypes.byref(error))); assert not error.value

    def decode(self, packet):
        out = ctypes.create_string_buffer(self.rate // 25 * 3 * 2)
        n = _lib.opus_decode(self.state, packet, len(packet), out, self.rate // 25 * 3, 0); assert n > 0, f"no packet: {packet[:8].hex()}…, {n}"
        return out.raw[:2 * n]


class _Decoded(list):
    """Frames of a line, each decoded as it comes: packets make sense in their order alone."""
    def __init__(self, decoder): super().__init__(); self.decoder, self.packets = decoder, []

    def append(self, frame): self.packets.append(frame.data); frame.data = self.decoder.decode(frame.data); super().append(frame)


class OpusCaller(Caller):
    """A caller whose line speaks Opus; what it hears is kept decoded, so that all of Caller works on it."""
    def __init__(self, stage, identity, rate=24000, frame_ms=20, dtx=False, **k):
        super().__init__(stage, identity, rate=rate, query={"format": "opus"}, **k)
        self.frames, self.encoder, self.frame_ms, self.dtx, self._held, self.unsent = _Decoded(Decoder(rate)), Encoder(rate), frame_ms, dtx, b"", 0
        if dtx: self.encoder.dtx()

    async def connect(self):
        # Caller sends 20 ms of samples at a time, as soon as it is connected.
        microphone, self.mic_on = self.mic_on, False
        await super().connect(); self.send_packet, self.ws.send_bytes = self.ws.send_bytes, self._speak
        if microphone: self.tasks.append(asyncio.create_task(self._mic()))
        return self

    async def _speak(self, pcm):
        self._held += pcm
        if len(self._held) < self.rate * self.frame_ms // 500: return
        packet, self._held = self.encoder.encode(self._held), b""
        if self.dtx and len(packet) <= 2: self.unsent += 1
        else: await self.send_packet(packet)


async def opus_caller(stage, identity="ana", **k):
    c = await OpusCaller(stage, identity, **k).connect(); stage.callers.append(c); return c

// What the room says, on the audio thread: frames of 24 kHz in, the context's rate out, through a jitter buffer.

import { Jitter } from "./jitter.js";
import { Resampler } from "./resampler.js";

const rate = 24000;
const capacity = rate * 4;
/** How many render quanta lie between two reports: a tenth of a second. */
const reportEvery = Math.max(1, Math.round(sampleRate / 128 / 10));

class Playback extends AudioWorkletProcessor {
  #jitter = new Jitter();
  #resampler = sampleRate === rate ? null : new Resampler(rate, sampleRate);
  #ring = new Float32Array(capacity);
  #write = 0;
  #read = 0;
  #isPlaying = false;
  #waitsSince = null;
  #clockOffset = 0;
  #block = new Float32Array(64);
  #ready = new Float32Array(2048);
  #readyCount = 0;
  #fades = false;
  #quanta = 0;

  constructor() {
    super();
    this.port.onmessage = ({ data }) => {
      if (data.type === "frame") this.#take(new Int16Array(data.frame), data.at);
      else if (data.type === "clear") this.#clear();
    };
  }

  get #buffered() { return this.#write - this.#read; }
  get #now() { return currentTime * 1000; }

  /** @param at when they came, in milliseconds by the page's clock: this thread looks only once a buffer of the device's. */
  #take(samples, at) {
    this.#clockOffset = at - this.#now;
    this.#jitter.arrived(at);
    this.#waitsSince ??= this.#now;
    for (let i = 0; i < samples.length; i++) this.#ring[(this.#write + i) % capacity] = samples[i] / 32768;
    this.#write += samples.length;
    if (this.#buffered > capacity) this.#read = this.#write - capacity;
    const excess = this.#jitter.excess((this.#buffered * 1000) / rate);
    if (excess > 0) this.#read += Math.min(this.#buffered, Math.round((excess * rate) / 1000));
  }

  /** The next quantum fades to nothing, and all after it is nothing until there is a new frame. */
  #clear() {
    const played = this.#read;
    this.#read = this.#write;
    this.#fades = this.#isPlaying;
    this.#isPlaying = false;
    this.#waitsSince = null;
    this.#jitter.cleared();
    this.port.postMessage({ type: "cleared", played });
  }

  process(_, [output]) {
    const channel = output[0];
    if (this.#fades) this.#fade(channel);
    else if (this.#starts()) this.#play(channel);
    for (let i = 1; i < output.length; i++) output[i].set(channel);
    if (++this.#quanta % reportEvery === 0) this.#report();
    return true;
  }

  #starts() {
    if (!this.#isPlaying && this.#buffered > 0) {
      const waited = this.#now - (this.#waitsSince ?? this.#now);
      this.#isPlaying = this.#jitter.isReady((this.#buffered * 1000) / rate, waited);
    }
    return this.#isPlaying;
  }

  #play(channel) {
    while (this.#readyCount < channel.length && this.#buffered > 0) this.#refill();
    const count = Math.min(channel.length, this.#readyCount);
    channel.set(this.#ready.subarray(0, count));
    this.#ready.copyWithin(0, count, this.#readyCount);
    this.#readyCount -= count;
    if (count < channel.length) {
      this.#isPlaying = false;
      this.#waitsSince = null;
      this.#jitter.ranDry(this.#now + this.#clockOffset);
    }
  }

  #refill() {
    const count = Math.min(this.#block.length, this.#buffered);
    for (let i = 0; i < count; i++) this.#block[i] = this.#ring[(this.#read + i) % capacity];
    this.#read += count;
    if (this.#resampler) {
      this.#readyCount += this.#resampler.process(this.#block, count, this.#ready, this.#readyCount);
    } else {
      this.#ready.set(this.#block.subarray(0, count), this.#readyCount);
      this.#readyCount += count;
    }
  }

  /** What is left of the last block goes out quietly: a cut would click. */
  #fade(channel) {
    const count = Math.min(channel.length, this.#readyCount);
    for (let i = 0; i < count; i++) channel[i] = this.#ready[i] * (1 - i / count);
    this.#readyCount = 0;
    this.#resampler?.reset();
    this.#fades = false;
  }

  #report() {
    const { target, jitter, underruns, missing, skipped } = this.#jitter;
    const buffered = (this.#buffered * 1000) / rate;
    this.port.postMessage({ type: "report", played: this.#read, buffered, target, jitter, underruns, missing, skipped });
  }
}

registerProcessor("playback", Playback);

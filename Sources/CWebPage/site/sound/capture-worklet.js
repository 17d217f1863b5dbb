// The microphone on the audio thread: resampled to 24 kHz, cut into frames of 20 ms, 16 bits a sample.

import { Resampler } from "./resampler.js";

const frameSize = 480;

class Capture extends AudioWorkletProcessor {
  #resampler = sampleRate === 24000 ? null : new Resampler(sampleRate, 24000);
  #resampled = new Float32Array(4096);
  #frame = new Int16Array(frameSize);
  #filled = 0;
  #isOpen = false;
  #silence = new Float32Array(128);

  constructor() {
    super();
    // A closed microphone sends silence: the end of a word is found by hearing it, and nothing else leaves.
    this.port.onmessage = ({ data }) => { if (data.type === "open") this.#isOpen = data.open; };
  }

  process([input]) {
    const samples = (this.#isOpen && input[0]) || this.#silence;
    if (!this.#resampler) {
      this.#take(samples, samples.length);
    } else {
      this.#take(this.#resampled, this.#resampler.process(samples, samples.length, this.#resampled));
    }
    return true;
  }

  #take(samples, count) {
    for (let i = 0; i < count; i++) {
      const clipped = Math.max(-1, Math.min(1, samples[i]));
      this.#frame[this.#filled++] = Math.round(clipped * 32767);
      if (this.#filled === frameSize) {
        const frame = this.#frame;
        this.port.postMessage(frame.buffer, [frame.buffer]);
        this.#frame = new Int16Array(frameSize);
        this.#filled = 0;
      }
    }
  }
}

registerProcessor("capture", Capture);

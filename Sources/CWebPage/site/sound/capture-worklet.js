// The microphone on the audio thread: resampled to 24 kHz, cut into frames of 20 ms, 16 bits a sample.

import { Resampler } from "./resampler.js";

const frameSize = 480;
/** How much silence a microphone that was closed still sends, in frames: the end of a word is found by hearing it. */
const lastFrames = 75;

class Capture extends AudioWorkletProcessor {
  #resampler = sampleRate === 24000 ? null : new Resampler(sampleRate, 24000);
  #resampled = new Float32Array(4096);
  #frame = new Int16Array(frameSize);
  #filled = 0;
  #isOpen = false;
  #framesLeft = 0;
  #silence = new Float32Array(128);

  constructor() {
    super();
    this.port.onmessage = ({ data }) => { if (data.type === "open") this.#isOpen = data.open; };
  }

  process([input]) {
    if (this.#isOpen) this.#framesLeft = lastFrames;
    if (this.#framesLeft === 0) return true;
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
        this.#framesLeft--;
        this.#frame = new Int16Array(frameSize);
        this.#filled = 0;
      }
    }
  }
}

registerProcessor("capture", Capture);

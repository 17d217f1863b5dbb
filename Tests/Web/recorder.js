// A judge of the page's audio graph: when the node it is connected to sounded, by the context's own clock.

class Recorder extends AudioWorkletProcessor {
  // [from, to] in seconds; pauses under a tenth of a second are part of speech.
  #spans = [];

  constructor() {
    super();
    this.port.onmessage = () => this.port.postMessage(this.#spans);
  }

  process([input]) {
    let peak = 0;
    for (const sample of input[0] ?? []) peak = Math.max(peak, Math.abs(sample));
    const end = currentTime + 128 / sampleRate;
    const last = this.#spans.at(-1);
    if (peak > 0.003) {
      if (last && end - last[1] < 0.1) last[1] = end;
      else this.#spans.push([currentTime, end]);
    }
    return true;
  }
}

registerProcessor("recorder", Recorder);

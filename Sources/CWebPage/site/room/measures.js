// What was measured: how long one waits for an answer, how long it takes until somebody is silent, how the network does.

const kept = 50;
/** What takes longer was no answer to that interruption, in milliseconds. */
const longest = 1000;

/** Values, their latest and their middle. */
class Series {
  #values = [];
  get last() { return this.#values.at(-1) ?? null; }
  get count() { return this.#values.length; }
  add(value) {
    this.#values.push(value);
    if (this.#values.length > kept) this.#values.shift();
  }
  get median() {
    const sorted = [...this.#values].sort((a, b) => a - b);
    return sorted.length ? sorted[Math.floor(sorted.length / 2)] : null;
  }
}

export class Measures {
  /** The end of somebody's speech → the first sound here, in milliseconds: what the service measured, and the way through this page. */
  answer = new Series();
  /** The page knows of an interruption (the key, or the ear's word) → nothing is heard here, in milliseconds. */
  silence = new Series();
  frames = 0;
  #interruptedAt = null;

  frameCame() { this.frames++; }

  turnStarted({ latency_ms }, sound) {
    this.answer.add(latency_ms + Math.max(sound.report.target, 0) + sound.outputLatency);
  }

  interruptionBegan(now, cuts) { if (cuts) this.#interruptedAt = now; }

  /** A clear without anybody cutting in is measured from here; one that nothing followed does not count for the next. */
  clearCame(now) { if (this.#interruptedAt === null || now - this.#interruptedAt > longest) this.#interruptedAt = now; }

  silenced(now, outputLatency) {
    if (this.#interruptedAt === null) return;
    this.silence.add(now - this.#interruptedAt + outputLatency);
    this.#interruptedAt = null;
  }
}

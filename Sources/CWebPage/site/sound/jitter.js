// How long sound waits before it is played, so that the next packet is there when it is needed.
//
// The service sends frames of 20 ms in real time, a little ahead. The network delays each one differently: that is
// jitter, and the wait (the target) follows it, at once when sound ran dry, slowly back when the network calms down.
//
// A frame can be late for another reason: nobody had said it yet, because a model thinks or a voice is slow to make. Then
// all that follows is as late, while what a network has held back comes in one go, and the flow is on time again. So a
// frame is judged when some more have come.

export const frameDuration = 20;
const shortest = 20;
const longest = 160;
/** Frames before and after one that say what was on time: a quarter of a second. */
const around = 12;
/** The schedule may slip so many milliseconds before we say that the sender was late, not the network. */
const slipped = 10;
/** After so many milliseconds of nothing, what was before says nothing about what comes. */
const pause = 1000;
/** Beyond that much more than the target, what is oldest is skipped: two clocks never agree, and late sound adds up. */
const surplus = 320;

export class Jitter {
  /** How much is gathered before sound starts, in milliseconds. */
  target = 40;
  /** How unevenly frames come, in milliseconds: the mean, slowly forgotten, as RFC 3550 §6.4.1 has it. */
  jitter = 0;
  /** How often sound ran dry because the network was late. */
  underruns = 0;
  /** Milliseconds of silence that made in the middle of sound. */
  missing = 0;
  /** Milliseconds that were skipped because they were too old. */
  skipped = 0;
  /** What of the jitter the service's lead does not cover: that is to be waited for. */
  #beyondLead = 0;
  /** How late each frame came against the first one, in milliseconds; the latest last. */
  #lateness = [];
  #judged = 0;
  #expected = null;
  #driedAt = null;
  /** How long it was dry before the frame that is so many frames back, until it is known whose fault that was. */
  #dry = null;

  /** A frame came at `now`, in milliseconds. */
  arrived(now) {
    if (this.#expected === null || now - this.#expected > pause) this.#begin(now);
    const late = now - this.#expected;
    this.#expected += frameDuration;
    if (this.#driedAt !== null) this.#dry ??= { for: now - this.#driedAt, frame: this.#lateness.length };
    this.#driedAt = null;
    this.#lateness.push(late);
    if (this.#lateness.length > this.#judged + around) this.#judge();
    if (this.#lateness.length > 3 * around) this.#forget(this.#judged - around);
  }

  #begin(now) {
    this.#expected = now;
    this.#lateness = [];
    this.#judged = 0;
    this.#dry = this.#driedAt = null;
  }

  #forget(count) {
    this.#lateness.splice(0, count);
    this.#judged -= count;
    if (this.#dry) this.#dry.frame -= count;
  }

  #judge() {
    const index = this.#judged++;
    const late = this.#lateness[index];
    const before = Math.min(...this.#lateness.slice(Math.max(0, index - around), index + 1));
    const after = Math.min(...this.#lateness.slice(index));
    const isSendersFault = after > before + slipped;
    const delay = isSendersFault ? 0 : late - Math.max(before, after);
    this.#settleDryness(index, delay, late <= after);
    this.jitter += (delay - this.jitter) / 16;
    const lead = Math.min(longest, Math.max(0, -before));
    const beyond = Math.max(0, delay - lead);
    this.#beyondLead += (beyond - this.#beyondLead) * (beyond > this.#beyondLead ? 0.25 : 0.01);
    const wanted = Math.min(longest, Math.max(shortest, 20 + 2 * this.#beyondLead));
    this.target += (wanted - this.target) * (wanted > this.target ? 0.2 : 0.004);
  }

  /** Sound ran dry: the network's fault if one of the frames that came then had been held back by it. */
  #settleDryness(index, delay, isOver) {
    if (this.#dry === null || index < this.#dry.frame) return;
    if (delay > 0) {
      this.underruns++;
      this.missing += this.#dry.for;
      this.target = Math.min(longest, this.target + 20);
    }
    if (delay > 0 || isOver) this.#dry = null;
  }

  /** The buffer is empty at `now`. */
  ranDry(now) { this.#driedAt ??= now; }

  /** Somebody cut in: what is missing now is missing on purpose. */
  cleared() { this.#expected = null; }

  /** Whether sound may start with so many milliseconds gathered, the oldest of which has waited for `waited`. */
  isReady(buffered, waited) { return buffered >= this.target || waited >= this.target; }

  /** How many milliseconds to skip of so many. */
  excess(buffered) {
    if (buffered < this.target + surplus) return 0;
    const excess = buffered - this.target - 200;
    this.skipped += excess;
    return excess;
  }
}

// How long sound waits before it is played, so that the next packet is there when it is needed.
//
// The service sends frames of 20 ms in real time, at most 200 ms ahead. The network delays each one a little
// differently; the spread of those delays is the jitter, and the wait (the target) follows it: at once when sound ran
// dry, slowly back when the network calms down.

export const frameDuration = 20;
const shortest = 20;
/** Less than the service's lead: a turn's first burst fills it, so that it never delays a beginning. */
const longest = 160;
/** Beyond that much more than the target, what is oldest is skipped: two clocks never agree, and late sound adds up. */
const surplus = 320;
/** Sound that comes this soon after the buffer ran dry should have been there; later, somebody had stopped talking. */
const dryFor = 250;

export class Jitter {
  /** How much is gathered before sound starts, in milliseconds. */
  target = 40;
  /** The spread of arrivals, in milliseconds. */
  spread = 0;
  /** How often sound ran dry in the middle. */
  underruns = 0;
  /** Milliseconds that were skipped because they were too old. */
  skipped = 0;
  #expected = null;
  #earliest = 0;
  #driedAt = null;

  /** A frame came at `now`, in milliseconds. */
  arrived(now) {
    if (this.#driedAt !== null && now - this.#driedAt < dryFor) {
      this.underruns++;
      this.target = Math.min(longest, this.target + 20);
    }
    this.#driedAt = null;
    // A pause begins a new account: what was said before says nothing about delays now.
    if (this.#expected === null || now - this.#expected > dryFor) {
      this.#expected = now;
      this.#earliest = 0;
    }
    const late = now - this.#expected;
    this.#expected += frameDuration;
    // Who comes earlier than ever is the measure for the others; a lead that is given at once is not jitter.
    this.#earliest = Math.min(late, this.#earliest + 0.02);
    const delay = Math.max(0, late - Math.max(this.#earliest, -longest));
    const beyondLead = Math.max(0, delay + Math.min(0, this.#earliest));
    this.spread += (beyondLead - this.spread) * (beyondLead > this.spread ? 0.25 : 0.01);
    const wanted = Math.min(longest, Math.max(shortest, 20 + 2 * this.spread));
    this.target += (wanted - this.target) * (wanted > this.target ? 0.2 : 0.004);
  }

  /** The buffer is empty at `now`. */
  ranDry(now) { this.#driedAt ??= now; }

  /** Somebody cut in: what is missing now is missing on purpose. */
  cleared() {
    this.#driedAt = null;
    this.#expected = null;
  }

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

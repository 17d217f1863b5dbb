// How much of a turn was really played: what the service cuts everybody's memory by when somebody cuts in.
//
// Frames carry no turn. But the room speaks with one agent's voice at a time, and says when: a turn's sound begins with
// the frames that came just before `turn.started`, and ends with `turn.ended`. A clear without an end holds the turn: it
// goes on with the first frame that is nobody else's voice, never before whoever cut in has stopped.

const rate = 24;  // samples a millisecond
/** Frames that come at once belong together: the service sends a little ahead when a turn begins. */
const burst = 12;

export class Ledger {
  #turn = null;
  #received = 0;
  #played = 0;
  #burstStart = 0;
  #lastArrival = -Infinity;
  #sinceGrant = null;

  /** Other callers' voices may be in the frames, too. */
  isShared = false;
  /** One of the others talks right now, so that frames are theirs while a turn is held. */
  isTalkedInto = false;

  /** The turn whose sound is being played, and how much of it, in milliseconds; `null` when there is none. */
  get position() {
    const turn = this.#turn;
    if (!turn) return null;
    const since = turn.isHeld ? 0 : Math.max(0, this.#played - turn.start);
    return { turn: turn.id, ms: Math.round((turn.before + since) / rate) };
  }

  get isHeld() { return this.#turn?.isHeld === true; }

  /** A frame of so many samples came at `now` (ms). */
  arrived(samples, now) {
    if (now - this.#lastArrival > burst) this.#burstStart = this.#received;
    this.#lastArrival = now;
    this.#sinceGrant ??= this.#received;
    if (this.isHeld && !this.isTalkedInto) Object.assign(this.#turn, { isHeld: false, start: this.#received });
    this.#received += samples;
  }

  granted() { this.#sinceGrant = null; }

  started(turn) {
    const first = this.isShared ? this.#burstStart : this.#sinceGrant ?? this.#received;
    this.#turn = { id: turn, start: first, before: 0, isHeld: false };
  }

  ended(turn) { if (this.#turn?.id === turn) this.#turn = null; }

  /** So many samples of all that came have been played (or skipped). */
  played(samples) { this.#played = samples; }

  /** What was buffered is gone. `samples` were played until then; counting goes on with the next frame. */
  cleared(samples) {
    const turn = this.#turn;
    if (turn && !turn.isHeld) {
      turn.before += Math.max(0, samples - turn.start);
      turn.isHeld = true;
    }
    this.#played = this.#received;
    this.#sinceGrant = null;
  }
}

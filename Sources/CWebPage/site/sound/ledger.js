// How much of a turn was really played: what the service cuts everybody's memory by when somebody cuts in.
//
// Frames carry no turn. But the room speaks with one agent's voice at a time, and says when: a turn's sound begins with
// the frames that came just before `turn.started`, and ends with `turn.ended`. With other callers in the room their
// voices travel in the same frames, so that a hold (a clear without an end) cannot be told from a pause any more: the
// ledger then falls silent for that turn, and the service goes by its own clock.

const rate = 24;  // samples a millisecond
/** Frames that come at once belong together: the service sends up to 200 ms ahead when a turn begins. */
const burst = 12;

export class Ledger {
  #turn = null;
  #received = 0;
  #played = 0;
  #burstStart = 0;
  #lastArrival = -Infinity;
  #sinceGrant = null;

  /** Somebody else's voice may be in the frames, too. */
  isShared = false;

  /** The turn whose sound is being played, and how much of it, in milliseconds; `null` when nobody could say. */
  get position() {
    const turn = this.#turn;
    if (!turn || turn.isLost) return null;
    return { turn: turn.id, ms: Math.round((turn.before + Math.max(0, this.#played - turn.start)) / rate) };
  }

  /** A frame of so many samples came at `now` (ms). */
  arrived(samples, now) {
    if (now - this.#lastArrival > burst) this.#burstStart = this.#received;
    this.#lastArrival = now;
    if (this.#sinceGrant === null) this.#sinceGrant = this.#received;
    this.#received += samples;
  }

  granted() { this.#sinceGrant = null; }

  started(turn) {
    const first = this.isShared ? this.#burstStart : this.#sinceGrant ?? this.#received;
    this.#turn = { id: turn, start: first, before: 0, isLost: false };
  }

  ended(turn) { if (this.#turn?.id === turn) this.#turn = null; }

  /** So many samples of all that came have been played (or skipped). */
  played(samples) { this.#played = samples; }

  /** What was buffered is gone. `samples` were played until then; counting goes on with the next frame. */
  cleared(samples) {
    this.#played = samples;
    const turn = this.#turn;
    if (turn) {
      turn.before += Math.max(0, samples - turn.start);
      turn.isLost ||= this.isShared;
      turn.start = this.#received;
    }
    this.#played = this.#received;
    this.#sinceGrant = null;
  }
}

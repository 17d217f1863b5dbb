// Who talks although they are muted, and waits in vain for an answer, is told so.

import { notice, settle } from "./notices.js";

/** Louder than breath and keys. */
const voice = 0.5;
/** So long, in milliseconds: nobody is told for a cough. */
const enough = 400;

export class MutedHint {
  #call; #talked = 0; #lookedAt = 0; #isShown = false; #isTold = false;

  constructor(call) { this.#call = call; }

  /** To be asked at each frame that is drawn. Once for each time one is muted. */
  look(now) {
    const { isMuted, isPushed, isOn, sound } = this.#call;
    const passed = Math.min(100, now - this.#lookedAt);
    this.#lookedAt = now;
    if (!isMuted || isPushed || !isOn) {
      if (this.#isShown) settle("muted");
      this.#isShown = this.#isTold = false;
      this.#talked = 0;
      return;
    }
    if (this.#isTold) return;
    // Words have gaps: they do not count, and do not count for nothing.
    this.#talked = sound.microphoneLevel > voice ? this.#talked + passed : Math.max(0, this.#talked - passed / 4);
    if (this.#talked < enough) return;
    this.#isTold = this.#isShown = true;
    notice("muted", "You are muted: nobody hears you.", { bad: false, action: { words: "Unmute", act: () => this.#call.mute(false) } });
  }
}

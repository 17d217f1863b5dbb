// One person's part in a call: the line, the sound, the room as the line tells it, and what was measured of it.

import { ask, path } from "../shared/api.js";
import { frameDuration } from "../sound/jitter.js";
import { Ledger } from "../sound/ledger.js";
import { Sound } from "../sound/engine.js";
import { Line } from "./line.js";
import { Measures } from "./measures.js";
import { RoomModel } from "./model.js";

/** Half of what the service forgets a position after; more often says nothing new. */
const reportEvery = 200;
/** How long an interruption that the service has not confirmed keeps the page silent. */
const hushedFor = 1000;

export class Call extends EventTarget {
  sound = new Sound();
  measures = new Measures();
  ledger = new Ledger();
  isMuted = false;
  /** Push to talk: the microphone is open only while `isPressed`. */
  isPushed = false;
  isPressed = false;
  #reportedAt = 0;
  #hushedUntil = 0;

  /** @param me `{ identity, name, token }` */
  constructor(room, me) {
    super();
    this.room = room;
    this.me = me;
    this.model = new RoomModel(me.identity);
    this.line = new Line(room, () => this.me);
    this.line.addEventListener("message", ({ detail }) => this.#read(detail));
    this.line.addEventListener("sound", ({ detail }) => this.#hear(detail));
    this.line.addEventListener("state", ({ detail }) => this.#lineBecame(detail));
    this.sound.onFrame = (frame) => this.line.sendSound(frame);
    this.sound.onReport = (report) => this.#played(report);
    this.sound.onCleared = (cleared) => this.#cleared(cleared);
  }

  join() { this.line.open(); }

  /** The part of the sound that was meant to be heard here and was not, 0 to 1. */
  get loss() {
    const { missing, skipped } = this.sound.report;
    const lost = missing + skipped;
    return lost === 0 ? 0 : lost / (this.measures.frames * frameDuration + missing);
  }

  get isOn() { return this.line.state === "open"; }

  #lineBecame(detail) {
    if (detail.state === "open") {
      this.line.askWhoIsHere();
      if (this.isMuted) this.line.mute(true);
    } else {
      this.sound.clear();
    }
    this.#openMicrophone();
    this.dispatchEvent(new CustomEvent("line", { detail }));
  }

  #read(message) {
    const now = performance.now();
    if (message.type === "playback.clear") {
      this.measures.clearCame(now);
      this.#hushedUntil = 0;
      this.#hold(true);
      return this.sound.clear();
    }
    if (message.type === "snapshot") {
      this.model.take(message);
    } else {
      // A new room of the same name has begun to count again.
      if (message.type === "room.opened") this.model.closed = null;
      this.#note(message, now);
      if (this.model.apply(message)) this.line.askWhoIsHere();
    }
    this.ledger.isShared = this.model.callers.length > 1;
    this.ledger.isTalkedInto = this.model.callers.some((one) => one.isTalking && one.identity !== this.me.identity);
    this.dispatchEvent(new CustomEvent("change", { detail: message }));
  }

  /** What the ledger and the numbers make of an event. */
  #note(event, now) {
    switch (event.type) {
      case "turn.granted": return this.ledger.granted();
      case "turn.started":
        this.ledger.started(event.turn);
        return this.measures.turnStarted(event, this.sound);
      case "turn.ended": return this.ledger.ended(event.turn);
      case "speech.started":
        if (event.identity === this.me.identity) this.measures.interruptionBegan(now, this.model.speaker !== null);
    }
  }

  #hear(frame) {
    this.measures.frameCame();
    if (performance.now() < this.#hushedUntil) return;
    this.ledger.arrived(frame.byteLength / 2, performance.now());
    if (!this.ledger.isHeld) this.#hold(false);
    this.sound.play(frame);
  }

  /** A turn is held while somebody cuts in: it goes on, or it ends, when the room knows what they said. */
  #hold(held) {
    if (this.model.isHeld === held || (held && !this.model.speaker)) return;
    this.model.isHeld = held;
    this.dispatchEvent(new CustomEvent("change", { detail: {} }));
  }

  /** Ten times a second, from the audio thread: timers of a tab in the background do not run that often. */
  #played(report) {
    this.ledger.played(report.played - this.sound.outputLatency * 24);
    const now = performance.now();
    if (now - this.#reportedAt < reportEvery - 20) return;
    this.#reportedAt = now;
    const position = this.ledger.position;
    if (position) this.line.position(position);
    this.dispatchEvent(new Event("measured"));
  }

  #cleared({ played }) {
    this.ledger.cleared(played);
    const position = this.ledger.position;
    if (position) this.line.position(position);
    this.measures.silenced(performance.now(), this.sound.outputLatency);
    this.dispatchEvent(new Event("measured"));
  }

  // What a person can do.

  interrupt() {
    this.measures.interruptionBegan(performance.now(), this.model.speaker !== null);
    if (this.model.speaker) {
      // Silence is not the service's to grant: what is buffered here goes at once, and what is still on its way.
      const position = this.ledger.position;
      if (position) this.line.position(position);
      this.sound.clear();
      this.#hushedUntil = performance.now() + hushedFor;
    }
    return this.line.interrupt();
  }

  say(text) { return this.line.say(text); }

  mute(muted) {
    this.isMuted = muted;
    this.line.mute(muted);
    this.#openMicrophone();
    this.dispatchEvent(new CustomEvent("change", { detail: {} }));
  }

  press(pressed) {
    if (this.isPressed === pressed) return;
    this.isPressed = pressed;
    this.#openMicrophone();
    this.dispatchEvent(new CustomEvent("change", { detail: {} }));
  }

  push(on) {
    this.isPushed = on;
    this.#openMicrophone();
    this.dispatchEvent(new CustomEvent("change", { detail: {} }));
  }

  /** Whether my voice leaves this machine right now. */
  get isHeard() { return this.isOn && this.sound.hasMicrophone && !this.isMuted && (!this.isPushed || this.isPressed); }

  #openMicrophone() { this.sound.isOpen = this.isHeard; }

  async leave() {
    this.line.leave();
    await this.sound.stop();
  }

  // What needs the service's key, where it has one.

  #at(...parts) { return path("rooms", this.room, ...parts); }
  giveFloor(agent) { return ask("POST", this.#at("turns"), { agent }); }
  muteOther(identity, muted) { return ask("POST", this.#at("participants", identity, "mute"), { muted }); }
  remove(identity) { return ask("DELETE", this.#at("participants", identity)); }
  add(agent) { return ask("POST", "/voice/join", { room: this.room, agent }); }
  endForAll() { return ask("DELETE", this.#at()); }
}

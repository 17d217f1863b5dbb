// The caller's line: one WebSocket, opened again when it breaks. What was said meanwhile comes again (`after`).

import { ask, path, Refusal } from "../shared/api.js";

const pauses = [500, 1000, 2000, 4000, 8000];

export class Line extends EventTarget {
  #room; #query; #socket = null; #attempts = 0; #timer = null; #wasOpen = false;
  /** closed: not asked for; connecting; open; waiting: for the next try; ended: for good. */
  state = "closed";
  /** The last event's number, to go on after it. */
  lastSeq = 0;

  /** @param query `() => ({ identity, name, token })`: asked at each try. */
  constructor(room, query) {
    super();
    this.#room = room;
    this.#query = query;
    // The network is back: no reason to wait any longer.
    addEventListener("online", () => { if (this.state === "waiting") this.open(); });
  }

  open() {
    clearTimeout(this.#timer);
    const scheme = location.protocol === "https:" ? "wss:" : "ws:";
    const socket = new WebSocket(`${scheme}//${location.host}${this.#address()}`);
    socket.binaryType = "arraybuffer";
    this.#socket = socket;
    this.#become("connecting");
    socket.onopen = () => {
      this.#attempts = 0;
      this.#wasOpen = true;
      this.#become("open");
    };
    socket.onmessage = ({ data }) => {
      if (socket !== this.#socket) return;
      if (typeof data === "string") this.#read(JSON.parse(data));
      else this.dispatchEvent(new CustomEvent("sound", { detail: data }));
    };
    socket.onclose = ({ code, reason }) => { if (socket === this.#socket) this.#closed(code, reason); };
  }

  #address() {
    const { identity, name, token } = this.#query();
    const query = new URLSearchParams({ identity, name, format: "pcm16", rate: "24000" });
    if (token) query.set("token", token);
    if (this.lastSeq > 0) query.set("after", this.lastSeq);
    return `${path("rooms", this.#room, "call")}?${query}`;
  }

  /** Why the service refuses this line: a browser hides the answer to a WebSocket, so the same is asked without one.
   * @returns a `Refusal`, or `null` when nothing is wrong any more. Throws when nobody answers. */
  async whyRefused() {
    try {
      await ask("GET", this.#address());
      return null;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return error.code === "upgrade_required" ? null : error;
    }
  }

  #read(message) {
    if (message.seq) this.lastSeq = message.seq;
    this.dispatchEvent(new CustomEvent("message", { detail: message }));
  }

  #closed(code, reason) {
    this.#socket = null;
    // 1000: the room was closed, or we were removed. Half a sample or a giant frame would only happen again.
    if ([1000, 1007, 1009].includes(code)) return this.#become("ended", { code, reason });
    // A first try that fails before the upgrade was refused; why, the browser does not say.
    if (!this.#wasOpen && this.#attempts >= 1) return this.#become("ended", { code, reason, refused: true });
    this.#wait(code);
  }

  #wait(code) {
    const pause = pauses[Math.min(this.#attempts++, pauses.length - 1)] * (0.75 + Math.random() / 2);
    this.#timer = setTimeout(() => this.open(), pause);
    this.#become("waiting", { code, pause });
  }

  #become(state, detail = {}) {
    this.state = state;
    this.dispatchEvent(new CustomEvent("state", { detail: { state, ...detail } }));
  }

  /** A frame of the microphone; dropped while the line is down, and when it does not drain: late sound is worth nothing. */
  sendSound(frame) {
    if (this.#socket?.readyState === WebSocket.OPEN && this.#socket.bufferedAmount < 48000) this.#socket.send(frame);
  }

  /** @returns whether it left. */
  send(message) {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(message));
    return true;
  }

  interrupt() { return this.send({ type: "interrupt" }); }
  say(text) { return this.send({ type: "message", text }); }
  mute(muted) { return this.send({ type: "mute", muted }); }
  position({ turn, ms }) { return this.send({ type: "playback.position", turn, ms }); }
  askWhoIsHere() { return this.send({ type: "snapshot" }); }

  leave() {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close(1000);
    this.#become("ended", { code: 1000, left: true });
  }
}

// The row of controls, and the keys that do the same.

import { byId, write } from "../shared/dom.js";

/** Where a key writes a letter, it does nothing else. */
const isWriting = (element) => element.closest?.("input:not([type=checkbox]):not([type=range]), textarea, select") !== null;
/** A dialog or a menu is open: keys are its own. */
const isBusy = () => document.querySelector("dialog[open], [popover]:popover-open") !== null;

export class Controls {
  #call; #acts;

  /** @param acts `{ leave, numbers }` */
  constructor(call, acts) {
    this.#call = call;
    this.#acts = acts;
    const microphone = byId("microphone");
    microphone.addEventListener("click", () => { if (!call.isPushed) call.mute(!call.isMuted); });
    microphone.addEventListener("pointerdown", () => { if (call.isPushed) call.press(true); });
    for (const over of ["pointerup", "pointercancel", "pointerleave"]) microphone.addEventListener(over, () => call.press(false));
    byId("interrupt").addEventListener("click", () => call.interrupt());
    byId("leave").addEventListener("click", () => acts.leave());
    byId("say").addEventListener("submit", (event) => this.#say(event));
    addEventListener("keydown", (event) => this.#down(event));
    addEventListener("keyup", (event) => { if (event.code === "Space") call.press(false); });
    // A key that is let go elsewhere is never told.
    addEventListener("blur", () => call.press(false));
  }

  #say(event) {
    event.preventDefault();
    const words = byId("words");
    if (words.value.trim() && this.#call.say(words.value.trim())) words.value = "";
  }

  #down(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || isBusy()) return;
    if (event.key === "Escape") { if (this.#call.isOn) this.#call.interrupt(); return; }
    if (isWriting(event.target)) return;
    if (event.code === "Space" && this.#call.isPushed) {
      event.preventDefault();
      this.#call.press(true);
    } else if (event.key === "m" && this.#call.sound.hasMicrophone && !event.repeat) {
      this.#call.mute(!this.#call.isMuted);
    } else if (event.key === "n") {
      this.#acts.numbers();
    } else if (event.key === "/") {
      event.preventDefault();
      byId("words").focus();
    }
  }

  show() {
    const { isOn, sound, isMuted, isPushed, isPressed } = this.#call;
    const microphone = byId("microphone");
    microphone.disabled = !isOn || !sound.hasMicrophone;
    const isClosed = isPushed ? !isPressed : isMuted || !sound.hasMicrophone;
    microphone.classList.toggle("closed", isClosed);
    microphone.setAttribute("aria-pressed", String(isPushed ? isPressed : isMuted));
    write(microphone.querySelector("span"), !sound.hasMicrophone ? "No microphone" : isPushed ? (isPressed ? "Talking" : "Hold to talk") : isMuted ? "Unmute" : "Mute");
    for (const id of ["interrupt", "words", "send"]) byId(id).disabled = !isOn;
    byId("leave").disabled = this.#call.line.state === "closed" || this.#call.line.state === "ended";
    byId("interrupt").classList.toggle("urgent", this.#call.model.speaker !== null);
  }
}

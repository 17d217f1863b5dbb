// What can be done about somebody at the table.

import { byId, make } from "../shared/dom.js";

export class SeatMenu {
  #call; #attempt; #canManage;

  /**
   * @param attempt  runs a promise and says what went wrong with it.
   * @param canManage  whether the service lets this page moderate.
   */
  constructor(call, attempt, canManage) {
    this.#call = call;
    this.#attempt = attempt;
    this.#canManage = canManage;
  }

  open(identity, seat) {
    const menu = byId("seat-menu");
    const person = this.#call.model.people.get(identity);
    menu.replaceChildren(make("p", {}, person.name), ...this.#choices(person));
    menu.showPopover();
    const place = seat.getBoundingClientRect();
    const left = Math.min(place.left, innerWidth - menu.offsetWidth - 8);
    const below = place.bottom + 6 + menu.offsetHeight < innerHeight;
    menu.style.left = `${Math.max(8, left)}px`;
    menu.style.top = `${below ? place.bottom + 6 : Math.max(8, place.top - menu.offsetHeight - 6)}px`;
    menu.querySelector("button:enabled")?.focus();
    menu.addEventListener("toggle", ({ newState }) => { if (newState === "closed") seat.focus(); }, { once: true });
  }

  #choices(person) {
    const { me } = this.#call.model;
    if (person.identity === me) {
      return [this.#choice(this.#call.isMuted ? "Unmute me" : "Mute me", () => this.#call.mute(!this.#call.isMuted))];
    }
    const choices = [];
    if (person.kind === "agent") {
      choices.push(this.#choice(`Give ${person.name} the floor`, () => this.#call.giveFloor(person.identity), !person.muted));
    }
    choices.push(
      this.#choice(person.muted ? `Unmute ${person.name}` : `Mute ${person.name}`, () => this.#call.muteOther(person.identity, !person.muted)),
      this.#choice(`Remove ${person.name}`, () => this.#call.remove(person.identity)));
    if (!this.#canManage()) choices.push(make("p", { class: "quiet" }, "Needs the service’s key; your link is for talking."));
    return choices;
  }

  #choice(words, act, isPossible = true) {
    const needsKey = !words.endsWith(" me");
    return make("button", { type: "button", disabled: (needsKey && !this.#canManage()) || !isPossible, onclick: () => {
      byId("seat-menu").hidePopover();
      this.#attempt(act);
    } }, words);
  }
}

// The table: a seat for everybody, the lamp on whoever has the floor, and who comes next.

import { byId, hue, initials, make, write } from "../shared/dom.js";
import { reasonWords, statusWords } from "./words.js";

/** More than that do not fit round a table that can be read. */
const roundUpTo = 12;

export class Table {
  #call; #seats = new Map(); #onSeat;

  /** @param onSeat what a click on somebody's seat does. */
  constructor(call, onSeat) {
    this.#call = call;
    this.#onSeat = onSeat;
  }

  show() {
    const { model } = this.#call;
    this.#showFloor(model);
    const people = this.#order(model);
    byId("table").classList.toggle("crowded", people.length > roundUpTo);
    for (const [identity, seat] of this.#seats) {
      if (!people.some((person) => person.identity === identity)) {
        seat.remove();
        this.#seats.delete(identity);
      }
    }
    people.forEach((person, index) => this.#showSeat(person, index, people.length));
  }

  /** I sit at the bottom, the others clockwise from my left in the order they came. */
  #order(model) {
    const people = model.here.sort((a, b) => a.seat - b.seat);
    const me = people.findIndex((person) => person.identity === model.me);
    return me < 0 ? people : [...people.slice(me), ...people.slice(0, me)];
  }

  #showFloor(model) {
    const { holder, reason, queue } = model.floor;
    const talking = model.callers.filter((person) => person.isTalking);
    byId("table").classList.toggle("held", holder !== null);
    byId("table").classList.toggle("talking", holder === null && talking.length > 0);
    byId("table").classList.toggle("paused", model.isHeld);
    if (holder) {
      write(byId("holder"), model.name(holder));
      write(byId("why"), model.isHeld ? this.#cutIn(model, talking) : model.why || (reasonWords[reason] ?? ""));
    } else if (talking.length) {
      write(byId("holder"), talking.some((one) => one.identity === model.me) ? "You are talking" : `${talking[0].name} is talking`);
      write(byId("why"), "");
    } else {
      write(byId("holder"), "is open");
      write(byId("why"), this.#hint(model));
    }
    byId("next").hidden = !queue.length;
    byId("next").querySelector("ol").replaceChildren(...queue.slice(0, 4).map((entry) =>
      make("li", { title: entry.why }, make("strong", {}, model.name(entry.agent)), ` ${model.promise(entry)}`)));
  }

  #cutIn(model, talking) {
    if (!talking.length) return "Waits until it is clear what was meant.";
    return talking.some((one) => one.identity === model.me) ? "Waits while you talk." : `Waits while ${talking[0].name} talks.`;
  }

  #hint(model) {
    if (!this.#call.isOn) return "";
    if (!model.agents.length) return "Nobody to answer yet. Add an agent.";
    return `Say “Hey ${model.agents[0].name}”, or just talk.`;
  }

  #showSeat(person, index, count) {
    const { model } = this.#call;
    let seat = this.#seats.get(person.identity);
    if (!seat) {
      const button = make("button", { type: "button", class: "seat", "aria-haspopup": "menu" },
        make("span", { class: "avatar", "aria-hidden": "true" }), make("span", { class: "name" }), make("span", { class: "state" }));
      button.addEventListener("click", () => this.#onSeat(person.identity, button));
      seat = make("li", {}, button);
      this.#seats.set(person.identity, seat);
    }
    const angle = Math.PI / 2 + (2 * Math.PI * index) / Math.max(count, 2);
    seat.classList.toggle("aside", Math.abs(Math.cos(angle)) > 0.5);
    seat.style.setProperty("--x", Math.cos(angle).toFixed(4));
    seat.style.setProperty("--y", Math.sin(angle).toFixed(4));
    seat.style.setProperty("--hue", hue(person.seat));
    // Only what moved is moved: focus stays where it is.
    const list = byId("seats");
    if (list.children[index] !== seat) list.insertBefore(seat, list.children[index] ?? null);
    this.#describe(seat.firstChild, person, model);
  }

  #describe(button, person, model) {
    const isMe = person.identity === model.me;
    const next = model.floor.queue.findIndex((entry) => entry.agent === person.identity);
    const state = this.#state(person, model, next);
    button.dataset.state = state.kind;
    button.classList.toggle("holds", model.floor.holder === person.identity);
    button.classList.toggle("muted", person.muted);
    const [avatar, name, words] = button.children;
    write(avatar, initials(person.name));
    write(name, isMe ? `${person.name} (you)` : person.name);
    write(words, state.words);
    const promise = next >= 0 ? model.promise(model.floor.queue[next]) : "";
    button.title = person.error?.detail ?? promise;
    const floor = model.floor.holder === person.identity ? ", has the floor" : "";
    button.setAttribute("aria-label", `${person.name}${isMe ? ", you" : ""}, ${person.kind}, ${state.words}${promise && `, ${promise}`}${floor}`);
  }

  #state(person, model, next) {
    if (person.muted) return { kind: "muted", words: "muted" };
    if (person.kind === "caller") {
      if (!person.heard) return { kind: "reconnecting", words: "agents cannot hear" };
      return person.isTalking ? { kind: "speaking", words: "talking" } : { kind: "listening", words: "listening" };
    }
    const words = statusWords[person.status] ?? person.status;
    if (model.isHeld && model.floor.holder === person.identity) return { kind: "waiting", words: "waits" };
    const isBusy = ["speaking", "thinking", "failed", "reconnecting", "joining"].includes(person.status);
    if (next >= 0 && !isBusy) return { kind: "next", words: next === 0 ? "next" : `${next + 1}. in line` };
    return { kind: person.status, words: person.status === "thinking" ? "thinking…" : words };
  }

  /** Rings that follow real sound. */
  showLevels() {
    const { model, sound } = this.#call;
    const heard = sound.heardLevel;
    for (const [identity, seat] of this.#seats) {
      const person = model.people.get(identity);
      const level = identity === model.me ? sound.saidLevel
        : model.speaker ? (model.speaker === identity ? heard : 0)
        : person.kind === "caller" && person.isTalking ? heard : 0;
      const { style } = seat.firstChild;
      // Whoever is silent costs nothing.
      if (style.getPropertyValue("--level") !== level.toFixed(2)) style.setProperty("--level", level.toFixed(2));
    }
  }
}

// The transcript: words as they come, what nobody heard struck through, hand-offs, tools and reasons in line.

import { byId, hue, make } from "../shared/dom.js";
import { timeOfDay } from "./words.js";

/** A long call's oldest lines leave the page; the downloads have them all. */
const shown = 400;

export class Transcript {
  #call; #rows = new Map(); #first = 0; #follows = true; #top = 0;

  constructor(call) {
    this.#call = call;
    const list = byId("lines");
    // Only a person scrolls up; on its smooth way down, the list is not there yet, but going.
    list.addEventListener("scroll", () => {
      const isUp = list.scrollTop < this.#top;
      this.#top = list.scrollTop;
      const isDown = list.scrollHeight - list.scrollTop - list.clientHeight < 48;
      if (isUp || isDown) this.#follow(isDown);
    });
    new ResizeObserver(() => { if (this.#follows) this.#scrollDown(); }).observe(list);
    byId("latest").addEventListener("click", () => { this.#follow(true); this.#scrollDown(); });
  }

  show() {
    const { lines } = this.#call.model;
    const list = byId("lines").firstElementChild;
    for (let index = this.#first; index < lines.length; index++) this.#showLine(lines[index], list);
    while (this.#rows.size > shown) {
      const line = lines[this.#first++];
      this.#rows.get(line.id)?.element.remove();
      this.#rows.delete(line.id);
    }
    this.#top = byId("lines").scrollTop;
    if (this.#follows) this.#scrollDown();
  }

  #follow(follows) {
    this.#follows = follows;
    byId("latest").hidden = follows;
  }

  #scrollDown() {
    const list = byId("lines");
    list.scrollTop = list.scrollHeight;
  }

  #showLine(line, list) {
    const { model } = this.#call;
    const name = line.identity ? model.name(line.identity) : "";
    const row = this.#rows.get(line.id);
    if (row && row.version === line.version && row.name === name) return;
    const element = line.kind === "utterance" ? this.#utterance(line, name, model) : this.#note(line, name);
    if (row) row.element.replaceWith(element); else list.append(element);
    this.#rows.set(line.id, { element, version: line.version, name });
  }

  #utterance(line, name, model) {
    const person = model.people.get(line.identity);
    const said = make("p", { class: "words" }, line.text);
    if (line.unheard) said.append(line.text ? " " : "", make("s", { title: "Not heard: somebody cut in" }, line.unheard));
    if (line.isOpen) said.append(make("span", { class: "caret", "aria-hidden": "true" }));
    const element = make("li", { class: `utterance${line.identity === model.me ? " mine" : ""}${line.isOpen ? " open" : ""}`, "data-identity": line.identity },
      make("p", { class: "who" }, make("strong", {}, name), make("time", { datetime: new Date(line.at).toISOString() }, timeOfDay(line.at))),
      said);
    element.style.setProperty("--hue", hue(person?.seat ?? 0));
    return element;
  }

  #note(line, name) {
    return make("li", { class: `note ${line.kind}${line.failed ? " failed" : ""}` },
      make("span", {}, name ? make("strong", {}, name) : null, name ? " " : "", line.text),
      line.why ? make("small", {}, line.why) : null,
      line.detail && line.detail !== "{}" ? make("code", {}, line.detail.slice(0, 200)) : null);
  }
}

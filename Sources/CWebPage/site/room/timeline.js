// The time line: a lane for each participant, turns and speech as bars, and how long each answer took to come.

import { byId, hue, make } from "../shared/dom.js";
import { clock, span as duration } from "./words.js";

/** Seconds that are shown. */
const width = 60;

export class Timeline {
  #call; #lanes = new Map(); #bars = new Map(); #offset = 0; #isCalm = matchMedia("(prefers-reduced-motion: reduce)");
  #shownAt = 0;

  constructor(call) { this.#call = call; }

  /** The service's clock, as far as the last event tells. */
  heard(at) { if (at) this.#offset = Date.parse(at) - Date.now(); }

  show() {
    const now = Date.now() + this.#offset;
    // It moves; where motion is unwelcome it steps, every two seconds.
    if (this.#isCalm.matches && now - this.#shownAt < 2000) return;
    if (now - this.#shownAt < 100) return;
    this.#shownAt = now;
    const { model } = this.#call;
    const start = now - width * 1000;
    for (const person of model.here) this.#lane(person);
    const visible = new Set();
    for (let index = model.spans.length - 1; index >= 0; index--) {
      const span = model.spans[index];
      const end = span.end ?? now;
      if (end < start) { if (index < model.spans.length - 60) break; continue; }
      visible.add(span);
      this.#showBar(span, start, end, now);
    }
    for (const [span, bar] of this.#bars) {
      if (!visible.has(span)) { bar.remove(); this.#bars.delete(span); }
    }
    for (const [identity, lane] of this.#lanes) {
      const isEmpty = !lane.querySelector(".bar-of-time");
      if (isEmpty && !model.people.get(identity)?.isHere) { lane.remove(); this.#lanes.delete(identity); }
    }
    byId("lanes").setAttribute("aria-label", this.#summary(model));
  }

  #lane(person) {
    let lane = this.#lanes.get(person.identity);
    if (!lane) {
      lane = make("div", { class: "lane" }, make("span", { class: "lane-name" }), make("div", { class: "lane-track" }));
      lane.style.setProperty("--hue", hue(person.seat));
      this.#lanes.set(person.identity, lane);
      byId("lanes").append(lane);
    }
    if (lane.firstChild.textContent !== person.name) lane.firstChild.textContent = person.name;
    return lane;
  }

  #showBar(span, start, end, now) {
    const lane = this.#lanes.get(span.identity) ?? this.#lane(this.#call.model.person(span.identity));
    let bar = this.#bars.get(span);
    if (!bar) {
      bar = make("div", { class: `bar-of-time ${span.kind}` }, make("span", { class: "wait" }), make("span", { class: "sound" }), make("span", { class: "mark number" }));
      this.#bars.set(span, bar);
      lane.lastChild.append(bar);
    }
    const from = Math.max(start, span.granted ?? span.start);
    const sound = span.start ? Math.max(from, span.start) : end;
    const percent = (ms) => `${((ms / (width * 1000)) * 100).toFixed(2)}%`;
    bar.style.left = percent(from - start);
    bar.style.width = percent(Math.max(end - from, 200));
    bar.dataset.outcome = span.outcome ?? "";
    bar.children[0].style.flexGrow = Math.max(0, sound - from);
    bar.children[1].style.flexGrow = Math.max(0, end - sound);
    bar.children[2].textContent = span.latency !== undefined && from > start ? duration(span.latency) : "";
    bar.title = this.#describe(span, now);
  }

  #describe(span, now) {
    const name = this.#call.model.name(span.identity);
    const length = clock(((span.end ?? now) - (span.start ?? span.granted ?? now)) / 1000);
    if (span.kind === "speech") return `${name} talked for ${length}`;
    const latency = span.latency === undefined ? "" : `, first sound after ${duration(span.latency)}`;
    return `${name}: ${span.outcome ?? "speaking"}, ${length}${latency}. ${span.why ?? ""}`;
  }

  #summary(model) {
    const turns = model.spans.filter((span) => span.kind === "turn");
    if (!turns.length) return "No turns yet";
    const counts = new Map();
    for (const turn of turns) counts.set(turn.identity, (counts.get(turn.identity) ?? 0) + 1);
    return [...counts].map(([identity, count]) => `${model.name(identity)}: ${count} ${count === 1 ? "turn" : "turns"}`).join(", ");
  }
}

// The small panel of numbers.

import { byId, make, write } from "../shared/dom.js";
import { span } from "./words.js";

const rows = [
  ["End of speech → first sound", (call) => series(call.measures.answer), "From the last voiced sample of who spoke to the first sound here; the latest, and the middle of the last 50."],
  ["Interrupt → silence", (call) => series(call.measures.silence), "From the key, or the ear’s word that somebody speaks, to silence here."],
  ["Jitter", (call) => `${call.sound.report.jitter.toFixed(1)} ms`, "How unevenly the network brings what was sent evenly."],
  ["Loss", (call) => `${(call.loss * 100).toFixed(1)} %`, "Sound that was not heard: it came too late, and was silence or skipped."],
  ["Buffer", (call) => `${Math.round(call.sound.report.buffered)} ms, target ${Math.round(call.sound.report.target)} ms`, "Sound that waits to be played."],
  ["Sound ran dry", (call) => `${call.sound.report.underruns}×`, "How often the buffer was empty because the network was late."],
  ["Frames received", (call) => String(call.measures.frames), "20 ms each."],
  ["Output latency", (call) => span(call.sound.outputLatency), "From the page to the loudspeaker, as the browser says."],
];

function series(values) {
  if (!values.count) return "–";
  return values.count === 1 ? span(values.last) : `${span(values.last)} (middle ${span(values.median)})`;
}

export class Numbers {
  #call; #cells = [];

  constructor(call) {
    this.#call = call;
    const list = byId("numbers").querySelector("dl");
    for (const [name, , meaning] of rows) {
      const cell = make("dd", { class: "number" }, "–");
      list.append(make("div", { title: meaning }, make("dt", {}, name), cell));
      this.#cells.push(cell);
    }
  }

  toggle() {
    const panel = byId("numbers");
    panel.hidden = !panel.hidden;
    byId("show-numbers").setAttribute("aria-expanded", String(!panel.hidden));
    this.show();
    if (!panel.hidden) panel.scrollIntoView({ block: "nearest" });
  }

  show() {
    if (byId("numbers").hidden) return;
    rows.forEach(([, value], index) => write(this.#cells[index], value(this.#call)));
  }
}

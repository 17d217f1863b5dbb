// More agents for the room.

import { ask } from "../shared/api.js";
import { byId, hue, initials, make } from "../shared/dom.js";

export class Invite {
  #call; #attempt;

  constructor(call, attempt) {
    this.#call = call;
    this.#attempt = attempt;
    byId("add").addEventListener("click", () => attempt(() => this.open()));
  }

  async open() {
    const { agents } = await ask("GET", "/agents");
    const here = new Set(this.#call.model.agents.filter((one) => one.status !== "failed").map((one) => one.identity));
    byId("invitable").replaceChildren(...agents.map((agent, index) => this.#line(agent, index, here.has(agent.id))));
    if (!byId("invite").open) byId("invite").showModal();
  }

  #line(agent, index, isHere) {
    const name = agent.name ?? agent.id;
    const face = make("span", { class: "avatar", "aria-hidden": "true" }, initials(name));
    face.style.setProperty("--hue", hue(index));
    const words = agent.name === null ? "Its file has mistakes." : agent.expertise.join(", ");
    return make("li", {}, face, make("span", {}, make("strong", {}, name), make("br"), make("span", { class: "quiet" }, words)),
      make("button", { type: "button", disabled: isHere || agent.name === null, "aria-label": `Add ${name}`,
        onclick: ({ target }) => {
          target.disabled = true;
          target.textContent = "Coming";
          this.#attempt(() => this.#call.add(agent.id));
        } }, isHere ? "Here" : "Add"));
  }
}

// What went wrong, and what it means: one line each, until it is right again.

import { byId, make } from "../shared/dom.js";

const shown = new Map();

/** Shows a notice under `key`, in the place of the one before; `action` is `{ words, act }`. */
export function notice(key, text, { bad = true, action = null } = {}) {
  const element = make("div", { class: `notice${bad ? " bad" : ""}`, "data-notice": key }, make("p", {}, text),
    action ? make("button", { type: "button", onclick: action.act }, action.words) : null,
    make("button", { type: "button", class: "bare small", "aria-label": "Dismiss this notice", onclick: () => settle(key) }, "✕"));
  const before = shown.get(key);
  if (before) before.replaceWith(element); else byId("notices").append(element);
  shown.set(key, element);
}

/** It is right again. */
export function settle(key) {
  shown.get(key)?.remove();
  shown.delete(key);
}

/** For a few seconds. */
export function mention(text, options = { bad: false }) {
  const key = `mention ${text}`;
  notice(key, text, options);
  setTimeout(() => settle(key), 6000);
}

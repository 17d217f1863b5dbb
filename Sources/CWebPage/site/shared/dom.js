// Elements without markup in strings: what people and models say is always text.

/** `make("p", { class: "quiet", onclick: f }, "words", child)`; attributes that are null or false are left out. */
export function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined));
  return element;
}

export const byId = (id) => document.getElementById(id);

/** Up to two letters for an avatar. */
export function initials(name) {
  const words = name.split(/[\s._-]+/).filter(Boolean);
  return words.slice(0, 2).map((word) => [...word][0].toUpperCase()).join("") || "?";
}

/** One of the page's eight colours. */
export const hue = (index) => `var(--p${index % 8})`;

/** Writes text only when it changed: a live region is not read out again, a selection is kept. */
export function write(element, text) {
  if (element.textContent !== text) element.textContent = text;
}

// The lobby: personas as cards, a name for a room, the rooms that run.

import { ask, path, Refusal } from "./shared/api.js";
import { byId, hue, initials, make, write } from "./shared/dom.js";

const names = new Map();

function complain(text) {
  const notice = byId("notice");
  notice.className = "notice bad";
  notice.hidden = !text;
  notice.textContent = text;
}

function card(agent, index) {
  const fit = agent.name !== null;
  const mistakes = agent.errors.map((error) => `${error.file}:${error.line}: ${error.message}`);
  const box = make("input", { type: "checkbox", name: "agent", value: agent.id, disabled: !fit });
  const face = make("span", { class: "avatar", "aria-hidden": "true" }, initials(agent.name || agent.id));
  face.style.setProperty("--hue", hue(index));
  return make("label", { class: "card" },
    face,
    make("span", {}, make("span", { class: "name" }, agent.name || agent.id),
      make("br"), make("span", { class: "voice" }, agent.voice ? `Voice: ${agent.voice}` : "No voice of its own")),
    box,
    make("span", { class: "more" },
      agent.expertise.length ? make("ul", { class: "tags", "aria-label": "Expertise" }, ...agent.expertise.map((field) => make("li", {}, field))) : null,
      agent.tools.length ? make("span", { class: "state quiet" }, `Tools: ${agent.tools.join(", ")}`) : null,
      mistakes.length
        ? make("span", { class: "state broken" }, (fit ? "The changed file has mistakes; the version before it is in force. " : "Its file has mistakes. ") + mistakes.join(" "))
        : make("span", { class: "state sound" }, "✓ File is sound")));
}

async function showAgents() {
  const list = byId("agents");
  const { agents } = await ask("GET", "/agents");
  for (const agent of agents) names.set(agent.id, agent.name || agent.id);
  list.replaceChildren(...agents.map(card));
  list.setAttribute("aria-busy", "false");
  if (!agents.length) list.replaceChildren(make("p", { class: "quiet" }, "No persona file yet: put one into the agents' folder, and it appears here."));
  // A first visit should be one click away from a conversation.
  for (const box of list.querySelectorAll("input:enabled")) box.checked = list.querySelectorAll("input:checked").length < 3;
  sayPicked();
}

const picked = () => [...document.querySelectorAll("#agents input:checked")].map((box) => box.value);

function sayPicked() {
  const those = picked().map((id) => names.get(id));
  write(byId("picked"), those.length ? `With ${new Intl.ListFormat("en").format(those)}.` : "Nobody picked: the room opens with you alone.");
}

async function roomLine({ room }) {
  const { participants, floor, recording } = await ask("GET", path("rooms", room));
  const who = participants.filter((one) => one.status !== "left").map((one) => one.name);
  const holder = participants.find((one) => one.identity === floor.holder);
  return make("li", {},
    make("strong", {}, room),
    recording ? make("span", { class: "recorded" }, "Recorded") : null,
    make("span", { class: "who" }, who.length ? new Intl.ListFormat("en").format(who) : "Empty", holder ? ` · ${holder.name} has the floor` : ""),
    make("a", { class: "button", href: path("r", room), "aria-label": `Join ${room}` }, "Join"));
}

async function showRooms() {
  const { rooms } = await ask("GET", "/rooms");
  // A room may close between the two questions.
  const lines = (await Promise.all(rooms.map((room) => roomLine(room).catch(() => null)))).filter(Boolean);
  const held = document.activeElement?.closest?.("#rooms a")?.getAttribute("href");
  byId("rooms").replaceChildren(...lines);
  if (held) document.querySelector(`#rooms a[href="${CSS.escape(held)}"]`)?.focus();
  byId("no-rooms").hidden = lines.length > 0;
}

async function open(event) {
  event.preventDefault();
  const room = byId("room").value.trim();
  byId("go").disabled = true;
  try {
    for (const agent of picked()) {
      await ask("POST", "/voice/join", { room, agent }).catch((error) => {
        if (error.code !== "already_joined") throw error;
      });
    }
    location.assign(path("r", room));
  } catch (error) {
    complain(error.message);
    byId("go").disabled = false;
  }
}

const pick = (words) => words[Math.floor(Math.random() * words.length)];
byId("room").value = `${pick(["amber", "quiet", "green", "early", "round", "open"])}-${pick(["table", "lamp", "window", "garden", "harbour", "porch"])}-${Math.floor(Math.random() * 90 + 10)}`;
byId("agents").addEventListener("change", sayPicked);
byId("opening").addEventListener("submit", open);

try {
  await showAgents();
  await showRooms();
  setInterval(() => { if (!document.hidden) showRooms().catch(() => {}); }, 3000);
} catch (error) {
  byId("opening").hidden = true;
  byId("rooms-title").hidden = byId("no-rooms").hidden = true;
  complain(error instanceof Refusal && error.status === 401
    ? "This service needs a key. Ask whoever runs it for a link to a room: “parley token ROOM NAME” prints one."
    : `The service does not answer: ${error.message}`);
}

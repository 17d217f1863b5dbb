// A room: through the door, to the table. This file only introduces the parts to one another.

import { byId, write } from "./shared/dom.js";
import { announce, say } from "./room/announcer.js";
import { look, ticket } from "./room/access.js";
import { Call } from "./room/call.js";
import { Controls } from "./room/controls.js";
import { Door } from "./room/door.js";
import { closed, ended } from "./room/endings.js";
import { asText, download } from "./room/export.js";
import { Invite } from "./room/invite.js";
import { MutedHint } from "./room/muted-hint.js";
import { mention, notice, settle } from "./room/notices.js";
import { Numbers } from "./room/numbers.js";
import { SeatMenu } from "./room/seat-menu.js";
import { SettingsPanel } from "./room/settings.js";
import { Table } from "./room/table.js";
import { Timeline } from "./room/timeline.js";
import { Transcript } from "./room/transcript.js";

const room = decodeURIComponent(location.pathname.split("/")[2] ?? "");
document.title = `${room} · Parley`;
write(byId("room-name"), room);

/** Digits that make an identity one's own: two people called Ana may sit at one table. */
const digits = () => Math.floor(Math.random() * 0x10000).toString(16).padStart(4, "0");
const identityOf = (name) => `${name.normalize("NFKD").replace(/[^A-Za-z0-9._-]+/g, "").toLowerCase().slice(0, 40) || "caller"}-${digits()}`;

const me = { identity: "", name: localStorage.getItem("parley.name") ?? "", token: null };
export const call = new Call(room, me);
let canManage = true;

/** Does something that the service may refuse, and says why if it does. */
async function attempt(act) {
  try {
    await act();
  } catch (error) {
    mention(error.message, { bad: true });
  }
}

const door = new Door(call.sound);
const menu = new SeatMenu(call, attempt, () => canManage);
const table = new Table(call, (identity, seat) => menu.open(identity, seat));
const transcript = new Transcript(call);
const timeline = new Timeline(call);
const numbers = new Numbers(call);
const mutedHint = new MutedHint(call);
const controls = new Controls(call, { leave, numbers: () => numbers.toggle() });
new SettingsPanel(call);
new Invite(call, attempt);

// MARK: what is shown

let isDue = false;
/** Many events may come at once; the page is written once for all of them. A hidden page draws no frames, but is kept up to date. */
function refresh() {
  if (isDue) return;
  isDue = true;
  const draw = () => { isDue = false; show(); };
  if (document.hidden) setTimeout(draw, 200); else requestAnimationFrame(draw);
}

function show() {
  byId("recorded").hidden = !call.model.isRecorded;
  table.show();
  transcript.show();
  controls.show();
}

function animate() {
  table.showLevels();
  timeline.show();
  mutedHint.look(performance.now());
  requestAnimationFrame(animate);
}

call.addEventListener("change", ({ detail }) => {
  timeline.heard(detail.at);
  announce(detail, call.model);
  if (detail.type === "room.closed") closed(detail.reason);
  if (detail.type === "error" && !detail.seq) mention(detail.detail, { bad: true });
  if (detail.type === "participant.muted" && detail.identity === me.identity && detail.muted !== call.isMuted) call.mute(detail.muted);
  refresh();
});
call.addEventListener("measured", () => numbers.show());

const lineWords = { connecting: "Connecting…", open: "Connected", waiting: "Reconnecting…", ended: "Not connected", closed: "Not connected" };

call.addEventListener("line", ({ detail }) => {
  byId("connection").dataset.state = detail.state;
  write(byId("connection"), lineWords[detail.state]);
  if (detail.state === "open") {
    settle("line");
    settle("closed");
    checkSound();
  } else if (detail.state === "waiting") {
    notice("line", detail.code === 1001 ? "The service is restarting. The page joins again by itself." : "The connection broke. The page joins again by itself; what is said meanwhile comes after.",
      { action: { words: "Try now", act: () => call.line.open() } });
  } else if (detail.state === "ended" && !detail.left) {
    settle("line");
    ended(call, detail.refused === true);
  }
  refresh();
});

// MARK: what a person does

async function leave() {
  await call.leave();
  notice("closed", "You have left the room.", { bad: false, action: { words: "Join again", act: () => location.reload() } });
  refresh();
}

byId("show-numbers").addEventListener("click", () => numbers.toggle());
byId("copy").addEventListener("click", () => attempt(async () => {
  await navigator.clipboard.writeText(asText(call.model));
  say("told", "Transcript copied");
  mention("Copied.");
}));
byId("downloads").addEventListener("click", ({ target }) => {
  if (!target.dataset.form) return;
  download(call.model, room, target.dataset.form);
  byId("downloads").hidePopover();
});
byId("end").addEventListener("click", () => {
  byId("sure").returnValue = "no";
  byId("sure").showModal();
});
byId("sure").addEventListener("close", () => { if (byId("sure").returnValue === "yes") attempt(() => call.endForAll()); });

function checkSound() {
  if (call.sound.isRunning || call.line.state !== "open") return settle("sound");
  notice("sound", "The browser has stopped the sound, or there is no loudspeaker.", { action: { words: "Go on", act: resumeSound } });
}
const resumeSound = () => attempt(() => call.sound.start());
call.sound.addEventListener("statechange", checkSound);
call.sound.addEventListener("broken", () => notice("sound", "The sound broke off. Load the page again.", { action: { words: "Load again", act: () => location.reload() } }));
document.addEventListener("visibilitychange", () => {
  document.title = document.hidden && call.isOn ? `● ${room} · Parley` : `${room} · Parley`;
  if (document.hidden) return;
  // Phones stop sound in the background; this is the moment to begin again.
  if (call.isOn && !call.sound.isRunning) resumeSound();
  refresh();
});
addEventListener("pagehide", () => { if (call.isOn) call.line.leave(); });
// Back by the browser's button, to a page that had left.
addEventListener("pageshow", ({ persisted }) => { if (persisted) location.reload(); });

// MARK: through the door

async function enter() {
  const { canManage: may, view } = await look(room);
  canManage = may;
  for (const id of ["add", "end"]) {
    byId(id).disabled = !may;
    if (!may) byId(id).title = "Needs the service’s key; your link is for talking.";
  }
  if (!may) Object.assign(me, await ticket(room, door));
  const others = view?.participants.filter((one) => one.status !== "left").map((one) => one.name) ?? [];
  const who = others.length ? `${new Intl.ListFormat("en").format(others)} ${others.length === 1 ? "is" : "are"} here.` : may ? "Nobody is here yet." : "";
  const { name, hasVoice } = await door.open(room, { name: me.name, isNamed: me.token !== null, who, isRecorded: view?.recording === true });
  if (!me.token) {
    localStorage.setItem("parley.name", name);
    Object.assign(me, { name, identity: identityOf(name) });
  }
  call.model.me = me.identity;
  call.wantsVoice = hasVoice;
  call.join();
  animate();
}

show();
try {
  await enter();
} catch (error) {
  notice("line", `The service does not answer: ${error.message}`, { action: { words: "Try again", act: () => location.reload() } });
}

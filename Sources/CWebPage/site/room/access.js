// Who may come in here: everybody, where the service has no key; else whoever has a link with a token.

import { ask, path, Refusal } from "../shared/api.js";
import { byId } from "../shared/dom.js";
import { claims, readLink, token } from "./ticket.js";

/**
 * Looks whether the service asks for a key. It is asked for the list, where a room that is not open is no error.
 * @returns `{ canManage, view }`: whether this page may moderate, and the room as it is (`null`: not open, or not ours to see).
 */
export async function look(room) {
  // A link is for talking.
  if (token(room)) return { canManage: false, view: null };
  try {
    const { rooms } = await ask("GET", "/rooms");
    const isOpen = rooms.some((one) => one.room === room);
    return { canManage: true, view: isOpen ? await ask("GET", path("rooms", room)) : null };
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return { canManage: true, view: null };
    if (error instanceof Refusal && [401, 403].includes(error.status)) return { canManage: false, view: null };
    throw error;
  }
}

/** The token for this room; asks for a link until there is one that fits. */
export async function ticket(room, door) {
  let found = token(room);
  let complaint = "";
  for (;;) {
    const who = found && claims(found);
    if (who && who.room === room && !who.isOver) return { token: found, ...who };
    if (found) complaint = !who ? "That is no link of this service." : who.isOver ? "This link has expired. Ask for another one." : `This link is for the room “${who.room}”.`;
    found = await askForLink(room, door, complaint);
  }
}

function askForLink(room, door, complaint) {
  byId("door-link").hidden = false;
  byId("door-inside").hidden = true;
  byId("door-title").textContent = `Join ${room}`;
  byId("door-who").textContent = "This service needs a key. Paste the link you were given; “parley token ROOM NAME” prints one.";
  door.complain(complaint);
  if (!byId("door").open) byId("door").showModal();
  return new Promise((resolve) => {
    const take = () => {
      const found = readLink(byId("link").value);
      if (!found) {
        if (byId("link").value.trim()) door.complain("There is no token in that link.");
        return;
      }
      byId("link").removeEventListener("input", take);
      byId("link").value = "";
      byId("door-link").hidden = true;
      byId("door-inside").hidden = false;
      byId("door").close();
      door.complain("");
      resolve(found);
    };
    byId("link").addEventListener("input", take);
  });
}

// What a screen reader says by itself: who has the floor, whole utterances, who comes and goes. Words in progress it
// leaves alone; they would be read out letter by letter.

import { byId } from "../shared/dom.js";
import { leaving, reasonWords } from "./words.js";

export function announce(event, model) {
  const name = model.name(event.identity ?? event.agent);
  switch (event.type) {
    case "transcript.final":
      // My own words I know.
      if (event.identity !== model.me && event.text) say("said", `${name}: ${event.text}${event.interrupted ? " (interrupted)" : ""}`);
      break;
    case "turn.granted": return say("told", `${name} has the floor: ${reasonWords[event.reason] ?? event.reason}`);
    case "recording.started": return say("told", "This call is being recorded");
    case "recording.stopped": return say("told", "The call is recorded no more");
    case "participant.joined": return say("told", `${name} joined`);
    case "participant.left": return say("told", `${name} ${leaving(event.reason)}`);
    case "participant.muted": return say("told", `${name} ${event.muted ? "is muted" : "can be heard again"}`);
  }
}

export function say(region, text) { byId(region).textContent = text; }

// How one's part in a call ends without one's doing: what the page says then.

import { notice } from "./notices.js";
import { forgetToken } from "./ticket.js";
import { closing } from "./words.js";

const again = { words: "Join again", act: () => location.reload() };

/** The room has closed; the line ends in a moment, or has ended. */
export function closed(reason) { notice("closed", closing(reason), { bad: false, action: again }); }

/** The line has ended for good. @param isRefused  it never began. */
export async function ended(call, isRefused) {
  if (isRefused) return notice("closed", await refusal(call), { action: again });
  notice("closed", call.model.closed ? closing(call.model.closed) : "You were taken out of the room, or it was closed.", { bad: false, action: again });
}

/** Why the service lets nobody in, in its own words. */
async function refusal(call) {
  try {
    const { code, message } = await call.line.whyRefused() ?? {};
    if (!code) return "The service did not let you in a moment ago, but would now.";
    if (call.me.token && code === "unauthorized") forgetToken(call.room);
    if (call.me.token && code === "identity_taken") return "Your link is in use: close the other page that came in by it, or ask for another link.";
    return `The service did not let you in: ${message}`;
  } catch {
    return "The service does not answer.";
  }
}

// What the page says about a room, in a person's words.

export const statusWords = {
  joining: "joining", joined: "here", thinking: "thinking", speaking: "speaking", listening: "listening",
  reconnecting: "reconnecting", left: "gone", failed: "failed",
};

/** Why somebody has, or gets, the floor: a few words for the table. */
export const reasonWords = {
  address: "addressed", request: "handed over", domain: "their field", floor: "had the floor last", all: "everyone in turn",
  moderator: "given the floor", greeting: "says hello",
};

/** Why somebody waits for it. `given` is `{ from, reason }` of a hand-over, where it is known. */
export function promise(reason, given) {
  if (!given) return reasonWords[reason] ?? reason;
  return given.reason ? `handed over by ${given.from}: “${given.reason}”` : `handed over by ${given.from}`;
}

const leavingWords = {
  left: "left", lost: "lost the connection", removed: "was removed", replaced: "was replaced", deleted: "left: the call was ended",
  idle: "left: nobody was here", empty: "left: all callers are gone", drain: "left: the service stops", limit: "left: the call's limit is reached",
};

export const leaving = (reason) => leavingWords[reason] || "left";

const closingWords = {
  deleted: "The call was ended for everyone.", idle: "The room closed: nobody was in it.", empty: "The room closed: its callers were gone.",
  drain: "The service is stopping.", limit: "The call has used what it may.",
};

export const closing = (reason) => closingWords[reason] || "The room is closed.";

/** 83 s → `1:23`. */
export function clock(seconds) {
  const whole = Math.max(0, Math.floor(seconds));
  return `${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, "0")}`;
}

export const timeOfDay = (at) => new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit", second: "2-digit" });

/** 640 → `640 ms`, 1240 → `1.2 s`. */
export const span = (ms) => (ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`);

/**
 * What of the words that were announced was never heard. What was heard is their beginning, give or take spaces and
 * the last word's punctuation.
 */
export function unheard(announced, heard) {
  const words = announced.split(/\s+/).filter(Boolean);
  const count = heard.split(/\s+/).filter(Boolean).length;
  const bare = (word = "") => word.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
  // A last word that was cut in its middle counts as heard where it was cut.
  const last = heard.split(/\s+/).filter(Boolean).at(-1);
  const isWhole = count === 0 || bare(words[count - 1]) === bare(last);
  return words.slice(isWhole ? count : Math.max(0, count - 1)).join(" ");
}

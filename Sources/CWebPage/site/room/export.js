// The transcript to take away: text, WebVTT, JSON.

import { timeOfDay } from "./words.js";

const spoken = (model) => model.lines.filter((line) => line.kind === "utterance" && !line.isOpen && line.text);

export function asText(model) {
  return spoken(model).map((line) =>
    `${timeOfDay(line.at)}  ${model.name(line.identity)}: ${line.text}${line.interrupted ? " — (interrupted)" : ""}`).join("\n") + "\n";
}

/** Times are counted from the first word; a cue lasts until the next one, at most as long as it takes to read. */
function asWebVTT(model) {
  const lines = spoken(model);
  const start = lines[0]?.at ?? 0;
  const stamp = (at) => {
    const ms = Math.max(0, at - start);
    const two = (n) => String(Math.floor(n)).padStart(2, "0");
    return `${two(ms / 3600000)}:${two((ms / 60000) % 60)}:${two((ms / 1000) % 60)}.${String(Math.floor(ms % 1000)).padStart(3, "0")}`;
  };
  const safe = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;").replaceAll("\n", " ");
  const cues = lines.map((line, index) => {
    const longest = line.at + 1500 + line.text.length * 60;
    const end = Math.max(line.at + 500, Math.min(longest, lines[index + 1]?.at ?? longest));
    return `${stamp(line.at)} --> ${stamp(end)}\n<v ${safe(model.name(line.identity))}>${safe(line.text)}`;
  });
  return ["WEBVTT", ...cues].join("\n\n") + "\n";
}

/** As `GET /rooms/{room}/transcript` answers. */
function asJSON(model) {
  const utterances = spoken(model).map(({ identity, turn, at, text, interrupted }) => ({
    identity, ...(turn ? { turn } : {}), at: new Date(at).toISOString(), text, interrupted,
  }));
  return JSON.stringify({ utterances }, null, 2) + "\n";
}

const forms = { txt: [asText, "text/plain"], vtt: [asWebVTT, "text/vtt"], json: [asJSON, "application/json"] };

export function download(model, room, form) {
  const [write, type] = forms[form];
  const address = URL.createObjectURL(new Blob([write(model)], { type }));
  const link = document.createElement("a");
  link.href = address;
  link.download = `${room}.${form}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10000);
}


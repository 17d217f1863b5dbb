// A room as its events tell it: who is here, who has the floor, what was said. A value that only `apply` changes; the
// views read it. It knows no element and no clock.

import { leaving, promise, reasonWords, span as duration, unheard } from "./words.js";

const openFloor = { holder: null, turn: null, reason: null, queue: [] };

export class RoomModel {
  people = new Map();
  floor = openFloor;
  /** Why whoever has the floor has it: one sentence. */
  why = "";
  /** Somebody cuts in: whoever speaks is silent until it is known what was meant. */
  isHeld = false;
  /** What is said is recorded. */
  isRecorded = false;
  /** What was said and what happened, in order: see `#utterance` and `#note`. */
  lines = [];
  /** Turns and callers' speech as spans of time, for the time line. */
  spans = [];
  closed = null;
  #open = new Map();
  /** Who handed over to whom, and why, until it has happened. */
  handovers = new Map();
  #seats = 0;

  constructor(me) { this.me = me; }

  person(identity) {
    let person = this.people.get(identity);
    if (!person) {
      person = { identity, name: identity, kind: "caller", status: "joined", muted: false, heard: true, isHere: false, isTalking: false, error: null, seat: this.#seats++ };
      this.people.set(identity, person);
    }
    return person;
  }

  name(identity) { return this.people.get(identity)?.name ?? identity; }
  get here() { return [...this.people.values()].filter((person) => person.isHere); }
  get agents() { return this.here.filter((person) => person.kind === "agent"); }
  get callers() { return this.here.filter((person) => person.kind === "caller"); }
  get speaker() { return this.floor.holder && this.people.get(this.floor.holder)?.status === "speaking" ? this.floor.holder : null; }

  /** Who is here, as `GET /rooms/{room}` shows it: names come from nowhere else. */
  take({ participants, floor }) {
    const present = new Set(participants.map((one) => one.identity));
    for (const person of this.people.values()) if (!present.has(person.identity)) person.isHere = false;
    for (const { identity, name, kind, status, muted, heard, persona } of participants) {
      const isHere = status !== "left";
      Object.assign(this.person(identity), { name, kind, status, muted, persona, isHere, heard: heard !== false });
    }
    this.floor = { ...openFloor, ...floor };
  }

  /** @returns whether somebody is here whose name is not known yet. */
  apply(event) {
    const rule = rules[event.type];
    const at = Date.parse(event.at);
    return rule ? rule.call(this, event, at) === true : false;
  }

  note(kind, text, at, more = {}) {
    const line = { kind, text, at, id: `n${this.lines.length}`, version: 0, ...more };
    this.lines.push(line);
    return line;
  }

  /** The utterance somebody is in the middle of. */
  utterance(identity, turn, at) {
    const key = turn ?? `caller:${identity}`;
    let line = this.#open.get(key);
    if (!line) {
      line = { kind: "utterance", id: `u${this.lines.length}`, identity, turn, text: "", unheard: "", isOpen: true, interrupted: false, at, version: 0 };
      this.#open.set(key, line);
      this.lines.push(line);
    }
    return line;
  }

  finish(line) {
    line.isOpen = false;
    line.version++;
    this.#open.delete(line.turn ?? `caller:${line.identity}`);
  }

  /** Why somebody waits for the floor, in a few words. */
  promise({ agent, reason }) {
    const given = reason === "request" ? this.handovers.get(agent) : null;
    return promise(reason, given && { from: this.name(given.from), reason: given.reason });
  }

  record(isRecorded, text, at) {
    if (this.isRecorded === isRecorded) return;
    this.isRecorded = isRecorded;
    this.note("recording", text, at);
  }

  span(turn) { return this.spans.findLast((span) => span.turn === turn); }
}

/** What each event changes; `this` is the model. */
const rules = {
  "participant.joined"({ identity, kind, name }, at) {
    const person = this.person(identity);
    const isNew = !person.isHere;
    Object.assign(person, { kind, name: name ?? person.name, isHere: true, error: null });
    if (kind === "caller") person.status = "joined";
    if (isNew) this.note("came", "joined", at, { identity });
    return true;
  },
  "participant.left"({ identity, reason }, at) {
    const person = this.person(identity);
    Object.assign(person, { isHere: false, isTalking: false, status: "left" });
    this.note("went", leaving(reason), at, { identity });
  },
  "participant.muted"({ identity, muted }, at) {
    this.person(identity).muted = muted;
    this.note("muted", muted ? "is muted" : "can be heard again", at, { identity });
  },
  "participant.heard"({ identity, heard }) { this.person(identity).heard = heard; },
  "agent.status"({ agent, status, error }, at) {
    const person = this.person(agent);
    const isNew = person.kind !== "agent" || !person.isHere;
    Object.assign(person, { kind: "agent", status, error: error ?? null, isHere: status !== "left" });
    if (status === "failed") this.note("trouble", `failed: ${error?.detail ?? "no reason given"}`, at, { identity: agent });
    if (status === "reconnecting") this.note("trouble", `is reconnecting: ${error?.detail ?? "the connection broke"}`, at, { identity: agent });
    return isNew && status !== "left";
  },
  "speech.started"({ identity }, at) {
    this.person(identity).isTalking = true;
    this.spans.push({ identity, kind: "speech", start: at, end: null });
  },
  "speech.stopped"({ identity }, at) {
    this.person(identity).isTalking = false;
    const span = this.spans.findLast((one) => one.kind === "speech" && one.identity === identity);
    if (span) span.end ??= at;
  },
  "transcript.delta"({ identity, turn, text }, at) {
    const line = this.utterance(identity, turn, at);
    line.text += text;
    line.version++;
  },
  "transcript.final"({ identity, turn, text, interrupted }, at) {
    const line = this.utterance(identity, turn, at);
    line.unheard = turn && interrupted ? unheard(line.text, text) : "";
    line.text = text;
    line.interrupted = interrupted;
    this.finish(line);
  },
  "floor.changed"({ holder = null, turn = null, reason = null, queue }) {
    if (!holder) this.why = "";
    if (turn !== this.floor.turn) this.isHeld = false;
    this.floor = { holder, turn, reason, queue };
  },
  "turn.requested"({ from, to, reason }, at) {
    this.handovers.set(to, { from, reason });
    this.note("handover", reason ? `hands over to ${this.name(to)}: “${reason}”` : `hands over to ${this.name(to)}`, at, { identity: from, to });
  },
  "turn.granted"({ turn, agent, reason, why }, at) {
    this.why = why;
    this.handovers.delete(agent);
    this.spans.push({ identity: agent, kind: "turn", turn, granted: at, start: null, end: null, reason, why });
    this.note("granted", `has the floor (${reasonWords[reason] ?? reason})`, at, { identity: agent, why, turn });
  },
  "turn.started"({ turn, latency_ms }, at) {
    const span = this.span(turn);
    if (span) Object.assign(span, { start: at, latency: latency_ms });
  },
  "turn.ended"({ turn, agent, outcome, heard_ms, text }, at) {
    const span = this.span(turn);
    if (span) Object.assign(span, { end: at, outcome, heard: heard_ms });
    const line = this.lines.findLast((one) => one.kind === "utterance" && one.turn === turn);
    if (line?.isOpen) {
      // Nothing of it was heard: what it was going to say is not part of the conversation.
      line.unheard = unheard(line.text, text);
      line.text = text;
      line.interrupted = outcome !== "completed";
      this.finish(line);
    }
    if (outcome === "interrupted") this.note("cut", `was interrupted after ${duration(heard_ms)}`, at, { identity: agent });
    if (outcome === "failed") this.note("trouble", "did not answer in time", at, { identity: agent });
  },
  "tool.called"({ agent, call_id, name, arguments: given }, at) {
    this.note("tool", `uses ${name}`, at, { identity: agent, call: call_id, detail: given });
  },
  "tool.returned"({ call_id, ok, duration_ms }) {
    const line = this.lines.findLast((one) => one.call === call_id);
    if (!line) return;
    line.text += ok ? ` · ${duration(duration_ms)}` : ` · failed after ${duration(duration_ms)}`;
    line.failed = !ok;
    line.version++;
  },
  "context.condensed"(_, at) { this.note("quiet", "Older talk was condensed for the agents’ memory.", at); },
  "limit.approached"({ limit }, at) { this.note("quiet", `Four fifths of the call’s ${limit} are used up.`, at); },
  "limit.reached"({ limit }, at) { this.note("trouble", `The call has used up its ${limit}: it says goodbye.`, at); },
  "recording.started"(_, at) { this.record(true, "This call is being recorded.", at); },
  "recording.stopped"({ reason }, at) {
    this.record(false, reason === "failed" ? "The recording broke off." : "The recording has ended.", at);
  },
  "room.closed"({ reason }, at) {
    this.closed = reason;
    this.isRecorded = this.isHeld = false;
    this.floor = openFloor;
    for (const person of this.people.values()) Object.assign(person, { isTalking: false });
    for (const one of this.spans) one.end ??= at;
  },
  "error"({ code, detail, seq }, at) { this.note(seq ? "trouble" : "mine", detail, at, { code }); },
};

// The service's HTTP interface, as far as the page uses it.

/** What the service said no to: `code` is for programs, `message` for people. */
export class Refusal extends Error {
  constructor(status, problem) {
    super(problem.detail || problem.title || `The service answered ${status}.`);
    this.status = status;
    this.code = problem.code || "unknown";
  }
}

/** The answer's JSON, or `null` when there is none. Throws a `Refusal`, or a `TypeError` when nobody answers. */
export async function ask(method, path, body) {
  const answer = await fetch(path, {
    method,
    headers: body === undefined ? {} : { "Content-Type": "application/json" },
    body: body === undefined ? undefined : JSON.stringify(body),
    cache: "no-store",
  });
  const text = await answer.text();
  let json = null;
  try { json = text ? JSON.parse(text) : null; } catch { /* not ours, but its status still counts */ }
  if (!answer.ok) throw new Refusal(answer.status, json || {});
  return json;
}

/** A path from its parts, each of which may hold anything. */
export const path = (...parts) => "/" + parts.map(encodeURIComponent).join("/");

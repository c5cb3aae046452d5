/** One way to speak HTTP to the server: JSON in, JSON out, every failure a `Refused` or an `Unreachable`. */

/** The server answered and said no. `code` is the problem's stable code; `detail` is a sentence for people. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly fields: Record<string, unknown>,
  ) {
    super(code);
  }
}

/** No answer came: no network, the server is away, or it took longer than the limit. */
export class Unreachable extends Error {}

const LIMIT_MS = 15_000;
const leave = new Set<() => void>();

/** Calls `then` whenever the session turns out to have ended. Returns the way to stop. */
export function onSignedOut(then: () => void): () => void {
  leave.add(then);
  return () => leave.delete(then);
}

export function refusal(status: number, text: string): Refused {
  let fields: Record<string, unknown> = {};
  try {
    fields = JSON.parse(text) as Record<string, unknown>;
  } catch {
    fields = {};
  }
  const word = (key: string) => (typeof fields[key] === "string" ? (fields[key] as string) : "");
  return new Refused(status, word("code") || `http_${status}`, word("detail") || word("title"), fields);
}

/** Asks the console API. `quiet` keeps a 401 from ending the session (sign-in itself answers 401). */
export async function ask<T>(method: string, path: string, body?: unknown, quiet = false): Promise<T> {
  const request: RequestInit = {
    method,
    credentials: "same-origin",
    headers: { accept: "application/json", ...(body === undefined ? {} : { "content-type": "application/json" }) },
    signal: AbortSignal.timeout(LIMIT_MS),
  };
  if (body !== undefined) request.body = JSON.stringify(body);
  let answer: Response;
  let text: string;
  try {
    answer = await fetch(`/api/console${path}`, request);
    text = await answer.text();
  } catch {
    throw new Unreachable(path);
  }
  if (answer.ok) return (text ? JSON.parse(text) : {}) as T;
  if ([502, 503, 504].includes(answer.status) && !text.includes('"code"')) throw new Unreachable(path);
  if (answer.status === 401 && !quiet) leave.forEach((then) => then());
  throw refusal(answer.status, text);
}

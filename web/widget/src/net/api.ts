/** The customer API over HTTP: one call, two ways to fail. */
import { storedSession } from "../borrowed";
import type { Session } from "../loader/session";
import type { Lang } from "../model/types";
import type { Identity } from "./identity";

/** The server answered and said no. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
  ) {
    super(code);
  }

  /** True when the same request may succeed later without a change. */
  get passing(): boolean {
    return this.status >= 500 || this.status === 429 || this.status === 408;
  }
}

/** The server could not be reached. */
export class Away extends Error {}

/** Nobody is signed in and the host page names nobody: the customer must say who they are. */
export class Unknown extends Error {}

const PATIENCE_MS = 15_000;

export class Api {
  /** `signedOut` is told when the server took the session back and the host page names nobody. */
  constructor(
    readonly base: string,
    private readonly identity: Identity,
    private readonly lang: () => Lang,
    private readonly signedOut: () => void,
  ) {}

  /** JSON in, JSON out. On 401 the host page is asked once more who is here. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers: Record<string, string> = body ? { "content-type": "application/json" } : {};
    const answer = await this.#send(path, { method, headers, ...(body && { body: JSON.stringify(body) }) });
    const text = await answer.text();
    return (text ? JSON.parse(text) : {}) as T;
  }

  /** The bytes of a file. */
  async bytes(path: string): Promise<Blob> {
    return (await this.#send(path, { method: "GET" })).blob();
  }

  /** The token to send with an upload. */
  async token(): Promise<string> {
    return (await this.#session(false)).token;
  }

  async #session(anew: boolean): Promise<Session> {
    let session: Session | null;
    try {
      session = anew ? await this.identity.ensure(true) : (storedSession() ?? (await this.identity.ensure()));
    } catch (error) {
      throw error instanceof TypeError ? new Away() : error;
    }
    if (session) return session;
    if (anew) this.signedOut();
    throw new Unknown();
  }

  async #send(path: string, init: RequestInit): Promise<Response> {
    let answer = await this.#once(path, init, await this.#session(false));
    if (answer.status === 401) answer = await this.#once(path, init, await this.#session(true));
    if (answer.ok) return answer;
    throw await refusal(answer);
  }

  async #once(path: string, init: RequestInit, session: Session): Promise<Response> {
    const headers = {
      ...init.headers,
      authorization: `Bearer ${session.token}`,
      "accept-language": this.lang(),
    };
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    try {
      return await fetch(`${this.base}/api/customer${path}`, { ...init, headers, signal: stop.signal });
    } catch {
      throw new Away();
    } finally {
      clearTimeout(timer);
    }
  }
}

/** The problem document of a refused request. */
export async function refusal(answer: Response): Promise<Refused> {
  const problem = (await answer.json().catch(() => ({}))) as { code?: unknown; detail?: unknown };
  return new Refused(answer.status, String(problem.code ?? answer.status), String(problem.detail ?? ""));
}

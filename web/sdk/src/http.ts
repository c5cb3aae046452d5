/** The customer API over HTTP, in a session that begins by itself and is begun anew once when the server took it back. */
import type { FileInfo, Me } from "./public";
import { FarolError, refusal } from "./trouble";

/** What a session is begun with: the exchange's token, or an address. */
export type Proof = { identity: string } | { visitor: { email: string; name: string; language: string } };

interface Session {
  token: string;
  customer: Me;
}

const PATIENCE_MS = 15_000;
const UPLOAD_MS = 180_000;

export class Http {
  #session: Promise<Session> | null = null;

  constructor(
    readonly base: string,
    private readonly proof: () => Promise<Proof | null>,
    private readonly language: () => string,
    private readonly signedOut: () => void = () => undefined,
  ) {}

  async me(): Promise<Me> {
    return (await this.#entered()).customer;
  }

  /** JSON in, JSON out. */
  async call<T>(method: string, path: string, body?: object): Promise<T> {
    return (await this.#send(method, path, body)).json().catch(() => ({})) as Promise<T>;
  }

  /** JSON of a route that asks for nobody. */
  async open<T>(path: string): Promise<T> {
    return (await this.#once("GET", path)).json() as Promise<T>;
  }

  async bytes(path: string): Promise<Blob> {
    return (await this.#send("GET", path)).blob();
  }

  /** One file; `progress` gets 0 to 1, which fetch cannot report. */
  async upload(file: Blob, name: string, progress?: (share: number) => void, signal?: AbortSignal): Promise<FileInfo> {
    const { token } = await this.#entered();
    return new Promise((done, fail) => {
      const request = new XMLHttpRequest();
      request.open("POST", `${this.base}/api/customer/files`);
      request.timeout = UPLOAD_MS;
      request.setRequestHeader("authorization", `Bearer ${token}`);
      request.setRequestHeader("accept-language", this.language());
      request.setRequestHeader("content-type", file.type || "application/octet-stream");
      request.setRequestHeader("x-file-name", encodeURIComponent(name));
      request.upload.onprogress = (event) => progress?.(event.total ? event.loaded / event.total : 0);
      request.onerror = request.ontimeout = () => fail(new FarolError("away"));
      request.onabort = () => fail(signal?.reason);
      request.onload = () =>
        request.status < 300 ? done(JSON.parse(request.responseText) as FileInfo) : fail(refusal(request.status, request.responseText));
      signal?.addEventListener("abort", () => request.abort());
      request.send(file);
    });
  }

  /** Ends the session, if there is one. */
  async leave(): Promise<void> {
    const session = await this.#session?.catch(() => null);
    this.#session = null;
    if (session) await this.#once("DELETE", "/session", undefined, session.token).catch(() => undefined);
  }

  #entered(): Promise<Session> {
    this.#session ??= this.#enter().catch((error: unknown) => {
      this.#session = null;
      throw error;
    });
    return this.#session;
  }

  async #enter(): Promise<Session> {
    const proof = await this.proof();
    if (proof) return (await this.#once("POST", "/session", proof)).json() as Promise<Session>;
    this.signedOut();
    throw new FarolError("signed_out");
  }

  async #send(method: string, path: string, body?: object): Promise<Response> {
    const begun = this.#entered();
    const { token } = await begun;
    try {
      return await this.#once(method, path, body, token);
    } catch (error) {
      if (!(error instanceof FarolError) || error.status !== 401) throw error;
      // Others may have begun a new one meanwhile.
      if (this.#session === begun) this.#session = null;
      return this.#once(method, path, body, (await this.#entered()).token);
    }
  }

  async #once(method: string, path: string, body?: object, token?: string): Promise<Response> {
    const headers: Record<string, string> = { "accept-language": this.language() };
    if (body) headers["content-type"] = "application/json";
    if (token) headers["authorization"] = `Bearer ${token}`;
    const stop = new AbortController();
    const timer = setTimeout(() => stop.abort(), PATIENCE_MS);
    let answer: Response;
    try {
      answer = await fetch(`${this.base}/api/customer${path}`, {
        method, headers, signal: stop.signal, credentials: "omit", body: body ? JSON.stringify(body) : null,
      });
    } catch {
      throw new FarolError("away");
    } finally {
      clearTimeout(timer);
    }
    if (answer.ok) return answer;
    throw refusal(answer.status, await answer.text().catch(() => ""));
  }
}

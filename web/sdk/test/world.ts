/** A stand-in for the customer API and its socket: it keeps one log a ticket, as the server does, and can be cut. */
import { vi } from "vitest";
import type { Frame } from "./frames";

export class FakeSocket {
  static all: FakeSocket[] = [];
  static readonly OPEN = 1;
  readyState = 0;
  sent: Record<string, unknown>[] = [];
  onopen?: () => void;
  onmessage?: (event: { data: string }) => void;
  onclose?: () => void;
  constructor(readonly url: string) {
    FakeSocket.all.push(this);
  }
  send(text: string): void {
    this.sent.push(JSON.parse(text) as Record<string, unknown>);
  }
  open(): void {
    this.readyState = 1;
    this.onopen?.();
  }
  hear(frame: object): void {
    this.onmessage?.({ data: JSON.stringify(frame) });
  }
  close(): void {
    this.readyState = 3;
    this.onclose?.();
  }
}

export interface Asked {
  method: string;
  path: string;
  body: Record<string, unknown> | null;
  headers: Record<string, string>;
}

export class Server {
  asked: Asked[] = [];
  sessions = 0;
  token = "t1";
  away = false;
  log: Frame[] = [];
  opened = 0;
  unread = 0;
  /** Answered instead, once for each. */
  refusals: { path: RegExp; status: number; body: object }[] = [];

  install(): void {
    FakeSocket.all = [];
    vi.stubGlobal("WebSocket", FakeSocket);
    vi.stubGlobal("addEventListener", (kind: string, hear: () => void) => (this.hears[kind] = hear));
    vi.stubGlobal("removeEventListener", () => undefined);
    vi.stubGlobal("document", { addEventListener: () => undefined, removeEventListener: () => undefined, visibilityState: "visible" });
    const kept = new Map<string, string>();
    vi.stubGlobal("localStorage", {
      getItem: (key: string) => kept.get(key) ?? null, setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key), kept,
    });
    vi.stubGlobal("fetch", (url: string, init: RequestInit) => this.#answer(url, init));
  }

  hears: Record<string, (() => void) | undefined> = {};

  said(seq: number, body: string, kind = "staff"): Frame {
    const message = {
      seq, client_id: `c${seq}`, author: { kind, id: 0, name: "Ana" }, channel: "webchat", language: "en", body, files: [], removed: [],
      at: "2026-01-01T00:00:00Z",
    };
    const frame = { t: "message", ticket: 7, seq, message } as const;
    this.log.push(frame);
    return frame;
  }

  ticket(): object {
    return {
      id: 7, number: "FRL-26-7", subject: "", status: "open", channel: "webchat", opened_at: "", updated_at: "", last_words: null,
      unread: this.unread, seq: this.log.length, continues_in: null, stage: null,
    };
  }

  async #answer(url: string, init: RequestInit): Promise<Response> {
    const path = url.split("/api/customer")[1] ?? "", method = init.method ?? "GET", headers = init.headers as Record<string, string>;
    const body = init.body ? (JSON.parse(String(init.body)) as Record<string, unknown>) : null;
    this.asked.push({ method, path, body, headers });
    if (this.away) throw new TypeError("no network");
    const no = this.refusals.findIndex((one) => one.path.test(path));
    if (no >= 0) {
      const refusal = this.refusals.splice(no, 1)[0];
      return Response.json(refusal?.body, { status: refusal?.status ?? 500 });
    }
    if (path === "/session" && method === "POST") {
      this.sessions += 1;
      return Response.json({ token: this.token, expires_at: "", customer: { name: "Mei", language: "zh", known: true } });
    }
    if (headers["authorization"] !== `Bearer ${this.token}`) return Response.json({ code: "not_signed_in", detail: "" }, { status: 401 });
    if (path === "/live-pass") return Response.json({ pass: "p" });
    if (path.startsWith("/tickets/7/events")) {
      const after = Number(path.split("after=")[1]), frames = this.log.filter((frame) => frame.seq > after).slice(0, 3);
      return Response.json({ frames, seq: frames.at(-1)?.seq ?? after });
    }
    if (path === "/tickets" && method === "POST") {
      this.opened += 1;
      return Response.json({ ticket: this.ticket(), message: { seq: 1, at: "", outcome: "new" }, removed: [], notice: null });
    }
    if (path === "/tickets") return Response.json({ tickets: [this.ticket()] });
    if (path === "/tickets/7") return Response.json({ ticket: this.ticket(), messages: [], more: false, marks: {}, seq: this.log.length, agent: null });
    if (path === "/tickets/7/messages") return Response.json({ seq: 9, at: "", outcome: "new", removed: [], notice: null });
    return Response.json({});
  }
}

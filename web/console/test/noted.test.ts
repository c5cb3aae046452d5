/** Lines about chats and calls: every kind reads in the agent's own language. */
import { expect, test, vi } from "vitest";

vi.stubGlobal("addEventListener", () => undefined);
vi.stubGlobal("navigator", { language: "en" });
vi.stubGlobal("localStorage", { getItem: () => null, setItem: () => undefined });
vi.stubGlobal("matchMedia", () => ({ matches: false, addEventListener: () => undefined }));
const { addLine, lineOf } = await import("@/ticket/lines");
const { settings } = await import("@/kit/settings");
await import("@/deliveries/lines");
const { title: phone } = await import("@/phonedesk/title");
const { title: calls } = await import("@/webcalls/title");
addLine("phone_call.noted", ({ body }) => phone.value.lines[String(body.what)]?.(body) ?? null);
addLine("call.noted", ({ body }) => calls.value.lines[String(body.what)]?.(body) ?? null);

const at = "2026-11-23T08:00:00+00:00";
const read = (kind: string, body: Record<string, unknown>) => lineOf(kind, { body, by: "system:0", at })?.text ?? "";

test("what did not reach a messenger says why, in both languages", () => {
  settings.language = "en";
  expect(read("parcel.moved", { state: "failed", channel: "whatsapp", message_seq: 11, why: "window:24" })).toBe("Message #11 did not reach WhatsApp: the platform's 24 hours for answers are over");
  expect(read("parcel.moved", { state: "failed", channel: "messenger", message_seq: 2, why: "window:168" })).toContain("7 days");
  expect(read("parcel.moved", { state: "failed", channel: "telegram", message_seq: 1, why: "chat not found" })).toContain("chat not found");
  expect(read("parcel.moved", { state: "sent", channel: "telegram", message_seq: 1, why: "" })).toBe("");
  settings.language = "zh";
  expect(read("parcel.moved", { state: "failed", channel: "whatsapp", message_seq: 11, why: "blocked" })).toBe("消息 #11 未能送达 WhatsApp：客户已屏蔽我们");
});

test.each(["edited", "removed", "left", "back", "stopped", "lost", "bound", "froze"].map((what) => ["chat.noted", what]).concat(
  ["about", "hint", "proven", "moved", "came", "callback", "unreached", "missed", "talked", "recording", "voicemail", "lost"].map((what) => ["phone_call.noted", what]),
  ["asked", "invited", "declined", "ended", "missed", "failed", "recorded"].map((what) => ["call.noted", what])))("%s %s", (kind, what) => {
  const body = { what, channel: "telegram", message_seq: 3, number: "F-12", lost: [{ en: "a.exe: not taken", zh: "a.exe：没有收" }], at, seconds: 185, n: 1, who: "Ana", sha256: "ab", why: "gone", call_kind: "voice" };
  settings.language = "en";
  expect(read(kind!, body)).toMatch(/^[^\u4e00-\u9fff]+$/);
  expect(read(kind!, body)).not.toMatch(/undefined|NaN/);
  settings.language = "zh";
  expect(read(kind!, body)).toMatch(/[\u4e00-\u9fff]/);
});

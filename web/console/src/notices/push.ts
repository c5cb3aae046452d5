/** This browser's pushes: asked for, allowed, stopped. The page's policy admits one script address, the worker's. */
import * as api from "./api";

export type PushState = "unsupported" | "blocked" | "off" | "on";

const SCRIPT = `${import.meta.env.BASE_URL}push.js`;

export const supported = (): boolean => "serviceWorker" in navigator && "PushManager" in window && "Notification" in window;

interface ScriptPolicy {
  createScriptURL(address: string): string;
}
interface Factory {
  createPolicy(name: string, rules: { createScriptURL: (address: string) => string }): ScriptPolicy;
}

let policy: ScriptPolicy | null = null;

/** The worker's address, and nothing else, as the page's policy wants it. */
function script(): string {
  const factory = (window as unknown as { trustedTypes?: Factory }).trustedTypes;
  policy ??= factory?.createPolicy("push", { createScriptURL: () => SCRIPT }) ?? { createScriptURL: () => SCRIPT };
  return policy.createScriptURL("");
}

const registered = async (): Promise<ServiceWorkerRegistration | undefined> => navigator.serviceWorker.getRegistration(import.meta.env.BASE_URL);

/** What is so in this browser, and the address it is known by at the server. */
export async function pushState(): Promise<PushState> {
  if (!supported()) return "unsupported";
  if (Notification.permission === "denied") return "blocked";
  const subscription = await (await registered())?.pushManager.getSubscription();
  return subscription && Notification.permission === "granted" ? "on" : "off";
}

const text = (key: ArrayBuffer | null): string =>
  btoa(String.fromCharCode(...new Uint8Array(key ?? new ArrayBuffer(0)))).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const bytes = (key: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(key.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));

/** A name its owner knows the browser by: "Firefox on Windows". */
export function browserName(agent: string): string {
  const name = /Edg\//.test(agent) ? "Edge" : /Firefox\//.test(agent) ? "Firefox" : /Chrome\//.test(agent) ? "Chrome" : /Safari\//.test(agent) ? "Safari" : "?";
  const system = /Android/.test(agent) ? "Android" : /iPhone|iPad/.test(agent) ? "iOS" : /Windows/.test(agent) ? "Windows" : /Mac OS/.test(agent) ? "macOS" : /Linux/.test(agent) ? "Linux" : "";
  return system ? `${name} · ${system}` : name;
}

/** Asks the person, the browser's maker and the server, in this order. */
export async function allow(): Promise<PushState> {
  if ((await Notification.requestPermission()) !== "granted") return pushState();
  const worker = await navigator.serviceWorker.register(script(), { scope: import.meta.env.BASE_URL });
  await navigator.serviceWorker.ready;
  const { key } = await api.browsers();
  const subscription = await worker.pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: bytes(key) });
  try {
    await api.allowBrowser({
      endpoint: subscription.endpoint, p256dh: text(subscription.getKey("p256dh")), auth: text(subscription.getKey("auth")),
      label: browserName(navigator.userAgent),
    });
  } catch (error) {
    await subscription.unsubscribe();
    throw error;
  }
  return "on";
}

/** The browser forgets its subscription; the server forgets it when it is told, or at the next push. */
export async function stopHere(): Promise<PushState> {
  await (await (await registered())?.pushManager.getSubscription())?.unsubscribe();
  return pushState();
}

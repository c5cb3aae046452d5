/**
 * The page /app/chat inside a web view: the widget as large as the screen, and a line to the app around it.
 *
 * To the app, as JSON with `farol: 1`: ready, identity {id}, unread {count}, open {url}, close. From the app: identity {id, token},
 * back, show. Three hosts are known: WKWebView (webkit.messageHandlers.farolHost), Android (an object farolHost that
 * addWebMessageListener puts into pages of the origins it was given), React Native (ReactNativeWebView).
 * The app must look at who posts (see docs/guides/sdk.md); this page hears only what the app itself can say: no window's message is
 * listened to, nothing may frame it, and it has no opener.
 */
type Said = { type?: unknown; id?: unknown; token?: unknown };

interface Listening {
  postMessage(message: unknown): void;
  onmessage?: (event: { data: unknown }) => void;
}

interface Hosts {
  farolHost?: Listening;
  ReactNativeWebView?: Listening;
  webkit?: { messageHandlers?: { farolHost?: Listening } };
  farol?: {
    identity: () => Promise<string | null>;
    facts?: (facts: { unread: number }) => void;
    closed?: () => void;
    open?: () => void;
    back?: () => boolean;
  };
  farolApp?: { receive(message: unknown): void };
}

const host = window as unknown as Hosts;
const PATIENCE_MS = 9_000;
const asked = new Map<string, (token: string | null) => void>();
let unread = -1;
let number = 0;

function post(type: string, more: object = {}): void {
  const message = { farol: 1, type, ...more };
  const ios = host.webkit?.messageHandlers?.farolHost;
  if (ios) ios.postMessage(message);
  else (host.farolHost ?? host.ReactNativeWebView)?.postMessage(JSON.stringify(message));
}

/** A fresh token from the app; null when it has none or does not answer. */
function identity(): Promise<string | null> {
  const id = `${++number}`;
  return new Promise((done) => {
    const end = (token: string | null): void => {
      clearTimeout(late);
      asked.delete(id);
      done(token);
    };
    const late = setTimeout(() => end(null), PATIENCE_MS);
    asked.set(id, end);
    post("identity", { id });
  });
}

function receive(message: unknown): void {
  let said: Said;
  try {
    said = Object(typeof message === "string" ? JSON.parse(message) : message) as Said;
  } catch {
    return;
  }
  if (said.type === "identity") asked.get(String(said.id))?.(typeof said.token === "string" && said.token ? said.token : null);
  if (said.type === "show") host.farol?.open?.();
  if (said.type === "back" && !host.farol?.back?.()) post("close");
}

host.farol = {
  identity,
  facts(facts) {
    if (facts.unread !== unread) post("unread", { count: (unread = facts.unread) });
  },
  closed: () => post("close"),
};
host.farolApp = { receive };
if (host.farolHost) host.farolHost.onmessage = (event) => receive(event.data);

// Whatever leads elsewhere is opened by the app, outside: here it would stand under our name without an address line.
document.addEventListener(
  "click",
  (event) => {
    const link = event.composedPath().find((one): one is HTMLAnchorElement => one instanceof HTMLAnchorElement && !!one.href);
    if (!link || link.hasAttribute("download") || /^(?:blob|data):/.test(link.href)) return;
    event.preventDefault();
    if (/^(?:https?|mailto|tel):/.test(link.href)) post("open", { url: link.href });
  },
  true,
);

const FULL = `
.farol .pill.pill { display: none; }
.farol .panel.panel { inset: 0 0 var(--covered, 0px) 0; inline-size: auto; block-size: auto; max-block-size: none; border: 0; border-radius: 0; box-shadow: none; animation: none; }
.farol .panel.panel > header { padding-block-start: max(8px, env(safe-area-inset-top)); padding-inline: max(12px, env(safe-area-inset-left)) max(8px, env(safe-area-inset-right)); }
.farol .panel.panel .icon-button { min-inline-size: 44px; min-block-size: 44px; }`;

/** The keyboard lies over the page on iOS. */
function fit(): void {
  const view = window.visualViewport;
  if (!view) return;
  const covered = innerHeight - view.height - view.offsetTop;
  document.documentElement.style.setProperty("--covered", `${covered > 80 ? covered : 0}px`);
}

addEventListener("load", () => {
  const shadow = document.querySelector("farol-widget")?.shadowRoot;
  try {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(FULL);
    if (shadow) shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
  } catch {
    // An older view: on a phone the panel fills the screen by itself.
  }
  visualViewport?.addEventListener("resize", fit);
  visualViewport?.addEventListener("scroll", fit);
  host.farol?.open?.();
  post("ready");
});

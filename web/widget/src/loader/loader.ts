/**
 * widget.js: draws the closed pill in a shadow tree and loads the panel when it is first opened.
 *
 * The host page may set `window.farol = {identity, lang, theme}` before or after this script; `open()` and
 * `close()`
 * are added to that object, and nothing else is put on the page's globals.
 * Attributes of the script element: data-lang (zh, zh-Hant, en, ru, es, vi, tr, ko, ja, pt, ar), data-theme (light, dark), data-early (load the panel
 * with
 * the page, so that the closed pill says what is true before anybody pressed it; asks identity() on page
 * load).
 */
import EN from "virtual:pill-en";
import { asLang, type PillTable, type Table } from "../texts";
import { NOTHING, type Facts } from "../model/home";
import type { Lang } from "../model/types";
import { addStyles, type Context, type Panel, type PanelModule } from "./context";
import { glimpse, unsentHere } from "./glimpse";
import type { AskHost } from "./session";
import { Pill } from "./pill";
import { shared } from "./shared";
import css from "../styles/pill.css?sheet";

interface HostConfig {
  identity?: AskHost;
  lang?: string;
  theme?: string;
  /** Told what the closed pill would say; how many answers are unread among it. */
  facts?: (facts: Facts) => void;
  /** Told when the panel was closed from inside. */
  closed?: () => void;
  open?: () => void;
  close?: () => void;
  /** One step back inside the panel; false when there is none. */
  back?: () => boolean;
}

const TAG = "farol-widget";
const LANG = "farol.lang";
const EVERY_MS = 60_000;

function start(script: HTMLScriptElement): void {
  const base = new URL(".", script.src).href.replace(/\/$/, "");
  const host = document.createElement(TAG);
  // Inline and important: no rule of the host page can move, hide or tint the element by accident.
  host.style.cssText = ["all:initial", "position:fixed", "inset:auto 0 0 auto", "z-index:2147483000", ""].join("!important;");
  const shadow = host.attachShadow({ mode: "open" });
  addStyles(shadow, css);
  const root = document.createElement("div");
  shadow.append(root);

  const config = (): HostConfig => (window as { farol?: HostConfig }).farol ?? {};
  const stored = (): string | null => {
    try {
      return localStorage.getItem(LANG);
    } catch {
      return null;
    }
  };
  let heard: Lang | undefined;
  const lang = (): Lang =>
    heard ?? asLang(stored() ?? config().lang ?? script.dataset.lang ?? document.documentElement.lang);
  let panel: Panel | null = null;
  let loading: Promise<Panel> | null = null;

  const dress = (): void => {
    root.className = "farol";
    const page = getComputedStyle(document.documentElement);
    const now = lang();
    root.dir = now === "ar" ? "rtl" : "ltr";
    root.lang = now === "zh" ? "zh-Hans" : now;
    // A page that is dark (or light) whatever the system says has said so by its colour scheme.
    const theme = config().theme ?? script.dataset.theme ?? page.colorScheme;
    if (theme === "light" || theme === "dark") root.dataset.theme = theme;
    else delete root.dataset.theme;
  };
  dress();
  new MutationObserver(dress).observe(document.documentElement, { attributes: true });
  const pill = new Pill(root, () => void open());
  let facts: Facts = { ...NOTHING, offline: !navigator.onLine };
  let table = EN;
  const show = (): void => pill.show(facts, lang(), table);
  const speak = async (): Promise<void> => {
    const now = lang();
    if (now === "en") table = EN;
    else
      table = await fetchPart<{ default: PillTable }>(base, (files) => `pill-${now}-${files.words}`).then(
        (part) => part.default,
        () => EN,
      );
    show();
  };
  void speak();

  const context: Context = {
    base,
    root,
    host: () => config().identity,
    lang,
    shared,
    words: async (which) => (await fetchPart<{ default: Table }>(base, (files) => `words-${which}-${files.words}`)).default,
    chosen: () => !!stored(),
    setLang(next, keep) {
      heard = next;
      if (keep)
        try {
          localStorage.setItem(LANG, next);
        } catch {
          // Kept for this page only.
        }
      dress();
      void speak();
    },
    facts(next) {
      facts = next;
      show();
      config().facts?.(next);
    },
    closed() {
      pill.button.hidden = false;
      pill.button.focus();
      config().closed?.();
    },
  };

  function load(): Promise<Panel> {
    loading ??= Promise.all([fetchPart<PanelModule>(base, (files) => files.panel), context.words(lang())])
      .then(([module, words]) => {
        addStyles(shadow, module.css);
        return (panel = module.mount(context, words));
      })
      .catch((error: unknown) => {
        loading = null;
        throw error;
      });
    return loading;
  }

  async function open(): Promise<void> {
    dress();
    if (!panel) pill.busy(table.loading, lang(), table);
    try {
      const loaded = await load();
      loaded.open();
      pill.button.hidden = true;
    } catch {
      pill.busy(table.broken, lang(), table);
    }
  }

  async function look(): Promise<void> {
    if (panel || document.visibilityState === "hidden") return;
    const seen = await glimpse(base, config().identity);
    if (!panel) context.facts(seen);
  }

  const farol = config();
  farol.open = () => void open();
  farol.close = () => panel?.close();
  farol.back = () => !!panel?.back();
  (window as { farol?: HostConfig }).farol = farol;
  document.body.append(host);
  void look();
  // Words written before a reload go out without waiting for the customer to open the panel again.
  if (unsentHere() || script.dataset.early !== undefined)
    void load().then(
      (loaded) => loaded.begin(),
      () => undefined,
    );
  setInterval(() => void look(), EVERY_MS);
  for (const event of ["online", "offline"]) window.addEventListener(event, () => void look());
}

type Parts = typeof __FILES__;
let files: Parts = __FILES__;

const fetched = (base: string, part: (files: Parts) => string): Promise<unknown> =>
  import(/* @vite-ignore */ `${base}/widget/${part(files)}`);

/** What this loader was built with; after a deployment an old page finds the new files by the manifest. */
async function fetchPart<T>(base: string, part: (files: Parts) => string): Promise<T> {
  try {
    return (await fetched(base, part)) as T;
  } catch {
    files = (await (await fetch(`${base}/widget/manifest.json`, { cache: "no-store" })).json()) as Parts;
    return (await fetched(base, part)) as T;
  }
}

const script = document.currentScript;
if (script instanceof HTMLScriptElement && !document.querySelector(TAG)) {
  if (document.body) start(script);
  else document.addEventListener("DOMContentLoaded", () => start(script));
}

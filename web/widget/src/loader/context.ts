/** What the loader hands to the panel, and gets back. */
import type { Facts } from "../model/home";
import type { Lang } from "../model/types";
import type { Table } from "../texts";
import type { AskHost } from "./session";
import type { Shared } from "./shared";

export interface Context {
  /** Where Farol lives, without a slash at the end: `https://help.example`. */
  base: string;
  /** The element inside the shadow tree that carries theme and language. */
  root: HTMLElement;
  /** The host page's identity(), if it has one by now. */
  host(): AskHost | undefined;
  lang(): Lang;
  /** They chose it in the widget, here or on another page. */
  chosen(): boolean;
  /** Speak it from now on; `keep`: because they chose it. */
  setLang(lang: Lang, keep: boolean): void;
  /** The panel's words in a language; rejects when they cannot be had. */
  words(lang: Lang): Promise<Table>;
  /** What the loader has anyway. */
  shared: Shared;
  /** Tell the closed pill what is true now. */
  facts(facts: Facts): void;
  /** The panel was closed from inside: show the pill and give it the focus back. */
  closed(): void;
}

export interface Panel {
  open(): void;
  /** Without opening: find out who is here, read what is theirs, send what waited. */
  begin(): void;
  close(): void;
  /** From a conversation to the list; false when that is what is shown. */
  back(): boolean;
}

export interface PanelModule {
  mount(context: Context, words: Table): Panel;
  css: string;
}

/**
 * Style text into a shadow tree: constructable where possible (needs no `style-src`), else a style element.
 */
export function addStyles(shadow: ShadowRoot, css: string): void {
  if ("adoptedStyleSheets" in shadow && "replaceSync" in CSSStyleSheet.prototype) {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    shadow.adoptedStyleSheets = [...shadow.adoptedStyleSheets, sheet];
    return;
  }
  const style = document.createElement("style");
  style.textContent = css;
  shadow.prepend(style);
}

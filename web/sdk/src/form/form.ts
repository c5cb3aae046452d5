/**
 * form.js: `<farol-form data-form="dep.unconfirmed">` draws a ticket form in a shadow tree of its own. Nothing is stored in the
 * browser. Attributes: data-form (the reason), data-lang, data-theme. Who is signed in is asked of `window.farol.identity` as the
 * widget does; who is not gives an e-mail address. `farol-sent` tells the page the number.
 */
import { uuid } from "../../../live/ids";
import { Http } from "../http";
import { FarolError } from "../trouble";
import { el, field, sheet } from "./drawn";
import type { Ask, Received, Shown } from "./types";
import css from "./form.css?text";

const SCRIPT = document.currentScript as HTMLScriptElement | null;
const BASE = SCRIPT ? new URL(".", SCRIPT.src).href.replace(/\/$/, "") : "";
const PATIENCE_MS = 10_000;

type Input = HTMLInputElement | HTMLSelectElement | HTMLTextAreaElement;

class FarolForm extends HTMLElement {
  static readonly observedAttributes = ["data-form", "data-lang"];
  readonly #root = this.attachShadow({ mode: "open" });
  #drawn = "";

  connectedCallback(): void {
    if (!this.#root.adoptedStyleSheets?.length) sheet(this.#root, css);
    void this.#begin();
  }

  attributeChangedCallback(): void {
    if (this.isConnected) void this.#begin();
  }

  get #lang(): string {
    return this.dataset["lang"] ?? (document.documentElement.lang || navigator.language);
  }

  async #begin(): Promise<void> {
    const reason = this.dataset["form"] ?? "", lang = this.#lang, wanted = `${reason} ${lang}`;
    if (!reason || wanted === this.#drawn) return;
    this.#drawn = wanted;
    const open = new Http(BASE, async () => null, () => lang);
    try {
      const tongue = /^zh-(hant|tw|hk|mo)/i.test(lang) ? "zh-Hant" : lang.split("-")[0];
      const shown = await open.open<Shown>(`/forms/${encodeURIComponent(reason)}?lang=${tongue}`);
      const token = await signedIn();
      if (this.#drawn === wanted) this.#root.replaceChildren(...this.#root.querySelectorAll("style"), new Drawn(this, shown, lang, token !== null, token).section);
    } catch (error) {
      this.#drawn = "";
      const said = error instanceof FarolError ? error.detail : "";
      this.#root.replaceChildren(...this.#root.querySelectorAll("style"), el("section", {}, el("p", { class: "bad", role: "alert" }, said || "…"), el("p", {}, el("a", { href: `${BASE}/my/new`, target: "_blank", rel: "noopener" }, `${BASE}/my/new`))));
    }
  }
}

/** The host page's fresh token, or null. It works once, so the first one is kept for sending. */
async function signedIn(): Promise<string | null> {
  const ask = (window as { farol?: { identity?: () => Promise<string | null> } }).farol?.identity;
  if (!ask) return null;
  const late = new Promise<null>((done) => setTimeout(() => done(null), PATIENCE_MS));
  return Promise.race([Promise.resolve().then(ask).catch(() => null), late]);
}

class Drawn {
  readonly section: HTMLElement;
  readonly #form = el("form", { novalidate: true });
  readonly #bad = el("p", { class: "bad", role: "alert" });
  readonly #going = el("p", { class: "going dim", role: "status" });
  readonly #button: HTMLButtonElement;
  readonly #force: HTMLElement;
  readonly #id = uuid();
  readonly #uploaded = new Map<File, string>();
  #http: { who: string; http: Http } | null = null;

  constructor(
    private readonly host: HTMLElement,
    private readonly shown: Shown,
    private readonly lang: string,
    private readonly known: boolean,
    private first: string | null,
  ) {
    const { words } = shown;
    this.#button = el("button", { type: "submit" }, words.send_ticket);
    this.#force = el("label", { class: "force", hidden: true }, el("input", { type: "checkbox", id: "as_is" }), words.as_is);
    const story = el("textarea", { id: "words", maxlength: String(shown.longest_words), rows: "5" });
    const files = el("input", { type: "file", id: "files", multiple: true });
    if (!known)
      this.#form.append(
        field(el("input", { type: "email", id: "email", required: true, maxlength: "254", autocomplete: "email" }), words.em_email, words.em_email_why, ""),
        field(el("input", { id: "name", maxlength: "80", autocomplete: "name" }), words.em_name, "", words.optional),
      );
    for (const ask of shown.asks) this.#form.append(this.#asked(ask));
    this.#form.append(
      field(story, words.story, words.story_hint, ""),
      field(files, words.add_files, shown.papers ? words.papers_help : "", ""),
      this.#force, el("p", { class: "dim" }, words.never_send), this.#bad, this.#button, this.#going,
    );
    this.#form.addEventListener("input", () => this.#conditions());
    this.#form.addEventListener("submit", (event) => {
      event.preventDefault();
      void this.#send();
    });
    this.#conditions();
    this.section = el(
      "section", { lang: shown.language, dir: shown.dir, "aria-labelledby": "title" },
      el("h2", { id: "title" }, shown.title), shown.ready.length ? el("ul", { class: "dim" }, ...shown.ready.map((line) => el("li", {}, line))) : null,
      this.#form,
    );
  }

  #asked(ask: Ask): HTMLElement {
    const { words, longest_answer } = this.shown;
    const input = ask.options.length
      ? el("select", { id: `slot-${ask.key}` }, el("option", { value: "" }, words.choose), ...ask.options.map(([value, text]) => el("option", { value }, text)))
      : el("input", { id: `slot-${ask.key}`, type: ask.type, maxlength: String(longest_answer), autocomplete: "off", spellcheck: "false" });
    return field(input, ask.label, ask.hint, ask.optional ? words.optional : "");
  }

  #input<T extends Input>(id: string): T | null {
    return this.#form.querySelector<T>(`[id="${id}"]`);
  }

  /** Questions that hang on another answer. */
  #conditions(): void {
    for (const ask of this.shown.asks) {
      const row = this.#input(`slot-${ask.key}`)?.closest<HTMLElement>(".one");
      if (row && ask.when) row.hidden = !ask.values.includes(this.#input(`slot-${ask.when}`)?.value ?? "");
    }
  }

  #mark(wrong: { field: string; why: string }[]): void {
    for (const row of this.#form.querySelectorAll<HTMLElement>(".one")) {
      const found = wrong.find((one) => row.dataset["key"] === one.field);
      row.querySelector(".wrong")!.textContent = found?.why ?? "";
      row.querySelector("input, select, textarea")?.setAttribute("aria-invalid", String(!!found));
    }
    this.#form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }

  /** One session for one address; another address is another person. */
  #session(): Http {
    const email = this.#input("email")?.value.trim() ?? "", name = this.#input("name")?.value.trim() ?? "";
    if (this.#http?.who === email) return this.#http.http;
    const proof = async () => {
      if (!this.known) return { visitor: { email, name, language: tongue(this.shown.language) } };
      const identity = this.first ?? (await signedIn());
      this.first = null;
      return identity ? { identity } : null;
    };
    const http = new Http(BASE, proof, () => this.lang);
    this.#http = { who: email, http };
    return http;
  }

  async #send(): Promise<void> {
    const { words } = this.shown;
    this.#bad.textContent = "";
    this.#mark([]);
    this.#button.disabled = true;
    this.#going.textContent = words.em_going;
    try {
      const http = this.#session(), files = await this.#files(http), answers: Record<string, string> = {};
      for (const { key } of this.shown.asks) {
        const input = this.#input(`slot-${key}`);
        if (input?.value.trim() && !input.closest<HTMLElement>(".one")?.hidden) answers[key] = input.value.trim();
      }
      const received = await http.call<Received>("POST", `/forms/${encodeURIComponent(this.shown.key)}`, {
        form_id: this.#id, answers, words: this.#input("words")?.value ?? "", files,
        as_is: this.#input<HTMLInputElement>("as_is")?.checked ?? false, language: tongue(this.shown.language),
      });
      this.#done(received);
    } catch (error) {
      this.#refused(error instanceof FarolError ? error : new FarolError("away"));
    } finally {
      this.#button.disabled = false;
      this.#going.textContent = "";
    }
  }

  async #files(http: Http): Promise<string[]> {
    const chosen = [...(this.#input<HTMLInputElement>("files")?.files ?? [])].slice(0, this.shown.most_files), ids = [];
    for (const [n, file] of chosen.entries()) {
      const tell = (share: number): void => {
        this.#going.textContent = this.shown.words.uploading.replace("{n}", String(Math.round(((n + share) / chosen.length) * 100)));
      };
      const id = this.#uploaded.get(file) ?? (await http.upload(file, file.name, tell)).id;
      this.#uploaded.set(file, id);
      ids.push(id);
    }
    return ids;
  }

  #refused(why: FarolError): void {
    if (why.status === 401) this.#http = null;
    const errors = (why.problem["errors"] ?? []) as { field: string; why: string }[];
    const looks = why.code === "answers_look_wrong";
    if (looks) this.#force.hidden = false;
    this.#bad.textContent = why.code === "away" ? this.shown.words.em_away : why.detail || this.shown.words.em_away;
    if (looks) this.#mark(errors.map((one) => ({ ...one, field: `slot-${one.field}` })));
    if (why.code === "bad_email") this.#mark([{ field: "email", why: why.detail }]);
  }

  #done({ number, urgent }: Received): void {
    const { words } = this.shown, [before = "", after = ""] = words.em_done.split("{number}");
    const head = el("h2", { id: "title", tabindex: "-1" }, before, el("span", { class: "number" }, number), after);
    const again = el("button", { type: "button", class: "again" }, words.em_another);
    const stolen = urgent === "stolen" ? el("a", { class: "alarm", href: `${BASE}/stolen`, target: "_blank", rel: "noopener" }, `${BASE}/stolen`) : null;
    again.addEventListener("click", () => this.section.replaceWith(new Drawn(this.host, this.shown, this.lang, this.known, null).section));
    this.section.replaceChildren(head, el("p", { role: "status" }, this.known ? words.em_done_known : words.em_done_text), ...(stolen ? [stolen] : []), el("form", {}, again));
    head.focus({ preventScroll: true });
    this.section.scrollIntoView({ block: "nearest" });
    this.host.dispatchEvent(new CustomEvent("farol-sent", { bubbles: true, composed: true, detail: { number } }));
  }
}

/** As the API writes it. */
const tongue = (language: string): string => (language === "zh-Hans" ? "zh" : language);

if (!customElements.get("farol-form")) customElements.define("farol-form", FarolForm);

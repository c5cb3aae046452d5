/** The closed widget: a button whose second line is the truth. Drawn without any library. */
import { NOTHING, type Facts } from "../model/home";
import type { Lang, Place } from "../model/types";
import { span } from "../model/wait";
import { filled, written, type Fill, type PillTable } from "../texts";

export interface PillWords {
  title: string;
  line: string;
  /** The number on the mark; empty for none. */
  count: string;
}

/** What the pill says: the worst thing first. */
export function pillWords(facts: Facts, lang: Lang, table: PillTable): PillWords {
  const say = (key: keyof PillTable, fill?: Fill): string => filled(table[key], fill);
  const support = (line: string, n = 0): PillWords => ({ title: say("support"), line, count: n ? `${n}` : "" });
  const { failed, place, unread, unsent: n, waiting } = facts;
  if (facts.offline) return { title: say("offline"), line: say("kept"), count: "" };
  if (n) return { title: say("unsent", { n }), line: say("unsent_line"), count: `${n}` };
  if (unread) return support(say("unread", { n: unread }), unread);
  if (failed) return { title: failed.title[written(lang)], line: failed.line[written(lang)], count: "1" };
  if (waiting && place) return support(say(pillKey(place), { n: place.position, a: span(place.usually_s ?? 0, lang) }));
  if (!waiting) return support(say("say"));
  const { number, status } = waiting;
  return support(say(status === "pending" || status === "answered" ? status : "open", { number }));
}

const pillKey = (place: Place): "nobody" | "place" | "next" =>
  place.usually_s === null ? "nobody" : place.position ? "place" : "next";

const SVG = "http://www.w3.org/2000/svg";
const LIGHTHOUSE = [
  ["beam", "M10 6.5 0 2.5v8zM14 6.5 24 2.5v8z"],
  ["tower", "M9.5 3.5 12 1l2.5 2.5v5.5h-5zM9.3 10h5.4l1.8 13h-9z"],
] as const;

function mark(): SVGElement {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 24 24");
  svg.setAttribute("aria-hidden", "true");
  for (const [name, d] of LIGHTHOUSE) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("class", name);
    path.setAttribute("d", d);
    svg.append(path);
  }
  return svg;
}

function child(parent: Element, tag: string, name: string): HTMLElement {
  const element = document.createElement(tag);
  element.className = name;
  parent.append(element);
  return element;
}

export class Pill {
  readonly button = document.createElement("button");
  readonly #title: HTMLElement;
  readonly #line: HTMLElement;
  readonly #count: HTMLElement;
  #facts: Facts = NOTHING;

  constructor(parent: Element, press: () => void) {
    this.button.type = "button";
    this.button.className = "pill";
    this.button.setAttribute("aria-haspopup", "dialog");
    child(this.button, "span", "mark").append(mark());
    const text = child(this.button, "span", "text");
    this.#title = child(text, "b", "title");
    this.#line = child(text, "small", "line");
    this.#count = child(this.button, "span", "count");
    this.#count.setAttribute("aria-hidden", "true");
    this.button.addEventListener("click", press);
    parent.append(this.button);
  }

  show(facts: Facts, lang: Lang, table: PillTable): void {
    this.#facts = facts;
    this.#say(pillWords(facts, lang, table), !facts.unread && !facts.unsent && facts.failed !== null);
  }

  /** Words that are about the widget itself: opening, could not open. */
  busy(title: string, lang: Lang, table: PillTable): void {
    this.#say({ ...pillWords(this.#facts, lang, table), line: title }, false);
  }

  #say(words: PillWords, bad: boolean): void {
    this.#title.textContent = words.title;
    this.#line.textContent = words.line;
    this.#count.textContent = words.count;
    this.#count.hidden = !words.count;
    this.button.classList.toggle("bad", bad);
  }
}

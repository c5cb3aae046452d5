/** Small pieces every screen uses. */
import { h } from "preact";
import icons from "virtual:icons";
import type { App } from "../store/app";
import type { State } from "../store/state";
import type { Fill, Key } from "../texts";
import { moment, utc } from "../model/time";

interface Shared {
  app: App;
  /** The state being drawn. */
  state: State;
  /** Words in the customer's language. */
  say(key: Key, fill?: Fill): string;
}

let shared: Shared;

/** There is one panel on a page and it is always drawn from the top, so what it draws from is kept here. */
export function share(app: App): void {
  shared = { app, state: app.core.state, say: (key, fill) => app.core.say(key, fill) };
}

export const useFarol = (): Shared => shared;

/** Colour of the chip that says where a ticket stands. */
export const CHIP_OF = { open: "", answered: "", pending: "risk", resolved: "good", closed: "" } as const;

export function Icon({ name, large }: { name: string; large?: boolean }) {
  const size = large ? 20 : 16;
  return (
    <svg class={`i i-${name}`} width={size} height={size} viewBox="0 0 16 16" aria-hidden="true">
      {(icons[name] ?? []).map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

/** A time in the customer's zone; the title says it in UTC. */
export function Time({ at, show }: { at: string; show?: string }) {
  const { state } = useFarol();
  return (
    <time dateTime={at} title={utc(at, state.lang)}>
      {show ?? moment(at, state.lang)}
    </time>
  );
}

export function Lighthouse() {
  return (
    <svg class="brand" viewBox="0 0 24 24" aria-hidden="true">
      <path class="beam" d="M10 6.5 0 2.5v8zM14 6.5 24 2.5v8z" />
      <path class="tower" d="M9.5 3.5 12 1l2.5 2.5v5.5h-5zM9.3 10h5.4l1.8 13h-9z" />
    </svg>
  );
}

/** Everything the panel draws from, in one immutable value; parts of the store replace fields of it. */
import type { Session } from "../loader/session";
import type { Entry, Piece } from "../model/outbox";
import type { Talk } from "../model/talk";
import type { Frame, Incident, Item, Lang } from "../model/types";
import type { LinkState } from "../../../live/link";
import type { Beside } from "./aside";

/** What is being written in one conversation and not yet sent. */
export interface Draft {
  text: string;
  pieces: Piece[];
  about: Item | null;
  /** Sentences about files that could not be added. */
  trouble: string[];
}

export type Screen = { at: "home" } | { at: "talk"; talk: string };

export interface State {
  lang: Lang;
  open: boolean;
  /** The document is in front of the customer. */
  visible: boolean;
  screen: Screen;
  session: Session | null;
  /** Something waits to be sent and nobody is known: the visitor form is shown. */
  needsWho: boolean;
  whoTrouble: string;
  home: "loading" | "ready" | "failed";
  items: Item[];
  exchangeOk: boolean;
  /** By ticket id as text. */
  talks: Record<string, Talk>;
  /** What stands beside the words, by ticket id. */
  beside: Record<number, Beside>;
  incidents: Incident[];
  /** The conversation on screen could not be read. */
  unreadable: string | null;
  entries: readonly Entry[];
  sending: ReadonlySet<string>;
  /** Those that did not get through at least once. */
  tried: ReadonlySet<string>;
  /** Share of each file's upload, by local id. */
  progress: Record<string, number>;
  drafts: Record<string, Draft>;
  /** What to tell about a message whose secret was removed, by client id. */
  notices: Record<string, string>;
  typing: { ticket: number; name: string } | null;
  /** The last hint that something happened to a call: a line about it in the ticket may be for staff alone. */
  called?: Frame;
  link: LinkState;
  /** When the link was lost, RFC 3339; null while it works. */
  lostAt: string | null;
  banner: "none" | "offline" | "catching";
}

export const NO_DRAFT: Draft = { text: "", pieces: [], about: null, trouble: [] };

export const FIRST: Omit<State, "lang"> = {
  open: false,
  visible: true,
  screen: { at: "home" },
  session: null,
  needsWho: false,
  whoTrouble: "",
  home: "loading",
  items: [],
  exchangeOk: true,
  talks: {},
  beside: {},
  incidents: [],
  unreadable: null,
  entries: [],
  sending: new Set(),
  tried: new Set(),
  progress: {},
  drafts: {},
  notices: {},
  typing: null,
  link: "connecting",
  lostAt: null,
  banner: "none",
};

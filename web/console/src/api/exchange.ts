/** What the exchange's core says about a ticket's customer and the hashes and addresses found in its words. */

export type Words = { en: string; zh: string };

/** One thing that is so, fit for the customer. tone: stop (do not go on), warn, note or good. */
export interface Truth {
  code: string;
  tone: "stop" | "warn" | "note" | "good";
  words: Words;
}

export interface Trace {
  found: "ours" | "other_user" | "not_ours" | "unattributed" | "unsupported" | "unknown";
  network: string | null;
  coin: string | null;
  amount: string | null;
  tx_status: string | null;
  confirmations: number | null;
  required_credit: number | null;
  required_unlock: number | null;
  state: string | null;
  credited: boolean;
  withdrawable: boolean;
  est_credit_at: string | null;
  est_unlock_at: string | null;
  mine: boolean;
  words: Words;
}

export interface Found {
  text: string;
  kind: "txid" | "address";
  candidates: string[];
  checksum: "correct" | "plausible" | "wrong";
  trace: Trace | null;
  /** Whose an address is. */
  address?: { owner: string; network: string; looks_like_previous: boolean; words: Words } | null;
  /** The same without what was changed in it, such as invisible characters. */
  value?: string;
  /** All that can be said of it at once, worst first. */
  truths?: Truth[];
}

export interface Gate {
  have: number;
  need: number;
  at: string | null;
}

export interface Item {
  kind: "deposit" | "withdrawal";
  id: string;
  coin: string;
  network: string;
  amount: string;
  state: string;
  tone: "failed" | "moving" | "held" | "done";
  at: string;
  title: Words;
  line: Words;
  gates: { credited: Gate; withdrawable: Gate } | null;
  txid: string | null;
}

export interface Hold {
  type: string;
  until: string | null;
  scope: string[];
  trigger: string;
  /** The whole hold in one sentence, fit for the customer. */
  words?: Words;
}

export interface Profile {
  status: string;
  tier: string;
  kyc_level: string;
  risk_band: string;
  flags: string[];
}

export interface ExchangeView {
  ok: boolean;
  seen_at: string | null;
  found: Found[];
  items: Item[];
  profile: Profile | null;
  holds: Hold[];
  /** Codes of reads the core declined: those parts are empty, which is not the same as "none". */
  refused?: string[];
  /** Reads this exchange does not have, by their names in the core link: neither down nor refused. */
  not_offered?: string[];
}

/** What the checks of a mail come to, as rows of words. */
import type { Letter, Proof } from "./api";

export type Tone = "good" | "risk" | "ember";

/** How far the sender may be believed: proven; nobody can tell; the domain itself says no, or somebody else's name. */
export function tone(proof: Proof): Tone {
  if (proof.imitates || proof.why === "spoofed" || proof.why === "unaligned") return "ember";
  return proof.aligned ? "good" : "risk";
}

/** One check: its name, its result, and what more is known. why: of a DKIM signature that does not hold. */
export interface Row {
  check: "SPF" | "DKIM" | "DMARC" | "ARC";
  result: string;
  domain: string;
  why: string;
  more: string[];
}

export function rows(proof: Proof): Row[] {
  const dkim = proof.dkim.map((one): Row => ({ check: "DKIM", result: one.result, domain: one.domain, why: one.why, more: one.selector ? [one.selector] : [] }));
  return [
    { check: "SPF", result: proof.spf.result, domain: proof.spf.domain, why: "", more: [] },
    ...(dkim.length ? dkim : [{ check: "DKIM" as const, result: "none", domain: "", why: "", more: [] }]),
    { check: "DMARC", result: proof.dmarc.result, domain: proof.dmarc.domain, why: proof.dmarc.policy && `policy_${proof.dmarc.policy}`, more: [] },
    { check: "ARC", result: proof.arc.result, domain: "", why: proof.arc.sealers.length && proof.arc.vouched ? "vouched" : "", more: proof.arc.sealers },
  ];
}

/** How a result looks: it held, it did not, or it says nothing. */
export const rowTone = (row: Row): string => (row.result === "pass" ? "good" : row.result === "fail" || row.result === "softfail" || row.result === "policy" ? "ember" : "dim");

/** Letters that somebody should look at. */
export const lost = (letter: Letter): boolean => ["failed", "bounced", "complained", "suppressed"].includes(letter.state);

/** When what is known of it became known. */
export const lastAt = (letter: Letter): string => letter.told_at ?? letter.sent_at ?? letter.at;

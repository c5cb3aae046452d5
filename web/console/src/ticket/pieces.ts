/** A message's words cut into plain text, long hashes and addresses (shown in mono), and marks of removed secrets. */

export interface Piece {
  kind: "text" | "hash" | "removed";
  text: string;
}

/** "[seed phrase removed]" and the like, left by the server in place of a secret. */
const REMOVED = /\[[^\][]{1,40} removed\]|〔[^〕]{1,40}已删除〕/;
const HASH = /(?:0x)?[0-9a-fA-F]{32,}|\b[A-Za-z0-9]{30,}\b/;
const CUT = new RegExp(`(${REMOVED.source})|(${HASH.source})`, "g");

export function piecesOf(body: string): Piece[] {
  const pieces: Piece[] = [];
  let at = 0;
  for (const match of body.matchAll(CUT)) {
    if (match.index > at) pieces.push({ kind: "text", text: body.slice(at, match.index) });
    pieces.push(match[1] ? { kind: "removed", text: match[1].slice(1, -1) } : { kind: "hash", text: match[0] });
    at = match.index + match[0].length;
  }
  if (at < body.length) pieces.push({ kind: "text", text: body.slice(at) });
  return pieces;
}

/** A long id for a narrow place: head and tail, the middle left out. */
export const short = (id: string): string => (id.length > 16 ? `${id.slice(0, 6)}…${id.slice(-4)}` : id);

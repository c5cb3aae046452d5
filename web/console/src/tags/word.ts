/** A tag in its one spelling, as the server writes it: lower case, gaps as hyphens. Pure. */

export const LONGEST = 40;
const ALLOWED = /^[\p{L}\p{M}\p{N}\-_.:/+&#]+$/u;
const LETTER = /[\p{L}\p{M}\p{N}]/u;

/** What a typed word would be as a tag; null when it can be none. */
export function asTag(typed: string): string | null {
  const gaps = typed.normalize("NFKC").toLowerCase().trim().replace(/^#+/, "").replace(/[\s\-‐-―]+/gu, "-");
  const plain = gaps.replace(/^-+|-+$/g, "");
  return plain && [...plain].length <= LONGEST && ALLOWED.test(plain) && LETTER.test(plain) ? plain : null;
}

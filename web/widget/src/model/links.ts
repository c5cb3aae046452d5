/**
 * Links in what the other side wrote. Only addresses on Farol's own origin become links; the rest stays text.
 */

export interface Part {
  text: string;
  /** Set when the text may be pressed. */
  href: string | null;
}

const LINK = /https?:\/\/[^\s<>"'“”‘’「」（）()，。；、]+/g;
const TAIL = /[.,;:!?]+$/;

/** The text in pieces, in order; joined they are exactly the text. */
export function parts(text: string, origin: string): Part[] {
  const found: Part[] = [];
  let end = 0;
  for (const match of text.matchAll(LINK)) {
    const shown = match[0].replace(TAIL, "");
    if (!allowed(shown, origin)) continue;
    if (match.index > end) found.push({ text: text.slice(end, match.index), href: null });
    found.push({ text: shown, href: new URL(shown).href });
    end = match.index + shown.length;
  }
  if (end < text.length) found.push({ text: text.slice(end), href: null });
  return found;
}

function allowed(text: string, origin: string): boolean {
  try {
    const url = new URL(text);
    return /^https?:$/.test(url.protocol) && url.origin === origin && !url.username && !url.password;
  } catch {
    return false;
  }
}

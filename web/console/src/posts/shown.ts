/** A piece of a post as its readers see it: the platform's own marks are not read, what they mark is. */

export interface Part {
  text: string;
  bold: boolean;
}

const SIGNS: Record<string, string> = { "&lt;": "<", "&gt;": ">", "&quot;": '"', "&amp;": "&" };

/** Telegram's HTML and Discord's asterisks; other places have plain words. */
export function shown(piece: string, channel: string): Part[] {
  if (channel !== "telegram" && channel !== "discord") return [{ text: piece, bold: false }];
  const parts = piece.split(channel === "telegram" ? /<\/?b>/ : /\*\*/);
  return parts.map((part, n) => ({ text: channel === "telegram" ? plain(part) : part.replaceAll(/\\([\\*_~`|>#\-.])/g, "$1"), bold: n % 2 === 1 })).filter((part) => part.text);
}

const plain = (html: string): string => html.replaceAll(/<[^>]*>/g, "").replaceAll(/&(?:lt|gt|quot|amp);/g, (sign) => SIGNS[sign]!);

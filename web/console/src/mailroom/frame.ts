/**
 * A document of its own for somebody's HTML. The page's policy is inherited: no script but ours, no address but ours, no frame. The frame
 * has no script at all. What goes in was cleaned by the server; the named policy is the only way into `srcdoc`.
 */
interface Policy {
  createHTML(html: string): string;
}
interface Factory {
  createPolicy(name: string, rules: Policy): Policy;
}

let policy: Policy | null = null;

function trusted(html: string): string {
  const rules = { createHTML: (text: string) => text };
  policy ??= (window as unknown as { trustedTypes?: Factory }).trustedTypes?.createPolicy("mail", rules) ?? rules;
  return policy.createHTML(html);
}

/** Names of pictures in place, by the data they were fetched as; `remote`: of those elsewhere that somebody asked to see. The rest stays away. */
export function withPictures(html: string, pictures: ReadonlyMap<number, string>, remote: ReadonlyMap<number, string> = new Map()): string {
  return html.replaceAll(/ data-(picture|remote)="(\d{1,6})"/g, (all, kind: string, number: string) => {
    const data = (kind === "remote" ? remote : pictures).get(Number(number));
    return data ? `${all} src="${data}"` : all;
  });
}

export const documentOf = (html: string, styles: string): string =>
  `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><base target="_blank"><link rel="stylesheet" href="${styles}"><body>${html}`;

/** Puts a document into a frame. */
export const fillFrame = (frame: HTMLIFrameElement, html: string): void => void (frame.srcdoc = trusted(html));

/** Gives a frame of ours its styles, which the page's policy lets no attribute set: through the style objects themselves. */
export function dress(frame: HTMLIFrameElement): void {
  const inside = frame.contentDocument;
  for (const one of inside?.querySelectorAll<HTMLElement>("[data-style]") ?? []) one.style.cssText = one.dataset.style ?? "";
}

/** Style attributes put aside, where `dress` finds them. */
export const undressed = (html: string): string => html.replaceAll(/(<[a-z][a-z0-9]*\b[^<>]*?)\sstyle="/gi, '$1 data-style="');

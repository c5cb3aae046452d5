/** Elements by hand: text is only ever text. */
export function el<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  set: Partial<Record<string, string | boolean>> = {},
  ...inside: (Node | string | null)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(set)) {
    if (value === true) made.setAttribute(name, "");
    else if (value) made.setAttribute(name, value);
  }
  made.append(...inside.filter((one) => one !== null));
  return made;
}

/** A field with its label, its hint and the place for what is wrong with it. */
export function field(input: HTMLElement, label: string, hint: string, optional: string): HTMLElement {
  const id = input.id;
  input.setAttribute("aria-describedby", `h-${id} v-${id}`);
  return el(
    "div",
    { class: "one", "data-key": id },
    el("label", { for: id }, label, optional ? el("small", {}, ` ${optional}`) : null),
    input,
    hint ? el("p", { class: "dim", id: `h-${id}` }, hint) : null,
    el("p", { class: "wrong", id: `v-${id}`, role: "status" }),
  );
}

export function sheet(root: ShadowRoot, css: string): void {
  try {
    const made = new CSSStyleSheet();
    made.replaceSync(css);
    root.adoptedStyleSheets = [made];
  } catch {
    const style = document.createElement("style");
    style.textContent = css;
    root.prepend(style);
  }
}

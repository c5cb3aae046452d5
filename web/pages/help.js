/** Suggestions under the search field. The page is whole without this; it is run only with exactly these bytes. */
(() => {
  const field = document.querySelector("input[data-suggest]");
  if (!field) return;
  const list = document.createElement("ul");
  Object.assign(list, { id: "suggested", className: "suggest", hidden: true });
  list.setAttribute("role", "listbox");
  list.setAttribute("aria-label", field.placeholder);
  field.after(list);
  for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-expanded", "false"], ["aria-controls", list.id]]) field.setAttribute(name, value);

  let timer, asked = "", at = -1;
  const close = () => {
    list.hidden = true;
    at = -1;
    field.setAttribute("aria-expanded", "false");
    field.removeAttribute("aria-activedescendant");
  };
  const show = (found) => {
    list.replaceChildren(...found.map(({ title, href }, place) => {
      const item = document.createElement("li");
      const link = document.createElement("a");
      Object.assign(item, { id: `s${place}` });
      item.setAttribute("role", "option");
      Object.assign(link, { href, textContent: title, tabIndex: -1 });
      item.append(link);
      return item;
    }));
    at = -1;
    list.hidden = !found.length;
    field.setAttribute("aria-expanded", String(found.length > 0));
    field.removeAttribute("aria-activedescendant");
  };
  const ask = async () => {
    const question = field.value.trim();
    if (question === asked) return;
    asked = question;
    if (question.length < 2) return close();
    try {
      const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(question)}`);
      if (answer.ok && question === asked) show(await answer.json());
    } catch {
      close();
    }
  };
  field.addEventListener("input", (event) => {
    if (event.isComposing) return;
    clearTimeout(timer);
    timer = setTimeout(ask, 120);
  });
  field.addEventListener("compositionend", () => ask());
  field.addEventListener("keydown", (event) => {
    if (event.isComposing || list.hidden) return;
    const items = [...list.children];
    if (event.key === "Escape") return event.preventDefault(), close();
    if (event.key === "Enter" && at >= 0) return event.preventDefault(), items[at].firstChild.click();
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    event.preventDefault();
    at = (at + (event.key === "ArrowDown" ? 1 : -1) + items.length + (at < 0 && event.key === "ArrowUp" ? 1 : 0)) % items.length;
    items.forEach((item, place) => item.setAttribute("aria-selected", String(place === at)));
    field.setAttribute("aria-activedescendant", items[at].id);
    items[at].scrollIntoView({ block: "nearest" });
  });
  field.addEventListener("blur", () => setTimeout(close, 150));
})();

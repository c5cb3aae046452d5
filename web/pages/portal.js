/** The portal's forms: checks while one types, drafts by themselves, how far an upload is. Every page is whole without this. */
(() => {
  const CHECK_AFTER = 400, KEEP_AFTER = 1200;

  /** What stands in a form, without files. */
  const fields = (form) => {
    const data = new FormData(form);
    data.delete("files");
    return new URLSearchParams([...data].filter(([, value]) => typeof value === "string"));
  };

  /** Chosen files without what lets somebody in, and what was taken out of them. The server does it again; where this fails it does it alone. */
  const washed = new Map();
  const rinse = async (input) => {
    const kept = new DataTransfer(), said = [], told = input.form.querySelector(".going"), chosen = [...input.files];
    for (const file of chosen) {
      const done = await washing.wash(file, document.documentElement.lang);
      kept.items.add(done.file === file ? file : new File([done.file], file.name, { type: file.type }));
      if (done.told) said.push(done.told);
    }
    if (chosen.some((file, n) => input.files[n] !== file)) return;
    if (said.length) input.files = kept.files;
    told.hidden = !said.length;
    told.textContent = said.join(" ");
  };
  for (const input of document.querySelectorAll("form[data-progress] input[type=file]"))
    input.addEventListener("change", () => washed.set(input, rinse(input).catch(() => {})));

  /** Sends a form with its files and shows how far they are; the answer's page is gone to, or its refusal shown here. */
  const upload = async (form, event) => {
    const files = form.querySelector("input[type=file]");
    if (!files?.files.length || event.submitter?.value === "keep") return;
    event.preventDefault();
    const button = event.submitter;
    button.disabled = true;
    await washed.get(files);
    button.disabled = false;
    const told = form.querySelector(".going"), bar = document.createElement("progress");
    const data = new FormData(form, button), sent = new XMLHttpRequest();
    const stop = (words) => {
      button.disabled = false;
      bar.remove();
      told.hidden = !words;
      told.textContent = words;
    };
    button.disabled = true;
    told.hidden = false;
    bar.max = 100;
    told.after(bar);
    bar.setAttribute("aria-label", form.dataset.progress.replace("{n}", ""));
    sent.upload.addEventListener("progress", ({ loaded, total }) => {
      bar.value = Math.floor((100 * loaded) / (total || 1));
      told.textContent = form.dataset.progress.replace("{n}", String(bar.value));
    });
    sent.addEventListener("load", () => {
      if (sent.status < 400) return location.assign(sent.responseURL);
      const refusal = new DOMParser().parseFromString(sent.responseText, "text/html").querySelector(".said.bad, main p, body p");
      stop(refusal?.textContent ?? String(sent.status));
    });
    sent.addEventListener("error", () => stop(form.dataset.lost ?? "…"));
    sent.open("POST", form.action);
    sent.send(data);
  };
  for (const form of document.querySelectorAll("form[data-progress]")) form.addEventListener("submit", (event) => upload(form, event));

  const ticket = document.querySelector("form.ticketform");
  if (!ticket) return;
  for (const button of ticket.querySelectorAll(".noscript")) button.hidden = true;
  for (const field of ticket.querySelectorAll("[data-late]")) {
    const now = new Date();
    field.max = new Date(now - now.getTimezoneOffset() * 60_000 + 86_400_000).toISOString().slice(0, 16);
  }

  /** Questions that hang on another answer. */
  const conditions = () => {
    for (const one of ticket.querySelectorAll("[data-when]")) {
      const on = ticket.elements[`slot_${one.dataset.when}`];
      one.hidden = !one.dataset.values.split(" ").includes(on?.value ?? "");
      one.querySelector(".only")?.remove();
    }
  };

  const check = async (field) => {
    const slot = field.name.slice(5), line = document.getElementById(`v-${slot}`), value = field.value;
    const show = ({ state = "", words = "" }) => {
      line.className = `verdict ${state}`;
      line.textContent = words;
      field.toggleAttribute("aria-invalid", false);
      if (state === "wrong") field.setAttribute("aria-invalid", "true");
    };
    if (!value.trim()) return show({});
    const asked = fields(ticket);
    asked.set("slot", slot);
    try {
      const answer = await fetch("/my/new/check", { method: "POST", body: asked });
      if (answer.ok && field.value === value) show(await answer.json());
    } catch {
      /* The server checks again when the form is sent. */
    }
  };

  /** Fills a list with what was found, hiding its box when that is nothing. */
  const list = (box, found, draw) => {
    box.hidden = !found.length;
    box.querySelector("ul").replaceChildren(...found.map(draw));
  };
  const part = (name, text, more = {}) => Object.assign(document.createElement(name), { textContent: text, ...more });
  const item = (...parts) => {
    const made = document.createElement("li");
    made.append(...parts);
    return made;
  };
  const solved = document.querySelector(".articles button")?.textContent;
  const language = document.documentElement.lang.slice(0, 2);
  const look = ({ articles, incidents, coach, urgent }) => {
    list(document.querySelector(".coach"), coach, (line) => item(line));
    list(document.querySelector(".incident"), incidents, ({ title, text }) => item(part("b", title), part("p", text, { className: "t3 soft" })));
    if (solved) {
      list(document.querySelector(".articles"), articles, ({ slug, title, summary }) => item(
        part("a", title, { href: `/help/${language}/a/${slug}`, target: "_blank", rel: "noopener" }), part("p", summary, { className: "t3 soft" }),
        part("button", solved, { className: "btn small", type: "submit", name: "article", value: slug })));
    }
    ticket.querySelector(".nearlink").hidden = !articles.length && !incidents.length;
    for (const kind of ["stolen", "risk"]) document.querySelector(`.alarm.${kind}`).hidden = urgent !== kind;
  };

  let sent = String(fields(ticket)), sending = false;
  const keep = async () => {
    const now = fields(ticket);
    if (String(now) === sent || sending) return;
    const kept = ticket.querySelector(".kept"), removed = ticket.querySelector(".removed");
    try {
      const answer = await fetch("/my/new/draft", { method: "POST", body: now });
      if (!answer.ok) throw new Error(String(answer.status));
      sent = String(now);
      const told = await answer.json();
      kept.textContent = told.kept;
      removed.textContent = told.removed;
      removed.hidden = !told.removed;
      look(told.look);
    } catch {
      kept.textContent = ticket.dataset.lost;
      later("keep", KEEP_AFTER * 5, keep);
    }
  };

  const timers = new Map();
  const later = (name, after, run) => {
    clearTimeout(timers.get(name));
    timers.set(name, setTimeout(run, after));
  };
  ticket.addEventListener("input", ({ target }) => {
    conditions();
    if (target.type === "file") return;
    if (target.name?.startsWith("slot_")) later(target.name, CHECK_AFTER, () => check(target));
    if (["slot_network", "slot_coin"].includes(target.name)) {
      for (const field of ticket.querySelectorAll("[name^=slot_]")) if (field !== target && field.value) later(field.name, CHECK_AFTER, () => check(field));
    }
    later("keep", KEEP_AFTER, keep);
  });
  ticket.addEventListener("submit", () => {
    sending = true;
    clearTimeout(timers.get("keep"));
  });
  addEventListener("pagehide", () => {
    if (!sending && String(fields(ticket)) !== sent) navigator.sendBeacon("/my/new/draft", fields(ticket));
  });
  conditions();
})();

const washing = (() => {
/**
 * Takes out of recordings and logs what lets somebody in, before they leave the browser: cookies, Authorization, tokens in queries and
 * bodies, JWT, SAML, CSRF, dumps of localStorage. The server does the same again and more (farol/core/shield: wash.py, har.py).
 *
 * Plain JavaScript with its types in comments: the widget and the console bundle it, the pages carry it as it is.
 */
const GONE = "[removed]";
const MOST_ENTRIES = 5_000;
const CHUNK = 50_000;
const HEAD = 8_192;

/** @param {string} form @param {string} [flags] */
const whole = (form, flags = "") => new RegExp(`^(?:${form})$`, flags);
const DATE = whole("\\d{4}-\\d\\d-\\d\\dT[\\d:.]{8,16}(?:Z|[+-]\\d\\d:?\\d\\d)?");
const MIME = whole("[a-z]{1,20}/[a-z0-9.+-]{1,60}");
const NAME = whole("[A-Za-z][A-Za-z_.-]{0,39}");
const PRODUCT = whole("[A-Za-z][A-Za-z .()-]{0,40}");
const VERSION = whole("[\\d.]{1,24}");
const METHOD = whole("[A-Z]{3,8}");
const PROTOCOL = whole("(?:HTTP|http)/[\\d.]{1,4}|h[23]");
const PAGE = whole("page_\\d{1,6}");
const SEGMENT = whole("[A-Za-z][a-z_-]{0,24}(?:\\.[a-z]{1,5})?|v\\d{1,2}|\\d{1,3}");
const LABEL = whole("[a-z][a-z-]{0,30}\\d{0,2}");
/** @type {Record<string, RegExp>} Headers whose values say nothing of a person. */
const SAFE = {
  "content-type": MIME,
  "content-length": whole("\\d{1,12}"),
  "retry-after": whole("\\d{1,6}"),
  age: whole("\\d{1,9}"),
  date: whole("[A-Z][a-z]{2}, \\d\\d [A-Z][a-z]{2} \\d{4} [\\d:]{8} GMT"),
  "content-encoding": whole("gzip|br|zstd|deflate|identity"),
  "accept-language": whole("[a-zA-Z,;=.0-9* -]{1,60}"),
};
const TIMINGS = ["blocked", "dns", "connect", "ssl", "send", "wait", "receive"];

/** @type {[Kind, RegExp][]} In this order. What stands in the first group stays. A value in quotes ends with them, others with the line. */
const RULES = [
  ["headers", /((?<![\w-])(?:(?:proxy-)?authorization|(?:set-)?cookie2?|x-[\w-]{0,40}(?:token|key|auth|secret|csrf|xsrf|session)[\w-]{0,20})\\?["']?\s{0,4}[:=]\s{0,4})((?!\[removed\])(?:\\"(?:[^"\\\r\n]|\\(?!"))*\\"|"(?:[^"\\\r\n]|\\.)*"|'(?:[^'\\\r\n]|\\.)*'|[^\s"'][^\r\n"']*))/gi],
  ["tokens", /(\b(?:bearer|basic|digest|negotiate|token)\s{1,3})([\w+/=._~-]{8,})/gi],
  ["tokens", /(<(?:\w{1,20}:)?(?:SignatureValue|X509Certificate|CipherValue|Assertion|NameID|AttributeValue)(?:\s[^<>]{0,500})?>)([^<>]{6,})/g],
  ["named", /(["']?\b[\w.-]{0,30}(?:token|secret|passw(?:or)?d|passwd|session_?id|sessid|csrf|xsrf|saml\w{0,10}|relaystate|api_?key|apikey|assertion|verifier|credential|signature|nonce|otp|auth|jwt|cookie|sid)\b\\?["']?\s{0,3}(?:=|:|%3D)\s{0,3}\\?["']?)((?!\[removed\])[^\s"'&;,<>\\]{6,})/gi],
  ["queries", /([?&](?:code|state|key|sig|ticket|t|s|k|hash_token|id_token)=)((?!\[removed\])[^\s&"'<>#]{6,})/g],
  ["tokens", /()(?<![0-9A-Za-z])(gh[pousr]_[0-9A-Za-z]{30,255}|github_pat_\w{40,255}|glpat-[\w-]{20,64}|xox[abeoprs]-[0-9A-Za-z-]{10,200}|[rs]k_(?:live|test)_[0-9A-Za-z]{16,120}|sk-(?:proj-|ant-)?[\w-]{20,200}|A[KS]IA[0-9A-Z]{16}|AIza[\w-]{35}|eyJ[\w-]{8,4000}\.[\w-]{8,8000}(?:\.[\w-]{0,4000}){0,3}|npm_[0-9A-Za-z]{36}|pypi-[\w-]{40,255}|hf_[0-9A-Za-z]{30,60}|otpauth:\/\/[^\s"'<>]{10,300})/g],
];

/**
 * A text without them, and how many of each kind were taken out; the very same text where there were none.
 * @typedef {"headers" | "tokens" | "named" | "queries" | "har"} Kind
 * @typedef {Partial<Record<Kind, number>>} Taken
 * @param {string} text
 * @returns {Promise<{ text: string, taken: Taken }>}
 */
async function washed(text) {
  const har = recording(text);
  if (har) return { text: JSON.stringify(har, null, 1), taken: { har: har.log.entries.length } };
  /** @type {Taken} */
  const taken = {};
  let clean = "";
  for (let place = 0, n = 1; place < text.length; n += 1) {
    let end = Math.min(text.length, place + CHUNK);
    // Ended at a line where there is one, so that no value is cut in two.
    if (end < text.length) end = text.lastIndexOf("\n", end - 1) + 1 > place + CHUNK / 2 ? text.lastIndexOf("\n", end - 1) + 1 : end;
    clean += rinsed(text.slice(place, end), taken);
    place = end;
    if (n % 20 === 0) await new Promise((rest) => setTimeout(rest));
  }
  return { text: clean, taken };
}

/** @param {string} text @param {Taken} taken */
function rinsed(text, taken) {
  for (const [kind, form] of RULES)
    text = text.replace(form, (_, kept) => {
      taken[kind] = (taken[kind] ?? 0) + 1;
      return kept + GONE;
    });
  return text;
}

/**
 * A file as it may leave, and what to say of it; the very same file when nothing was in it or it is no text.
 * @param {File} file
 * @param {string} lang
 * @returns {Promise<{ file: Blob, told: string }>}
 */
async function wash(file, lang) {
  if (/^(?:image|video|audio)\//.test(file.type)) return { file, told: "" };
  const bytes = new Uint8Array(await file.arrayBuffer());
  if (bytes.subarray(0, HEAD).includes(0)) return { file, told: "" };
  const { text, encoded } = decoded(bytes);
  const clean = await washed(text);
  if (!Object.keys(clean.taken).length) return { file, told: "" };
  return { file: new Blob([encoded(clean.text)], { type: file.type }), told: told(clean.taken, file.name, lang) };
}

/** Text that is no UTF-8 is read letter by byte: what is looked for is ASCII in every encoding that logs are written in. @param {Uint8Array} bytes */
function decoded(bytes) {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encoded: (/** @type {string} */ out) => new TextEncoder().encode(out) };
  } catch {
    let text = "";
    for (let at = 0; at < bytes.length; at += HEAD) text += String.fromCharCode(...bytes.subarray(at, at + HEAD));
    return { text, encoded: (/** @type {string} */ out) => Uint8Array.from(out, (letter) => letter.charCodeAt(0)) };
  }
}

/** @type {Record<"en" | "zh" | "zh-Hant", { line: string, join: string } & Record<Kind, string>>} */
const WORDS = {
  en: {
    line: "{name}: taken out before it leaves your device: {what}.", join: ", ", har: "values of cookies, headers, queries and bodies of {n} requests",
    headers: "{n} cookies and sign-in headers", tokens: "{n} tokens", named: "{n} passwords, keys and session values", queries: "{n} codes in addresses",
  },
  zh: {
    line: "{name}：离开您的设备前已去掉：{what}。", join: "、", har: "{n} 个请求中的 Cookie、请求头、查询参数和正文内容",
    headers: "{n} 处 Cookie 和登录请求头", tokens: "{n} 个令牌", named: "{n} 处密码、密钥和会话值", queries: "{n} 处链接中的代码",
  },
  "zh-Hant": {
    line: "{name}：離開您的裝置前已去掉：{what}。", join: "、", har: "{n} 個請求中的 Cookie、標頭、查詢參數和內文",
    headers: "{n} 處 Cookie 和登入標頭", tokens: "{n} 個權杖", named: "{n} 處密碼、金鑰和工作階段值", queries: "{n} 處連結中的代碼",
  },
};

/** @param {Taken} taken @param {string} name @param {string} lang */
function told(taken, name, lang) {
  const words = lang === "zh-Hant" ? WORDS["zh-Hant"] : lang.startsWith("zh") ? WORDS.zh : WORDS.en;
  const what = Object.entries(taken).map(([kind, n]) => words[/** @type {Kind} */ (kind)].replace("{n}", String(n)));
  return words.line.replace("{name}", () => name).replace("{what}", () => what.join(words.join));
}

/** The recording in a text (HAR 1.2) with what may stay, or null. What may stay is listed; everything else goes. @param {string} text */
function recording(text) {
  if (!/^[\s\ufeff]*\{/.test(text)) return null;
  let log;
  try {
    log = dict(dict(JSON.parse(text.replace(/^\ufeff/, ""))).log);
  } catch {
    return null;
  }
  if (!Array.isArray(log.entries)) return null;
  return {
    log: {
      version: fits(log.version, VERSION), creator: product(log.creator), browser: product(log.browser),
      pages: list(log.pages).slice(0, MOST_ENTRIES).map(page), entries: list(log.entries).slice(0, MOST_ENTRIES).map(entry),
    },
  };
}

/** Where a request went: host and path without tokens in them, names of the query without their values. @param {unknown} url */
function address(url) {
  let at;
  try {
    at = new URL(String(url));
  } catch {
    return GONE;
  }
  if (!/^(https?|wss?):$/.test(at.protocol) || !at.hostname) return GONE;
  const host = at.hostname.split(".").map((label) => (LABEL.test(label) ? label : GONE)).join(".");
  const path = at.pathname.split("/").map((one) => (!one || SEGMENT.test(one) ? one : GONE)).join("/");
  const names = at.search ? at.search.slice(1).split("&").slice(0, 100) : [];
  const query = names.map((one) => `${fits(one.split("=")[0], NAME)}=${GONE}`).join("&");
  return `${at.protocol}//${host}${at.port ? `:${at.port}` : ""}${path}${query ? `?${query}` : ""}`;
}

/** @param {unknown} given */
function page(given) {
  const one = dict(given), timings = dict(one.pageTimings);
  return {
    id: fits(one.id, PAGE), startedDateTime: fits(one.startedDateTime, DATE), title: GONE,
    pageTimings: { onContentLoad: number(timings.onContentLoad), onLoad: number(timings.onLoad) },
  };
}

/** @param {unknown} given */
function entry(given) {
  const one = dict(given), asked = dict(one.request), answered = dict(one.response), content = dict(answered.content), timings = dict(one.timings);
  return {
    startedDateTime: fits(one.startedDateTime, DATE), time: number(one.time), pageref: fits(one.pageref, PAGE),
    request: {
      method: fits(asked.method, METHOD), url: address(asked.url), ...sides(asked),
      queryString: list(asked.queryString).map((pair) => ({ name: fits(dict(pair).name, NAME), value: GONE })),
      ...(asked.postData ? { postData: { mimeType: mime(dict(asked.postData).mimeType), text: GONE } } : {}),
    },
    response: {
      status: number(answered.status), statusText: "", redirectURL: answered.redirectURL ? address(answered.redirectURL) : "", ...sides(answered),
      content: { size: number(content.size), mimeType: mime(content.mimeType) },
    },
    cache: {}, timings: Object.fromEntries(TIMINGS.map((name) => [name, number(timings[name])])),
  };
}

/** What requests and answers both have. @param {Record<string, unknown>} of */
function sides(of) {
  return {
    httpVersion: fits(of.httpVersion, PROTOCOL), headers: list(of.headers).map(header),
    cookies: list(of.cookies).map((one) => ({ name: fits(dict(one).name, NAME), value: GONE })),
    headersSize: number(of.headersSize), bodySize: number(of.bodySize),
  };
}

/** @param {unknown} given */
function header(given) {
  const { name: said, value } = dict(given), name = fits(said, NAME), form = SAFE[name.toLowerCase()];
  return { name, value: form === MIME ? mime(value) : form ? fits(value, form) : GONE };
}

/** @param {unknown} value */
const mime = (value) => fits(typeof value === "string" ? value.split(";")[0]?.trim().toLowerCase() : value, MIME);
/** @param {unknown} given */
const product = (given) => ({ name: fits(dict(given).name, PRODUCT), version: fits(dict(given).version, VERSION) });
/** @param {unknown} value @param {RegExp} form */
const fits = (value, form) => (typeof value === "string" && form.test(value) ? value : GONE);
/** @param {unknown} value */
const number = (value) => (typeof value === "number" && Math.abs(value) < 1e12 ? value : -1);
/** @param {unknown} value @returns {Record<string, unknown>} */
const dict = (value) => (value && typeof value === "object" && !Array.isArray(value) ? /** @type {Record<string, unknown>} */ (value) : {});
/** @param {unknown} value @returns {unknown[]} */
const list = (value) => (Array.isArray(value) ? value : []);

return { wash };
})();
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

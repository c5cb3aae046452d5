// A host page that is hard on its guests: strict policy, other root size, greedy selectors, right to left on demand.
const GREEDY = `html{font-size:10px} *{font-family:"Comic Sans MS"!important;letter-spacing:.2em!important;color:#c0f!important;box-sizing:content-box!important}
  div,button,section,header,p{margin:30px!important;border:4px solid lime!important;background:pink!important;transform:rotate(2deg)!important;text-transform:uppercase!important;display:block!important}
  farol-widget{display:none;opacity:.1;position:static;z-index:-1}`;
const POLITE = `html{color-scheme:light dark} body{margin:0;font:16px/1.6 system-ui,"Noto Sans CJK SC",sans-serif;padding:32px;max-width:60ch}`;
const POLICY = (farol) =>
  `default-src 'none'; script-src 'nonce-mock' ${farol}; style-src 'nonce-mock'; connect-src ${farol} ${farol.replace("http", "ws")}; require-trusted-types-for 'script'; trusted-types 'none'`;

/** `?sub=20778177&name=Mei` signs a customer in; `&strict=1` sets the policy; `&greedy=1` the rude style sheet. */
export function hostPage(url) {
  const farol = url.searchParams.get("farol") ?? "";
  const ask = url.searchParams;
  const attributes = ["lang", "theme", "early"]
    .filter((name) => ask.has(name))
    .map((name) => `data-${name}="${ask.get(name)}"`)
    .join(" ");
  const claims = Buffer.from(
    JSON.stringify({ sub: ask.get("sub"), name: ask.get("name"), lang: ask.get("lang") ?? "zh" }),
  ).toString("base64url");
  const identity = ask.has("sub")
    ? `window.farol = { identity: async () => window.signedOut ? null : "e30.${claims}.x" };`
    : "";
  const html = `<!doctype html><html lang="${ask.get("lang") ?? "zh"}" dir="${ask.get("dir") ?? "ltr"}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>Demo Exchange</title><style nonce="mock">${ask.has("greedy") ? GREEDY : POLITE}</style></head><body><h1>Demo Exchange</h1><p>资产 · Assets</p><p>BTC 0.25 · USDT 18,500</p>
<script nonce="mock">${identity}</script><script src="${farol}/widget.js" ${attributes} async></script></body></html>`;
  return { html, headers: ask.has("strict") ? { "content-security-policy": POLICY(farol) } : {} };
}

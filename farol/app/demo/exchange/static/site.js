// The exchange's page script: who is signed in for the widget, copy buttons, the live part, the theme.
(() => {
  "use strict";
  const script = document.currentScript;
  const root = document.documentElement;

  // A widget session belongs to one customer: when somebody else signs in on this browser it must not be used again.
  // What people have written and not sent yet is kept per person by the widget and stays.
  const who = script.dataset.who;
  if (localStorage.getItem("demo.who") !== who) {
    for (const store of [localStorage, sessionStorage]) store.removeItem("farol.session");
    localStorage.setItem("demo.who", who);
  }

  window.farol = {
    identity: async () => {
      const answer = await fetch("/farol-identity", { cache: "no-store" });
      return answer.ok ? (await answer.json()).identity ?? null : null;
    },
  };

  const theme = localStorage.getItem("demo.theme");
  if (theme) root.dataset.theme = window.farol.theme = theme;

  const copy = async (button) => {
    try {
      await navigator.clipboard.writeText(button.dataset.copy);
    } catch {
      const box = Object.assign(document.createElement("textarea"), { value: button.dataset.copy });
      document.body.append(box);
      box.select();
      document.execCommand("copy");
      box.remove();
    }
    const label = button.textContent;
    if (label === button.dataset.done) return;
    button.textContent = button.dataset.done;
    setTimeout(() => (button.textContent = label), 1600);
  };

  // A passkey is made for this host name, so that support's page may ask for it.
  const addPasskey = async () => {
    const options = await (await fetch("/passkey/options", { method: "POST" })).json();
    const made = await navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) });
    await fetch("/passkey", { method: "POST", body: JSON.stringify(made.toJSON()) });
    location.reload();
  };
  const showPasskey = () => {
    if (!window.PublicKeyCredential?.parseCreationOptionsFromJSON) return;
    for (const button of document.querySelectorAll("[data-passkey]")) button.hidden = false;
  };

  const refresh = async () => {
    const live = document.querySelector("[data-live]");
    if (!live || document.hidden) return;
    const answer = await fetch(live.dataset.live, { cache: "no-store" }).catch(() => null);
    if (!answer?.ok) return;
    if (answer.status === 204) return location.reload();
    const html = await answer.text();
    if (html !== live.shown && !live.contains(document.activeElement)) live.innerHTML = live.shown = html;
    showPasskey();
  };

  document.addEventListener("click", (event) => {
    const button = event.target.closest("button");
    if (button?.dataset.copy) copy(button);
    if (button && "passkey" in button.dataset) addPasskey().catch(() => refresh());
    if (button && "themeSwitch" in button.dataset) {
      const dark = root.dataset.theme ? root.dataset.theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
      root.dataset.theme = dark ? "light" : "dark";
      window.farol.theme = root.dataset.theme;
      localStorage.setItem("demo.theme", root.dataset.theme);
    }
  });
  document.addEventListener("submit", async (event) => {
    if (!("quiet" in event.target.dataset)) return;
    event.preventDefault();
    await fetch(event.target.action, { method: "POST", redirect: "manual" });
    await refresh();
  });
  document.addEventListener("DOMContentLoaded", () => {
    document.querySelector("form[data-send]")?.submit();
    showPasskey();
    setInterval(refresh, 3000);
  });
})();

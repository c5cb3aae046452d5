// Brings new mail into view. Never while somebody is typing.
const known = document.body.dataset.newest;
const typing = () => [...document.querySelectorAll("textarea, input")].some((field) => field.value !== field.defaultValue);
setInterval(async () => {
  if (document.hidden || typing()) return;
  try {
    const answer = await fetch("/newest", { cache: "no-store" });
    if ((await answer.json()).id !== known && !typing()) location.reload();
  } catch {
    // The mailbox is restarting; the next look finds it.
  }
}, 2000);

// Brings what is new into view. Never while somebody is typing.
let known = "";
const typing = () => [...document.querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field.value !== field.defaultValue);
const current = document.querySelector(".places [aria-current]");
if (current) current.scrollIntoView({ block: "nearest", inline: "center" });
const talk = document.querySelector("#talk");
if (talk && talk.children.length > 4) document.querySelector("#end").scrollIntoView({ block: "end" });
setInterval(async () => {
  if (document.hidden) return;
  try {
    const now = JSON.stringify(await (await fetch(`/newest?place=${encodeURIComponent(document.body.dataset.place)}`, { cache: "no-store" })).json());
    if (known && now !== known && !typing()) location.reload();
    known ||= now;
  } catch {
    // It is restarting; the next look finds it.
  }
}, 1500);

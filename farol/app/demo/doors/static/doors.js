// Brings what is new into view. Never while somebody is typing.
const { place, known } = document.body.dataset;
const typing = () => [...document.querySelectorAll("textarea, input:not([type=hidden])")].some((field) => field.value !== field.defaultValue);
const watched = place || location.pathname === "/phone-calls";
const current = document.querySelector(".places [aria-current]");
if (current) current.scrollIntoView({ block: "nearest", inline: "center" });
const talk = document.querySelector("#talk");
if (talk) scrollTo(0, document.body.scrollHeight);
setInterval(async () => {
  if (document.hidden || !watched) return;
  try {
    const answer = await fetch(`/newest?place=${encodeURIComponent(place)}`, { cache: "no-store" });
    if ((await answer.json()).known !== known && !typing()) location.reload();
  } catch {
    // It is restarting; the next look finds it.
  }
}, 1500);

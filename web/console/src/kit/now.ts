/** The present, once a second, for every clock on the screen. Stands still while the tab is hidden. */
import { readonly, ref } from "vue";

const current = ref(Date.now());
setInterval(() => {
  if (!document.hidden) current.value = Date.now();
}, 1_000);
document.addEventListener("visibilitychange", () => {
  if (!document.hidden) current.value = Date.now();
});

export const now = readonly(current);

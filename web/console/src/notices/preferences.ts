/** How my own console behaves, the same in every browser I sign in with. */
import { shallowReactive, watch } from "vue";
import * as api from "./api";
import type { Preferences } from "./api";

/** The defaults until the server has said what I chose. */
export const preferences = shallowReactive<Preferences>({
  undo_send_s: 10, after_send: "stay", signature: { zh: "", en: "" }, density: "regular", time_zone: "UTC", reads: [],
});

export async function readPreferences(): Promise<void> {
  await api.preferences().then((found) => void Object.assign(preferences, found), () => undefined);
}

/** Changes some of them: seen at once, put back when refused. Throws what the server said. */
export async function prefer(changed: Partial<Preferences>): Promise<void> {
  const before = { ...preferences };
  Object.assign(preferences, changed);
  try {
    Object.assign(preferences, await api.prefer(changed));
  } catch (error) {
    Object.assign(preferences, before);
    throw error;
  }
}

// The tokens give rows and controls their sizes by this mark.
watch(() => preferences.density, (density) => {
  if (density === "regular") delete document.documentElement.dataset.density;
  else document.documentElement.dataset.density = density;
});

/** The one thing that lies above the desk, if any: "palette", "keys", or a name of a feature's own. */
import { shallowRef } from "vue";

export const overlay = shallowRef<string | null>(null);

export const openOverlay = (which: string): void => {
  overlay.value = which;
};
export const closeOverlay = (): void => {
  overlay.value = null;
};

/** The one thing that lies above the desk, if any. */
import { shallowRef } from "vue";

export type Overlay = "palette" | "keys" | "account";

export const overlay = shallowRef<Overlay | null>(null);

export const openOverlay = (which: Overlay): void => {
  overlay.value = which;
};
export const closeOverlay = (): void => {
  overlay.value = null;
};

/** What the states of an incident are called. Small, because the wall needs it too. */
import { wordsOf } from "@/kit/words";
import type { State } from "./api";

export const stateWords = wordsOf<Record<State, string>>({
  en: { investigating: "investigating", identified: "cause found", monitoring: "watching", resolved: "resolved" },
  zh: { investigating: "调查中", identified: "已查明原因", monitoring: "观察中", resolved: "已解决" },
});

/** Pictures elsewhere that a mail names. Nobody is asked for one before somebody presses; then our server asks, one after the other. */
import { ref } from "vue";
import * as api from "./api";

/** What the server lets one person ask for at once. */
export const MOST = 40;
export type State = "away" | "coming" | "shown";

export function elsewhere(ticket: number, mail: number) {
  const pictures = ref<ReadonlyMap<number, string>>(new Map());
  const state = ref<State>("away");
  const asked = ref(0);
  let run = 0;

  async function show(count: number): Promise<void> {
    const mine = ++run;
    state.value = "coming";
    for (let number = asked.value; number < Math.min(count, MOST) && mine === run; number += 1) {
      const data = await api.elsewhere(ticket, mail, number);
      if (mine !== run) return;
      asked.value = number + 1;
      if (data) pictures.value = new Map(pictures.value).set(number, data);
    }
    if (mine === run) state.value = "shown";
  }
  function stop(): void {
    run += 1;
    state.value = "away";
  }
  return { pictures, asked, state, show, stop };
}

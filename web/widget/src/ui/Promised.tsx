/** When we write again, as a clock; after it, that we did not. */
import { h } from "preact";
import { useEffect, useState } from "preact/hooks";
import { span } from "../borrowed";
import { moment, zone } from "../model/time";
import { Icon, useFarol } from "./bits";

const TICK_MS = 15_000;

export function Promised({ by, broken }: { by: string; broken: boolean }) {
  const { state, say } = useFarol();
  const [now, tick] = useState(Date.now());
  useEffect(() => {
    const timer = setInterval(() => tick(Date.now()), TICK_MS);
    return () => clearInterval(timer);
  }, []);
  const left = Date.parse(by) - now;
  const over = broken || left <= 0;
  const at = `${moment(by, state.lang)} ${zone(state.lang, by)}`;
  return (
    <p class={over ? "bar fail" : "bar"}>
      <Icon name="clock" />
      <span>{say(over ? "promise_broken" : "promise", { at, left: span(left / 1000, state.lang) })}</span>
    </p>
  );
}

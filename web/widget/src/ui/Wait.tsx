/** The place in the queue, what it means in minutes, and the ways not to sit and wait. */
import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { span } from "../borrowed";
import { moment } from "../model/time";
import type { Place } from "../model/types";
import { laterTimes, placeKey } from "../model/wait";
import { useFarol } from "./bits";

const QUIET_MS = 30_000;

export function Wait({ ticket, place, called }: { ticket: number; place: Place; called: { at: string | null } | undefined }) {
  const { app, state, say } = useFarol();
  const { lang } = state;
  const words = say(placeKey(place), {
    n: place.position,
    a: span(place.usually_s ?? 0, lang),
    b: span(place.slowest_s ?? 0, lang),
  });
  const hours = place.hours?.[lang];
  return (
    <div class="wait">
      <p>
        <b>{words}</b>
      </p>
      <Spoken text={words} />
      {hours && <p class="t2">{hours}</p>}
      {place.later && <p class="t2">{say("wait_later", { at: moment(place.later, lang) })}</p>}
      {!place.language_online && !hours && place.usually_s !== null && <p class="t2 soft">{say("wait_language")}</p>}
      {called ? (
        <p class="t2 good" role="status">
          {say(called.at ? "called_at" : "called", { at: called.at ? moment(called.at, lang) : "" })}
        </p>
      ) : (
        <p class="t2 soft">{say(place.busy ? "wait_busy" : "may_close")}</p>
      )}
      <p class="picks">
        {!called && (
          <button type="button" class="btn" onClick={() => void app.aside.callMe(ticket, null)}>
            {say("call_me")}
          </button>
        )}
        <select
          class="btn"
          aria-label={say("call_later")}
          onChange={(event) => {
            const { value } = event.currentTarget;
            event.currentTarget.value = "";
            if (value) void app.aside.callMe(ticket, value);
          }}
        >
          <option value="">{say("call_later")}</option>
          {laterTimes(new Date()).map((at) => (
            <option key={at.getTime()} value={at.toISOString()}>
              {moment(at.toISOString(), lang)}
            </option>
          ))}
        </select>
      </p>
    </div>
  );
}

/** For those who listen: a place that keeps moving is said at most every half minute. */
function Spoken({ text }: { text: string }) {
  const [said, say] = useState(text);
  const last = useRef(Date.now());
  useEffect(() => {
    const timer = setTimeout(
      () => {
        last.current = Date.now();
        say(text);
      },
      Math.max(0, last.current + QUIET_MS - Date.now()),
    );
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p class="vh" role="status">
      {said}
    </p>
  );
}

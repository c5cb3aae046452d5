/**
 * What was said, oldest first. New words never move what is being read: the end is followed only from the
 * end.
 */
import { Fragment, h } from "preact";
import type { ComponentChildren } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { Entry } from "../model/outbox";
import { warningOf, type Talk } from "../model/talk";
import { day, daysAgo, zone } from "../model/time";
import { Icon, useFarol } from "./bits";
import { Bubble } from "./Bubble";
import { Pending } from "./Pending";

const NEAR_PX = 80;

export function Log({
  talk,
  entries,
  top,
}: {
  talk: Talk | undefined;
  entries: readonly Entry[];
  top: ComponentChildren;
}) {
  const { app, state, say } = useFarol();
  const box = useRef<HTMLDivElement>(null);
  const atEnd = useRef(true);
  const fromEnd = useRef<number | null>(null);
  const [below, setBelow] = useState(false);
  const all = talk?.messages ?? [];
  const warnings = all.map((message) => warningOf(all, message));
  const messages = all.filter((message) => !warnings.includes(message));
  // A message is shown once: the server's copy replaces the waiting one.
  const arrived = new Set(messages.map((message) => message.client_id));
  const waiting = entries.filter((entry) => !arrived.has(entry.client_id));
  const last = messages.at(-1);
  const typing = talk && state.typing?.ticket === talk.ticket.id ? state.typing.name : "";
  const toEnd = (): void => {
    const element = box.current;
    if (element) element.scrollTop = element.scrollHeight;
    setBelow(false);
  };
  useLayoutEffect(() => {
    const element = box.current;
    if (!element) return;
    if (fromEnd.current !== null) {
      element.scrollTop = element.scrollHeight - fromEnd.current;
      fromEnd.current = null;
    } else if (atEnd.current || waiting.length) toEnd();
    else if (last && last.author.kind !== "customer") setBelow(true);
  }, [last?.seq, messages.length, waiting.length, typing, state.needsWho]);
  useEffect(() => {
    // Pictures load later and the keyboard takes room: stay at the end if that is where the reader is.
    const observer = new ResizeObserver(() => atEnd.current && toEnd());
    for (const element of [box.current, box.current?.firstElementChild])
      if (element) observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const scrolled = (): void => {
    const element = box.current;
    if (!element) return;
    atEnd.current = element.scrollHeight - element.scrollTop - element.clientHeight < NEAR_PX;
    if (atEnd.current) setBelow(false);
  };
  const older = (): void => {
    const element = box.current;
    if (!talk || !element) return;
    fromEnd.current = element.scrollHeight - element.scrollTop;
    void app.reader.older(String(talk.ticket.id)).catch(() => (fromEnd.current = null));
  };
  const lastOwn = messages.findLast((message) => message.author.kind === "customer");
  return (
    <div class="body log" ref={box} onScroll={scrolled} tabIndex={0} role="region" aria-label={say("log")}>
      <div class="lines" role="log" aria-live="polite" aria-relevant="additions">
        {talk?.more && (
          <button type="button" class="btn older" onClick={older}>
            {say("older")}
          </button>
        )}
        {top}
        {messages.map((message, index) => (
          <Fragment key={message.client_id || message.seq}>
            {startsDay(message.at, messages[index - 1]?.at) && <Day at={message.at} />}
            <Bubble
              ticket={talk?.ticket.id ?? 0}
              message={message}
              told={warnings[all.indexOf(message)]?.body}
              before={messages[index - 1]}
              after={messages[index + 1]}
              own={message === lastOwn ? (talk?.marks.staff?.seq ?? 0) >= message.seq : null}
            />
          </Fragment>
        ))}
        {waiting.map((entry, index) => (
          <Pending
            key={entry.client_id}
            entry={entry}
            behind={waiting.slice(0, index).some((one) => state.tried.has(one.client_id))}
          />
        ))}
      </div>
      {typing && (
        <p class="typing" aria-hidden="true">
          <Icon name="pencil" />
          {say("typing", { name: typing })}
        </p>
      )}
      {below && (
        <button type="button" class="btn below" onClick={toEnd}>
          <Icon name="down" />
          {say("newer")}
        </button>
      )}
    </div>
  );
}

const startsDay = (at: string, before: string | undefined): boolean =>
  !before || daysAgo(before, new Date(at)) !== 0;

function Day({ at }: { at: string }) {
  const { state, say } = useFarol();
  const ago = daysAgo(at);
  const name = ago === 0 ? say("today") : ago === 1 ? say("yesterday") : day(at, state.lang);
  return (
    <p class="day">
      {name} · <span class="num">{zone(state.lang, at)}</span>
    </p>
  );
}

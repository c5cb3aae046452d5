/** Going on elsewhere with the same ticket: in a messenger that is open for this customer, or with the conversation saved. */
import { Fragment, h } from "preact";
import { useEffect, useState } from "preact/hooks";
import type { Talk } from "../model/talk";
import { written } from "../texts";
import { Icon, useFarol } from "../ui/bits";
import { said } from "./words";

interface Door {
  channel: string;
  name: Record<"zh" | "en", string>;
}

interface Made {
  link: string;
  channel: string;
  code: string;
}

/** Asked once for each ticket that is looked at; who is signed in may change between two. */
export function GoOn({ talk }: { talk: Talk }) {
  const { app, state } = useFarol();
  const { api, context } = app.core;
  const { lang } = state;
  const { id, number, status } = talk.ticket;
  const [doors, setDoors] = useState<Door[]>([]);
  const [made, setMade] = useState<Made | null>(null);
  const [trouble, setTrouble] = useState("");
  useEffect(() => {
    setMade(null);
    if (status !== "closed") void api.call<{ doors: Door[] }>("GET", "/links").then((found) => setDoors(found.doors), () => undefined);
  }, [id]);
  const named = (channel: string): string => doors.find((door) => door.channel === channel)?.name[written(lang)] ?? channel;
  const make = async (channel: string): Promise<void> => {
    setTrouble("");
    try {
      setMade(await api.call<Made>("POST", "/links", { channel, ticket: id }));
    } catch (error) {
      setTrouble((error as { detail?: string }).detail || app.core.say("generic"));
    }
  };
  if (made)
    return (
      <span class="handed" role="status">
        <a class="btn go" href={made.link} target="_blank" rel="noopener noreferrer"><Icon name="link" />{said(lang, "open", named(made.channel))}</a>
        {made.code && <span>{said(lang, "send")} <code>/link {made.code}</code></span>}
        <span class="t1 dim">{said(lang, "once")}</span>
      </span>
    );
  return (
    <>
      {doors.slice(0, 1).map(({ channel }) => (
        <button key={channel} type="button" class="link" onClick={() => void make(channel)}><Icon name="link" />{said(lang, "go_on", named(channel))}</button>
      ))}
      {doors.length > 1 && (
        <select class="btn" aria-label={said(lang, "go_on", "…")} onChange={(event) => {
          const { value } = event.currentTarget;
          event.currentTarget.value = "";
          if (value) void make(value);
        }}>
          <option value="">…</option>
          {doors.slice(1).map(({ channel }) => <option key={channel} value={channel}>{named(channel)}</option>)}
        </select>
      )}
      {state.session?.known && (
        <a class="link" href={`${context.base}/my/tickets/${number}/record`} target="_blank" rel="noopener"><Icon name="doc" />{said(lang, "record")}</a>
      )}
      {trouble && <span class="hint err" role="alert">{trouble}</span>}
    </>
  );
}

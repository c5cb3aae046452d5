/** First screen: the customer's own things, what is open, and one field. */
import { Fragment, h } from "preact";
import { isNew } from "../model/outbox";
import { sortedItems, sortedTickets, standing } from "../borrowed";
import { moment, shortly } from "../model/time";
import { written } from "../texts";
import type { OwnTicket } from "../model/types";
import { FRESH } from "../store/app";
import { CHIP_OF, Icon, Time, useFarol } from "./bits";
import { Composer } from "./Composer";
import { FailedItem, ItemRow } from "./Items";

export function Home() {
  const { app, state, say } = useFarol();
  const items = sortedItems(state.items);
  const failed = items.filter((item) => item.tone === "failed");
  const others = items.filter((item) => item.tone !== "failed");
  const tickets = sortedTickets(Object.values(state.talks).map((talk) => talk.ticket));
  // Conversations that have not begun on the server, each by its first message.
  const unsent = state.entries.filter(
    (entry, index, all) => isNew(entry.talk) && all.findIndex((one) => one.talk === entry.talk) === index,
  );
  const waiting = state.home === "loading" && !state.items.length && !tickets.length;
  return (
    <>
      <div class="body">
        {failed.map((item) => (
          <FailedItem key={item.id} item={item} />
        ))}
        {waiting && <Skeleton />}
        {state.home === "failed" && (
          <p class="bar fail" role="alert">
            <Icon name="alert" />
            <span>{say("home_down")}</span>
            <button type="button" class="link end" onClick={() => void app.begin()}>
              {say("try_again")}
            </button>
          </p>
        )}
        {state.incidents.map((one) => (
          <div class="bar risk" key={one.id}>
            <Icon name="alert" />
            <span>
              <b>{one[written(state.lang)]}</b>
              <br />
              {one[`words_${written(state.lang)}`]}{" "}
              <span class="t1 soft">
                {say("since", { at: moment(one.since, state.lang) })}
                {one.next_update_by && ` · ${say("next_word", { at: moment(one.next_update_by, state.lang) })}`}
              </span>
            </span>
          </div>
        ))}
        {!state.exchangeOk && (
          <p class="bar risk">
            <Icon name="alert" />
            <span>{say("core_down")}</span>
          </p>
        )}
        {tickets.length + unsent.length > 0 && (
          <ul class="list" aria-label={say("your_tickets")}>
            {unsent.map((entry) => (
              <Row
                key={entry.talk}
                talk={entry.talk}
                title={entry.body || say("new_talk")}
                chip="risk"
                state={say("unsent")}
                line={say("new_talk")}
                at={entry.at}
              />
            ))}
            {tickets.map((ticket) => (
              <TicketRow key={ticket.id} ticket={ticket} />
            ))}
          </ul>
        )}
        {others.length > 0 && (
          <ul class="list" aria-label={say("your_things")}>
            {others.map((item) => (
              <ItemRow key={item.id} item={item} />
            ))}
          </ul>
        )}
        {!waiting && !tickets.length && !unsent.length && !items.length && (
          <p class="soft">
            {say("intro")}{" "}
            <a href={`${app.core.context.base}/help/${state.lang}`} target="_blank" rel="noopener">
              {say("help")}
            </a>
          </p>
        )}
        {!waiting && state.exchangeOk && state.session?.known && !items.length && state.home === "ready" && (
          <p class="dim t2">{say("no_items")}</p>
        )}
        <div class="foot">
          <a
            class="sos-line"
            href={app.core.context.base + "/stolen"}
            target="_blank"
            rel="noopener"
          >
            <Icon name="freeze" />
            <span>{say("stolen")}</span>
            <Icon name="right" />
          </a>
        </div>
      </div>
      <Composer talk={FRESH} hint={items.length ? "placeholder" : "placeholder_first"} />
    </>
  );
}

const SPEAKER = { customer: "you", staff: "staff", assistant: "ai", system: null } as const;

function TicketRow({ ticket }: { ticket: OwnTicket }) {
  const { state, say } = useFarol();
  const now = standing(ticket);
  const facts = { talk: String(ticket.id), title: ticket.subject, at: ticket.updated_at };
  const words = ticket.last_words;
  const speaker = words && SPEAKER[words.author_kind];
  const line = words ? (speaker ? `${say(speaker)}: ${words.text}` : words.text) : ticket.number;
  if (state.entries.some((entry) => entry.talk === facts.talk))
    return <Row {...facts} chip="risk" state={say("unsent")} line={line} />;
  if (ticket.unread)
    return <Row {...facts} chip="sea" state={say("new_replies", { n: ticket.unread })} line={line} fresh />;
  return <Row {...facts} chip={CHIP_OF[now]} state={say(`status_${now}`)} line={line} />;
}

interface RowFacts {
  talk: string;
  title: string;
  chip: string;
  state: string;
  line: string;
  at: string;
  fresh?: boolean;
}

function Row({ talk, title, chip, state: standing, line, at, fresh }: RowFacts) {
  const { app, state } = useFarol();
  return (
    <li>
      <button type="button" class={fresh ? "item fresh" : "item"} onClick={() => void app.show(talk)}>
        <span class="ic">
          <Icon name="chat" />
        </span>
        <span class="what">
          <b class="clip">{title}</b>
          <span class={`chip ${chip}`}>{standing}</span>
        </span>
        <span class="line">
          <bdi class="clip">{line}</bdi>
          <Time at={at} show={shortly(at, state.lang)} />
        </span>
      </button>
    </li>
  );
}

/** Same geometry as the rows that follow. */
function Skeleton() {
  return (
    <ul class="list waiting" aria-hidden="true">
      {[0, 1, 2].map((row) => (
        <li key={row} class="item">
          <span class="ic" />
          <span class="what">
            <span class="skel long" />
          </span>
          <span class="line">
            <span class="skel" />
          </span>
        </li>
      ))}
    </ul>
  );
}

/** First screen: the customer's own things, what is open, and one field. */
import { Fragment, h } from "preact";
import { sortedItems, sortedTickets } from "../model/home";
import { shortly } from "../model/time";
import type { OwnTicket } from "../model/types";
import { FRESH } from "../store/app";
import { helpPage, Icon, Time, useFarol } from "./bits";
import { Composer } from "./Composer";
import { FailedItem, ItemRow } from "./Items";

export function Home() {
  const { app, state, say } = useFarol();
  const items = sortedItems(state.items);
  const failed = items.filter((item) => item.tone === "failed");
  const others = items.filter((item) => item.tone !== "failed");
  const tickets = sortedTickets(Object.values(state.talks).map((talk) => talk.ticket));
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
        {!state.exchangeOk && (
          <p class="bar risk">
            <Icon name="alert" />
            <span>{say("core_down")}</span>
          </p>
        )}
        {tickets.length > 0 && (
          <ul class="list" aria-label={say("your_tickets")}>
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
        {!waiting && !tickets.length && !items.length && (
          <p class="soft">
            {say("intro")}{" "}
            <a href={`${app.core.context.base}/help/${state.lang}`} target="_blank" rel="noopener">
              {say("help")}
            </a>
          </p>
        )}
        {!waiting && state.exchangeOk && state.session?.known && !items.length && state.home === "ready" && <p class="dim t2">{say("no_items")}</p>}
        <a class="sos-line" href={helpPage(app.core.context.base, state.lang, "account-stolen")} target="_blank" rel="noopener">
          <Icon name="freeze" />
          <span>{say("stolen")}</span>
          <Icon name="right" />
        </a>
      </div>
      <Composer talk={FRESH} hint={items.length ? "placeholder" : "placeholder_first"} />
    </>
  );
}

function TicketRow({ ticket }: { ticket: OwnTicket }) {
  const { app, state, say } = useFarol();
  const chip = ticket.unread ? "sea" : ticket.status === "pending" ? "risk" : ticket.status === "resolved" ? "good" : "";
  const words = ticket.last_words;
  const by = words?.author_kind === "customer" ? say("you") : words?.author_kind === "assistant" ? "Otto" : say("staff");
  return (
    <li>
      <button type="button" class={ticket.unread ? "item fresh" : "item"} onClick={() => void app.show(String(ticket.id))}>
        <span class="ic">
          <Icon name="chat" />
        </span>
        <span class="what">
          <b class="clip">{ticket.subject}</b>
          <span class={`chip ${chip}`}>{ticket.unread ? say("new_replies", { n: ticket.unread }) : say(`status_${ticket.status}`)}</span>
        </span>
        <span class="line">
          <span class="clip">{words ? <bdi>{`${by}: ${words.text}`}</bdi> : <span class="num">{ticket.number}</span>}</span>
          <Time at={ticket.updated_at} show={shortly(ticket.updated_at, state.lang)} />
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

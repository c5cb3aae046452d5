/** Number and state of the ticket; what the customer may do about it. */
import { h } from "preact";
import { lastTheirs, type Talk } from "../model/talk";
import { Icon, useFarol } from "./bits";

export function Standing({ talk }: { talk: Talk }) {
  const { app, say } = useFarol();
  const { ticket, agent } = talk;
  const answered = lastTheirs(talk) > 0;
  return (
    <div class="standing">
      <p class="row" role="status">
        <span class="num number">{ticket.number}</span>
        <span
          class={`chip end ${ticket.status === "pending" ? "risk" : ticket.status === "resolved" ? "good" : ""}`}
        >
          {say(`status_${ticket.status}`)}
        </span>
      </p>
      {ticket.status === "resolved" ? (
        <p class="row solved">
          <span>{say("solved_ask")}</span>
          <button type="button" class="btn end" onClick={() => app.notSolved(String(ticket.id))}>
            {say("not_solved")}
          </button>
        </p>
      ) : ticket.status === "closed" ? (
        <p class="t2 soft">{say("closed_line")}</p>
      ) : agent ? (
        <p class="row t2 soft">
          <Icon name="check" />
          {say("with", { name: agent })}
        </p>
      ) : answered ? null : (
        <p class="t2 soft">{say("may_close")}</p>
      )}
    </div>
  );
}

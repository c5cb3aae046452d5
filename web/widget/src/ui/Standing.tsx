/** Number and state of the ticket; what the customer may do about it. */
import { h } from "preact";
import { standing } from "../model/home";
import { lastTheirs, type Talk } from "../model/talk";
import { CHIP_OF, Icon, useFarol } from "./bits";

export function Standing({ talk }: { talk: Talk }) {
  const { say } = useFarol();
  const now = standing(talk.ticket);
  return (
    <div class="standing">
      <p class="row" role="status">
        <span class="num number">{talk.ticket.number}</span>
        <span class={`chip end ${CHIP_OF[now]}`}>{say(`status_${now}`)}</span>
      </p>
      <Next talk={talk} />
    </div>
  );
}

function Next({ talk }: { talk: Talk }) {
  const { app, say } = useFarol();
  const { ticket, agent } = talk;
  if (ticket.status === "closed") return <p class="t2 soft">{say("closed_line")}</p>;
  if (ticket.status === "resolved")
    return (
      <p class="row solved">
        <span>{say("solved_ask")}</span>
        <button type="button" class="btn end" onClick={() => app.notSolved(String(ticket.id))}>
          {say("not_solved")}
        </button>
      </p>
    );
  if (agent)
    return (
      <p class="row t2 soft">
        <Icon name="check" />
        {say("with", { name: agent })}
      </p>
    );
  return lastTheirs(talk) ? null : <p class="t2 soft">{say("may_close")}</p>;
}

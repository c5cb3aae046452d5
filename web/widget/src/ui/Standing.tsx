/** Number and state of the ticket; what the customer may know and do about it. */
import { h } from "preact";
import { standing } from "../borrowed";
import { lastTheirs, type Talk } from "../model/talk";
import { CHIP_OF, Icon, useFarol } from "./bits";
import { later } from "./later";

export function Standing({ talk }: { talk: Talk }) {
  const { app, state, say } = useFarol();
  const now = standing(talk.ticket);
  const beside = state.beside[talk.ticket.id] ?? {};
  const by = /open|answered|pending/.test(now) && beside.promised?.by;
  const more = now === "resolved" || beside.place || by ? later(app) : undefined;
  return (
    <div class="standing">
      <p class="row" role="status">
        <span class="num number">{talk.ticket.number}</span>
        <span class={`chip end ${CHIP_OF[now]}`}>{say(`status_${now}`)}</span>
      </p>
      {by && more && <more.Promised by={by} broken={beside.promised?.broken ?? false} />}
      {beside.place ? more && <more.Wait ticket={talk.ticket.id} place={beside.place} called={beside.called} /> : <Next talk={talk} />}
      {now === "resolved" && more && <more.Rate ticket={talk.ticket.id} rating={beside.rating} />}
      {beside.trouble && (
        <p class="hint err" role="alert">
          {beside.trouble}
        </p>
      )}
    </div>
  );
}

function Next({ talk }: { talk: Talk }) {
  const { say } = useFarol();
  const { ticket, agent } = talk;
  if (ticket.status === "closed") return <p class="t2 soft">{say("closed_line")}</p>;
  if (ticket.status === "resolved") return null;
  if (agent)
    return (
      <p class="row t2 soft">
        <Icon name="check" />
        {say("with", { name: agent })}
      </p>
    );
  return lastTheirs(talk) ? null : <p class="t2 soft">{say("may_close")}</p>;
}

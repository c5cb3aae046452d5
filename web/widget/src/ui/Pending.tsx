/**
 * A message of this browser that the server has not confirmed: on its way, waiting for the network, or
 * refused.
 */
import { h } from "preact";
import type { Entry } from "../model/outbox";
import { clock } from "../model/time";
import { Icon, Time, useFarol } from "./bits";
import { WaitingFiles } from "./Files";

/** `behind`: an earlier one of the conversation did not get through, so this one waits with it. */
export function Pending({ entry, behind }: { entry: Entry; behind: boolean }) {
  const { app, state, say } = useFarol();
  const going = state.sending.has(entry.client_id);
  const held = !going && state.needsWho;
  const late = !going && !held && entry.why === null && (behind || state.tried.has(entry.client_id));
  const kind = entry.why ? "failed" : late ? "late" : "going";
  return (
    <div class={`said customer ${kind}`}>
      <div class="b" lang={entry.language}>
        {entry.body && <span class="words">{entry.body}</span>}
        {entry.files.length > 0 && <WaitingFiles pieces={entry.files} />}
      </div>
      {entry.why ? (
        <Refusal entry={entry} />
      ) : (
        <p class="meta" role={late ? "alert" : undefined}>
          <Time at={entry.at} show={clock(entry.at, state.lang)} />
          <span class="state">
            <Icon name={late ? "refresh" : "clock"} />
            {say(held ? "need_who" : late ? "waiting_net" : "sending")}
          </span>
          {late && (
            <button type="button" class="link" onClick={() => app.sender.again(entry.client_id)}>
              {say("send_again")}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function Refusal({ entry }: { entry: Entry }) {
  const { app, say } = useFarol();
  const elsewhere = entry.why?.code === "ticket_closed" || entry.why?.code === "not_found";
  return (
    <div class="refusal" role="alert">
      <p>
        <Icon name="alert" />
        <span>
          {say("failed")} · {entry.why?.text}
        </span>
      </p>
      <p class="picks">
        <button
          type="button"
          class="link"
          onClick={() => (elsewhere ? app.asNew(entry.client_id) : app.sender.again(entry.client_id))}
        >
          {say(elsewhere ? "send_as_new" : "send_again")}
        </button>
        <button type="button" class="link" onClick={() => app.edit(entry)}>
          {say("edit")}
        </button>
      </p>
    </div>
  );
}

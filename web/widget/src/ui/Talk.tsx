/** A conversation: where it stands, what was said, what is on its way, and the field. */
import { Fragment, h } from "preact";
import { useEffect } from "preact/hooks";
import { useFarol } from "./bits";
import { Composer } from "./Composer";
import { AboutItem } from "./Items";
import { Log } from "./Log";
import { Standing } from "./Standing";
import { later } from "./later";

export function Talk({ talk }: { talk: string }) {
  const { app, state, say } = useFarol();
  const known = app.core.talk(talk);
  const entries = state.entries.filter((entry) => entry.talk === talk);
  const draft = state.drafts[talk];
  const newest = known?.messages.at(-1)?.seq ?? 0;
  useEffect(() => app.follow.markRead(), [newest, state.visible]);
  const asking = state.needsWho && (entries.length > 0 || !state.session);
  const Visitor = asking && later(app)?.Visitor;
  const Calls = known && later(app)?.Calls;
  return (
    <>
      {known && <Standing talk={known} />}
      {state.unreadable && (
        <p class="bar fail" role="alert">
          <span>{state.unreadable}</span>
          <button type="button" class="link end" onClick={() => void app.show(talk)}>
            {say("try_again")}
          </button>
        </p>
      )}
      <Log
        talk={known}
        entries={entries}
        top={
          draft?.about ? <AboutItem item={draft.about} remove={() => app.drafts.about(talk, null)} /> : null
        }
      />
      {Visitor ? (
        <Visitor />
      ) : asking ? null : (
        <>
          <p class="never">
            {say("never_ask")} ·{" "}
            <a href={`${app.core.context.base}/verify?lang=${state.lang}`} target="_blank" rel="noopener">
              {say("verify")}
            </a>
          </p>
          {Calls && <Calls key={talk} talk={known} />}
          <Composer talk={talk} hint={known || entries.length ? "placeholder_more" : "placeholder_first"} />
        </>
      )}
    </>
  );
}

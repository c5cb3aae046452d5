/**
 * What is shown beside the words of a message. The assistant's: where in a flow it is, choices, where it comes from, and the way to a
 * person. One that a machine translated: what its author wrote.
 */
import { h } from "preact";
import { day } from "../model/time";
import type { Parts, Shown, Source } from "../model/types";
import { Icon, useFarol } from "./bits";

/** `newest`: nothing was said since, so that its buttons still answer it. */
export function Drawn({ talk, shown, newest }: { talk: string; shown: Shown; newest: boolean }) {
  return shown.parts ? <Answered talk={talk} parts={shown.parts} newest={newest} /> : <Original shown={shown} />;
}

function Original({ shown }: { shown: Shown }) {
  const { state, say } = useFarol();
  const source = shown.source || "und";
  return (
    <details class="original t2 soft">
      <summary>
        {say("translated")} · {new Intl.DisplayNames(state.lang, { type: "language" }).of(source)}
      </summary>
      <p lang={source} dir="auto">
        {shown.original}
      </p>
    </details>
  );
}

function Answered({ talk, parts, newest }: { talk: string; parts: Parts; newest: boolean }) {
  const { app, say } = useFarol();
  return (
    <div class="drawn">
      {parts.place && <span class="chip place">{say("step", { at: parts.place.at, of: parts.place.of })}</span>}
      {parts.sources.length > 0 && (
        <ul class="sources" aria-label={say("sources")}>
          {parts.sources.map((source) => (
            <Cited key={source.url + source.title} source={source} />
          ))}
        </ul>
      )}
      {newest && (parts.choices.length > 0 || parts.human) && (
        <div class="choices">
          {parts.choices.map(({ label }) => (
            <button type="button" class="btn" dir="auto" key={label} onClick={() => app.say(talk, label)}>
              {label}
            </button>
          ))}
          {parts.human && (
            <button type="button" class="btn" onClick={() => app.say(talk, say("human_word"))}>
              <Icon name="chat" />
              {say("human")}
            </button>
          )}
        </div>
      )}
    </div>
  );
}

function Cited({ source }: { source: Source }) {
  const { app, state, say } = useFarol();
  const base = app.core.context.base;
  const href = new URL(source.url || "/", base);
  // Only pages of Farol itself can be pressed, as in any answer.
  const ours = source.url !== "" && href.origin === new URL(base).origin;
  const facts = [
    source.version > 0 && say("version", { n: source.version }),
    source.at && day(source.at, state.lang),
    source.translated && say("translated"),
  ].filter(Boolean);
  return (
    <li>
      <Icon name="doc" />
      {ours ? (
        <a href={href.href} dir="auto" target="_blank" rel="noopener">
          {source.title}
        </a>
      ) : (
        <span dir="auto">{source.title}</span>
      )}
      {facts.length > 0 && <span>{facts.join(" · ")}</span>}
    </li>
  );
}

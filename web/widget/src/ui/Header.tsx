import { Fragment, h } from "preact";
import { useState } from "preact/hooks";
import { Icon, Lighthouse, useFarol } from "./bits";
import { later } from "./later";

/** Title of the screen, and in every one the emergency mark, the language and the way out. */
export function Header({ talk, close }: { talk: string | null; close: () => void }) {
  const { app, state, say } = useFarol();
  const known = talk ? app.core.talk(talk) : undefined;
  const name = state.session?.known ? state.session.name : "";
  const title = talk
    ? (known?.ticket.subject ?? say("new_talk"))
    : name && state.items.length
      ? say("title_known", { name })
      : say("title_plain");
  const [choosing, choose] = useState(false);
  const Languages = choosing && later(app)?.Languages;
  return (
    <>
    <header>
      {talk ? (
        <button
          type="button"
          class="icon-button"
          aria-label={say("back")}
          title={say("back")}
          onClick={() => app.home()}
        >
          <Icon name="left" />
        </button>
      ) : (
        <Lighthouse />
      )}
      <h2 id="farol-title" class={talk ? "clip" : ""} tabIndex={-1} title={talk ? title : undefined}>
        {title}
      </h2>
      <a
        class="icon-button sos"
        href={app.core.context.base + "/stolen"}
        target="_blank"
        rel="noopener"
        aria-label={say("stolen")}
        title={say("stolen")}
      >
        <Icon name="freeze" />
      </a>
      <button
        type="button"
        class="icon-button"
        aria-label={say("language")}
        aria-expanded={choosing}
        title={say("language")}
        onClick={() => choose(!choosing)}
      >
        <Icon name="globe" />
      </button>
      <button
        type="button"
        class="icon-button"
        aria-label={say("close")}
        title={say("close")}
        onClick={close}
      >
        <Icon name="x" />
      </button>
    </header>
    {Languages && <Languages done={() => choose(false)} />}
    </>
  );
}

/** The open widget: one dialog with a header, a banner when something is wrong, and one of two screens. */
import { h } from "preact";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { App } from "../store/app";
import { Banner } from "./Banner";
import { share } from "./bits";
import { Header } from "./Header";
import { Home } from "./Home";
import { Talk } from "./Talk";

const FOCUSABLE = "a[href],button:not([disabled]),input,textarea,[tabindex='0']";
export const PHONE = "(max-width: 480px)";

export function Panel({ app, close }: { app: App; close: () => void }) {
  const [state, setState] = useState(app.core.state);
  const [over, setOver] = useState(false);
  const dialog = useRef<HTMLElement>(null);
  useLayoutEffect(() => app.core.listen(() => setState(app.core.state)), [app]);
  useEffect(() => fitKeyboard(dialog.current), [state.open]);
  const talk = state.screen.at === "talk" ? state.screen.talk : null;
  useEffect(() => {
    if (state.open) focusFirst(dialog.current);
  }, [state.open, talk]);
  if (!state.open) return null;
  share(app);

  const keys = (event: KeyboardEvent): void => {
    // The host page's own shortcuts must not fire while somebody types here.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") close();
    if (event.key === "Tab" && matchMedia(PHONE).matches) keepInside(event, dialog.current);
  };
  const files = (event: DragEvent | ClipboardEvent, list: FileList | undefined): void => {
    if (!list?.length) return;
    event.preventDefault();
    void app.drafts.attach(talk ?? "new", [...list]);
  };
  return (
    <section
      class={over ? "panel over" : "panel"}
      role="dialog"
      aria-labelledby="farol-title"
      ref={dialog}
      onKeyDown={keys}
      onKeyUp={(event) => event.stopPropagation()}
      onPaste={(event) => files(event, event.clipboardData?.files)}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={(event) => setOver(dialog.current?.contains(event.relatedTarget as Node | null) ?? false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        files(event, event.dataTransfer?.files);
      }}
    >
      <Header talk={talk} close={close} />
      <Banner />
      {talk ? <Talk key={talk.startsWith("new") ? "new" : talk} talk={talk} /> : <Home />}
      {over && <p class="dropping">{app.core.say("drop")}</p>}
    </section>
  );
}

/** On a phone the keyboard would be raised by focusing a field, so the title takes the focus there. */
function focusFirst(dialog: HTMLElement | null): void {
  const field = dialog?.querySelector<HTMLElement>("textarea");
  const title = dialog?.querySelector<HTMLElement>("#farol-title");
  (matchMedia("(hover: none)").matches || !field ? title : field)?.focus({ preventScroll: true });
}

function keepInside(event: KeyboardEvent, dialog: HTMLElement | null): void {
  const all = [...(dialog?.querySelectorAll<HTMLElement>(FOCUSABLE) ?? [])];
  const now = (dialog?.getRootNode() as ShadowRoot | undefined)?.activeElement;
  const [first, last] = [all[0], all.at(-1)];
  if (event.shiftKey ? now === first : now === last) {
    event.preventDefault();
    (event.shiftKey ? last : first)?.focus();
  }
}

/** Phones draw the keyboard over fixed elements: the panel takes the part of the screen that is left. */
function fitKeyboard(dialog: HTMLElement | null): (() => void) | undefined {
  const view = window.visualViewport;
  if (!view || !dialog) return undefined;
  const fit = (): void => {
    const covered = matchMedia(PHONE).matches && window.innerHeight - view.height > 80;
    dialog.style.blockSize = covered ? `${view.height}px` : "";
    dialog.style.insetBlockStart = covered ? `${view.offsetTop}px` : "";
  };
  view.addEventListener("resize", fit);
  view.addEventListener("scroll", fit);
  return () => {
    view.removeEventListener("resize", fit);
    view.removeEventListener("scroll", fit);
  };
}

/** The one field: Enter sends, Shift+Enter breaks the line, files come by button, paste or drop. */
import { h } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { MOST_LETTERS } from "../model/sizes";
import type { Key } from "../texts";
import { Icon, useFarol } from "./bits";
import { Tray } from "./Files";

const TALLEST = 128;
const WARN_LETTERS = 500;

export function Composer({ talk, hint }: { talk: string; hint: Key }) {
  const { app, state, say } = useFarol();
  const field = useRef<HTMLTextAreaElement>(null);
  const picker = useRef<HTMLInputElement>(null);
  const draft = state.drafts[talk];
  const text = draft?.text ?? "";
  const left = MOST_LETTERS - text.length;
  useLayoutEffect(() => {
    const area = field.current;
    if (!area) return;
    area.style.blockSize = "auto";
    area.style.blockSize = `${Math.min(area.scrollHeight + 2, TALLEST)}px`;
  }, [text]);

  const send = (): void => {
    if (left < 0) return;
    app.send(talk);
    field.current?.focus();
  };
  const keys = (event: KeyboardEvent): void => {
    // 229 is what older browsers report while an input method is still composing.
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  };
  const write = (event: { currentTarget: HTMLTextAreaElement }): void => {
    app.drafts.write(talk, event.currentTarget.value.replaceAll("\0", ""));
    if (Number(talk)) app.follow.typed(Number(talk));
  };
  return (
    <div class="composer">
      {draft?.trouble.map((sentence) => (
        <p class="hint err" role="alert" key={sentence}>
          <Icon name="alert" />
          {sentence}
        </p>
      ))}
      {draft && draft.pieces.length > 0 && <Tray talk={talk} pieces={draft.pieces} />}
      {left < WARN_LETTERS && (
        <p class={left < 0 ? "hint err" : "hint"} role="status">
          {left < 0 ? say("why_long") : say("letters", { n: left })}
        </p>
      )}
      <div class="ask">
        <button
          type="button"
          class="icon-button"
          aria-label={say("attach")}
          title={say("attach")}
          onClick={() => picker.current?.click()}
        >
          <Icon name="clip" large />
        </button>
        <input
          ref={picker}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            void app.drafts.attach(talk, [...(event.currentTarget.files ?? [])]);
            event.currentTarget.value = "";
          }}
        />
        <textarea
          ref={field}
          rows={1}
          dir="auto"
          value={text}
          placeholder={say(hint)}
          aria-label={say(hint)}
          enterkeyhint="send"
          autoComplete="off"
          onInput={write}
          onKeyDown={keys}
          onBlur={() => app.follow.stoppedTyping()}
        />
        <button type="button" class="send" aria-label={say("send")} title={say("send")} onClick={send}>
          <Icon name="send" />
        </button>
      </div>
    </div>
  );
}

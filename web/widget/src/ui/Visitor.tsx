/** Asked once, with the first message: where the answer goes. The message waits above, already kept. */
import { Fragment, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isEmail } from "../model/sizes";
import { Icon, useFarol } from "./bits";

export function Visitor() {
  const { app, state, say } = useFarol();
  const [email, setEmail] = useState("");
  const [name, setName] = useState("");
  const [left, setLeft] = useState(false);
  const [busy, setBusy] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus({ preventScroll: true }), []);
  const good = isEmail(email);
  // Complaining at the first letter is rude; once the field was left, or the address was good, every key
  // counts.
  const bad = left && !good;
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    setLeft(true);
    if (!good) return field.current?.focus();
    setBusy(true);
    await app.introduce(email, name).catch(() => undefined);
    setBusy(false);
  };
  return (
    <form class="who" noValidate onSubmit={(event) => void send(event)}>
      <h3>{say("who_title")}</h3>
      <p class="t2 soft">{say("who_why")}</p>
      <label class="field">
        <span>{say("email")}</span>
        <input
          ref={field}
          class="input"
          type="email"
          inputMode="email"
          autoComplete="email"
          maxLength={254}
          dir="ltr"
          value={email}
          aria-invalid={bad}
          aria-describedby="farol-email-hint"
          onInput={(event) => {
            setEmail(event.currentTarget.value);
            if (isEmail(event.currentTarget.value)) setLeft(true);
          }}
          onBlur={() => email && setLeft(true)}
        />
        <span id="farol-email-hint" role="status" class={bad ? "hint err" : "hint"}>
          {bad && (
            <>
              <Icon name="alert" />
              {say("email_bad")}
            </>
          )}
        </span>
      </label>
      <label class="field">
        <span>{say("name")}</span>
        <input
          class="input"
          autoComplete="name"
          maxLength={80}
          dir="auto"
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
      </label>
      {state.whoTrouble && (
        <p class="hint err" role="alert">
          <Icon name="alert" />
          {state.whoTrouble}
        </p>
      )}
      <button type="submit" class="btn go big" disabled={busy}>
        {say(busy ? "sending" : "who_send")}
      </button>
    </form>
  );
}

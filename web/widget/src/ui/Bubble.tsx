/** One message as the server has it. Words are text nodes; only the other side's links to Farol itself are links. */
import { h } from "preact";
import { parts } from "../model/links";
import { clock } from "../model/time";
import type { Message } from "../model/types";
import type { Key } from "../texts";
import { Icon, Time, useFarol } from "./bits";
import { SentFiles } from "./Files";

/** `own` is set on the customer's last message only: whether the other side has read it. */
export function Bubble({ ticket, message, before, own }: { ticket: number; message: Message; before: Message | undefined; own: boolean | null }) {
  const { state, say } = useFarol();
  const { author } = message;
  if (author.kind === "system") return <p class="system">{message.body}</p>;
  const mine = author.kind === "customer";
  const introduced = before?.author.kind === author.kind && before.author.name === author.name;
  return (
    <div class={`said ${author.kind}`}>
      {!mine && !introduced && (
        <p class="by">
          <b>{author.name}</b>
          {say(author.kind === "assistant" ? "ai" : "staff")}
        </p>
      )}
      {(message.body || message.files.length > 0) && (
        <div class="b" lang={message.language || undefined}>
          {message.body && <Words text={message.body} linked={!mine} />}
          {message.files.length > 0 && <SentFiles ticket={ticket} files={message.files} />}
        </div>
      )}
      {mine && message.removed.length > 0 && <Removed message={message} />}
      <p class="meta">
        <Time at={message.at} show={clock(message.at, state.lang)} />
        {own !== null && (
          <span class="state">
            <Icon name={own ? "check2" : "check"} />
            {say(own ? "read" : "sent")}
          </span>
        )}
      </p>
    </div>
  );
}

function Words({ text, linked }: { text: string; linked: boolean }) {
  const { app } = useFarol();
  if (!linked) return <span class="words">{text}</span>;
  return (
    <span class="words">
      {parts(text, new URL(app.core.context.base).origin).map((part) =>
        part.href ? (
          <a href={part.href} target="_blank" rel="noopener noreferrer">
            {part.text}
          </a>
        ) : (
          part.text
        ),
      )}
    </span>
  );
}

const NOTICES: Record<string, Key> = { seed_phrase: "notice_seed", private_key: "notice_key" };

/** What was taken out of the message, and what to do now. */
function Removed({ message }: { message: Message }) {
  const { state, say } = useFarol();
  const known = message.removed.map((kind) => NOTICES[kind]).find((key) => key !== undefined);
  return (
    <p class="bar fail removed" role="alert">
      <Icon name="shield" />
      <span>{state.notices[message.client_id] ?? say(known ?? "notice_secret")}</span>
    </p>
  );
}

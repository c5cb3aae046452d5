/**
 * One message as the server has it. Words are text nodes; only the other side's links to Farol itself are
 * links.
 */
import { h } from "preact";
import { parts } from "../model/links";
import { clock } from "../model/time";
import type { Message } from "../model/types";
import type { Key } from "../texts";
import { Icon, Time, useFarol } from "./bits";
import { SentFiles } from "./Files";
import { later } from "./later";

interface BubbleFacts {
  ticket: number;
  message: Message;
  /** What the server said of the secrets that were taken out of it. */
  told: string | undefined;
  before: Message | undefined;
  after: Message | undefined;
  own: boolean | null;
}

/** `own` is set on the customer's last message only: whether the other side has read it. */
export function Bubble({ ticket, message, told, before, after, own }: BubbleFacts) {
  const { app, state, say } = useFarol();
  const { author } = message;
  if (author.kind === "system") return <p class="system">{message.body}</p>;
  const mine = author.kind === "customer";
  const bot = author.kind === "assistant";
  // Every one of its messages says that it is a machine's.
  const introduced = !bot && before?.author.kind === author.kind && before.author.name === author.name;
  const shown = state.beside[ticket]?.shown?.find((one) => one.seq === message.seq);
  const Drawn = shown && later(app)?.Drawn;
  const body = (Drawn && shown.parts?.lead) || message.body;
  return (
    <div class={`said ${author.kind}`}>
      {!mine && !introduced && (
        <p class="by">
          <b>{author.name}</b>
          {say(bot ? "ai" : "staff")}
        </p>
      )}
      {(body || message.files.length > 0) && (
        <div class="b" lang={message.language || undefined}>
          {body && <Words text={body} linked={!mine} />}
          {message.files.length > 0 && <SentFiles ticket={ticket} files={message.files} />}
        </div>
      )}
      {Drawn && <Drawn talk={`${ticket}`} shown={shown} newest={!after} />}
      {mine && message.removed.length > 0 && <Notice of={message} told={state.notices[message.client_id] ?? told ?? ""} />}
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

const noticeFor = (message: Message): Key =>
  message.removed.map((kind) => NOTICES[kind]).find((key) => key !== undefined) ?? "notice_secret";

/** What was taken out of a message, and what to do now: as the server told it, which speaks two languages, or in the panel's own. */
function Notice({ of, told }: { of: Message; told: string }) {
  const { state, say } = useFarol();
  const fits = /[一-鿿]/.test(told) ? "zh" : told && "en";
  return (
    <p class="bar fail removed" role="alert">
      <Icon name="shield" />
      <span>{fits === state.lang ? told : say(noticeFor(of))}</span>
    </p>
  );
}

/** Deposits and withdrawals: drawn the same way in the list and above a conversation. */
import { Fragment, h } from "preact";
import { moment, shortly } from "../model/time";
import { written } from "../texts";
import type { Gate, Item } from "../model/types";
import { Icon, Time, useFarol } from "./bits";

const MOST_TICKS = 16;
const CHIPS = { failed: "", moving: "", held: "risk", done: "good" } as const;

/** What failed stands in a box of its own, with the reason and the way to ask. */
export function FailedItem({ item }: { item: Item }) {
  const { app, state, say } = useFarol();
  return (
    <div class="bad-box">
      <ItemFacts item={item} />
      {item.gates && <Gates gates={item.gates} />}
      <div class="picks">
        <button
          type="button"
          class="btn go"
          onClick={() => app.ask(item)}
          aria-label={`${say("ask_about")}: ${item.title[written(state.lang)]}`}
        >
          {say("ask_about")}
        </button>
      </div>
    </div>
  );
}

export function ItemRow({ item }: { item: Item }) {
  const { app, state, say } = useFarol();
  return (
    <li>
      <button
        type="button"
        class="item-button"
        onClick={() => app.ask(item)}
        aria-label={`${say("ask_about")}: ${item.title[written(state.lang)]}. ${item.line[written(state.lang)]}`}
      >
        <ItemFacts item={item} chip />
        {item.gates && item.tone !== "done" && <Gates gates={item.gates} />}
      </button>
    </li>
  );
}

/** What a new conversation is about; it can be taken away. */
export function AboutItem({ item, remove }: { item: Item; remove: (() => void) | null }) {
  const { say } = useFarol();
  return (
    <div class="about">
      <p class="row t1 dim">
        {say("about")}
        {remove && (
          <button type="button" class="link end" onClick={remove}>
            {say("not_about")}
          </button>
        )}
      </p>
      <ItemFacts item={item} chip />
      {item.gates && <Gates gates={item.gates} />}
      {item.txid && (
        <p class="t1 dim row">
          TXID{" "}
          <code title={item.txid}>
            {item.txid.length > 16 ? `${item.txid.slice(0, 6)}…${item.txid.slice(-4)}` : item.txid}
          </code>
        </p>
      )}
    </div>
  );
}

function ItemFacts({ item, chip }: { item: Item; chip?: boolean }) {
  const { state, say } = useFarol();
  return (
    <span class="item">
      <span class="ic">
        <Icon name={item.kind === "deposit" ? "deposit" : "withdraw"} />
      </span>
      <span class="what">
        <b>{item.title[written(state.lang)]}</b>
        {chip ? (
          <span class={`chip ${CHIPS[item.tone]}`}>{say(`tone_${item.tone}`)}</span>
        ) : (
          <Time at={item.at} show={shortly(item.at, state.lang)} />
        )}
      </span>
      <span class="line">
        <span>{item.line[written(state.lang)]}</span>
      </span>
    </span>
  );
}

/** Credited and withdrawable are two facts with two times: always two bars. */
function Gates({ gates }: { gates: NonNullable<Item["gates"]> }) {
  const { say } = useFarol();
  return (
    <span class="gates">
      <GateBar label={say("credited")} gate={gates.credited} />
      <GateBar label={say("withdrawable")} gate={gates.withdrawable} />
    </span>
  );
}

function GateBar({ label, gate }: { label: string; gate: Gate }) {
  const { state, say } = useFarol();
  const passed = gate.have >= gate.need;
  const have = Math.min(gate.have, gate.need);
  const at = gate.at ? moment(gate.at, state.lang) : "";
  return (
    <>
      <span class={passed ? "good" : ""}>{label}</span>
      <span class="num">{passed ? <Icon name="check" /> : `${have}/${gate.need}`}</span>
      {gate.need <= MOST_TICKS ? (
        <span class="ticks" aria-hidden="true">
          {Array.from({ length: gate.need }, (_, index) => (
            <i key={index} class={index < have ? "on" : ""} />
          ))}
        </span>
      ) : (
        <span class="track" aria-hidden="true">
          <b style={{ inlineSize: `${(100 * have) / gate.need}%` }} />
        </span>
      )}
      <span class="dim when">
        {gate.at ? <Time at={gate.at} show={passed ? at : say("about_time", { at })} /> : null}
      </span>
    </>
  );
}

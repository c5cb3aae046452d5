/** Under the words: calling somebody, and the call itself. */
import { h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import icons from "virtual:icons";
import callIcons from "virtual:icons-call";
import { Peer, type PeerState } from "../../../calls/peer";
import type { Talk } from "../model/talk";
import { Icon, useFarol } from "../ui/bits";
import { GoOn } from "../ways/GoOn";
import { accept, ask, consent, end, lineOf, standing, type Standing } from "./line";
import { ring } from "./ring";
import { VoiceMessage } from "./VoiceMessage";
import { said, type CallKey } from "./words";

Object.assign(icons, callIcons);
const WAITING_MS = 2_000;

/** The call of this tab: it goes on while the customer looks at something else in the widget. tell: whoever shows it now. */
let running: { ticket: number; call: number; peer: Peer; liveAt: number; tell: (state: PeerState) => void } | null = null;
/** What they say, heard whether the call is on screen or not. */
const sound = new Audio();
sound.autoplay = true;

function hearThem(from: MediaStream | null): void {
  if (sound.srcObject === from) return;
  sound.srcObject = from;
  if (from) void sound.play().catch(() => undefined);
}

export function Calls({ talk }: { talk: Talk }) {
  const { app, state } = useFarol();
  const { api } = app.core;
  const { id, status } = talk.ticket;
  const [now, setNow] = useState<Standing | null>(null);
  const [peer, setPeer] = useState<PeerState | null>(running?.ticket === id ? running.peer.state : null);
  const [trouble, setTrouble] = useState("");
  const w = (key: CallKey): string => said(state.lang, key, now?.call?.who ?? "");
  const newest = talk.messages.at(-1)?.seq ?? 0;
  const look = (): Promise<Standing | null> => standing(api, id).then((found) => (setNow(found), found), () => null);
  const at = now?.call?.state ?? "ended";
  const waits = at === "asked" || at === "invited";

  const show = (next: PeerState): void => {
    setPeer(next);
    if (next.phase === "over") void look();
  };

  useEffect(() => void look(), [id, newest, state.called]);
  useEffect(() => {
    if (running?.ticket !== id) return;
    running.tell = show; // it was begun before this was on screen
    setPeer({ ...running.peer.state });
  }, [id]);
  useEffect(() => (at === "invited" ? ring() : undefined), [at]);
  useEffect(() => {
    if (!waits) return;
    const timer = setInterval(() => void look(), WAITING_MS);
    return () => clearInterval(timer);
  }, [waits, id]);
  useEffect(() => {
    if (now?.call && at === "taken" && running?.call !== now.call.id && wanted.has(now.call.id)) void join(now);
  }, [at, now?.call?.id]);
  useEffect(() => {
    const warn = (event: BeforeUnloadEvent): void => {
      if (running) event.preventDefault();
    };
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, []);

  const join = async (found: Standing): Promise<void> => {
    if (!found.call || !found.way) return;
    const call = found.call.id;
    const made = new Peer("customer", lineOf(api, call), found.way, (next) => {
      if (running?.call !== call) return;
      if (next.phase === "live") running.liveAt ||= Date.now();
      hearThem(next.phase === "over" ? null : made.remote);
      const { tell } = running;
      if (next.phase === "over") running = null;
      tell({ ...next });
    });
    running = { ticket: id, call, peer: made, liveAt: 0, tell: show };
    if (!(await made.start(false))) {
      const { trouble: why } = made.state;
      setTrouble(w(why === "unsupported" ? "unsupported" : why === "no_device" ? "no_device" : "no_microphone"));
      await finish("cancelled");
    }
  };
  const tried = async (run: () => Promise<unknown>): Promise<void> => {
    setTrouble("");
    try {
      await run();
    } catch (error) {
      setTrouble((error as { detail?: string }).detail ?? "");
    }
    await look();
  };
  const begin = (): Promise<void> =>
    tried(async () => {
      const call = await ask(api, id);
      wanted.add(call.id);
    });
  const take = (): Promise<void> =>
    tried(async () => {
      const call = await accept(api, now?.call?.id ?? 0);
      wanted.add(call.id);
    });
  const finish = async (why: string): Promise<void> => {
    const call = running?.call ?? now?.call?.id ?? 0;
    const over = running?.peer;
    running = null;
    over?.end();
    hearThem(null);
    setPeer(null);
    await end(api, call, why).catch(() => undefined);
    await look();
  };

  if (status === "closed") return null;
  const speaking = running?.ticket === id ? running.peer : null;
  return (
    <div class="calls">
      {trouble && <p class="hint err" role="alert"><Icon name="alert" />{trouble}</p>}
      {speaking && peer && peer.phase !== "over" ? (
        <Speaking peer={speaking} now={peer} since={running?.liveAt ?? 0} who={now?.call?.who ?? ""} hangUp={() => void finish("hung_up")}
          agree={(given) => void tried(() => consent(api, running?.call ?? 0, given))} />
      ) : at === "asked" ? (
        <p class="bar" role="status">
          <Icon name="phone" /><span>{w("calling")}</span>
          <button type="button" class="link end" onClick={() => void finish("cancelled")}>{w("cancel")}</button>
        </p>
      ) : at === "invited" ? (
        <div class="bar offer" role="alert">
          <Icon name="phone" />
          <span>{w("invites")}<small class="dim t1">{w("never")}</small></span>
          <button type="button" class="btn go end" onClick={() => void take()}>{w("take")}</button>
          <button type="button" class="link" onClick={() => void finish("declined")}>{w("not_now")}</button>
        </div>
      ) : null}
      {!speaking && at !== "asked" && (
        // It stays while a call is offered: what is being recorded is not lost over it.
        <p class="ways">
          {now?.open && at !== "invited" && (
            <button type="button" class="link" onClick={() => void begin()}><Icon name="phone" />{w("call")}</button>
          )}
          <VoiceMessage talk={String(id)} />
          <GoOn talk={talk} />
        </p>
      )}
    </div>
  );
}

/** Calls that this tab asked for or took: another tab of the same customer does not join in. */
const wanted = new Set<number>();

function Speaking({ peer, now, since, who, hangUp, agree }: {
  peer: Peer; now: PeerState; since: number; who: string; hangUp: () => void; agree: (given: boolean) => void;
}) {
  const { state } = useFarol();
  const picture = useRef<HTMLVideoElement>(null);
  const [, tick] = useState(0);
  const [asked, setAsked] = useState(false);
  const w = (key: CallKey): string => said(state.lang, key, who);
  const shows = now.theirs.camera || now.theirs.screen;
  useEffect(() => {
    const timer = setInterval(() => tick((n) => n + 1), 1_000);
    return () => clearInterval(timer);
  }, []);
  useEffect(() => {
    if (picture.current && picture.current.srcObject !== peer.remote) picture.current.srcObject = peer.remote;
  });
  const seconds = Math.floor((since ? Date.now() - since : 0) / 1000);
  const length = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
  const control = (icon: string, label: string, on: boolean, run: () => void, danger = false) => (
    <button type="button" class={danger ? "round hang" : on ? "round on" : "round"} aria-label={label} title={label} aria-pressed={danger ? undefined : on} onClick={run}>
      <Icon name={icon} large />
    </button>
  );
  return (
    <div class="speaking" role="group" aria-label={w("speaking")}>
      <p class="row">
        <b class="clip">{now.phase === "live" ? w("speaking") : now.phase === "away" ? w("away") : w("connecting")}</b>
        {now.phase === "live" && <span class="num dim end" role="timer">{length}</span>}
      </p>
      <video ref={picture} autoplay muted playsinline hidden={!shows} />
      {now.phase === "live" && now.recording === null && !asked && (
        <p class="row ask-record">
          <span class="t2">{w("record_ask")}</span>
          <button type="button" class="btn end" onClick={() => (setAsked(true), agree(true))}>{w("agree")}</button>
          <button type="button" class="link" onClick={() => (setAsked(true), agree(false))}>{w("no")}</button>
        </p>
      )}
      {now.recording && (
        <p class="row t2"><span class="dot" aria-hidden="true" />{w("recorded")}
          <button type="button" class="link end" onClick={() => agree(false)}>{w("stop_record")}</button></p>
      )}
      {now.mine.screen && <p class="t1 soft">{w("screen_care")}</p>}
      {now.trouble && <p class="hint err" role="alert">{w(now.trouble === "screen" ? "no_screen_right" : now.trouble === "camera" ? "no_camera_right" : "no_microphone")}</p>}
      <p class="row controls">
        {control(now.mine.mic ? "mic" : "mic-off", now.mine.mic ? w("mute") : w("unmute"), !now.mine.mic, () => peer.mute(now.mine.mic))}
        {control("camera", now.mine.camera ? w("no_camera") : w("camera"), now.mine.camera, () => void peer.camera(!now.mine.camera))}
        {"getDisplayMedia" in navigator.mediaDevices &&
          control("screen", now.mine.screen ? w("no_screen") : w("screen"), now.mine.screen, () => void peer.screen(!now.mine.screen))}
        {control("hang-up", w("hang_up"), false, hangUp, true)}
      </p>
      <p class="t1 dim">{w("never")}</p>
    </div>
  );
}

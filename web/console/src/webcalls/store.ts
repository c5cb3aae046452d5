/** The call of this desk: one at a time, going on while its agent looks at other tickets. */
import { reactive, shallowReactive, shallowRef } from "vue";
import { may } from "@/kit/people";
import { say } from "@/kit/toast";
import { onFrame } from "@/live/heard";
import { whyOf } from "@/words";
import { Peer, type PeerState } from "../../../calls/peer";
import { canRecord, ending, record, type Tape } from "../../../calls/tape";
import * as api from "./api";
import { words } from "./words";

export interface Mine {
  call: api.WebCall;
  peer: Peer;
  state: PeerState;
  begunAt: number | null;
  tape: Tape | null;
}

const MOST = 18 * 1024 * 1024;
export const mine = shallowRef<Mine | null>(null);
export const calls = shallowReactive(new Map<number, api.Standing>());
export const waiting = shallowRef<readonly api.WebCall[]>([]);
export const refused = reactive<{ why: string }>({ why: "" });

export async function look(ticket: number): Promise<void> {
  const found = await api.standing(ticket).catch(() => null);
  if (found) calls.set(ticket, found);
}

export async function lookForWaiting(): Promise<void> {
  if (!may("ticket.reply")) return;
  const found = await api.waiting().catch(() => null);
  if (found) waiting.value = found.calls;
}

async function tried(ticket: number, run: () => Promise<unknown>): Promise<void> {
  refused.why = "";
  try {
    await run();
  } catch (error) {
    refused.why = whyOf(error);
  }
  await Promise.all([look(ticket), lookForWaiting()]);
}

export const offer = (ticket: number): Promise<void> => tried(ticket, () => api.offer(ticket));
export const takeBack = (call: api.WebCall): Promise<void> => tried(call.ticket_id, () => api.end(call.id, "cancelled"));
export const decline = (call: api.WebCall): Promise<void> => tried(call.ticket_id, () => api.end(call.id, "declined"));

export const take = (call: api.WebCall): Promise<void> =>
  tried(call.ticket_id, async () => {
    const taken = await api.take(call.id);
    await join(taken);
  });

/** Takes part in a call that both agreed to. */
export async function join(call: api.WebCall): Promise<void> {
  if (mine.value) return;
  const { way } = await api.standing(call.ticket_id);
  if (!way || mine.value) return;
  const peer = new Peer("staff", api.lineOf(call.id), way, (state) => moved(call.id, { ...state }));
  mine.value = { call, peer, state: peer.state, begunAt: null, tape: null };
  if (await peer.start(false)) return;
  refused.why = peer.state.trouble === "unsupported" ? words.value.unsupported : words.value.noMicrophone;
  await hangUp();
}

export async function hangUp(): Promise<void> {
  const now = mine.value;
  if (!now) return;
  await endTape();
  mine.value = null;
  now.peer.end();
  await api.end(now.call.id, "hung_up").catch(() => undefined);
  await look(now.call.ticket_id);
}

function moved(call: number, state: PeerState): void {
  const now = mine.value;
  if (!now || now.call.id !== call) return;
  mine.value = { ...now, state, begunAt: now.begunAt ?? (state.phase === "live" ? Date.now() : null) };
  if (state.recording === true && !now.tape && state.phase === "live" && canRecord()) beginTape();
  if (state.recording === false && now.tape) void endTape();
  if (state.phase === "over") void hangUp();
}

function beginTape(): void {
  const now = mine.value;
  if (!now) return;
  const { mine: own, theirs } = now.peer.tracks;
  const sounds = [...(own ? [own] : []), ...theirs.getAudioTracks()];
  // A full tape is kept and the next one begins.
  const tape = record(sounds, null, MOST, () => void endTape().then(() => mine.value?.state.recording && beginTape()));
  mine.value = { ...now, tape };
}

async function endTape(): Promise<void> {
  const now = mine.value;
  if (!now?.tape) return;
  const { tape } = now;
  mine.value = { ...now, tape: null };
  const { bytes, seconds } = await tape.stop();
  if (!bytes.size) return;
  try {
    const file = await api.upload(bytes, `call-${now.call.id}.${ending(bytes.type)}`);
    await api.keepRecording(now.call.id, file, seconds);
  } catch {
    say(words.value.recordingLost);
  }
}

const LOOK_MS = 15_000;

onFrame<{ t: "call"; ticket: number; call: number; state: string }>("call", (frame) => {
  void look(frame.ticket);
  void lookForWaiting();
  if (mine.value?.call.id === frame.call) void mine.value.peer.hear();
});
setInterval(() => void lookForWaiting(), LOOK_MS);
addEventListener("beforeunload", (event) => mine.value && event.preventDefault());

/** A spoken message: recorded here, sent like any file. */
import { Fragment, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { isMissing } from "../../../calls/peer";
import { canRecord, ending, record, type Tape } from "../../../calls/tape";
import { Icon, useFarol } from "../ui/bits";
import { said, type CallKey } from "./words";

const LONGEST_S = 300;
const MOST = 15 * 1024 * 1024;

export function VoiceMessage({ talk }: { talk: string }) {
  const { app, state } = useFarol();
  const tape = useRef<{ made: Tape; stream: MediaStream } | null>(null);
  const [seconds, setSeconds] = useState(-1);
  const [trouble, setTrouble] = useState<CallKey | null>(null);
  const w = (key: CallKey): string => said(state.lang, key);
  useEffect(() => {
    if (seconds < 0) return;
    if (seconds >= LONGEST_S) return void finish(true);
    const timer = setTimeout(() => setSeconds(seconds + 1), 1_000);
    return () => clearTimeout(timer);
  }, [seconds]);
  useEffect(() => () => void finish(false), []);

  const begin = async (): Promise<void> => {
    setTrouble(null);
    try {
      const stream = await navigator.mediaDevices.getUserMedia({ audio: true });
      tape.current = { stream, made: record(stream.getAudioTracks(), null, MOST, () => void finish(true)) };
      setSeconds(0);
    } catch (error) {
      setTrouble(isMissing(error) ? "no_device" : "no_microphone");
    }
  };
  const finish = async (keep: boolean): Promise<void> => {
    const one = tape.current;
    tape.current = null;
    if (!one) return;
    setSeconds(-1);
    const { bytes } = await one.made.stop();
    for (const track of one.stream.getTracks()) track.stop();
    if (!keep || !bytes.size) return;
    await app.drafts.attach(talk, [new File([bytes], `${w("sent_name")}.${ending(bytes.type)}`, { type: bytes.type })]);
    app.send(talk);
  };
  if (!canRecord() || !navigator.mediaDevices) return null;
  if (seconds < 0)
    return (
      <>
        <button type="button" class="link" onClick={() => void begin()}><Icon name="mic" />{w("voice_message")}</button>
        {trouble && <span class="hint err" role="alert">{w(trouble)}</span>}
      </>
    );
  return (
    <span class="row recording" role="status">
      <span class="dot" aria-hidden="true" />{w("recording")} <span class="num">{Math.floor(seconds / 60)}:{String(seconds % 60).padStart(2, "0")}</span>
      <button type="button" class="btn go end" onClick={() => void finish(true)}>{w("send")}</button>
      <button type="button" class="link" onClick={() => void finish(false)}>{w("cancel")}</button>
    </span>
  );
}

/**
 * A sound in a message, played where it stands. It is decoded here, so the host page needs no `media-src blob:`; its bytes are asked for
 * with the customer's token when they press, and no sooner.
 */
import { Fragment, h } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon, useFarol } from "../ui/bits";
import { said } from "./words";

const TICK_MS = 250;
const minutes = (s: number): string => `${Math.floor(s / 60)}:${String(Math.floor(s % 60)).padStart(2, "0")}`;
let context: AudioContext | undefined;
/** Only one sounds at a time. */
let hush: (() => void) | undefined;

export function Sound({ path, name }: { path: string; name: string }) {
  const { app, state } = useFarol();
  const { lang } = state;
  const sound = useRef<AudioBuffer | null>(null);
  const playing = useRef<{ node: AudioBufferSourceNode; from: number } | null>(null);
  const [at, setAt] = useState(0);
  const [phase, setPhase] = useState<"still" | "fetching" | "sounds" | "failed">("still");

  const stop = (): void => {
    const one = playing.current;
    playing.current = null;
    if (!one) return;
    one.node.onended = null;
    one.node.stop();
    setPhase("still");
  };
  useEffect(() => stop, []);
  useEffect(() => {
    if (phase !== "sounds") return;
    const timer = setInterval(() => {
      if (playing.current && context) setAt(context.currentTime - playing.current.from);
    }, TICK_MS);
    return () => clearInterval(timer);
  }, [phase]);

  const play = async (from: number): Promise<void> => {
    stop();
    hush?.();
    try {
      // Made inside the press: browsers keep silent what nobody asked for.
      context ??= new AudioContext();
      void context.resume();
      if (!sound.current) {
        setPhase("fetching");
        sound.current = await context.decodeAudioData(await (await app.core.api.bytes(path)).arrayBuffer());
      }
      const node = context.createBufferSource();
      node.buffer = sound.current;
      node.connect(context.destination);
      node.onended = () => {
        playing.current = null;
        setAt(0);
        setPhase("still");
      };
      const begin = from < sound.current.duration ? from : 0;
      node.start(0, begin);
      playing.current = { node, from: context.currentTime - begin };
      hush = stop;
      setPhase("sounds");
    } catch {
      setPhase("failed");
    }
  };

  if (phase === "failed") return <span class="hint err" role="alert">{said(lang, "no_sound")}</span>;
  const sounds = phase === "sounds";
  return (
    <span class="sound">
      <button type="button" class="round" disabled={phase === "fetching"} aria-label={`${said(lang, sounds ? "pause" : "play")} ${name}`} onClick={() => (sounds ? stop() : void play(at))}>
        {sounds ? <i class="bars" aria-hidden="true" /> : <Icon name="play" />}
      </button>
      {sound.current && (
        <>
          <input
            type="range" min={0} max={sound.current.duration} step="any" value={at} dir="ltr" aria-label={name}
            onChange={(event) => {
              const to = Number(event.currentTarget.value);
              setAt(to);
              if (sounds) void play(to);
            }}
          />
          <span class="num dim">{minutes(at)} / {minutes(sound.current.duration)}</span>
        </>
      )}
    </span>
  );
}

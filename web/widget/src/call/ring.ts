/** Somebody offers a call: two soft notes and a buzz, until it is answered or over. Browsers keep silent where nobody pressed anything yet. */
const EVERY_MS = 3_000;
const LONGEST_MS = 45_000;
const NOTES = [523.25, 659.25];
const LOUD = 0.12;

/** Begins; what it returns ends it. */
export function ring(): () => void {
  let context: AudioContext | undefined;
  const once = (): void => {
    navigator.vibrate?.([180, 120, 180]);
    context ??= new AudioContext();
    if (context.state !== "running") return;
    NOTES.forEach((pitch, n) => context && note(context, pitch, context.currentTime + n * 0.22));
  };
  const stop = (): void => {
    clearInterval(timer);
    clearTimeout(late);
    navigator.vibrate?.(0);
    void context?.close();
    context = undefined;
  };
  const timer = setInterval(once, EVERY_MS);
  const late = setTimeout(stop, LONGEST_MS);
  once();
  return stop;
}

function note(context: AudioContext, pitch: number, at: number): void {
  const [tone, loud] = [context.createOscillator(), context.createGain()];
  tone.frequency.value = pitch;
  loud.gain.setValueAtTime(0, at);
  loud.gain.linearRampToValueAtTime(LOUD, at + 0.02);
  loud.gain.exponentialRampToValueAtTime(0.001, at + 0.6);
  tone.connect(loud).connect(context.destination);
  tone.start(at);
  tone.stop(at + 0.6);
}

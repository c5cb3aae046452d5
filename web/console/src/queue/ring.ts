/** Two soft tones, made here: nothing is downloaded. Silent where the browser wants a gesture first. */
const TONES: readonly [hertz: number, at_s: number][] = [[659, 0], [880, 0.16]];
const LOUD = 0.08;
const LASTS_S = 0.28;

let context: AudioContext | null = null;

export function ring(): void {
  if (navigator.userActivation && !navigator.userActivation.hasBeenActive) return;
  try {
    context ??= new AudioContext();
    if (context.state === "suspended") void context.resume().catch(() => undefined);
    for (const [hertz, at] of TONES) tone(context, hertz, context.currentTime + at);
  } catch {
    // No sound here: the title and the bar say it.
  }
}

function tone(to: AudioContext, hertz: number, at: number): void {
  const source = to.createOscillator();
  const gain = to.createGain();
  source.frequency.value = hertz;
  gain.gain.setValueAtTime(0, at);
  gain.gain.linearRampToValueAtTime(LOUD, at + 0.02);
  gain.gain.exponentialRampToValueAtTime(0.0001, at + LASTS_S);
  source.connect(gain).connect(to.destination);
  source.start(at);
  source.stop(at + LASTS_S);
}

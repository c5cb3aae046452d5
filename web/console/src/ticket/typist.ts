/** Tells the other side that somebody types: at most every three seconds, and the end after five of silence. */
const AGAIN_MS = 3_000;
const SILENCE_MS = 5_000;

export function typist(send: (on: boolean) => void) {
  let told = 0;
  let silence: ReturnType<typeof setTimeout> | undefined;

  function stop(): void {
    clearTimeout(silence);
    if (told) send(false);
    told = 0;
  }

  /** A key was pressed; `some` says whether there is any text. */
  function stroke(some: boolean): void {
    if (!some) return stop();
    clearTimeout(silence);
    silence = setTimeout(stop, SILENCE_MS);
    if (Date.now() - told < AGAIN_MS) return;
    told = Date.now();
    send(true);
  }

  return { stroke, stop };
}

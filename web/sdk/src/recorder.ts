/** The page's last errors, in memory only. Nothing of them leaves before `report` washed them and the customer said yes. */
export interface Heard {
  at: string;
  kind: "console" | "error" | "rejection";
  words: string;
}

const MOST = 50;
const LONGEST = 1_000;

export function recorder(): { said(): Heard[]; stop(): void } {
  const heard: Heard[] = [];
  const keep = (kind: Heard["kind"], words: string): void => {
    heard.push({ at: new Date().toISOString(), kind, words: words.slice(0, LONGEST) });
    if (heard.length > MOST) heard.shift();
  };
  const before = console.error;
  const wrapped = (...said: unknown[]): void => {
    keep("console", said.map(spoken).join(" "));
    before.apply(console, said);
  };
  console.error = wrapped;
  const failed = (event: ErrorEvent): void => keep("error", `${event.message} (${event.filename.split(/[?#]/)[0]}:${event.lineno})`);
  const rejected = (event: PromiseRejectionEvent): void => keep("rejection", spoken(event.reason));
  addEventListener("error", failed);
  addEventListener("unhandledrejection", rejected);
  return {
    said: () => [...heard],
    stop() {
      // Somebody may have wrapped it after us.
      if (console.error === wrapped) console.error = before;
      removeEventListener("error", failed);
      removeEventListener("unhandledrejection", rejected);
    },
  };
}

function spoken(value: unknown): string {
  if (value instanceof Error) return value.stack ?? String(value);
  if (typeof value !== "object") return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return Object.prototype.toString.call(value);
  }
}

/** Small values kept in the browser under "farol.*". A full or forbidden store is treated as empty. */

export function load<T>(key: string, otherwise: T): T {
  try {
    const text = localStorage.getItem(`farol.${key}`);
    return text === null ? otherwise : (JSON.parse(text) as T);
  } catch {
    return otherwise;
  }
}

/** Keeps a value; null removes it. Returns whether it was kept. */
export function save(key: string, value: unknown): boolean {
  try {
    if (value === null) localStorage.removeItem(`farol.${key}`);
    else localStorage.setItem(`farol.${key}`, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

export function keys(prefix: string): string[] {
  try {
    return Object.keys(localStorage)
      .filter((key) => key.startsWith(`farol.${prefix}`))
      .map((key) => key.slice("farol.".length));
  } catch {
    return [];
  }
}

/** Tells when another tab of this browser changed a value. Returns the way to stop. */
export function onElsewhere(key: string, then: () => void): () => void {
  const listen = (event: StorageEvent) => {
    if (event.key === `farol.${key}`) then();
  };
  addEventListener("storage", listen);
  return () => removeEventListener("storage", listen);
}

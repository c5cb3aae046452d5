/** Limits the widget checks before asking the server, and how a size is written. */
export const MOST_BYTES = 20 * 1024 * 1024;
export const MOST_FILES = 10;
export const MOST_LETTERS = 10_000;

/** `812 KB`, `3.4 MB`. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

/** The text key of the reason a file cannot be taken, or null. */
export function fileTrouble(
  file: { size: number },
  already: number,
): "file_many" | "file_empty" | "file_big" | null {
  if (already >= MOST_FILES) return "file_many";
  if (file.size === 0) return "file_empty";
  return file.size > MOST_BYTES ? "file_big" : null;
}

/** Enough to catch slips while typing; the server and the mail itself decide. */
export const isEmail = (text: string): boolean =>
  text.length <= 254 && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)*\.[^\s@.]{2,}$/.test(text.trim());

/** A text without what lets somebody in, and how many of each kind were taken out. */
export function washed(text: string): Promise<{ text: string; taken: Partial<Record<"headers" | "tokens" | "named" | "queries" | "har", number>> }>;
/** A file as it may leave the browser, and the sentence that tells its owner what was taken out; empty when nothing was. */
export function wash(file: File, lang: string): Promise<{ file: Blob; told: string }>;
/** Where a request went, without anything in it that lets somebody in. */
export function address(url: unknown): string;

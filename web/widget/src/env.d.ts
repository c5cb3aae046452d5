declare module "*.css?sheet" {
  const text: string;
  export default text;
}
declare module "virtual:icons-call" {
  const icons: Record<string, [string, Record<string, string>][]>;
  export default icons;
}

declare module "virtual:icons" {
  const icons: Record<string, [string, Record<string, string>][]>;
  export default icons;
}
/** `wash.js` beside the panel, loaded when a file is chosen. */
declare module "virtual:wash" {
  export function wash(file: File, lang: string): Promise<{ file: Blob; told: string }>;
}
declare module "virtual:pill-en" {
  const words: import("./texts").PillTable;
  export default words;
}
/** The panel's file name, and what the names of all words end with; known when the loader is built. */
declare const __FILES__: Record<"panel" | "words", string>;

declare module "*.css?sheet" {
  const text: string;
  export default text;
}
declare module "virtual:icons" {
  const icons: Record<string, [string, Record<string, string>][]>;
  export default icons;
}
/** File names of the panel and of its words by language, known when the loader is built. */
declare const __FILES__: Record<"panel" | "zh" | "en", string>;

declare module "*.css?sheet" {
  const text: string;
  export default text;
}
declare module "virtual:icons" {
  const icons: Record<string, [string, Record<string, string>][]>;
  export default icons;
}
/** File name of the panel's bundle, known when the loader is built. */
declare const __PANEL__: string;

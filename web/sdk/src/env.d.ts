declare module "virtual:report" {
  export const gathered: typeof import("./report").gathered;
}

declare module "*.css?text" {
  const css: string;
  export default css;
}

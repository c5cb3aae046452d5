/** The module: `import { createFarol } from "https://support.example/sdk.js"`. */
export { createFarol } from "./farol";
export { FarolError } from "./trouble";

/** The parts of the panel that are loaded when they are first drawn. */
import { addStyles } from "./loader/context";
import css from "./styles/more.css?sheet";

export { Calls } from "./call/Calls";
export { Drawn } from "./ui/Drawn";
export { Languages } from "./ui/Languages";
export { Promised } from "./ui/Promised";
export { Rate } from "./ui/Rate";
export { Sound } from "./ways/Sound";
export { Visitor } from "./ui/Visitor";
export { Wait } from "./ui/Wait";

/** Adds their styles to the widget's tree. */
export const dress = (root: HTMLElement): void => addStyles(root.getRootNode() as ShadowRoot, css);

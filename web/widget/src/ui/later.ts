/** What the panel does not need at first comes in a file of its own, once; until it is there nothing stands in its place. */
import type { App } from "../store/app";

type More = typeof import("../more");
let here: More | undefined;
let asked: Promise<void> | undefined;

export function later(app: App): More | undefined {
  if (!here)
    asked ??= import("../more").then(
      (more) => {
        more.dress(app.core.context.root);
        here = more;
        app.core.set({});
      },
      () => {
        asked = undefined;
      },
    );
  return here;
}

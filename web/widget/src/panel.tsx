/** What the loader loads when the pill is pressed: mounts the panel beside the pill, in one shadow tree. */
import { h, render } from "preact";
import { borrow } from "./borrowed";
import type { Context, Panel as Mounted } from "./loader/context";
import { zhPunctuation } from "./ui/font";
import { App } from "./store/app";
import { Panel } from "./ui/Panel";
import type { Table } from "./texts";
import css from "./styles/panel.css?sheet";

export { css };

export function mount(context: Context, words: Table): Mounted {
  borrow(context.shared);
  zhPunctuation();
  const app = new App(context, words);
  const place = document.createElement("div");
  context.root.append(place);
  const close = (): void => {
    if (!app.core.state.open) return;
    app.opened(false);
    context.closed();
  };
  render(<Panel app={app} close={close} />, place);
  const back = (): boolean => app.core.state.screen.at === "talk" && (app.home(), true);
  return { open: () => app.opened(true), begin: () => void app.begin(), close, back };
}

/** What the loader loads when the pill is pressed: mounts the panel beside the pill, in one shadow tree. */
import { h, render } from "preact";
import type { Context, Panel as Mounted } from "./loader/context";
import { App } from "./store/app";
import { Panel } from "./ui/Panel";
import css from "./styles/panel.css?sheet";

export { css };

export function mount(context: Context): Mounted {
  const app = new App(context);
  const place = document.createElement("div");
  context.root.append(place);
  const close = (): void => {
    if (!app.core.state.open) return;
    app.opened(false);
    context.closed();
  };
  render(<Panel app={app} close={close} />, place);
  return { open: () => app.opened(true), begin: () => void app.begin(), close };
}

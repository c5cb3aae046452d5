/**
 * What the loader loads when the pill is pressed: mounts the panel beside the pill, in the same shadow tree.
 */
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
  zhPunctuation();
  return { open: () => app.opened(true), begin: () => void app.begin(), close };
}

/**
 * Curly quotes, dashes and ellipses of Latin fonts are too narrow in Chinese; fonts cannot be declared in a
 * shadow tree.
 */
function zhPunctuation(): void {
  if (typeof FontFace !== "function") return;
  const names = [
    "PingFang SC",
    "PingFangSC-Regular",
    "Microsoft YaHei",
    "MicrosoftYaHei",
    "Noto Sans SC",
    "NotoSansSC-Regular",
    "Noto Sans CJK SC",
    "NotoSansCJKsc-Regular",
  ];
  const source = names.map((name) => `local("${name}")`).join(",");
  document.fonts.add(
    new FontFace("Farol zh punctuation", source, { unicodeRange: "U+2014,U+2018-2019,U+201C-201D,U+2026" }),
  );
}

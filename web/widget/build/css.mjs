// Style sheets of the widget: the shared tokens lowered to what older phone web views understand.
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { transform } from "lightningcss";

export const TOKENS = fileURLToPath(new URL("../../tokens/tokens.css", import.meta.url));

// The oldest browsers whose JavaScript the panel uses (Array.findLast, 2022). light-dark() is younger and is
// lowered.
const OLDEST = {
  chrome: 99 << 16,
  safari: (15 << 16) | (4 << 8),
  ios_saf: (15 << 16) | (4 << 8),
  firefox: 104 << 16,
};

// Nothing of the host page is inherited; the tokens come after, or this would undo their colour scheme.
const CLEAN = ".farol { all: initial; display: block; }\n";

/**
 * One sheet for a shadow root: tokens under `.farol`, then the given rules; minified, unused tokens gone.
 * `after` is a sheet that always stands before this one in the same tree: tokens it holds are not repeated.
 */
export function sheet(path, after = null) {
  const text = after
    ? prune(themed(source(path)), declared(prune(CLEAN + source(after))))
    : prune(CLEAN + source(path));
  const { code } = transform({
    filename: path,
    code: Buffer.from(text),
    minify: true,
    targets: OLDEST,
  });
  // The names of the switch between light and dark stand in every colour.
  return code
    .toString()
    .replaceAll("--lightningcss-", "--")
    .replace("--light:initial;--dark: ;--light:initial;--dark: ;", "--light:initial;--dark: ;")
    .replace("-moz-text-size-adjust:100%;", "");
}

const source = (path) => {
  const tokens = scoped(readFileSync(TOKENS, "utf8"));
  return pixels(plainColours(`${tokens}\n${readFileSync(path, "utf8")}`));
};

/** The sheet before this one already chose the colour scheme. */
const themed = (css) => css.replace(/color-scheme:[^;}]*;?/g, "");

const DECLARATION = /(^|[{;]|\*\/)(\s*)(--[\w-]+)\s*:[^;{}]*(;|(?=}))/gm;

const declared = (css) => new Set([...css.matchAll(DECLARATION)].map((match) => match[3]));

/** Tokens without their layer and fonts (a shadow tree ignores @font-face), hung on our own root element. */
function scoped(css) {
  const body = css.slice(css.indexOf("@layer tokens {") + "@layer tokens {".length, css.lastIndexOf("}"));
  return body
    .replace(/@font-face\s*{[^}]*}/g, "")
    .replace(/:root:lang\(zh\), /g, "")
    // Browsers find emoji by themselves.
    .replace(/, "Apple Color Emoji"[^;]*/g, "")
    .replaceAll(", :lang(ja), :lang(ko)", "")
    // The widget speaks two languages; and what lightningcss writes for the scheme is written once.
    .replace(', [lang|="ru"], [lang|="es"]', "")
    .replaceAll(":root", ".farol");
}

/** The host page may set any root font size, so `rem` means nothing inside it. */
const pixels = (css) => css.replace(/(\d*\.?\d+)rem\b/g, (_, n) => `${+(n * 16).toFixed(3)}px`);

const plainColours = (css) =>
  css.replace(/oklch\(([\d.]+) ([\d.]+) ([\d.]+)(?: \/ ([\d.]+)%)?\)/g, (_, l, c, h, a) =>
    hex(+l, +c, +h, a),
  );

/** OKLCH to sRGB hex (Björn Ottosson's matrices); out-of-gamut channels are clipped. */
function hex(lightness, chroma, hue, alpha) {
  const a = chroma * Math.cos((hue * Math.PI) / 180);
  const b = chroma * Math.sin((hue * Math.PI) / 180);
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  const linear = [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
  const channel = (x) => (x <= 0.0031308 ? 12.92 * x : 1.055 * x ** (1 / 2.4) - 0.055);
  const byte = (x) =>
    Math.round(Math.min(1, Math.max(0, x)) * 255)
      .toString(16)
      .padStart(2, "0");
  return `#${linear.map((x) => byte(channel(x))).join("")}${alpha ? byte(alpha / 100) : ""}`;
}

/**
 * Drop custom properties nobody reads, again and again, because a dropped one may have been the last reader.
 */
function prune(css, elsewhere = new Set()) {
  const read = new Set([...css.matchAll(/var\((--[\w-]+)/g)].map((match) => match[1]));
  const kept = css.replace(DECLARATION, (whole, before, space, name) =>
    read.has(name) && !elsewhere.has(name) ? whole : before + space,
  );
  return kept === css ? css : prune(kept, elsewhere);
}

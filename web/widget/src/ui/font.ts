/**
 * Curly quotes, dashes and ellipses of Latin fonts are too narrow in Chinese; fonts cannot be declared in a
 * shadow tree.
 */
export function zhPunctuation(): void {
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

"""Spans in the markup of a channel. What is text stays text: every mark in it is escaped by that channel's rules."""

import html
import re
from collections.abc import Callable

from farol.channels.connections.model import Markup

from .marks import Span, escaped

URL = re.compile(r"https?://[^\s<>\"]+")
_DISCORD = re.compile(r"([\\*_~`|<\[\]])")
_DISCORD_LINE = re.compile(r"(?m)^([ \t]*)(#{1,3} |>|-#|\d+\.(?= )|[-+](?= ))")
_BULLET = re.compile(r"(?m)^([ \t]*)[-*] (?=\S)")


def write(spans: list[Span], markup: Markup) -> str:
    """The whole text."""
    one = WRITERS[markup]
    out, start = [], True
    for span in spans:
        out.append(one(span, start))
        start = (out[-1] or "\n").endswith("\n") or span.pre
    return "".join(out)


def _around(text: str, mark: str, close: str = "") -> str:
    """Marks close to the words: spaces at the ends stay outside, or the mark would not count."""
    words = text.strip()
    if not words:
        return text
    begin = text.index(words)
    return f"{text[:begin]}{mark}{words}{close or mark}{text[begin + len(words):]}"


def _lines(text: str, mark: str) -> str:
    """Bold ends at a line's end, where a channel knows it so."""
    return "\n".join(_around(line, mark) for line in text.split("\n"))


def _listed(text: str, start: bool) -> str:
    """List marks as people see them. start: the text begins a line."""
    shown = _BULLET.sub(r"\1• ", text if start else "\x00" + text)
    return shown.removeprefix("\x00")


def _plain(span: Span, start: bool) -> str:
    if span.link and span.link != span.text:
        return f"{span.text} ({span.link})" if span.text.strip() else span.link
    text = span.text if span.pre or span.code else _listed(span.text, start)
    return f"{text}\n" if span.pre else text


def _telegram(span: Span, start: bool) -> str:
    if span.pre:
        return f"<pre>{html.escape(span.text, quote=False)}</pre>\n"
    text = html.escape(span.text if span.code else _listed(span.text, start), quote=False)
    if span.code:
        text = f"<code>{text}</code>"
    if span.link:
        text = f'<a href="{html.escape(span.link)}">{text}</a>'
    return f"<b>{text}</b>" if span.bold else text


def _html(span: Span, start: bool) -> str:
    if span.pre:
        return f"<pre>{html.escape(span.text)}</pre>"
    text = html.escape(span.text).replace("\n", "<br>\n")
    if span.code:
        text = f"<code>{text}</code>"
    if span.link:
        text = f'<a href="{html.escape(span.link)}" rel="noopener noreferrer">{text}</a>'
    return f"<b>{text}</b>" if span.bold else text


def _code(text: str) -> str:
    """Code between more backticks than stand in it."""
    ticks = "`" * (max((len(run) for run in re.findall(r"`+", text)), default=0) + 1)
    pad = " " if text.startswith("`") or text.endswith("`") or (text.startswith(" ") and text.endswith(" ") and text.strip()) else ""
    return f"{ticks}{pad}{text}{pad}{ticks}"


def _between(text: str, change: Callable[[str], str]) -> str:
    """Changes what stands between addresses, which stay as they are."""
    out, at = [], 0
    for found in URL.finditer(text):
        out += [change(text[at : found.start()]), found[0]]
        at = found.end()
    return "".join([*out, change(text[at:])])


def _discord(span: Span, start: bool) -> str:
    if span.pre:
        return "```\n" + span.text.replace("```", "``\u200b`") + "\n```\n"
    if span.code:
        text = _code(span.text) if "\n" not in span.text else _between(span.text, lambda t: _DISCORD.sub(r"\\\1", t))
    else:
        text = _between(span.text, lambda t: _DISCORD.sub(r"\\\1", t))
        shown = _DISCORD_LINE.sub(lambda m: f"{m[1]}{m[2]}" if m[2] in ("-", "+") else f"{m[1]}\\{m[2]}", text if start else "\x00" + text)
        text = shown.removeprefix("\x00")
    if span.link:
        text = span.link if span.link == span.text else f"[{text}]({span.link})"
    return _lines(text, "**") if span.bold else text


def _whatsapp(span: Span, start: bool) -> str:
    """It knows no escape: marks in plain words stay, and addresses and hashes are safe as code."""
    if span.pre:
        return f"```{span.text}```\n"
    text = f"`{span.text}`" if span.code and "`" not in span.text and "\n" not in span.text else _listed(span.text, start)
    if span.link and span.link != span.text:
        text = f"{text}: {span.link}"
    return _lines(text, "*") if span.bold and "*" not in text else text


def _markdown(span: Span, start: bool) -> str:
    if span.pre:
        if "```" in span.text:
            return escaped(span.text) + "\n"
        return f"{'' if start else chr(10)}```\n{span.text}\n```\n"
    text = _code(span.text) if span.code else escaped(span.text)
    if span.link:
        text = f"[{escaped(span.text)}]({span.link})"
    return _around(text, "**") if span.bold else text


WRITERS: dict[Markup, Callable[[Span, bool], str]] = {
    "plain": _plain, "telegram_html": _telegram, "markdown": _markdown, "discord": _discord, "whatsapp": _whatsapp, "html": _html,
}

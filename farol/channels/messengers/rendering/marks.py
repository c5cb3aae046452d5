"""The small Markdown that messages of ours are written in: ``**bold**``, `code`, fenced code, ``[label](https://…)``, and a
backslash before a mark that is meant as it stands. Everything else is text, lists and line breaks included."""

import re
from collections.abc import Iterable

import msgspec

SPECIAL = "\\`*[]"
_TOKEN = re.compile(
    r"\\([!-/:-@\[-`{-~])"  # an escaped mark
    r"|^```[^\n`]*\n(.*?)\n?^```[ \t]*(?:\n|\Z)"  # fenced code
    r"|(`+)(?!`)(.+?)(?<!`)\3(?!`)"  # code
    r"|\*\*(?=\S)"  # bold begins or ends
    r"|(?<=\S)\*\*"
    r"|\[((?:\\.|[^\[\]\\\n]){1,300})\]\((https?://[^\s()<>\x00]+(?:\([^\s()<>]*\)[^\s()<>]*)*)\)",  # a link
    re.MULTILINE | re.DOTALL,
)
_PLAIN = re.compile(r"\\([!-/:-@\[-`{-~])")


class Span(msgspec.Struct, frozen=True):
    """Text of one style. pre: lines of fenced code. link: where it leads, empty for nowhere."""

    text: str
    bold: bool = False
    code: bool = False
    pre: bool = False
    link: str = ""

    @property
    def style(self) -> tuple[bool, bool, bool, str]:
        """What neighbours must share to be one."""
        return (self.bold, self.code, self.pre, self.link)


def parse(markdown: str) -> list[Span]:
    """What it says, as spans. Marks without a partner are text."""
    text = markdown.replace("\r\n", "\n").replace("\r", "\n").replace("\0", "")
    spans: list[Span] = []
    at, bold, opened = 0, False, -1
    for found in _TOKEN.finditer(text):
        spans.append(Span(text[at : found.start()], bold))
        at = found.end()
        escape, block, ticks, code, label, link = found.groups()
        if escape is not None:
            spans.append(Span(escape, bold))
        elif block is not None:
            spans.append(Span(block, pre=True))
        elif ticks is not None:
            spans.append(Span(code[1:-1] if len(code) > 2 and code[0] == code[-1] == " " and code.strip() else code, bold, code=True))
        elif label is not None:
            spans.append(Span(_PLAIN.sub(r"\1", label), bold, link=link))
        else:
            bold, opened = not bold, len(spans) if not bold else opened
    spans.append(Span(text[at:], bold))
    if bold:
        # The last ``**`` has no partner: it was text.
        spans[opened:] = [Span("**"), *(msgspec.structs.replace(span, bold=False) for span in spans[opened:])]
    return joined(spans)


def joined(spans: Iterable[Span]) -> list[Span]:
    """Neighbours of one style as one; empty ones left out."""
    kept: list[Span] = []
    for span in spans:
        if not span.text:
            continue
        if kept and kept[-1].style == span.style and not span.pre:
            kept[-1] = msgspec.structs.replace(span, text=kept[-1].text + span.text)
        else:
            kept.append(span)
    return kept


def escaped(text: str) -> str:
    """Plain words in the small Markdown: they say what they say, whatever marks are in them."""
    return re.sub(r"([\\`*\[\]])", r"\\\1", text)


def visible(markdown: str) -> str:
    """The words without marks; links as their labels."""
    return "".join(span.text for span in parse(markdown))

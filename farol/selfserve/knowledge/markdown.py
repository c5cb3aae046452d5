"""Article Markdown to safe parts: prose, facts read from the exchange, and tools.

HTML in the source is text. What markdown-it-py makes is cleaned by nh3, then every link is judged again.
A line of its own like ``{{core:network coin=USDT net=TRC20}}`` is a live block: a place where the page puts
what the exchange says now. Facts that change are never typed.
"""

import html
import re
from collections.abc import Sequence
from functools import lru_cache

import msgspec
import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

LIVE_KINDS: dict[str, frozenset[str]] = {
    "core:facts": frozenset({"name"}),
    "core:network": frozenset({"coin", "net", "memo", "show"}),
    "core:paused": frozenset(),
    "our:channels": frozenset(),
    "tool:txid": frozenset(),
}
"""Kind of live block to the filters it knows."""

SHOW = frozenset({"confirmations", "fee", "memo", "minimum", "switch"})

_LIVE = re.compile(r"^\{\{\s*([a-z]+:[a-z]+)((?:\s+[a-z]+=[A-Za-z0-9._-]+)*)\s*\}\}$", re.M)
_ANY_LIVE = re.compile(r"\{\{.*?\}\}", re.S)
_CALLOUT = re.compile(r"^\[!(note|warning|safety)\]\s*")
_ANCHOR = re.compile(r"\s*\{#([a-z0-9-]{1,60})\}\s*$")
_HREF = re.compile(r'\s(href)="([^"]*)"')
_LINK = re.compile(r"https://[^\s\\@]+|mailto:[^\s\\]+|/(?![/\\]|%5[cC]|%2[fF])[^\s\\]*|#[^\s\\]*|[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9-]+)?")
_GAP = re.compile(r"([：。，、；？）”])</strong> (?=[\u3400-\u9fff])")
"""Bold that ends in Chinese punctuation needs a space after it in the source; none is wanted on the page."""
_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "blockquote", "aside", "table",
         "thead", "tbody", "tr", "th", "td", "br", "hr", "div"}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "aside": {"class"}, "div": {"class", "tabindex"}, "ol": {"start"}}

_parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")


class Prose(msgspec.Struct, frozen=True, tag="prose"):
    """Cleaned HTML, safe to put into a page."""

    html: str


class Live(msgspec.Struct, frozen=True, tag="live"):
    """A place for something read when the page is made."""

    kind: str
    filters: dict[str, str]


class Heading(msgspec.Struct, frozen=True):
    """An entry of the page's table of contents."""

    anchor: str
    text: str


Part = Prose | Live


@lru_cache(maxsize=512)
def parts(body: str) -> Sequence[Part]:
    """The article in reading order."""
    found: list[Part] = []
    at = 0
    for match in _LIVE.finditer(body):
        _add_prose(found, body[at : match.start()])
        pairs = (pair.split("=", 1) for pair in match[2].split())
        found.append(Live(match[1], {key: value for key, value in pairs}))
        at = match.end()
    _add_prose(found, body[at:])
    return tuple(found)


def headings(body: str) -> list[Heading]:
    """The second-level headings with their anchors."""
    tokens = _parser.parse(body)
    found = []
    for place, token in enumerate(tokens):
        if token.type == "heading_open" and token.tag == "h2":
            text, anchor = _split(tokens[place + 1].content)
            found.append(Heading(anchor, text))
    return found


def faults(body: str) -> list[str]:
    """Links that lead nowhere safe and live blocks nobody can fill, as sentences."""
    found = []
    for token in _parser.parse(body):
        for child in token.children or []:
            if child.type == "link_open" and not _LINK.fullmatch(str(child.attrGet("href") or "")):
                found.append(f"link not allowed: {child.attrGet('href')}")
            if child.type == "image":
                found.append("images are not allowed")
    known = {match[0] for match in _LIVE.finditer(body)}
    found += [f"live block not understood: {block}" for block in _ANY_LIVE.findall(body) if block not in known]
    for part in parts(body):
        if isinstance(part, Live):
            allowed = LIVE_KINDS.get(part.kind)
            if allowed is None or set(part.filters) - allowed or part.filters.get("show", "memo") not in SHOW:
                found.append(f"live block not understood: {part.kind} {part.filters}")
    return found


class Section(msgspec.Struct, frozen=True):
    """What stands under a heading, as plain lines; before the first heading anchor and heading are empty."""

    anchor: str
    heading: str
    lines: list[str]


@lru_cache(maxsize=512)
def plain(body: str) -> str:
    """The words of an article without its marks, for search and excerpts."""
    return "\n".join(line for section in sections(body) for line in ([section.heading] if section.heading else []) + section.lines)


def sections(body: str) -> list[Section]:
    """An article without its marks, cut at its second- and third-level headings."""
    found = [Section("", "", [])]
    tokens = _parser.parse(_LIVE.sub("", body))
    for place, token in enumerate(tokens):
        if token.type != "inline":
            continue
        words = "".join(
            child.content if child.type in ("text", "code_inline") else " " if child.type.endswith("break") else ""
            for child in token.children or []
        )
        if tokens[place - 1].type == "heading_open" and tokens[place - 1].tag in ("h2", "h3"):
            heading, anchor = _split(words)
            found.append(Section(anchor, heading, []))
        else:
            found[-1].lines.append(_CALLOUT.sub("", _split(words)[0]))
    return found


def _add_prose(found: list[Part], source: str) -> None:
    if source.strip():
        found.append(Prose(_html(source)))


def _html(source: str) -> str:
    tokens = _parser.parse(source)
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            _mark_heading(token, tokens[place + 1])
        elif token.type == "blockquote_open":
            _mark_callout(tokens, place)
    made = _parser.renderer.render(tokens, _parser.options, {})
    made = _GAP.sub(r"\1</strong>", made).replace("<table>", '<div class="scroller" tabindex="0"><table>').replace("</table>", "</table></div>")
    clean = nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "mailto"}, link_rel="noopener noreferrer")
    return _HREF.sub(lambda match: match[0] if _LINK.fullmatch(html.unescape(match[2])) else "", clean)


def _mark_heading(opening: Token, inline: Token) -> None:
    text, anchor = _split(inline.content)
    opening.attrSet("id", anchor)
    if inline.children and text != inline.content:
        inline.children[-1].content = _ANCHOR.sub("", inline.children[-1].content)


def _mark_callout(tokens: list[Token], place: int) -> None:
    """``> [!warning] …`` becomes an aside of that class."""
    inline = next((token for token in tokens[place:] if token.type == "inline"), None)
    match = _CALLOUT.match(inline.content) if inline else None
    if not (match and inline and inline.children):
        return
    inline.children[0].content = _CALLOUT.sub("", inline.children[0].content)
    tokens[place].tag = "aside"
    tokens[place].attrSet("class", match[1])
    level = tokens[place].level
    closing = next(t for t in tokens[place:] if t.type == "blockquote_close" and t.level == level)
    closing.tag = "aside"


def _split(heading: str) -> tuple[str, str]:
    """Text and anchor of a heading: ``Steps {#steps}``, or an anchor made of the text."""
    match = _ANCHOR.search(heading)
    if match:
        return heading[: match.start()], match[1]
    return heading, re.sub(r"[^\w]+", "-", heading.lower()).strip("-")[:60] or "part"

"""Article Markdown to safe parts: prose, facts read from the exchange, and tools.

HTML in the source is text. What markdown-it-py makes is cleaned by nh3, then every link is judged again.
Live blocks (see ``liveblocks``) stand between the prose. Pictures are our own alone, and a video is a link to its site:
``@[What it shows](https://…)`` in a line of its own.
"""

import html
import re
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from urllib.parse import urlsplit

import msgspec
import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from . import liveblocks
from .faults import Fault
from .liveblocks import Live

_CALLOUT = re.compile(r"^\[!(note|warning|safety)\]\s*")
_ANCHOR = re.compile(r"\s*\{#([a-z0-9-]{1,60})\}\s*$")
_HREF = re.compile(r'\s(href)="([^"]*)"')
_LINK = re.compile(r"https://[^\s\\@]+|mailto:[^\s\\]+|/(?![/\\]|%5[cC]|%2[fF])[^\s\\]*|#[^\s\\]*|[a-z0-9]+(?:-[a-z0-9]+)*(?:#[a-z0-9-]+)?")
_MEDIA = re.compile(r"media/([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})(?:\.[a-z]{3,4})?")
_SIZE = re.compile(r"([1-9]\d{0,4})x([1-9]\d{0,4})")
_IMG = re.compile(r"<img\b[^>]*>")
_SHOWN = re.compile(r'<img\b(?=[^>]*\ssrc="/help/media/[0-9a-f-]{36}")[^>]*>')
_GAP = re.compile(r"([：。，、；？）”])</strong> (?=[\u3400-\u9fff])")
"""Bold that ends in Chinese punctuation needs a space after it in the source; none is wanted on the page."""
_TAGS = {"p", "h2", "h3", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "blockquote", "aside", "table",
         "thead", "tbody", "tr", "th", "td", "br", "hr", "div", "img"}  # fmt: skip
_ATTRIBUTES = {"a": {"href"}, "h2": {"id"}, "h3": {"id"}, "aside": {"class"}, "div": {"class", "tabindex"}, "ol": {"start"},
               "p": {"class"}, "img": {"src", "alt", "width", "height", "loading"}}

_parser = MarkdownIt("commonmark", {"html": False, "linkify": False}).enable("table")


class Prose(msgspec.Struct, frozen=True, tag="prose"):
    """Cleaned HTML, safe to put into a page."""

    html: str


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
    for match in liveblocks.LINE.finditer(body):
        _add_prose(found, body[at : match.start()])
        found.append(liveblocks.read(match))
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


def faults(body: str, images: Collection[str] = (), video_hosts: Collection[str] = ()) -> list[Fault]:
    """Links that lead nowhere safe, pictures that are not there, videos from elsewhere, live blocks nobody can fill.

    images: ids of the pictures the text may show. video_hosts: sites whose videos it may link to.
    """
    found = list(liveblocks.faults(body))
    for token in _parser.parse(body):
        for child, line in _lines(token):
            if child.type == "link_open" and not _LINK.fullmatch(str(child.attrGet("href") or "")):
                found.append(Fault("link", str(child.attrGet("href"))[:200], line))
            elif child.type == "image":
                found += _image_faults(child, line, images)
        if (video := _video(token)) and _host(video) not in video_hosts:
            found.append(Fault("video", _host(video) or video[:200], (token.map or [0])[0] + 1))
    return sorted(found, key=lambda fault: fault.line)


def pictures(body: str) -> set[str]:
    """Ids of the pictures that the text shows."""
    return {
        match[1]
        for token in _parser.parse(body)
        for child in token.children or []
        if child.type == "image" and (match := _MEDIA.fullmatch(str(child.attrGet("src") or "")))
    }


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
    tokens = _parser.parse(liveblocks.LINE.sub("", body))
    for place, token in enumerate(tokens):
        if token.type != "inline":
            continue
        words = "".join(
            child.content if child.type in ("text", "code_inline", "image") else " " if child.type.endswith("break") else ""
            for child in token.children or []
        )
        if tokens[place - 1].type == "heading_open" and tokens[place - 1].tag in ("h2", "h3"):
            heading, anchor = _split(words)
            found.append(Section(anchor, heading, []))
        else:
            found[-1].lines.append(_CALLOUT.sub("", _split(words)[0]).removeprefix("@" if _video(token) else ""))
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
        elif token.type == "inline":
            _mark_media(token, tokens[place - 1])
    made = _parser.renderer.render(tokens, _parser.options, {})
    made = _GAP.sub(r"\1</strong>", made).replace("<table>", '<div class="scroller" tabindex="0"><table>').replace("</table>", "</table></div>")
    clean = nh3.clean(made, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"https", "mailto"}, link_rel="noopener noreferrer")
    judged = _HREF.sub(lambda match: match[0] if _LINK.fullmatch(html.unescape(match[2])) else "", clean)
    return _IMG.sub(lambda match: match[0] if _SHOWN.fullmatch(match[0]) else "", judged)


def _lines(inline: Token) -> Iterator[tuple[Token, int]]:
    """What stands in a paragraph, each piece with its line in the source, from 1."""
    line = (inline.map or [0])[0] + 1
    for child in inline.children or []:
        yield child, line
        line += child.type.endswith("break")


def _image_faults(image: Token, line: int, images: Collection[str]) -> Iterator[Fault]:
    source = str(image.attrGet("src") or "")
    match = _MEDIA.fullmatch(source)
    if match is None or match[1] not in images:
        yield Fault("image", source[:200], line)
    if not image.content.strip():
        yield Fault("alt", source[:200], line)


def _video(inline: Token) -> str:
    """The address of the video that a paragraph is, ``@[title](https://…)``; empty when it is none."""
    pieces = inline.children or []
    if len(pieces) < 3 or pieces[0].content != "@" or pieces[1].type != "link_open" or pieces[-1].type != "link_close":
        return ""
    return str(pieces[1].attrGet("href") or "")


def _host(address: str) -> str:
    try:
        return urlsplit(address).hostname or "" if address.startswith("https://") else ""
    except ValueError:
        return ""


def _mark_media(inline: Token, paragraph: Token) -> None:
    """A video becomes a card that leads to its site; a picture gets our address and, where it is known, its size."""
    pieces = inline.children or []
    if video := _video(inline):
        paragraph.attrSet("class", "video")
        pieces[0].content = ""
        site = Token("text", "", 0, content=f" ({_host(video)})")
        inline.children = [*pieces[:-1], site, pieces[-1]]
    for image in pieces:
        if image.type == "image":
            match, size = _MEDIA.fullmatch(str(image.attrGet("src") or "")), _SIZE.fullmatch(str(image.attrGet("title") or ""))
            image.attrs = {"src": f"/help/media/{match[1]}" if match else "", "alt": "", "loading": "lazy"}
            if size:
                image.attrs |= {"width": size[1], "height": size[2]}


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

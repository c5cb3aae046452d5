"""A member's words as safe HTML: paragraphs, lists, quotes, emphasis and code; links only where they may lead.

HTML in the source is text, pictures and headings are not understood, and what markdown-it-py makes is cleaned by nh3.
"""

import html
import re
from collections.abc import Iterator
from functools import lru_cache

import nh3
from markdown_it import MarkdownIt
from markdown_it.token import Token

from farol.core import chains

from . import links, masking
from .links import Link, Official

_parser = MarkdownIt("commonmark", {"html": False, "linkify": False, "breaks": True}).disable(
    ["image", "heading", "lheading", "html_block", "html_inline", "reference", "autolink", "hr", "code"])  # fmt: skip
_TAGS = {"p", "ul", "ol", "li", "strong", "em", "a", "code", "pre", "blockquote", "br", "span"}
_MARKS = re.compile(r"[*_`>#]+|^\s*[-+]\s+", re.M)
_SPACE = re.compile(r"\s+")


@lru_cache(maxsize=2048)
def rendered(body: str, known: Official, warning: str) -> str:
    """The HTML of a post. warning: said after a link that leads somewhere we do not know; such a link cannot be followed."""
    tokens = _parser.parse(body)
    for token in tokens:
        if token.type == "inline" and token.children:
            token.children = list(_inline(token.children, known, warning))
    made = _parser.renderer.render(tokens, _parser.options, {})
    return nh3.clean(made, tags=_TAGS, attributes={"a": {"href"}, "span": {"class"}, "ol": {"start"}}, url_schemes={"http", "https"},
                     link_rel="nofollow ugc noopener noreferrer")  # fmt: skip


@lru_cache(maxsize=2048)
def plain(body: str, most: int = 200) -> str:
    """The first words of a post on one line, without marks."""
    line = _SPACE.sub(" ", _MARKS.sub("", body)).strip()
    return line if len(line) <= most else line[: most - 1].rstrip() + "…"


def _inline(children: list[Token], known: Official, warning: str) -> Iterator[Token]:
    inside: str | None = None
    for child in children:
        if child.type == "link_open":
            inside = str(child.attrGet("href") or "")
        elif child.type == "link_close":
            yield _raw(_after_label(inside or "", known, warning))
            inside = None
        elif child.type == "text" and inside is None:
            yield _raw("".join(_linked(child.content, known, warning)))
        elif child.type == "text":
            yield _raw(html.escape(child.content))
        else:
            yield child


def _after_label(href: str, known: Official, warning: str) -> str:
    """Where a link with words of its own leads, in its place: the words alone could say anything."""
    found = next(links.find(href, known), None)
    return f" ({_anchor(found, found.host, warning)})" if found else ""


def _linked(words: str, known: Official, warning: str) -> Iterator[str]:
    place = 0
    for link in links.find(words, known):
        yield from _shortened(words[place : link.start])
        yield _anchor(link, words[link.start : link.end], warning)
        place = link.end
    yield from _shortened(words[place:])


def _shortened(words: str) -> Iterator[str]:
    """Ids in full stand here only where the exchange publishes links to explorers: they are shortened all the same."""
    place = 0
    for one in chains.find(words):
        yield html.escape(words[place : one.start])
        yield f"<code>{html.escape(masking.short(one.value))}</code>"
        place = one.end
    yield html.escape(words[place:])


def _anchor(link: Link, shown: str, warning: str) -> str:
    if link.standing in ("ours", "allowed"):
        ids = chains.find(shown)
        label = f"{link.host} {masking.short(ids[0].value)}" if ids else shown
        return f'<a href="{html.escape(link.href)}">{html.escape(label)}</a>'
    return f'<span class="far">{html.escape(link.host)}</span> <span class="far-why">{html.escape(warning)}</span>'


def _raw(content: str) -> Token:
    return Token("html_inline", "", 0, content=content)

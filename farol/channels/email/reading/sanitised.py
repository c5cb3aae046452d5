"""The HTML of a mail made fit to be looked at: nothing in it loads, runs, points or hides.

Pictures that came with the mail are named by ``data-picture`` (their number among the files), those from elsewhere by
``data-remote`` (their number among the addresses): whoever shows the mail puts them in when somebody asks, through a proxy.
"""

import html
import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

import nh3

from . import html_text

LONGEST = 500_000
"""Characters of clean HTML that are shown."""
MOST_REMOTE = 100
_TAGS = {"a", "b", "blockquote", "br", "center", "code", "dd", "del", "div", "dl", "dt", "em", "font", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "i", "img",
         "ins", "li", "ol", "p", "pre", "s", "small", "span", "strike", "strong", "sub", "sup", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "u", "ul"}
_DROPPED = {"script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe", "audio", "video", "select", "textarea", "xmp"}
_ATTRIBUTES = {"a": {"href"}, "img": {"src", "alt", "width", "height"}, "td": {"colspan", "rowspan", "align"}, "th": {"colspan", "rowspan", "align"},
               "p": {"align"}, "div": {"align"}, "ol": {"start", "type"}, "font": {"color"}, "*": {"dir", "style"}}
_STYLES = {"color", "background-color", "font-weight", "font-style", "text-decoration", "text-align"}
_NUMBER = re.compile(r"\d{1,4}%?")
_PLAIN_STYLE = re.compile(r"[a-zA-Z0-9#%,.:;() -]{0,500}")
_LOADS = re.compile(r"url|image|import|expression|var|attr|env|src", re.IGNORECASE)
_MARKED = re.compile(r' (?:src|href)="farol-(picture|remote|link)-(\d{1,6})"')


class Clean(NamedTuple):
    """html: what may be shown. remote: addresses of pictures that were not loaded. links: where links would have gone."""

    html: str
    remote: list[str]
    links: list[str]


def clean(parts: Sequence[str], pictures: Mapping[str, int]) -> Clean:
    """Cleans each part by itself, so that none can wrap itself around another. pictures: numbers of files by content id."""
    keeper = _Keeper(pictures)
    shown = "<hr>".join(_one(part, keeper) for part in parts)[:LONGEST]
    # Cut in the middle of an element, or joined: once more, so that what goes out is whole.
    whole = nh3.clean(shown, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=set(), attribute_filter=keeper.again, link_rel=None)
    return Clean(_MARKED.sub(keeper.named, whole), keeper.remote, keeper.links)


def _one(source: str, keeper: "_Keeper") -> str:
    source = source[: html_text.LONGEST]
    if html_text.too_deep(source):
        return f"<pre>{html.escape(html_text.to_text(source)[:LONGEST])}</pre>"
    return nh3.clean(source, tags=_TAGS, clean_content_tags=_DROPPED, attributes=_ATTRIBUTES, attribute_filter=keeper.attribute,
                     url_schemes={"http", "https", "mailto", "cid"}, filter_style_properties=_STYLES, link_rel=None)


class _Keeper:
    """Writes numbers where addresses were."""

    def __init__(self, pictures: Mapping[str, int]) -> None:
        self._pictures = pictures
        self.remote: list[str] = []
        self.links: list[str] = []

    def attribute(self, tag: str, name: str, value: str) -> str | None:
        if name == "src":
            return self._picture(value.strip())
        if name == "href":
            self.links.append(value[:2_000])
            return f"farol-link-{len(self.links) - 1}" if len(self.links) <= MOST_REMOTE * 5 else None
        if name == "style":
            return value if _PLAIN_STYLE.fullmatch(value) and not _LOADS.search(value) else None
        if name in ("width", "height", "colspan", "rowspan", "start"):
            return value if _NUMBER.fullmatch(value) else None
        if name == "dir":
            return value if value in ("ltr", "rtl") else None
        return value[:300]

    def again(self, tag: str, name: str, value: str) -> str | None:
        return value

    def _picture(self, address: str) -> str | None:
        scheme, _, rest = address.partition(":")
        if scheme.lower() == "cid":
            return f"farol-picture-{self._pictures[rest]}" if rest in self._pictures else None
        if scheme.lower() in ("http", "https") and len(self.remote) < MOST_REMOTE:
            self.remote.append(address[:2_000])
            return f"farol-remote-{len(self.remote) - 1}"
        return None

    def named(self, found: re.Match[str]) -> str:
        kind, number = found.group(1), int(found.group(2))
        if kind == "link" and number < len(self.links):
            return f' title="{html.escape(self.links[number])}"'
        return f' data-{kind}="{number}"' if kind != "link" else ""

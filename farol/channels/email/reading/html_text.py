"""HTML to readable text. nh3 (a browser's parser) makes it well-formed first; nothing is fetched."""

import html
import re
from collections.abc import Mapping

import nh3

from .quote import CLOSES, OPENS, TO_END

_BLOCK = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "table", "tr", "pre", "blockquote", "hr",
          "section", "article", "header", "footer", "center", "dl", "dt", "dd"}
_TAGS = _BLOCK | {"br", "a", "td", "th", "span", "img"}
_DROPPED = {"script", "style", "head", "title", "template", "noscript", "svg", "math", "object", "iframe"}
_CONTAINER = re.compile(
    r'\s(?:class|id)="(?:[^"]*[\s_])?(?:gmail_quote(?:_container)?|yahoo_quoted\w*|protonmail_quote|moz-cite-prefix|isReplyContent|ntes_not_fresh_bg_color|tutanota_quote'
    r'|lark-mail-quote|history-quote-wrapper|ms-outlook-mobile-reference-message|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION|zmail_extra|qmbox_quote'
    r'|original-content|xm_mail_oringinal_describe|mail_android_quote|replySplit|quote_content)(?=[\s"])')
"""Elements in which programs keep what they quote."""
_REST = re.compile(
    r'\s(?:class|id)="(?:[^"]*\s)?(?:x_)?(?:divRplyFwdMsg|appendonsend|OutlookMessageHeader|divNeteaseMailCard|reply-intro|stopSpelling|mailru-quote-head|spnEditorContent_reply)(?=[\s"])')
"""Elements after which everything is quoted."""
_SIGNATURE_RULE = re.compile(r'(?=[^>]*\sstyle="width: ?210px)(?=[^>]*\scolor="#b5c4df")', re.IGNORECASE)
"""The line that Foxmail draws above every signature, and above nothing else."""
_TAG = re.compile(r"<(/?)([a-z0-9]+)((?:\s[^<>]*)?)>")
_HREF = re.compile(r"""\shref="([^"]*)\"""")
_CID = re.compile(r'\ssrc="cid:([^"]{1,300})"')
_SPACE = re.compile(r"[ \t\n\u00a0]+")
_ANY_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]{0,20})")
_VOID = {"br", "img", "hr", "meta", "link", "input", "area", "base", "col", "wbr", "source", "param"}
DEEPEST = 1_000
"""Levels beyond which a browser's parser gets slow: 200,000 open divs cost it 96 s."""
LONGEST = 2_000_000
"""Characters of HTML that are looked at."""


def marks_quotes(source: str) -> bool:
    """Whether a program's own markup says where a quote is."""
    return bool(_CONTAINER.search(source, 0, LONGEST) or _REST.search(source, 0, LONGEST))


def to_text(source: str, pictures: Mapping[str, str] | None = None) -> str:
    """The words, with line breaks where blocks end, ``> `` before quoted lines, and a link's address after its text.

    pictures: names by content id; a picture in the text is written ``[name]``. Lines of ``quote.OPENS``, ``CLOSES`` and
    ``TO_END`` stand where markup says that something is quoted.
    """
    source = source[:LONGEST]
    if too_deep(source):
        return _roughly(source)
    clean = nh3.clean(source, tags=_TAGS, clean_content_tags=_DROPPED,
                      attributes={"a": {"href"}, "img": {"src"}, "hr": {"style", "color"}, "*": {"class", "id"}},
                      url_schemes={"http", "https", "mailto", "cid"}, link_rel=None)
    writer = _Writer(pictures or {})
    at = 0
    for tag in _TAG.finditer(clean):
        writer.words(clean[at: tag.start()])
        writer.tag(tag.group(2), bool(tag.group(1)), tag.group(3))
        at = tag.end()
    writer.words(clean[at:])
    return writer.text()


def too_deep(source: str) -> bool:
    """Whether a browser's parser would get slow."""
    return _depth(source) > DEEPEST


def _depth(source: str) -> int:
    """The deepest nesting if nothing were closed by itself: an upper bound, in one pass."""
    depth = deepest = 0
    for closing, name in _ANY_TAG.findall(source):
        if name.lower() not in _VOID:
            depth += -1 if closing else 1
            deepest = max(deepest, depth)
    return deepest


def _roughly(source: str) -> str:
    """Words without structure, for nesting no mail program writes."""
    broken = re.sub(r"(?i)<(?:br|/p|/div|/tr|/li)\b[^<>]{0,500}>", "\n", source)
    lines = html.unescape(re.sub(r"<[^<>]{0,500}>", " ", broken)).split("\n")
    return re.sub(r"\n{3,}", "\n\n", "\n".join(_SPACE.sub(" ", line).strip() for line in lines)).strip()


class _Writer:
    """Collects lines; knows how deep in quotes it is and which link is open."""

    def __init__(self, pictures: Mapping[str, str]) -> None:
        self._pictures = pictures
        self._open: list[bool] = []
        self._lines: list[str] = []
        self._line = ""
        self._quote = 0
        self._pre = 0
        self._link = ("", 0)

    def words(self, source: str) -> None:
        plain = html.unescape(source)
        if self._pre:
            *whole, plain = plain.split("\n")
            for line in whole:
                self._line += line
                self._end()
        else:
            plain = _SPACE.sub(" ", plain)
            if not self._line:
                plain = plain.lstrip(" ")
        self._line += plain

    def tag(self, name: str, closing: bool, attributes: str) -> None:
        if name not in _VOID:
            self._marks(closing, attributes)
        if name == "br":
            self._end()
        elif name == "img":
            shown = _CID.search(attributes)
            self._line += f"[{self._pictures[shown.group(1)]}]" if shown and shown.group(1) in self._pictures else ""
        elif name == "a":
            self._anchor(closing, attributes)
        elif name == "hr" and _SIGNATURE_RULE.match(attributes):
            self._mark("-- ")
        elif name in ("td", "th"):
            self._line += " " if self._line and not self._line.endswith(" ") else ""
        elif name in _BLOCK:
            if self._line:
                self._end()
            if name == "p" and closing:
                self._end()
            step = -1 if closing else 1
            self._quote += step if name == "blockquote" else 0
            self._pre += step if name == "pre" else 0

    def _marks(self, closing: bool, attributes: str) -> None:
        if not closing:
            inside = bool(_CONTAINER.search(attributes))
            self._open.append(inside)
            if inside or _REST.search(attributes):
                self._mark(OPENS if inside else TO_END)
        elif self._open and self._open.pop():
            self._mark(CLOSES)

    def _mark(self, kind: str) -> None:
        if self._line:
            self._end()
        self._lines.append(kind)

    def _anchor(self, closing: bool, attributes: str) -> None:
        if not closing:
            href = _HREF.search(attributes)
            self._link = (html.unescape(href.group(1)) if href else "", len(self._line))
            return
        address, start = self._link
        shown = self._line[start:].strip()
        bare = address.removeprefix("mailto:").rstrip("/")
        if address and shown and bare not in (shown.rstrip("/"), f"http://{shown}", f"https://{shown}"):
            self._line += f" <{address[:500]}>"
        self._link = ("", 0)

    def _end(self) -> None:
        self._lines.append("> " * self._quote + self._line.rstrip(" "))
        self._line = ""

    def text(self) -> str:
        if self._line:
            self._end()
        return re.sub(r"\n{3,}", "\n\n", "\n".join(self._lines)).strip("\n ")

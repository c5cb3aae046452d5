"""Links in a mail: those to places we know may be pressed; every other is there to be read, and no mail program makes a link of it."""

import html
from collections.abc import Iterator

from farol.core.grounding.links import links
from farol.desk.guard.links import Hosts, strange

BREAK = "\u200b"
"""Of no width: between it, an address is words."""


def calm(text: str, known: Hosts) -> str:
    """The text with every strange address broken, so that it is seen whole and cannot be pressed."""
    out, at = [], 0
    for start, end in _strange(text, known):
        out += [text[at:start], text[start:end].replace("://", f":{BREAK}//").replace(".", f"{BREAK}.").replace("@", f"{BREAK}@")]
        at = end
    return "".join([*out, text[at:]])


def rich(text: str, known: Hosts) -> str:
    """The same as HTML, where addresses of pages we know are links."""
    apart, out, at = list(_strange(text, known)), [], 0
    for found in links(text):
        if found.start < at or not found.fact.text.lower().startswith("https://") or any(a < found.end and found.start < b for a, b in apart):
            continue
        out.append(_words(calm(text[at:found.start], known)))
        shown = html.escape(found.fact.text)
        out.append(f'<a href="{shown}" style="color:inherit">{shown}</a>')
        at = found.end
    return "".join([*out, _words(calm(text[at:], known))])


def _strange(text: str, known: Hosts) -> Iterator[tuple[int, int]]:
    at = 0
    for finding in sorted(strange(text, known), key=lambda each: each.start):
        if finding.start >= at:
            yield finding.start, finding.end
            at = finding.end


def _words(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")

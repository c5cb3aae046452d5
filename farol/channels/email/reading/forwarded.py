"""Who wrote a mail that somebody passes on. It is what they say of it: shown as data, never believed as an identity."""

from farol.channels.email.model import ADDRESS, Forwarded

from . import headers, quote_heads
from .charset import one_line
from .headers import Headers

MOST = 5
_LABELS = 12
"""Lines in which the labels of a forwarded mail stand."""


def in_text(text: str, subject: str) -> list[Forwarded]:
    """Those named by the lines that programs write above a forwarded mail."""
    lines = text.split("\n")
    found: list[Forwarded] = []
    at = 0
    while at < len(lines) and len(found) < MOST:
        words = quote_heads.bare(lines[at])
        opens = len(words) <= quote_heads.LONG and quote_heads.is_forward(words)
        bare_block = not opens and quote_heads.forwards(subject) and quote_heads.opens_block(lines[at]) and quote_heads.is_block(lines, at)
        if opens or bare_block:
            start = at + opens
            if said := _labels(lines[start: start + _LABELS]):
                found.append(said)
            at = start + _LABELS
        at += 1
    return found


def _labels(lines: list[str]) -> Forwarded | None:
    said: dict[str, str] = {}
    for line in lines:
        words = quote_heads.label(line) if len(line) <= quote_heads.LONG + 100 else None
        if words:
            said.setdefault(*words)
        elif said and line.strip():
            break
    if "author" not in said:
        return None
    name, address = _author(said["author"])
    return Forwarded(name, address, one_line(said.get("date", ""))[:100], one_line(said.get("subject", ""))[:300])


def _author(value: str) -> tuple[str, str]:
    found = ADDRESS.search(value)
    if not found:
        return one_line(value.strip("\"'; "))[:100], ""
    return one_line(value[: found.start()].strip("\"'<[(： ;").removesuffix("mailto:"))[:100].strip("\"' <["), found.group().lower()


def of_fields(fields: Headers) -> Forwarded:
    """The author of a mail that hangs on another as a file."""
    value = headers.first(fields, "from")
    found = headers.addresses(value) if len(value) < headers.LONGEST else []
    name, address = found[0] if len(found) == 1 else ("", "")
    return Forwarded(one_line(name)[:100], address.lower(), one_line(headers.text(headers.first(fields, "date")))[:100],
                     one_line(headers.text(headers.first(fields, "subject")))[:300])

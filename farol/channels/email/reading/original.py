"""A mail as it came, for somebody who wants to see all of it: headers, words, HTML. Runs in the parsing process."""

import re

import msgspec

from farol.channels.email.model import TEXT, Forwarded, OverLimit, Refused

from . import charset, contents, forwarded, headers, quote, sanitised, structure
from .parse import author, whole

MOST_HEADERS = 200
LONGEST_HEADER = 2_000
_HIDES = re.compile("([\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164\ufeff\uffa0\U000e0000-\U000e0fff])\\1{0,5000}")
_EMOJI = re.compile("[\u2190-\u2bff\U0001f000-\U0001faff\ufe0f]")


class Picture(msgspec.Struct, frozen=True):
    """A picture that the HTML shows in place. number: as in ``data-picture``; name: of the file."""

    number: int
    cid: str
    name: str
    media_type: str


class Original(msgspec.Struct, frozen=True, tag="original"):
    """What a mail holds. ``cuts``: lines of ``text`` (from, before) that its message in the ticket leaves out.

    ``html`` loads nothing: ``remote`` has the addresses of pictures that were left out, ``pictures`` those that came along.
    Characters that cannot be seen or that turn the reading direction are written out (``[U+202E]``) everywhere.
    """

    headers: list[tuple[str, str]]
    text: str
    cuts: tuple[tuple[int, int], ...]
    html: str
    remote: list[str]
    pictures: list[Picture]
    files: list[str]
    forwarded: list[Forwarded]


def original(raw: bytes) -> Original | Refused:
    """All of it, or over which limit it is."""
    try:
        return _original(whole(raw))
    except OverLimit as over:
        return Refused(str(over))


def _original(raw: bytes) -> Original:
    fields, body = structure.split(raw, 0, len(raw))
    subject = headers.text(headers.first(fields, "subject"))[:500]
    found = contents.read(raw, structure.leaves(raw, fields, body))
    cut = quote.cut(found.text[:TEXT].strip("\n \t"), sender=author(fields)[1], subject=subject, quoted=found.quoted)
    numbers = {file.cid: number for number, file in enumerate(found.files) if file.cid}
    clean = sanitised.clean(found.html, numbers)
    given = [(name, headers.text(value)) for name, values in fields.items() for value in values]
    return Original(
        headers=[(name, visible(value[:LONGEST_HEADER])) for name, value in given[:MOST_HEADERS]],
        text=visible(cut.text), cuts=cut.cuts, html=visible(clean.html), remote=clean.remote,
        pictures=[Picture(number, file.cid, visible(file.name), file.media_type) for number, file in enumerate(found.files) if file.cid],
        files=[visible(file.name) for file in found.files],
        forwarded=[*forwarded.in_text(cut.text, subject), *found.forwarded][: forwarded.MOST],
    )


def visible(text: str) -> str:
    """The text with what hides in it written out; the joiner inside emoji stays."""
    return _HIDES.sub(_written, charset.tidy(text))


def _written(found: re.Match[str]) -> str:
    hidden = found.group()
    if hidden == "\u200d" and found.start() and _EMOJI.match(found.string[found.start() - 1]):
        return hidden
    many = f" x{len(hidden)}" if len(hidden) > 1 else ""
    return f"[U+{ord(hidden[0]):04X}{many}]"

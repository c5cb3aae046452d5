"""The customer's words as the later stages read them: one spelling, nothing invisible, nothing quoted, not too long."""

import re
import unicodedata

import msgspec

MOST, END = 2_000, 500
"""Characters that are read, and how many of them at the end: who writes more has said before what it is about, and says last what they want."""
LONGEST = 12_000
_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\ufe00-\ufe0f\ufeff\U000e0000-\U000e007f]")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f]")
_QUOTED = re.compile(r"(?m)^[ \t]*(?:>|&gt;).*$\n?")
_ABOVE = re.compile(
    r"(?ms)^[ \t]*(?:-{3,} ?(?:original message|原始邮件|原始郵件|forwarded message)\b.*|on .{4,120} wrote:|在.{4,80}写道[:：]|.{4,80} пишет:"
    r"|el .{4,120} escribió:|em .{4,120} escreveu:|-- ?)$.*\Z", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\u3000]+")
_LINES = re.compile(r"\n{3,}")


class Plain(msgspec.Struct, frozen=True):
    """The words, and what was taken out: ``invisible``, ``quoted``, ``too_long``."""

    text: str
    cut: list[str]


def normalise(words: str) -> Plain:
    """Never fails; an empty text stays empty. A message that is nothing but a quote keeps it."""
    cut = []
    text = unicodedata.normalize("NFKC", _CONTROL.sub(" ", words[:LONGEST]))
    seen = _INVISIBLE.sub("", text)
    if seen != text:
        cut.append("invisible")
    own = _ABOVE.sub("", _QUOTED.sub("", seen)).strip()
    if own and own != seen.strip():
        cut.append("quoted")
    text = _LINES.sub("\n\n", _BLANKS.sub(" ", own or seen)).strip()
    if len(text) > MOST:
        cut.append("too_long")
        text = f"{text[: MOST - END - 1]}\n{text[-END:]}"
    return Plain(text, cut)

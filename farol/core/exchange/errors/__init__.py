"""Error codes as data: what each means, what to do, and the article about it (DOMAIN section 1.3).

One file a kind of trouble beside this one; an operator's own codes are more lines there. A code that means one thing at
one venue and another elsewhere is listed under each, and all its meanings are told.
"""

import re
from functools import cache
from importlib import resources
from typing import Literal, NamedTuple

import msgspec

from farol.core.chains import clean
from farol.core.exchange.shapes import Text

Kind = Literal["withdrawal", "api", "kyc"]
KINDS: tuple[Kind, ...] = ("withdrawal", "api", "kyc")
_LONGEST_TEXT = 20_000
_MOST_BEFORE = 24
_WORDS = re.compile(
    r"(?:error|err\b|code|ret_?code|retcode|errno|msg|错误|報錯|报错|代码|提示|失败|拒绝|原因码|reject|ошибк|api)", re.IGNORECASE
)
_CODE = re.compile(r"(?<![0-9A-Za-z_.])(?:-\d{4}|[−–]\d{4}|\d{4,6}|[A-Z][A-Z]+(?:_[A-Z]+)+|DUPLICATE|[a-z]+(?:-[a-z]+){2,})(?![0-9A-Za-z_]|[.-]\d)")


class Meaning(msgspec.Struct, frozen=True):
    """What a code says. key: the canonical reason. codes: by venue as that venue writes them; ``4xx`` is a group of numbers.

    final: nothing the customer sends again will change it. article: slug in the help centre.
    """

    key: str
    codes: dict[str, tuple[str, ...]]
    cause: Text
    fix: Text
    article: str
    final: bool = False
    kind: Kind = "withdrawal"


class CodeFound(NamedTuple):
    """A code in somebody's words, at its offsets in the given text, with all it can mean."""

    start: int
    end: int
    text: str
    code: str
    meanings: tuple[Meaning, ...]


@cache
def meanings(kind: Kind) -> tuple[Meaning, ...]:
    """One dictionary, in the order of its file."""
    raw = resources.files(__package__).joinpath(f"{kind}.json").read_bytes()
    return tuple(msgspec.structs.replace(one, kind=kind) for one in msgspec.json.decode(raw, type=list[Meaning]))


@cache
def _by_code() -> dict[str, tuple[tuple[str, Meaning], ...]]:
    table: dict[str, list[tuple[str, Meaning]]] = {}
    for kind in KINDS:
        for one in meanings(kind):
            table.setdefault(one.key, []).append(("", one))
            for venue, codes in one.codes.items():
                for code in codes:
                    table.setdefault(code.casefold(), []).append((venue, one))
    return {code: tuple(found) for code, found in table.items()}


def look_up(code: str, venue: str = "") -> tuple[Meaning, ...]:
    """What a code or canonical reason can mean; with a venue only what it means there. () for one nobody knows."""
    key = code.strip()[:80].replace("−", "-").replace("–", "-").casefold()
    found = _by_code().get(key, ())
    if not found and len(key) == 3 and key.isdigit():
        found = _by_code().get(f"{key[0]}xx", ())
    return tuple({one.key: one for where, one in found if not venue or where in ("", venue.casefold())}.values())


def find_codes(text: str) -> list[CodeFound]:
    """Codes of the dictionaries in the text, in order. A bare number counts only beside a word that makes it a code;
    six digits that are a code are taken as they are."""
    given = text[:_LONGEST_TEXT]
    cleaned = clean(given)
    found = []
    for match in _CODE.finditer(cleaned.text):
        code = match.group().replace("−", "-").replace("–", "-")
        known = look_up(code)
        if not known or (code.lstrip("-").isdigit() and len(code) < 6 and not _said(cleaned.text, match)):
            continue
        span = cleaned.span(*match.span())
        found.append(CodeFound(*span, given[slice(*span)], code, known))
    return found


def _said(text: str, match: re.Match[str]) -> bool:
    before = text[max(0, match.start() - _MOST_BEFORE) : match.start()]
    return bool(_WORDS.search(before) or _WORDS.match(text, match.end()))

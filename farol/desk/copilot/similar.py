"""How alike two tickets are, and how one ended without what belongs to its customer. Pure."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence

import msgspec

from farol.core import chains
from farol.core.customers.model import mask_email
from farol.core.shield import scrub
from farol.core.tickets.model import shorten
from farol.desk.search.tokens import tokens

ENDED = 600
LEAST = 0.12
"""Below this two tickets have nothing to say to each other."""
SAME_REASON, SAME_FAMILY, SAME_ENTITY = 0.3, 0.12, 0.08
MOST_WORDS = 24
_MAIL = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}")
_LONG = re.compile(r"(?<![0-9A-Za-z])(?=[0-9A-Za-z]*\d)[0-9A-Za-z]{10,}(?![0-9A-Za-z])")
_DIGITS = re.compile(r"(?<!\d)(?<!\d[.,])\+?\d(?:[ -]?\d){5,}(?!\d|[.,]\d)")


class Solved(msgspec.Struct, frozen=True):
    """A solved ticket with its customer's first words and the last of ours. name: the customer's, to be taken out."""

    id: int
    reason: str | None
    text: str


def asked(words: Iterable[str]) -> str:
    """A ``tsquery`` for tickets that share some of these words; empty when there are none."""
    wanted = [one for one in words if len(one) > 1 and not one.isdigit()][:MOST_WORDS]
    return " | ".join("'" + one.replace("\\", "\\\\").replace("'", "''") + "'" for one in wanted)


def ranked(text: str, reason: str | None, others: Sequence[Solved]) -> list[tuple[Solved, float, list[str]]]:
    """The others with how alike they are and the words both have, the most alike first.

    A word that many of them hold says little, so each counts by how rare it is among them.
    """
    mine = set(tokens(text))
    theirs = {one.id: set(tokens(one.text)) for one in others}
    held = Counter(token for words in theirs.values() for token in words)

    def weight(words: Iterable[str]) -> float:
        return math.sqrt(sum(_rare(held[word], len(others)) ** 2 for word in words))

    things = _things(text)
    found = []
    for one in others:
        both = mine & theirs[one.id]
        size = weight(mine) * weight(theirs[one.id])
        like = weight(both) ** 2 / size if size else 0.0
        like += SAME_REASON if reason and one.reason == reason else SAME_FAMILY if reason and _family(one.reason) == _family(reason) else 0.0
        like += SAME_ENTITY * len(things & _things(one.text))
        if both and like >= LEAST:
            found.append((one, round(min(like, 1.0), 3), sorted(both, key=lambda word: (held[word], word))[:6]))
    return sorted(found, key=lambda row: (-row[1], -row[0].id))


def masked(text: str, name: str) -> str:
    """Words said to somebody else: without secrets, names, addresses, numbers of people and accounts, and ids."""
    text = scrub(text).text
    if len(name.strip()) > 1:
        text = re.sub(re.escape(name.strip()), "•••", text, flags=re.IGNORECASE)
    text = _MAIL.sub(lambda found: mask_email(found[0]), text)
    text = _LONG.sub(lambda found: f"{found[0][:3]}…{found[0][-2:]}", text)
    return shorten(_DIGITS.sub("••••", text), ENDED)


def _rare(holding: int, of: int) -> float:
    return math.log(1 + of / (1 + holding))


def _family(reason: str | None) -> str:
    return (reason or "").partition(".")[0]


def _things(text: str) -> set[str]:
    """Coins and networks that are named."""
    return {one.coin if one.kind == "amount" else one.value for one in chains.mentions(text) if one.kind in ("amount", "coin", "network")}

"""The little grammar of ``heard/<language>.txt``: which words, together in one clause, ring an alarm.

A line is a rule or a name::

    who = someone | hacker*
    theft: {who} + withdrew | transferred [my|all] [coins|money]

``+`` joins sets; a rule rings when each of its sets has a member in the clause, in any order. ``|`` stands between members, ``[a|b]`` within one
for either, and ``{name}`` for the members of a name. Where words are written with spaces a member is whole words, and ``*`` leaves the end of
the last one open; elsewhere it is found anywhere, and ``^`` and ``$`` are the ends of the clause. ``calm_theft`` and ``calm_care`` silence
the rules of their kind in that clause; ``alone`` are whole messages that ring for care.

There are no regular expressions in it, so no text can make it slow: a clause is searched for fixed strings.
"""

import re
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import product
from typing import NamedTuple

from .spelling import bare

Set = tuple[str, ...]
KINDS = ("care", "theft")
TIGHT = frozenset({"zh", "ja", "ko", "th"})
"""Languages whose words are found anywhere, blanks left out."""
LOOSE = frozenset({"ar", "hi"})
"""Whose words begin with what other languages write apart (and, in, the)."""
SCRIPTS = {
    "zh": r"[\u3400-\u9fff]", "ja": r"[\u3040-\u30ff\u4e00-\u9fff]", "ko": r"[\uac00-\ud7a3]", "th": r"[\u0e00-\u0e7f]", "ar": r"[\u0600-\u06ff]",
    "ru": r"[\u0400-\u04ff]", "uk": r"[\u0400-\u04ff]", "hi": r"[\u0900-\u097f]",
}  # fmt: skip
LATIN = r"[a-z]"
_EITHER = re.compile(r"\[([^\]]*)\]")
_SPACES = re.compile(r"\s+")


class Grammar(NamedTuple):
    """Of one language. rules: by kind, each a list of sets. calm: by kind."""

    language: str
    script: re.Pattern[str]
    rules: dict[str, list[list[Set]]]
    calm: dict[str, Set]
    alone: frozenset[str]

    def rings(self, kind: str, clause: str) -> bool:
        """clause: as ``spelling.clauses`` gives it."""
        here = self._seen(clause)
        return any(all(_has(one, here) for one in rule) for rule in self.rules[kind])

    def calms(self, kind: str, clause: str) -> bool:
        """Whether the clause asks or jests rather than tells."""
        return _has(self.calm[kind], self._seen(clause))

    def is_alone(self, text: str) -> bool:
        """Whether the whole message is one of those."""
        return self._seen(text) in self.alone

    def _seen(self, clause: str) -> str:
        return f"^{clause.replace(' ', '')}$" if self.language in TIGHT else clause


def _has(one: Set, here: str) -> bool:
    for member in one:  # noqa: SIM110 — a third faster than any() over a generator, and this is asked of every message
        if member in here:
            return True
    return False


@lru_cache
def grammars() -> tuple[Grammar, ...]:
    """All languages."""
    found = sorted((one for one in files(__package__).joinpath("heard").iterdir() if one.name.endswith(".txt")), key=lambda one: one.name)
    return tuple(read(one.name.removesuffix(".txt"), one.read_text("utf-8")) for one in found)


def read(language: str, text: str) -> Grammar:
    """Raises ``ValueError`` for a line that is neither a rule nor a name, and ``KeyError`` for an unknown name."""
    names: dict[str, Set] = {}
    rules: dict[str, list[list[Set]]] = {kind: [] for kind in KINDS}
    calm: dict[str, Set] = dict.fromkeys(KINDS, ())
    alone: frozenset[str] = frozenset()
    for line in text.splitlines():
        name, mark, rest = _parted(line)
        if not name:
            continue
        sets = [_members(language, part, names) for part in re.split(r" \+ ", rest)]
        if mark == "=":
            names[name] = sets[0]
        elif name in KINDS:
            rules[name].append(sets)
        elif name == "alone":
            alone |= {f"^{one}$" if language in TIGHT else one for one in sets[0]}
        else:
            calm[name.removeprefix("calm_")] += sets[0]
    return Grammar(language, re.compile(SCRIPTS.get(language, LATIN)), rules, calm, alone)


def _parted(line: str) -> tuple[str, str, str]:
    if not line.strip() or line.startswith("#"):
        return "", "", ""
    found = re.match(r"(\w+)\s*([=:])\s*(.+)", line)
    if found is None:
        raise ValueError(line)
    return found[1], found[2], found[3]


def _members(language: str, part: str, names: dict[str, Set]) -> Set:
    found: dict[str, None] = {}
    for raw in _apart(part):
        if raw.startswith("{"):
            found |= dict.fromkeys(names[raw.strip("{}")])
        else:
            found |= dict.fromkeys(spelled for one in _expanded(raw) if (spelled := _spelled(language, one)))
    return tuple(found)


def _apart(part: str) -> list[str]:
    """At ``|``, but for those within brackets."""
    return [one.strip() for one in re.split(r"\|(?![^\[]*\])", part) if one.strip()]


def _expanded(raw: str) -> list[str]:
    pieces = [one.split("|") if place % 2 else [one] for place, one in enumerate(_EITHER.split(raw))]
    return ["".join(each) for each in product(*pieces)]


def _spelled(language: str, raw: str) -> str:
    plain = _SPACES.sub(" ", re.sub(r"[^\w$^*]+", " ", bare(raw))).strip()
    if "*" in plain[:-1]:
        raise ValueError(raw)
    if language in TIGHT:
        return plain.replace(" ", "")
    if language in LOOSE:
        return plain
    return f" {plain.removesuffix('*')}" if plain.endswith("*") else f" {plain} " if plain else ""


def rung(kind: str, parts: Sequence[str]) -> bool:
    """Whether any clause rings. parts: as ``spelling.clauses`` gives them. A word like "hack" is many languages' own, so what is calm in one
    is calm."""
    for clause in parts:
        here = [one for one in grammars() if one.script.search(clause)]
        if any(one.rings(kind, clause) for one in here) and not any(one.calms(kind, clause) for one in here):
            return True
    return False


def alone(parts: Sequence[str]) -> bool:
    """Whether the one clause of a message rings by itself."""
    return len(parts) == 1 and any(one.is_alone(parts[0]) for one in grammars())

"""Topics found by words, for the community's own search and for the help centre's."""

import msgspec

from farol.kit import text
from farol.kit.core import Kit
from farol.kit.i18n import Lang

from . import read_store, render
from .shapes import Found

MOST_TOKENS = 60
MOST_LOOKED_AT = 40
TITLE, OWN_LANGUAGE, ANSWERED = 0.5, 0.2, 0.15
"""What words in the title, the reader's language and an accepted answer add to the share of words found."""
_COMMON = frozenset(text.tokens(
    "a an the i im my me we our you your it its is are was be been am do does did have has can could will would to of in on at for from with "
    "and or but not no so that this there what why how when where which please help hi hello get 的 了 吗 呢 我 你 您 是 在 有 怎么 什么 为什么 一个 可以"))


class Hit(msgspec.Struct, frozen=True):
    """A topic as a search shows it. path: on this site; kind: question or idea."""

    path: str
    title: str
    excerpt: str
    kind: str
    replies: int
    answered: bool
    language: str


async def find(kit: Kit, question: str, lang: Lang, most: int = 5) -> list[Hit]:
    """The topics nearest to the question, best first; none when they hold less than half of its words."""
    wanted = [token for token in dict.fromkeys(text.tokens(question)) if token not in _COMMON][:MOST_TOKENS]
    if not wanted:
        return []
    found = sorted(await read_store.find(kit.db, wanted, MOST_LOOKED_AT), key=lambda one: -_worth(one, set(wanted), lang))
    return [Hit(f"/community/{lang}/t/{one.id}", one.title, render.plain(one.body), one.kind, one.replies, one.answered, one.language) for one in found[:most]]


def _worth(one: Found, wanted: set[str], lang: Lang) -> float:
    in_title = len(wanted.intersection(text.tokens(one.title))) / len(wanted)
    return one.score + TITLE * in_title + OWN_LANGUAGE * (one.language == lang) + ANSWERED * one.answered

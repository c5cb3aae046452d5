"""What is missing: what people ask that nothing answers well, by how often and how badly.

Three sources. Searches without a good hit, as counted by search. Reasons of tickets on which there is no article, whose articles are
voted unhelpful, or whose tickets are escalated. And questions of tickets, in the customers' own words, that search answers with nothing.
"""

import asyncio
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta

import msgspec

from farol.kit import clock, text
from farol.kit.core import Kit
from farol.kit.i18n import lang_of
from farol.selfserve.forms.model import forms
from farol.selfserve.help_centre import store as feedback
from farol.selfserve.help_centre.stuck import OF_ARTICLE
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval import gap_store
from farol.selfserve.retrieval.asking import sees
from farol.selfserve.retrieval.gaps import telling
from farol.selfserve.retrieval.library import Library, library
from farol.selfserve.retrieval.model import Gap as Missed
from farol.selfserve.retrieval.synonyms import Synonyms

from . import coverage_store as store
from .coverage_store import Asked, OfReason
from .masking import masked
from .model import SEARCHED, Decision, Gap, Share, Why, weight, worst

WINDOW, VOTES = timedelta(days=30), timedelta(days=180)
"""How far back tickets and votes are looked at."""
MOST_ASKED, MOST_SEARCHES, MOST_GAPS, MOST_EXAMPLES = 400, 200, 100, 3
SHORT = 160
"""Characters of an example."""
UNHELPFUL = 0.6
"""An article does not help when the share it helps lies below this with 95 % confidence."""
ESCALATED = 2
"""Escalated tickets of a reason that make it worth a look though there is an article."""
ALIKE = 0.5
"""The share of their terms that two questions have in common when they count as one."""
OF_REASON = 0.35
"""The same for questions of tickets with one reason: the matter is alike already."""
FEWEST = 2
"""Tickets that make a question a gap."""
WEEK = timedelta(days=7)
MOST_TICKETS, MOST_ANSWERS = 30, 12
"""Resolved tickets a draft can be made of, and of these, answers that are compared."""
ANSWER = 400
"""Characters of an answer that are shown."""


class Judged(msgspec.Struct, frozen=True):
    """A ticket's first words, masked, and the article that search would have answered with, as slug and language; None for no good answer."""

    asked: Asked
    words: str
    led: tuple[str, str] | None
    terms: frozenset[str]


class Votes(msgspec.Struct, frozen=True):
    """What readers said, by article, over all its languages."""

    by_article: Mapping[int, Share]

    def unhelpful(self, articles: Iterable[Article]) -> bool:
        """Whether all of these are known not to help."""
        shares = [self.by_article.get(one.article_id) for one in articles]
        return bool(shares) and all(share is not None and share.high < UNHELPFUL for share in shares)


async def gaps(kit: Kit, viewer: int | None) -> list[Gap]:
    """Every gap the viewer may see, decided or not, the heaviest first."""
    since = clock.now() - WINDOW
    books = await library(kit)
    known = _known(books, await store.articles(kit.db))
    votes = await voted(kit)
    asked = await judged(kit, viewer)
    of_reason = _reasons(await store.reasons(kit.db, viewer, since), known, votes, asked)
    missing = {gap.title for gap in of_reason if gap.why != ["escalated"]}
    found = [*(_searched(one) for one in await gap_store.open_gaps(kit.db, "", MOST_SEARCHES)), *of_reason,
             *_questions([one for one in asked if one.led is None and one.asked.reason not in missing])]  # fmt: skip
    return sorted(found, key=lambda gap: (-gap.score, -gap.volume, gap.key))[:MOST_GAPS]


async def judged(kit: Kit, viewer: int | None) -> list[Judged]:
    """The newest tickets the viewer may see, asked of search in their customers' words."""
    books = await library(kit)
    rows = await store.asked(kit.db, viewer, clock.now() - WINDOW, MOST_ASKED)
    # Some milliseconds a ticket: others go on being answered meanwhile.
    return await asyncio.to_thread(lambda: [_judge(books, row) for row in rows])


async def voted(kit: Kit) -> Votes:
    """The votes of the last half year."""
    yes, n = Counter[int](), Counter[int]()
    for row in await feedback.helped(kit.db, clock.now() - VOTES):
        yes[row.article_id] += row.yes
        n[row.article_id] += row.yes + row.no
    return Votes({article: Share(yes[article], n[article]) for article in n})


def _judge(books: Library, row: Asked) -> Judged:
    words = " ".join(masked(row.body[:600], lang_of(row.language), [row.name]).split())[:SHORT]
    found = books.index.find(words, lang_of(row.language), 1, sees())
    best = found.hits[0].article if found.good else None
    return Judged(row, words, (best.slug, best.language) if best else None, frozenset(telling(words, books.synonyms)))


def _known(books: Library, more: Iterable[tuple[str, str]]) -> dict[str, list[Article]]:
    """What readers can find on each reason, one language of each article."""
    may = sees()
    by_slug = {article.slug: article for article in books.index.articles() if may(article)}
    pairs = [(reason, slug) for slug, reason in OF_ARTICLE.items()]
    pairs += [(form.reason, slug) for form in forms().values() for slug in form.articles]
    found: dict[str, dict[str, Article]] = {}
    for reason, slug in [*pairs, *more]:
        if slug in by_slug:
            found.setdefault(reason, {})[slug] = by_slug[slug]
    return {reason: list(articles.values()) for reason, articles in found.items()}


def _searched(gap: Missed) -> Gap:
    return Gap(f"search:{gap.id}", "search", gap.words, gap.language, ["search"], gap.asked, gap.asked * weight(SEARCHED), SEARCHED,
               [], [], 0, gap.last_at)  # fmt: skip


def _reasons(rows: Sequence[OfReason], known: Mapping[str, list[Article]], votes: Votes, asked: Sequence[Judged]) -> list[Gap]:
    found = []
    for reason in sorted({row.reason for row in rows}):
        mine = [row for row in rows if row.reason == reason]
        articles, escalations = known.get(reason, []), sum(row.escalations for row in mine)
        why: list[Why] = [] if articles else ["no_article"]
        why += ["unhelpful"] if votes.unhelpful(articles) else []
        alone = not why
        why += ["escalated"] if escalations >= ESCALATED else []
        if not why:
            continue
        # Where an article helps most people, only those it did not keep from escalating count.
        counted = [(row.severity, row.escalations if alone else row.tickets) for row in mine]
        examples = [one.words for one in asked if one.asked.reason == reason and (not alone or one.asked.escalations)]
        score = sum(weight(row.severity) * (row.escalations + (0 if alone else row.tickets)) for row in mine)
        found.append(Gap(
            f"reason:{reason}", "reason", reason, "", why, sum(n for _, n in counted), score, worst(severity for severity, n in counted if n),
            _distinct(examples), [one.slug for one in articles], escalations, max(row.last_at for row in mine)))  # fmt: skip
    return found


def _questions(unanswered: Sequence[Judged]) -> list[Gap]:
    groups: list[list[Judged]] = []
    for one in unanswered:
        if not one.terms:
            continue
        near = next((group for group in groups if _language(group[0]) == _language(one) and alike(group[0].terms, one.terms) >= _wanted(group[0], one)), None)
        if near is None:
            groups.append([one])
        else:
            near.append(one)
    return [_question(group) for group in groups if len(group) >= FEWEST]


def _wanted(one: Judged, other: Judged) -> float:
    """How much two questions must have in common."""
    return OF_REASON if one.asked.reason and one.asked.reason == other.asked.reason else ALIKE


def _question(group: list[Judged]) -> Gap:
    # The oldest names the group: it stays the oldest while newer ones come.
    first = group[-1]
    key = hashlib.sha256(" ".join(sorted(first.terms)).encode()).hexdigest()[:16]
    score = sum(weight(one.asked.severity) * (2 if one.asked.escalations else 1) for one in group)
    return Gap(
        f"question:{_language(first)}:{key}", "question", first.words, _language(first), ["no_answer"], len(group), score,
        worst(one.asked.severity for one in group), _distinct(one.words for one in group), [],
        sum(1 for one in group if one.asked.escalations), _newest(group),
        sum(1 for one in group if one.asked.opened_at >= clock.now() - WEEK), *_solved(group))  # fmt: skip


def _solved(group: Sequence[Judged]) -> tuple[int, str, list[int]]:
    """How many were answered and resolved by staff's own words, an answer that is most like the others, and the tickets, newest first."""
    solved = [one.asked for one in group if one.asked.resolved and one.asked.answer and not one.asked.linked]
    said = [" ".join(masked(one.answer, lang_of(one.language), [one.name]).split())[:ANSWER] for one in solved[:MOST_ANSWERS]]
    tokens = [frozenset(text.tokens(words)) for words in said]
    best = max(range(len(said)), key=lambda at: sum(alike(tokens[at], other) for other in tokens), default=None)
    return len(solved), "" if best is None else said[best], [one.id for one in solved[:MOST_TICKETS]]


def _language(one: Judged) -> str:
    """As articles name it: either script is ``zh``."""
    return one.asked.language.partition("-")[0]


def _newest(group: Iterable[Judged]) -> datetime:
    return max(one.asked.opened_at for one in group)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of their terms that two texts have in common."""
    return len(one & other) / len(one | other) if one | other else 0.0


def _distinct(words: Iterable[str]) -> list[str]:
    return list(dict.fromkeys(each for each in words if each))[:MOST_EXAMPLES]


def matched(found: Sequence[Gap], decisions: Sequence[Decision], synonyms: Synonyms) -> dict[str, str]:
    """Key of each decision to the key of the gap it is about today.

    A group of questions is named by its oldest ticket, which leaves the window one day; the decision then goes with the words.
    """
    now = {gap.key: gap.key for gap in found}
    asked = [(gap, frozenset(telling(gap.title, synonyms))) for gap in found if gap.kind == "question"]
    for one in decisions:
        if one.key not in now and one.key.startswith("question:"):
            terms = frozenset(telling(one.title, synonyms))
            if near := next((gap for gap, theirs in asked if alike(terms, theirs) >= ALIKE), None):
                now[one.key] = near.key
    kept = {one.key for one in decisions}
    return {decision: gap for decision, gap in now.items() if decision in kept}

"""How each article is, as one number whose parts are shown.

score = 100 - unhelpful - age - due - links - live - figures - stale - led, and never below 0, where

* unhelpful = 40 x the least share of readers it did not help (lower Wilson bound of the no votes of half a year): few votes take little,
* age       = 10 x how far between 180 and 360 days ago it was checked,
* due       = 10 when its day of review has come or it has expired,
* links     = 5 for each link that leads nowhere, at most 15,
* live      = 20 when a live block stays empty,
* figures   = 15 for each figure that the exchange contradicts, at most 30,
* stale     = 10 when another language has said more since,
* led       = 2 for each ticket of a month whose own words search answers with it first, at most 10.
"""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from farol.core.exchange import published
from farol.core.exchange.model import NetworkInfo
from farol.kit import clock
from farol.kit.core import Kit
from farol.selfserve.help_centre import store as feedback
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval.library import library

from . import checks, coverage, figures, store
from .model import Finding, Health, Part, Share, Vote
from .store import Dates

POINTS = {"unhelpful": 40, "age": 10, "due": 10, "links": 15, "live": 20, "figures": 30, "stale": 10, "led": 10}
"""The most that each part takes off."""
PER_LINK, PER_FIGURE, PER_TICKET = 5, 15, 2
YOUNG_DAYS, OLD_DAYS = 180, 360
MOST_TABLES = 200


class World(msgspec.Struct, frozen=True):
    """What articles are compared with. rows: networks of the exchange, None when it does not answer; unknown: tables it does not have;
    held: the anchors of every article, by language and slug."""

    today: date
    rows: tuple[NetworkInfo, ...] | None
    unknown: frozenset[str]
    held: Mapping[str, Mapping[str, frozenset[str]]]
    votes: Mapping[tuple[int, str], Share]
    dates: Mapping[int, Dates]
    behind: frozenset[tuple[int, str]]
    led: Mapping[tuple[str, str], int]


class Report(msgspec.Struct, frozen=True):
    """Every published text, the worst first. exchange_ok: false when figures and live blocks could not be compared just now."""

    articles: list[Health]
    exchange_ok: bool


async def report(kit: Kit, viewer: int | None) -> Report:
    """How everything that is published is now."""
    articles = list((await library(kit)).index.articles())
    world = await _world(kit, articles, viewer)
    found = await asyncio.to_thread(lambda: [judge(article, world) for article in articles])
    return Report(sorted(found, key=lambda one: (one.score, one.slug, one.language)), world.rows is not None)


def judge(article: Article, world: World) -> Health:
    """One language of an article."""
    mine = world.held[article.language]
    # A link to an article that exists in another language alone is answered in that language.
    held = {**{slug: anchors for other in world.held.values() for slug, anchors in other.items()}, **mine}
    findings = [*checks.links(article, held), *checks.blocks(article, world.rows, world.unknown),
                *figures.contradictions(article.body, world.rows or ())]  # fmt: skip
    votes = world.votes.get((article.article_id, article.language), Share(0, 0))
    dates = world.dates.get(article.article_id, Dates(article.article_id, None, None))
    age = (world.today - article.checked_on).days
    stale = (article.article_id, article.language) in world.behind
    led = world.led.get((article.slug, article.language), 0)
    parts = [part for part in _parts(findings, votes, age, dates, world.today, stale, led) if part.points]
    return Health(
        article.article_id, article.slug, article.language, article.version, article.title,
        max(0, round(100 - sum(part.points for part in parts))), parts, Vote.of(votes), article.checked_on, age, dates.review_on,
        dates.expires_on, stale, led, findings)  # fmt: skip


def _parts(findings: Sequence[Finding], votes: Share, age: int, dates: Dates, today: date, stale: bool, led: int) -> list[Part]:
    codes = Counter(finding.code for finding in findings)
    due = any(day is not None and day <= today for day in (dates.review_on, dates.expires_on))
    old = min(1.0, max(0.0, (age - YOUNG_DAYS) / (OLD_DAYS - YOUNG_DAYS)))
    taken = {
        "unhelpful": POINTS["unhelpful"] * Share(votes.n - votes.yes, votes.n).low,
        "age": POINTS["age"] * old,
        "due": POINTS["due"] * due,
        "links": min(POINTS["links"], PER_LINK * (codes["link"] + codes["related"])),
        "live": POINTS["live"] * bool(codes["live"]),
        "figures": min(POINTS["figures"], PER_FIGURE * codes["contradicts"]),
        "stale": POINTS["stale"] * stale,
        "led": min(POINTS["led"], PER_TICKET * led),
    }
    return [Part(code, round(points, 1)) for code, points in taken.items()]


async def _world(kit: Kit, articles: Sequence[Article], viewer: int | None) -> World:
    board = await published.networks(kit)
    names = sorted({name for article in articles for name in checks.tables(article)})[:MOST_TABLES]
    read = await asyncio.gather(*(published.table(kit, name) for name in names))
    unknown = frozenset(name for name, table in zip(names, read, strict=True) if table.ok and not table.known)
    votes = {(row.article_id, row.language): Share(row.yes, row.yes + row.no) for row in await feedback.helped(kit.db, clock.now() - coverage.VOTES)}
    led = Counter(one.led for one in await coverage.judged(kit, viewer) if one.led)
    held: dict[str, dict[str, frozenset[str]]] = {}
    for article in articles:
        held.setdefault(article.language, {})[article.slug] = checks.anchors(article.body)
    return World(clock.now().date(), tuple(board.value or ()) if board.ok else None, unknown, held, votes, await store.dates(kit.db),
                 frozenset(await store.behind(kit.db)), led)  # fmt: skip

"""Search in a help centre of a hundred thousand passages, beside the bare index and beside PostgreSQL's full text."""

import argparse
import asyncio
import random
import time
from collections.abc import Awaitable, Callable
from urllib.parse import quote

from farol.kit import text
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval import index
from farol.selfserve.retrieval.corpus import fields
from farol.selfserve.retrieval.index import Index
from farol.selfserve.retrieval.passages import passages
from farol.selfserve.retrieval.synonyms import Synonyms

from .client import Http, http, request
from .many_passages import articles, publish, questions
from .result import Result, at, median
from .rig import Rig, rig

RATIO_AT_MOST, PG_AT_MOST = 15.0, 0.1
PER_ADDRESS = 50
"""Questions one address asks, so that nobody asks more often than somebody may."""
LOADING_S, LOOK_AGAIN_S = 600.0, 1.0
TABLE = "bench_passage"
BARE_TABLE = f"create table {TABLE} (id int primary key, words tsvector)"
BARE_FILL = f"insert into {TABLE} select x.id, to_tsvector('simple', x.said) from unnest($1::int[], $2::text[]) x(id, said)"  # noqa: S608
BARE_INDEX = f"create index on {TABLE} using gin (words)"
BARE_ASK = f"select id from {TABLE} where words @@ $1::text::tsquery order by ts_rank(words, $1::text::tsquery) desc limit 10"  # noqa: S608
BATCH = 5_000
Ask = Callable[[str, str], Awaitable[None]]


async def run(options: argparse.Namespace) -> Result:
    """The same questions of ten kinds by turns: over HTTP, to the bare index in this process, and to PostgreSQL, words OR-ed and ranked."""
    held = list(articles(options.passages))
    product, bare, database, ratios, pg_ratios = [], [], [], [], []
    kinds: dict[str, list[float]] = {}
    async with rig(customers=10) as made:
        await publish(made.db, held)
        reader = Reader(made)
        loading = asyncio.create_task(reader.loaded())
        alone = await asyncio.to_thread(_index, held)
        async with asyncio.timeout(LOADING_S):
            await loading
        await _full_text(made, held)
        for round_ in range(options.rounds):
            rng = random.Random(round_)  # noqa: S311  which questions are asked is no secret
            asked = [questions(rng, options.passages) for _ in range(2_000)]
            ours = await _times(asked, options.seconds, reader.ask)
            index_alone = await _times(asked, options.seconds, lambda lang, question: _bare(alone, lang, question))
            full_text = await _times(asked, options.seconds, lambda _, question: _postgres(made, question))
            product.append(_p99(ours))
            bare.append(_p99(index_alone))
            database.append(_p99(full_text))
            ratios.append(product[-1] / bare[-1])
            pg_ratios.append(product[-1] / database[-1])
            for kind, times in ours.items():
                kinds.setdefault(kind, []).extend(times)
        reader.close()
    ratio, pg_ratio = median(ratios), median(pg_ratios)
    return Result(
        "kb", median(product), median(bare), ratio, "ms (p99)", options.rounds,
        f"ratio <= {RATIO_AT_MOST:g} and pg_ratio <= {PG_AT_MOST:g}", ratio <= RATIO_AT_MOST and pg_ratio <= PG_AT_MOST,
        {"pg_ratio": pg_ratio, "postgres_ms": median(database), "passages": len(alone), "articles": len(held),
         "questions": sum(map(len, kinds.values())), "p50_ms": median([at(times, 0.5) * 1e3 for times in kinds.values()]),
         "p99_ms_by_kind": {kind: round(at(times, 0.99) * 1e3, 2) for kind, times in kinds.items()}})


class Reader:
    """Asks one question after the other, every so many from another loopback address, as that many people would."""

    def __init__(self, made: Rig) -> None:
        self._made, self._asked = made, 0
        self._connection: Http | None = None

    async def ask(self, lang: str, question: str) -> None:
        """A page of results. Raises RuntimeError for any other answer."""
        if self._connection is None or self._connection.closed or self._asked % PER_ADDRESS == 0:
            self.close()
            number = self._asked // PER_ADDRESS
            self._connection = await http(self._made.port, own=f"127.0.{1 + number // 250}.{1 + number % 250}")
        self._asked += 1
        assert self._connection
        status, body = await self._connection.ask(request("GET", f"/help/{lang}/search?q={quote(question)}"))
        if status != 200 or b"<ol" not in body:
            raise RuntimeError(f"{question}: {status} {body[-300:]!r}")

    async def loaded(self) -> None:
        """Returns when the web process finds what was published."""
        while True:
            try:
                return await self.ask("en", "deposit")
            except RuntimeError:
                await asyncio.sleep(LOOK_AGAIN_S)

    def close(self) -> None:
        """Hangs up."""
        if self._connection:
            self._connection.close()


def _index(held: list[Article]) -> Index:
    """The index alone: without synonyms, without anything around it."""
    return index.empty(Synonyms([])).changed(held)


async def _bare(alone: Index, lang: str, question: str) -> None:
    alone.passages(question, lang, 10)


async def _postgres(made: Rig, question: str) -> None:
    await made.db.fetch(BARE_ASK, " | ".join(f"'{token}'" for token in dict.fromkeys(text.tokens(question))))


async def _times(asked: list[dict[str, tuple[str, str]]], seconds: float, ask: Ask) -> dict[str, list[float]]:
    """Seconds by kind of question."""
    times: dict[str, list[float]] = {}
    ends = time.perf_counter() + seconds
    for each in asked:
        for kind, (lang, question) in each.items():
            began = time.perf_counter()
            await ask(lang, question)
            times.setdefault(kind, []).append(time.perf_counter() - began)
        if time.perf_counter() > ends:
            break
    return times


def _p99(times: dict[str, list[float]]) -> float:
    return at([one for each in times.values() for one in each], 0.99) * 1e3


async def _full_text(made: Rig, held: list[Article]) -> None:
    """The same passages as PostgreSQL's own full text, in the same tokens."""
    said = [" ".join(token for words, _ in fields(passage) for token in text.tokens(words)) for article in held for passage in passages(article)]
    async with made.db.acquire() as connection:
        await connection.execute(BARE_TABLE)
        for low in range(0, len(said), BATCH):
            part = said[low : low + BATCH]
            await connection.execute(BARE_FILL, list(range(low, low + len(part))), part)
        await connection.execute(BARE_INDEX)
        await connection.execute(f"vacuum analyze {TABLE}")

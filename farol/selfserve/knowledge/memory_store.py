"""Statements on the translation memory."""

from collections.abc import Sequence

from farol.kit.db import Reads, Tx

from .memory import Pair, digest, marks

KEEP = """
insert into translation_pair (source_language, target_language, source, target, source_hash, marks, article_id)
select $1, $2, p.source, p.target, p.hash, string_to_array(p.marks, ',')::int[], $3
from unnest($4::text[], $5::text[], $6::bytea[], $7::text[]) p(source, target, hash, marks)
on conflict (source_language, target_language, source_hash, article_id) do update set target = excluded.target, at = now()"""
# The same words first, then those that share most marks; a mark in common is what makes two paragraphs worth comparing.
NEAR = """
select w.n, p.source, p.target, p.article_id
from unnest($3::int[], $4::bytea[], $5::text[]) w(n, hash, marks)
join lateral (
  select source, target, article_id, source_hash = w.hash as same,
    cardinality(array(select unnest(t.marks) intersect select unnest(string_to_array(w.marks, ',')::int[]))) as shared
  from translation_pair t where t.source_language = $1 and t.target_language = $2 and t.marks && string_to_array(w.marks, ',')::int[]
  order by same desc, shared desc, id desc limit $6) p on true"""
CANDIDATES = 12


async def keep(tx: Tx, article_id: int, one: str, other: str, found: Sequence[Pair]) -> None:
    """Remembers pairs of an article in both directions; its later translation of a paragraph takes the place of the earlier."""
    await _keep(tx, article_id, one, other, found)
    await _keep(tx, article_id, other, one, [Pair(pair.target, pair.source) for pair in found])


async def _keep(tx: Tx, article_id: int, source: str, target: str, found: Sequence[Pair]) -> None:
    once = list({digest(pair.source): pair for pair in found}.values())
    await tx.execute(
        KEEP, source, target, article_id, [pair.source for pair in once], [pair.target for pair in once], [digest(pair.source) for pair in once],
        [_joined(pair.source) for pair in once])


async def near(db: Reads, source: str, target: str, paragraphs: Sequence[str]) -> list[list[tuple[Pair, int]]]:
    """For each paragraph some pairs that may be near it, with their article."""
    found: list[list[tuple[Pair, int]]] = [[] for _ in paragraphs]
    rows = await db.fetch(NEAR, source, target, list(range(len(paragraphs))), [digest(one) for one in paragraphs],
                          [_joined(one) for one in paragraphs], CANDIDATES)  # fmt: skip
    for row in rows:
        found[row["n"]].append((Pair(row["source"], row["target"]), row["article_id"]))
    return found


def _joined(words: str) -> str:
    return ",".join(str(mark) for mark in marks(words))

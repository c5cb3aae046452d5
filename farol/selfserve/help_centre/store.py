"""What readers say of articles."""

from datetime import date, datetime

from farol.kit.db import Reads, Tx, every

from .model import Feedback, Helped, Remark

ARTICLE = "select id from article where slug = $1"
RATE = """
insert into article_feedback (article_id, language, version, helpful, reason, words, visitor, day)
values ($1, $2, $3, $4, $5, $6, $7, $8)
on conflict on constraint article_feedback_once do update
  set version = excluded.version, helpful = excluded.helpful, reason = excluded.reason, words = excluded.words, at = now()
  where (article_feedback.version, article_feedback.helpful, article_feedback.reason, article_feedback.words)
    is distinct from (excluded.version, excluded.helpful, excluded.reason, excluded.words)
returning id"""
HELPED = """
select article_id, language, count(*) filter (where helpful) as yes, count(*) filter (where not helpful) as no
from article_feedback where at >= $1 group by article_id, language"""
REMARKS = """
select language, version, reason, words, at from article_feedback
where article_id = $1 and not helpful and (reason is not null or words <> '') order by at desc limit $2"""


async def article(tx: Tx, slug: str) -> int | None:
    """The article's id."""
    found = await tx.fetchval(ARTICLE, slug)
    return int(found) if found is not None else None


async def rate(tx: Tx, article_id: int, language: str, version: int, said: Feedback, visitor: bytes, day: date) -> bool:
    """Keeps the visitor's last word of the day; whether it is another than before."""
    return await tx.fetchval(RATE, article_id, language, version, said.helpful, said.reason, said.words, visitor, day) is not None


async def helped(db: Reads, since: datetime) -> list[Helped]:
    """Yes and no by article and language."""
    return await every(db, Helped, HELPED, since)


async def remarks(db: Reads, article_id: int, most: int) -> list[Remark]:
    """What those wrote who were not helped, the newest first."""
    return await every(db, Remark, REMARKS, article_id, most)

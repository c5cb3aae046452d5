"""Statements on batches."""

from farol.kit.db import Reads, every, one

from .model import Batch

COLUMNS = """
select b.id, b.window_id, b.version, b.maker_id, s.name as maker, b.words, b.at, b.outcome, coalesce(k.name, '') as checker, b.checker_words,
  b.decided_at, (select count(*)::int from claim m where m.batch_id = b.id) as n,
  (select count(*)::int from claim m where m.batch_id = b.id and m.amount = 0) as zero,
  (select coalesce(sum(m.amount), 0) from claim m where m.batch_id = b.id) as sum
from claim_batch b join staff s on s.id = b.maker_id left join staff k on k.id = b.checker_id """
ONE = COLUMNS + "where b.id = $1"
OF_WINDOW = COLUMNS + "where b.window_id = $1 order by b.id desc limit 50"
LOCK = "select outcome, maker_id, window_id, version, at from claim_batch where id = $1 for no key update"
NEWEST = "select max(version) from claim_sheet where window_id = $1"
# Where somebody was signed in at that moment.
SIGNED_IN_FROM = """
select distinct ip from staff_session where staff_id = $1 and created_at <= $2 and (ended_at is null or ended_at > $2) and ip <> ''"""
ADD = "insert into claim_batch (window_id, version, maker_id, words) values ($1, $2, $3, $4) on conflict do nothing returning id"
# What somebody can decide about in one piece; the others make the next batch. Part of the logs is no ground for a decision.
TAKE = """
update claim set batch_id = $2, state = 'batched' where state = 'assessed' and id = any(array(select c.id from claim c
  where c.window_id = $1 and c.state = 'assessed' and c.version = $3 and c.why = '' order by c.id limit $4)) returning id"""
END = """
update claim_batch set outcome = $2, checker_id = $3, checker_words = $4, decided_at = now() where id = $1 and outcome = 'open' returning id"""
AGREE = """
update claim set state = case when amount > 0 then 'agreed' else 'refused' end, decided_at = now() where batch_id = $1 and state = 'batched'
returning id, ticket_id"""
GIVE_BACK = "update claim set state = 'assessed', batch_id = null where batch_id = $1 and state = 'batched' returning id"


async def batch(db: Reads, batch_id: int) -> Batch | None:
    """One."""
    return await one(db, Batch, ONE, batch_id)


async def batches(db: Reads, window_id: int) -> list[Batch]:
    """Newest first."""
    return await every(db, Batch, OF_WINDOW, window_id)

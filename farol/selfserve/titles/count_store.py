"""Statements that count who saw a title and who opened the article from there."""

from collections.abc import Sequence
from datetime import date

import msgspec

from farol.kit.db import Reads

SEEN = """
insert into title_showing (trial_id, day, visitor, place)
select r.trial_id, r.day, r.visitor, r.place
from unnest($1::bigint[], $2::date[], $3::bytea[], $4::smallint[]) r(trial_id, day, visitor, place)
join title_trial t on t.id = r.trial_id and t.ended_at is null
on conflict do nothing"""
OPENED = """
update title_showing s set opened = true
from unnest($1::bigint[], $2::date[], $3::bytea[]) r(trial_id, day, visitor)
join title_trial t on t.id = r.trial_id and t.ended_at is null
where s.trial_id = r.trial_id and s.day = r.day and s.visitor = r.visitor and not s.opened"""
FOLD = """
with gone as (delete from title_showing where day < $1 returning trial_id, place, opened),
  sums as (select trial_id, place, count(*) as shown, count(*) filter (where opened) as opened from gone group by trial_id, place)
update title_variant v set shown = v.shown + s.shown, opened = v.opened + s.opened
from sums s where s.trial_id = v.trial_id and s.place = v.place"""


class Seen(msgspec.Struct, frozen=True):
    """One visitor and one title on one day."""

    trial_id: int
    day: date
    visitor: bytes
    place: int


async def seen(db: Reads, rows: Sequence[Seen]) -> None:
    """Counts each visitor of a day once, with the first title they saw, while the trial runs."""
    await db.execute(SEEN, [r.trial_id for r in rows], [r.day for r in rows], [r.visitor for r in rows], [r.place for r in rows])


async def opened(db: Reads, rows: Sequence[Seen]) -> None:
    """They opened the article. Who was not counted as having seen the title is not counted here."""
    await db.execute(OPENED, [r.trial_id for r in rows], [r.day for r in rows], [r.visitor for r in rows])


async def fold(db: Reads, before: date) -> None:
    """Adds the visitors of the days before to the totals and forgets them."""
    await db.execute(FOLD, before)

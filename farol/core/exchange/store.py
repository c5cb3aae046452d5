"""Statements about a core that is down: which process asks it, and whether one was answered."""

from typing import NamedTuple

from farol.kit.db import Reads

# One row, taken by whoever comes first after the pause; the others read what is there.
PROBE = """
with mine as (
  insert into core_probe as p (probed_at) values (now())
  on conflict (one) do update set probed_at = now() where p.probed_at <= now() - make_interval(secs => $1) returning 1)
select exists (select from mine) as mine,
  coalesce((select answered_at > now() - make_interval(secs => $2) from core_probe), false) as answered"""
ANSWERED = "update core_probe set answered_at = now()"


class Probe(NamedTuple):
    """mine: this process may ask now. answered: another was answered since this one gave up."""

    mine: bool
    answered: bool


async def probe(db: Reads, every_s: float, open_s: float) -> Probe:
    """Takes the turn if there is one."""
    row = await db.fetchrow(PROBE, every_s, open_s)
    assert row
    return Probe(row["mine"], row["answered"])


async def answered(db: Reads) -> None:
    """Tells the others."""
    await db.execute(ANSWERED)

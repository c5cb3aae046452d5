"""What the model may still cost today, and the trace of every try."""

from datetime import date, timedelta

from farol.kit.db import Reads, Tx

from .model import Call

EVERYBODY = 0
SET_ASIDE = """
insert into model_spend as s (day, who, tokens) select $1, $2, $3 where $3::bigint <= $4::bigint
on conflict (day, who) do update set tokens = s.tokens + excluded.tokens where s.tokens + excluded.tokens <= $4
returning tokens"""
SETTLE = "update model_spend set tokens = greatest(0, tokens + $3) where day = $1 and who = $2"
SPENT = "select tokens from model_spend where day = $1 and who = $2"
KEEP = """
insert into model_call (task, model, about, tokens_in, tokens_out, ms, outcome) values ($1, $2, $3, $4, $5, $6, $7)"""
OF = """
select task, model, about, tokens_in, tokens_out, ms, outcome from model_call where about = $1 order by id desc limit $2"""
PRUNE_CALLS = "delete from model_call where at < $1"
PRUNE_SPEND = "delete from model_spend where day < $1"


async def set_aside(tx: Tx, day: date, who: int, tokens: int, most: int) -> bool:
    """Whether that many tokens were left of ``most`` for the day; if so they are taken."""
    return await tx.fetchval(SET_ASIDE, day, who, tokens, most) is not None


async def settle(tx: Tx, day: date, who: int, more: int) -> None:
    """Corrects what was set aside by ``more`` tokens; negative gives back."""
    await tx.execute(SETTLE, day, who, more)


async def spent(db: Reads, day: date, who: int = EVERYBODY) -> int:
    """Tokens of that day, with those set aside for calls under way."""
    return await db.fetchval(SPENT, day, who) or 0


async def keep(tx: Reads, call: Call) -> None:
    """Writes one row of the trace."""
    await tx.execute(
        KEEP, call.task, call.model, call.about, call.tokens_in, call.tokens_out, call.ms, call.outcome
    )


async def calls_about(db: Reads, about: str, most: int = 100) -> list[Call]:
    """The newest tries for one stream, newest first."""
    return [Call(**row) for row in await db.fetch(OF, about, most)]


async def prune(db: Reads, today: date, days: int) -> None:
    """Forgets what is older."""
    before = today - timedelta(days=days)
    await db.execute(PRUNE_CALLS, before)
    await db.execute(PRUNE_SPEND, before)

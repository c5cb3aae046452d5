"""What a drill took, step by step, against the times that customers are to meet (DOMAIN 5.4)."""

from datetime import datetime

import msgspec

from farol.core.exchange.shapes import Text
from farol.kit.db import Reads

from . import drill_store, store
from .model import Case

TARGETS: tuple[tuple[str, Text, int], ...] = (
    ("frozen", Text("账户冻结（只问交易所会怎样）", "Account frozen (the exchange is only asked what it would do)"), 8),
    ("rung", Text("呼叫第一组", "First group rung"), 8),
    ("taken", Text("真人接手", "A person takes it"), 20),
    ("answered", Text("五个问题答完", "Five questions answered"), 60),
    ("step", Text("第一个步骤做好", "First step of the checklist done"), 180),
    ("pack", Text("事件报告做好", "Incident pack made"), 600),
    ("told", Text("客户收到真人的话", "The customer hears from a person"), 1800),
)


class Timed(msgspec.Struct, frozen=True):
    """took_s: seconds since the drill began, None when it did not happen. met: within the target."""

    key: str
    label: Text
    target_s: int
    took_s: float | None
    met: bool


class Report(msgspec.Struct, frozen=True):
    """ended_at: None while it runs. met: how many of the targets."""

    id: int
    number: str
    at: datetime
    ended_at: datetime | None
    taker: str
    steps: list[Timed]
    met: int


async def report(db: Reads, case: Case) -> Report:
    """The clock of one drill. Five statements."""
    frozen = await store.freeze(db, case.id)
    moments: dict[str, datetime | None] = {
        "frozen": frozen.frozen_at if frozen else None, "rung": await db.fetchval(drill_store.FIRST_RING, case.id), "taken": case.taken_at,
        "answered": case.answered_at, "step": await db.fetchval(drill_store.FIRST_STEP, case.id),
        "pack": await db.fetchval(drill_store.FIRST_PACK, case.id), "told": case.told_at,
    }  # fmt: skip
    steps = []
    for key, label, target in TARGETS:
        at = moments[key]
        took = None if at is None else max(0.0, round((at - case.at).total_seconds(), 1))
        steps.append(Timed(key, label, target, took, took is not None and took <= target))
    return Report(case.id, case.number, case.at, case.ended_at, case.taker, steps, sum(one.met for one in steps))

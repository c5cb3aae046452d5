"""What a feature does once a request was refused: the transaction of the request is gone, so what has to stay of it is kept by another."""

from collections.abc import Awaitable, Callable, Mapping

import structlog

from ..core import Kit
from ..db import LOST
from ..permission import Actor
from ..problem import Problem

Run = Callable[[Kit, Actor, Problem, Mapping[str, object]], Awaitable[None]]
"""Given who asked, the refusal, and what the address names, such as ``ticket_id``."""
AFTER: dict[str, Run] = {}
log = structlog.get_logger()


def after(problem: type[Problem]) -> Callable[[Run], Run]:
    """Registers what is done after this refusal, on every route, before the answer leaves."""

    def register(run: Run) -> Run:
        AFTER[problem.code] = run
        return run

    return register


async def refused(kit: Kit, actor: Actor | None, error: BaseException, names: Mapping[str, object]) -> None:
    """Does it. The refusal stands whatever becomes of this; a lost database is said to the log."""
    run = AFTER.get(error.code) if isinstance(error, Problem) else None
    if run is None or actor is None or not isinstance(error, Problem):
        return
    try:
        await run(kit, actor, error, names)
    except LOST as lost:
        log.warning("web.after_refusal_lost", problem=error.code, error=type(lost).__name__)

"""Macros that fit a ticket: for what the exchange says of the matter first, then for its reason."""

import json
from collections.abc import Iterable
from functools import cache
from importlib.resources import files

from farol.core.exchange.errors import look_up
from farol.desk.macros import store as macros
from farol.desk.macros.model import Macro
from farol.kit.core import Kit
from farol.kit.permission import Actor, Can

MOST = 4


@cache
def _table() -> tuple[dict[str, list[str]], dict[str, dict[str, str]]]:
    raw = json.loads(files(__package__).joinpath("answers.json").read_text("utf-8"))
    return raw["reasons"], raw["codes"]


def fitting(reason: str | None, codes: Iterable[str]) -> list[str]:
    """Shortcuts, the most fitting first. codes: states, substates and reasons as the exchange or an error dictionary writes them."""
    by_reason, by_code = _table()
    special = by_code.get(reason or "", {})
    named = [key for code in codes for key in (code, *(meaning.key for meaning in look_up(code)))]
    found = [special[key] for key in named if key in special]
    return list(dict.fromkeys([*found, *by_reason.get(reason or "", [])]))[:MOST]


async def answers(kit: Kit, actor: Actor, reason: str | None, codes: Iterable[str]) -> list[Macro]:
    """Those of them that the desk still has and the actor may use."""
    wanted = fitting(reason, codes)
    if not wanted or not actor.may(Can.TICKET_REPLY):
        return []
    named = await macros.named(kit.db, actor.id, actor.may(Can.MACRO_SHARE), wanted)
    known = {one.shortcut: one for one in reversed(named)}
    return [known[one] for one in wanted if one in known]

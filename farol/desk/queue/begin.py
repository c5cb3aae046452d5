"""What a web process begins: a desk without any team gets those most exchanges have."""

from farol.kit.core import Kit
from farol.kit.permission import SYSTEM

from . import actions, team_store
from .defaults import DEFAULTS


async def start(kit: Kit) -> None:
    """Makes the teams where there are none; two processes at once make them once."""
    if not await team_store.teams(kit.db):
        for team in DEFAULTS:
            await actions.add_team(kit, SYSTEM, team)

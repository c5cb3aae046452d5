"""What a whole team is like."""

from farol.desk.queue import team_store
from farol.desk.queue.events import TeamVisibilityChanged
from farol.kit import db
from farol.kit.core import Kit
from farol.kit.events import emit, wake
from farol.kit.permission import Actor
from farol.kit.problem import NotFound


async def set_visibility(kit: Kit, actor: Actor, team_id: int, visibility: str) -> None:
    """Says who sees the team's tickets; the same again changes nothing. Raises NotFound."""
    async with db.transaction(kit.db) as tx:
        was = await tx.fetchval(team_store.VISIBILITY, team_id)
        if was is None:
            raise NotFound
        if was == visibility:
            return
        await tx.execute(team_store.SET_VISIBILITY, team_id, visibility)
        seq = await emit(tx, f"team:{team_id}", actor, TeamVisibilityChanged(visibility))
    await wake(kit.bus, f"team:{team_id}", seq)

"""Who of the staff sees a proposal: whoever sees its ticket; of class E only those whom the table names."""

from farol.core.tickets import visibility
from farol.kit.db import Reads
from farol.kit.permission import Actor, Can

from . import store
from .model import TYPES, ActionType
from .nouns import Proposal


def insider(kind: ActionType, role: str) -> bool:
    """Whether a role proposes or approves actions of this kind."""
    return role in kind.propose or any(role in seat for seat in kind.seats)


def hidden(role: str) -> list[str]:
    """The types that a role is not to see at all."""
    return [kind.type for kind in TYPES.values() if kind.sealed and not insider(kind, role)]


async def may_see(reads: Reads, actor: Actor, proposal: Proposal) -> bool:
    """Whether the actor is staff who may look at this one."""
    if actor.kind != "staff" or not actor.may(Can.ACTION_SEE):
        return False
    kind = TYPES[proposal.type]
    if kind.sealed:
        now = await store.standing(reads, actor.id, actor.session)
        if now is None or not insider(kind, now.role):
            return False
    return proposal.ticket_id is None or await visibility.may_see(reads, actor, proposal.ticket_id)

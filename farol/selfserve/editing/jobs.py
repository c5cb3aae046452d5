"""What takes too long for a reaction: asking every test question."""

import msgspec

from farol.kit.core import Kit
from farol.kit.jobs import job

from .actions.asking import ask_all


class Published(msgspec.Struct, frozen=True):
    """Something that search reads was changed. by: the member of staff, 0 for nobody."""

    by: int


@job("editing.questions", Published)
async def ask(kit: Kit, published: Published) -> None:
    """Asks every test question of what is published now."""
    await ask_all(kit, published.by)

"""Mail to members, and levels as days pass."""

import msgspec
import structlog

from farol.channels.email.letters import post, transport
from farol.kit.core import Kit
from farol.kit.jobs import every_s, job

from . import letters, telling_store
from .actions import levels

log = structlog.get_logger()
BATCH = 50


class Due(msgspec.Struct, frozen=True):
    """Whatever waits."""


@job("forum.mail", Due)
async def mail(kit: Kit, payload: Due) -> None:
    """Sends the notices that wait. One that cannot be delivered is let go; a server that is away is tried again."""
    if not kit.settings.smtp_host:
        return
    while waiting := await telling_store.due_mail(kit.db, BATCH):
        for due in waiting:
            try:
                raw = letters.build(kit.settings, due, await post.stamp(kit, due.customer_id, due.email))
                await post.hand_over(kit, due.email, raw)
            except (ValueError, transport.Refused) as error:
                log.warning("forum.mail_refused", notice=due.id, why=str(error)[:200])
            await telling_store.mailed(kit.db, due.id)


@every_s(3600, "forum.levels")
async def refresh_levels(kit: Kit) -> None:
    """Levels follow from time too."""
    await levels.refresh_all(kit)

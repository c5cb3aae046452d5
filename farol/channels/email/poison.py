"""Telling people that a mail ended the process that read it, three times: it may be the first of many."""

from farol.core.notices.actions import notify
from farol.kit.core import Kit
from farol.kit.db import transaction

from .letters import restraint_store

TITLE = {
    "zh": "有一封邮件三次让解析进程崩溃，已放到一边，其他邮件照常。请工程师看原件",
    "en": "A mail ended the process that reads mail three times and was put aside; other mail goes on. Have an engineer look at it",
}


async def tell(kit: Kit, mail_id: int) -> None:
    """To admins and duty managers, once for each mail."""
    async with transaction(kit.db) as tx:
        await notify(tx, await restraint_store.watching(tx), "emergency.mail_poison", ticket_id=None, title=TITLE, key=f"mail_poison:{mail_id}")

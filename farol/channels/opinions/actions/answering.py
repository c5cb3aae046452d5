"""Answering in public: through the guards, and never by one person alone."""

from uuid import UUID

from farol.channels.connections import actions as connections
from farol.channels.connections.model import Connection
from farol.channels.messengers import outgoing
from farol.channels.messengers.model import Chat
from farol.channels.messengers.rendering import escaped
from farol.channels.opinions import store
from farol.channels.opinions.events import AnswerAsked, AnswerRuled
from farol.channels.opinions.problems import DecidedAlready, NotAnswerable, NotInPublic, OwnAnswer
from farol.channels.opinions.public import personal
from farol.core.tickets.checks import check_said
from farol.desk.guard.problems import ContactNotAllowed, LinkNotAllowed
from farol.kit.core import Kit
from farol.kit.db import Reads, transaction
from farol.kit.events import emit, wake
from farol.kit.permission import Actor, Can
from farol.kit.problem import NotAllowed, NotFound

WHAT = {
    "number": ("a figure", "数字"), "mail": ("a mail address or account", "邮箱或账号"), "hash": ("an address or transaction id", "地址或交易号"),
    "name": ("a name", "姓名"), "ticket": ("a ticket number", "工单号"),
}  # fmt: skip
SENTENCES = {
    "en": ("We wrote to you in private. Please answer there and never post account details here.",
           "Thank you for telling us. Our team looks into it; news of general interest stands on our status page."),
    "zh": ("我们已私信联系您，请在私信里回复，不要在这里公开账户信息。", "感谢反馈，团队正在查看；影响所有人的消息会发布在状态页。"),
}  # fmt: skip
"""What can be said in public to almost anybody."""


async def check(reads: Reads, actor: Actor, opinion: store.Opinion, body: str, *, hold: bool = False) -> str:
    """Raises what the guard of replies raises, and NotInPublic for anything that belongs to one person.

    hold: words that lead elsewhere are not refused but returned, for who may release them; empty when nothing does.
    """
    names = [opinion.author, opinion.author_id]
    if opinion.ticket_id:
        names.append(await reads.fetchval(store.CUSTOMER_NAMES, opinion.ticket_id) or "")
    if found := personal(body, [name for name in names if name]):
        raise NotInPublic(what=WHAT[found][0], what_zh=WHAT[found][1])
    try:
        await check_said(reads, actor, opinion.ticket_id, body)
    except (LinkNotAllowed, ContactNotAllowed) as strange:
        if not hold:
            raise
        return str(strange.fields["words"])
    return ""


async def ask(kit: Kit, actor: Actor, opinion_id: int, body: str, client_id: UUID, *, hold: bool = False) -> int:
    """Public words that wait for a second person; hold: even if they lead elsewhere, for one who may release that. The same client_id is one.
    Raises NotFound, NotAnswerable and what ``check`` raises."""
    async with transaction(kit.db) as tx:
        opinion = await store.locked(tx, opinion_id)
        if opinion is None:
            raise NotFound
        if opinion.connection_id is None or opinion.state == "removed":
            raise NotAnswerable
        strange = await check(tx, actor, opinion, body, hold=hold)
        answer_id, new = await store.add_answer(tx, opinion_id, client_id, actor.id, body, strange)
        if not answer_id:
            raise NotFound
        if not new:
            return answer_id
        seq = await emit(tx, f"opinion:{opinion_id}", actor, AnswerAsked(answer_id))
    await wake(kit.bus, f"opinion:{opinion_id}", seq)
    return answer_id


async def rule(kit: Kit, actor: Actor, answer_id: int, approve: bool, why: str) -> None:
    """The second person's word. Approved words go out as they stand, checked once more: who the author is may be known by now.
    Raises NotFound, OwnAnswer, DecidedAlready, NotAnswerable, NotAllowed (words held for a release) and what ``check`` raises."""
    woken: list[tuple[str, int]] = []
    async with transaction(kit.db) as tx:
        held = await store.held(tx, answer_id)
        if held is None:
            raise NotFound
        if held.staff_id == actor.id:
            raise OwnAnswer
        if held.state != "waiting":
            raise DecidedAlready
        if approve and held.strange and not actor.may(Can.REPLY_RELEASE):
            raise NotAllowed
        opinion = await store.locked(tx, held.opinion_id)
        assert opinion
        connection = await _connection(kit, opinion) if approve else None
        if approve:
            await check(tx, actor, opinion, held.body, hold=bool(held.strange))
        await tx.execute(store.RULE, answer_id, "approved" if approve else "refused", actor.id, why)
        if connection:
            chat = Chat(opinion.place, "post")
            woken.append(await outgoing.reply_in(
                tx, connection, chat, f"opinion{answer_id}", escaped(held.body), reply_to=opinion.external_id))
        woken.append((f"opinion:{opinion.id}", await emit(tx, f"opinion:{opinion.id}", actor, AnswerRuled(answer_id, approve, why))))
    for stream, seq in woken:
        await wake(kit.bus, stream, seq)


async def _connection(kit: Kit, opinion: store.Opinion) -> Connection:
    found = await connections.known(kit, opinion.connection_id) if opinion.connection_id else None
    if found is None or found.state == "removed" or opinion.state == "removed":
        raise NotAnswerable
    return found

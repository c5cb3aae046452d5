"""The note drafted for whoever has a ticket next: state, promise, last words, next step. Pure."""

from datetime import datetime

from farol.core.tickets.model import shorten
from farol.kit.i18n import Lang, length, moment

from .model import SAID, Open

_STATUS = {"open": ("处理中", "open"), "pending": ("等客户回复", "waiting for the customer")}
_WHO = {"customer": ("客户", "customer"), "staff": ("客服", "us"), "assistant": ("助手", "assistant"), "system": ("系统", "system")}


def draft(ticket: Open, now: datetime, lang: Lang) -> str:
    """The note in the writer's language, a line for each thing that is known."""
    zh = lang == "zh"
    lines = [_state(ticket, now, lang)]
    if ticket.promised:
        at = moment(ticket.promised, now, lang)
        lines.append(f"承诺：{at}前再回复" if zh else f"Promised: we write again by {at}")
    if ticket.said and ticket.said_by:
        who = _WHO.get(ticket.said_by, (ticket.said_by, ticket.said_by))[lang == "en"]
        words = shorten(ticket.said, SAID)
        lines.append(f"最后一句（{who}）：{words}" if zh else f"Last words ({who}): {words}")
    lines.append(_next(ticket, lang))
    return "\n".join(lines)


def _state(ticket: Open, now: datetime, lang: Lang) -> str:
    status = _STATUS.get(ticket.status, (ticket.status, ticket.status))[lang == "en"]
    if ticket.waiting_since is None:
        return f"状态：{status}" if lang == "zh" else f"State: {status}"
    waits = length(now - ticket.waiting_since, lang)
    return f"状态：{status}，客户已等 {waits}" if lang == "zh" else f"State: {status}, the customer has waited {waits}"


def _next(ticket: Open, lang: Lang) -> str:
    zh = lang == "zh"
    if ticket.waiting_since is not None:
        return "下一步：回复客户" if zh else "Next: answer the customer"
    if ticket.promised:
        return "下一步：按承诺时间更新" if zh else "Next: write by the promised time"
    return "下一步：等客户回复" if zh else "Next: wait for the customer"

"""What was asked: words, and filters such as ``from:customer status:open reason:dep before:2026-11-01``."""

import re
from datetime import UTC, date, datetime, time
from typing import Literal

import msgspec

from farol.core.tickets.model import STATUSES
from farol.kit.text import fold

_FILTER = re.compile(r"(?<!\S)(from|status|reason|before|after|来自|状态|原因|早于|晚于)[:：](\S+)", re.IGNORECASE)
_ENGLISH = {"来自": "from", "状态": "status", "原因": "reason", "早于": "before", "晚于": "after"}
_AUTHORS = {"customer": "customer", "客户": "customer", "staff": "staff", "客服": "staff", "me": "me", "我": "me", "bot": "assistant",
            "机器人": "assistant"}
_STATUSES = {"处理中": "open", "待处理": "open", "等客户": "pending", "已解决": "resolved", "已关闭": "closed"}

Wrong = Literal["from", "status", "reason", "before", "after"]


class Question(msgspec.Struct, frozen=True):
    """words: what is left when the filters are taken out. author: customer, staff, assistant or me; person: an exact id of a
    customer. wrong: filters whose value is none, which were left out."""

    words: str
    author: str | None = None
    person: str | None = None
    status: str | None = None
    reason: str | None = None
    before: datetime | None = None
    after: datetime | None = None
    wrong: tuple[str, ...] = ()

    @property
    def filters(self) -> bool:
        """Whether anything but words was asked."""
        return any((self.author, self.person, self.status, self.reason, self.before, self.after))


def read(asked: str) -> Question:
    """The question in what somebody typed. Filters may be written in Chinese too; what is no filter is words."""
    found: dict[str, object] = {}
    wrong: list[str] = []
    for name, value in _FILTER.findall(asked):
        key = _ENGLISH.get(name, name.lower())
        into, meant = _meant(key, value)
        if meant is None:
            wrong.append(f"{name}:{value}")
        else:
            found[into] = meant
    return msgspec.convert({"words": " ".join(_FILTER.sub(" ", asked).split()) + (" " if asked.endswith(" ") else ""), **found, "wrong": wrong}, Question)


def _meant(key: str, value: str) -> tuple[str, object]:
    plain = fold(value)
    match key:
        case "from":
            return ("author", _AUTHORS[plain]) if plain in _AUTHORS else ("person", value[:254])
        case "status":
            status = _STATUSES.get(value, plain)
            return "status", status if status in STATUSES else None
        case "reason":
            return "reason", plain[:60]
    try:
        return key, datetime.combine(date.fromisoformat(value), time(), UTC)
    except ValueError:
        return key, None

"""What a figure is, and how each is reckoned, in words that people can check."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

LEAST = 5
"""A figure of fewer cases than this is not shown: one person's day is not a figure."""
UNDO = timedelta(minutes=5)
"""Who takes back their own resolving within this time had pressed the wrong key, or chosen the wrong tickets."""


class Figure(msgspec.Struct, frozen=True):
    """value: seconds (the median), or a share from 0 to 1. most: what nine in ten stay below, for times. n: how many cases it is
    made of; aside: cases left out for the reason the formula gives. The value is missing while n is too small."""

    key: str
    unit: str
    value: float | None
    most: float | None
    n: int
    least: int = LEAST
    aside: int = 0
    more: dict[str, float | int | None] = {}


class Day(msgspec.Struct, frozen=True):
    """A day in UTC: tickets opened and resolved, first response time of those answered, and ratings given to contacts resolved."""

    day: datetime
    opened: int
    resolved: int
    n: int
    half: float | None
    most: float | None
    rated: int
    good: int


class Slice(msgspec.Struct, frozen=True):
    """Tickets of one reason, channel or hour: how many opened, and their first response time."""

    key: str
    opened: int
    n: int
    half: float | None
    most: float | None
    label: dict[str, str] | None = None


class Figures(msgspec.Struct, frozen=True):
    """The page of a period [since, until). left_out: merged, spam and test tickets opened in it."""

    since: datetime
    until: datetime
    opened: int
    resolved: int
    left_out: int
    figures: list[Figure]
    formulas: dict[str, dict[str, str]]
    days: list[Day]
    reasons: list[Slice]
    channels: list[Slice]
    hours: list[Slice]


class Live(msgspec.Struct, frozen=True):
    """Now. half, most: age of the open tickets; days_of_work: open / resolved a day in the last week."""

    at: datetime
    open: int
    waiting: int
    longest_since: datetime | None
    oldest_s: float | None
    half: float | None
    most: float | None
    resolved_a_day: float
    days_of_work: float | None


class Listed(msgspec.Struct, frozen=True):
    """A ticket behind a figure. value: its own seconds, stars, or None where it only counts."""

    id: int
    number: str
    subject: str
    at: datetime
    value: float | None
    words: str = ""


FORMULAS: dict[str, dict[str, str]] = {
    "first_reply": {
        "en": "First reply of a person minus the customer's first message, on the clock on the wall. Automatic words do not count. Tickets answered in the period.",
        "zh": "人工首次回复时间减去客户第一条消息的时间，按自然时间计。自动消息不算。统计本期内得到首次回复的工单。",
    },
    "first_touch": {
        "en": "First answer of any kind, automatic or not, minus the customer's first message.",
        "zh": "首次任何回复（含自动回复）减去客户第一条消息的时间。",
    },
    "resolution": {
        "en": "Last resolve minus opening, waiting for the customer included. Tickets resolved in the period and not reopened; those their customers took back are none.",
        "zh": "最后一次解决的时间减去建单时间，包含等待客户的时间。统计本期内解决且未重开的工单；客户自己撤回的不算。",
    },
    "answer_speed": {
        "en": "From entering the queue to a person taking or answering. Those who left are in abandonment.",
        "zh": "从进入队列到有人接手或回复。离开的客户计入放弃率。",
    },
    "abandonment": {
        "en": "Left unanswered after more than 10 seconds, over everybody who was answered or left after 10 seconds. Aside: left sooner.",
        "zh": "等待超过 10 秒且未得到回复就离开的，除以得到回复者与等待超过 10 秒离开者之和。另计：10 秒内离开的。",
    },
    "handle": {
        "en": "Time in which agents held at least one conversation, over conversations ended. Two at once count their time once. Median and nine in ten are of one conversation.",
        "zh": "客服至少持有一个会话的时间，除以结束的会话数。同时处理两个会话，时间只算一次。中位数与九成值按单个会话计。",
    },
    "one_contact": {
        "en": "Resolved, not reopened, and no other ticket of the same customer for the same kind of reason on any channel within 7 days (P3 and P4: 72 hours), over resolved. Aside: still within that time.",
        "zh": "已解决、未重开，且同一客户 7 天内（P3、P4 为 72 小时）在任何渠道没有同类问题的新工单，除以已解决数。另计：仍在观察期内的。",
    },
    "reopened": {
        "en": "Reopened within 14 days, over resolved in the period. Not counted at all: resolving that its own maker took back within 5 minutes.",
        "zh": "14 天内重开的，除以本期解决数。5 分钟内由本人撤回的“解决”不计。",
    },
    "csat": {
        "en": "4 or 5 stars, over all ratings of contacts resolved in the period. How many of those asked answered is told beside it.",
        "zh": "4 星和 5 星，除以本期已解决会话收到的全部评分。旁边列出受邀者中有多少人作答。",
    },
    "sla": {
        "en": "Met, over met and broken, of the limits that fell due in the period. Open ones that are overdue count as broken.",
        "zh": "本期到期的时限中，达成数除以达成与违约之和。已超时仍未完成的算违约。",
    },
    "promise": {
        "en": "Updates sent by the promised time, over promises that fell due in the period.",
        "zh": "本期到期的承诺中，按时更新的比例。",
    },
}


def timed(key: str, row: dict[str, Any], **more: float | None) -> Figure:
    """A figure of times: median and ninth decile."""
    enough = row["n"] >= LEAST
    return Figure(key, "s", row["half"] if enough else None, row["most"] if enough else None, row["n"], more=dict(more) if enough else {})


def share(key: str, row: dict[str, Any], **more: float | int | None) -> Figure:
    """A figure of how many of how many."""
    enough = row["n"] >= LEAST
    return Figure(key, "share", row["hits"] / row["n"] if enough else None, None, row["n"], aside=row.get("aside", 0), more=dict(more))

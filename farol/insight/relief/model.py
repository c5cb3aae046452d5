"""What is counted of the assistant, and how, in words that people can check."""

from datetime import date, datetime, timedelta

import msgspec

QUIET = timedelta(hours=72)
"""A case is judged once this long has passed since the assistant's last turn; whatever came before is "not yet known"."""
BAD, GOOD = 2, 4
"""Stars up to which, and from which, a rating is a word against or for it."""
LEAST = 5
"""A share of fewer cases than this is not shown."""


class Tally(msgspec.Struct, frozen=True):
    """Cases of one slice. cases: in all; open: not yet known. The rest is of those known, and one case may be in several:

    known = resolved + failed + handed + silent. resolved = confirmed + quiet. contained: no person took part. wrong: corrected.
    reopened: taken for done, and came back.
    """

    cases: int
    open: int
    known: int
    resolved: int
    confirmed: int
    quiet: int
    failed: int
    contained: int
    handed: int
    silent: int
    wrong: int
    reopened: int


class Slice(msgspec.Struct, frozen=True):
    """One reason, language, channel or why of a hand-off. label: a reason's own words."""

    key: str
    tally: Tally
    label: dict[str, str] | None = None


class Day(msgspec.Struct, frozen=True):
    """Cases whose first turn was on that day, UTC."""

    day: date
    tally: Tally


class Relief(msgspec.Struct, frozen=True):
    """The page of a period [since, until). whys: why cases were handed over, with how many. definitions: of each count."""

    since: datetime
    until: datetime
    all: Tally
    reasons: list[Slice]
    languages: list[Slice]
    channels: list[Slice]
    days: list[Day]
    whys: dict[str, int]
    definitions: dict[str, dict[str, str]]
    least: int = LEAST
    hours: int = int(QUIET.total_seconds() // 3600)


class Listed(msgspec.Struct, frozen=True):
    """A ticket behind a count."""

    id: int
    number: str
    subject: str
    at: datetime
    reason: str
    language: str


DEFINITIONS: dict[str, dict[str, str]] = {
    "cases": {
        "en": "Tickets in which the assistant took its first turn in the period. Merged tickets are left out.",
        "zh": "本期内助手首次参与的工单。已合并的不算。",
    },
    "open": {
        "en": "Less than 72 hours since the assistant’s last turn. Nothing of these is counted below, whatever happened so far.",
        "zh": "距助手最后一次参与不足 72 小时。不论目前如何，都不计入下面各项。",
    },
    "resolved": {
        "en": "The assistant answered, no person took part, and after 72 hours either the customer confirmed it or came back with nothing: no further "
        "words in the ticket, and none about the same kind of reason on any channel, in a new ticket or in another. Never with a rating of 1 or 2 stars, “not solved”, a complaint, "
        "a reopening, a correction, or a wish for a person.",
        "zh": "助手作了答复，没有人工参与，且 72 小时后客户已确认，或再无联系：工单里没有新的话，任何渠道也没有就同类原因再来联系（新工单或其他工单）。凡有 1 至 2 星评分、“没解决”、投诉、重开、被更正或要求人工的，一律不算。",
    },
    "confirmed": {
        "en": "Of the resolved: 4 or 5 stars or “solved”, said after any further contact, or last words that were nothing but thanks.",
        "zh": "已解决中：在最后一次联系之后评了 4 或 5 星、点了“已解决”，或最后只说了谢谢的。",
    },
    "quiet": {
        "en": "Of the resolved: no word for 72 hours. The customer did not say that it helped.",
        "zh": "已解决中：72 小时没有再联系。客户并没有说已解决。",
    },
    "failed": {
        "en": "The assistant answered and no person took part, yet the customer came back or said that it did not help.",
        "zh": "助手作了答复且没有人工参与，但客户又来联系，或表示没有解决。",
    },
    "contained": {
        "en": "The assistant answered and no person took part, helped or not: resolved and failed together. Not a measure of help.",
        "zh": "助手作了答复且没有人工参与，不论是否解决：已解决与未解决之和。不代表帮到了客户。",
    },
    "handed": {
        "en": "A person went on: handed over, or answered after the assistant had begun.",
        "zh": "转由人工继续：已转接，或助手开始后有人工回复。",
    },
    "silent": {
        "en": "The assistant saw the ticket and gave no answer, and no person answered either.",
        "zh": "助手看到了工单但没有答复，也没有人工回复。",
    },
    "wrong": {
        "en": "An agent said that its answer, or what it took the matter for, was wrong. Also counted where the case stands otherwise.",
        "zh": "客服指出答复有误或理解错了问题。不论该工单归在哪一类，都在此另计。",
    },
    "reopened": {
        "en": "Of those known: the ticket was resolved and then reopened. Also counted where the case stands otherwise.",
        "zh": "已有定论的工单中，解决后又重开的。不论归在哪一类，都在此另计。",
    },
}

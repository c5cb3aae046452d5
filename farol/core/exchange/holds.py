"""Limits on an account in words: what is stopped, until when, and that nobody can shorten it."""

from .model import Hold
from .reasons import SCOPES, TRIGGERS
from .shapes import HoldView, Reader, Text
from .words import both, moment_of, span

_SCOPE_WORD = {"withdraw_crypto": "withdraw", "withdraw_fiat": "withdraw", "api_withdraw": "withdraw"}


def hold_view(hold: Hold, reader: Reader) -> HoldView:
    """The hold as staff and customer may see it.

    One that may not be disclosed keeps its scope and loses type, trigger and end, so that nobody who answers the
    customer can tell a review of one kind from a review of another.
    """
    if not hold.disclosable:
        neutral = both(
            "账户在审核，暂停{what}。原因现在不能说",
            "Under review: no {what} for now. We cannot say why yet",
            what=_scope(hold),
        )
        return HoldView("review", None, hold.scope, "", neutral)
    return HoldView(hold.type, hold.until, hold.scope, hold.trigger, _words(hold, reader))


def running(hold: Hold, reader: Reader) -> bool:
    """Whether the hold has not ended by itself."""
    return hold.until is None or hold.until > reader.now


def _words(hold: Hold, reader: Reader) -> Text:
    trigger = TRIGGERS.get(hold.trigger)
    if hold.until is None:
        start = both("{trigger}后不能{what}", "No {what} after {trigger}", trigger=trigger, what=_scope(hold)) if trigger else (
            both("现在不能{what}", "No {what} for now", what=_scope(hold))
        )  # fmt: skip
        return both("{start}，还没有结束时间", "{start}. No end time is set", start=start)
    length = span(round((hold.until - hold.started_at).total_seconds())) if hold.started_at else None
    if trigger and length:
        start = both(
            "{trigger}后 {length}不能{what}", "No {what} for {length} after {trigger}",
            trigger=trigger, length=length, what=_scope(hold),
        )  # fmt: skip
    else:
        start = both("现在不能{what}", "No {what} for now", what=_scope(hold))
    nobody = Text("", "") if hold.overridable else Text("，谁都不能提前", "; nobody can shorten it")
    return both(
        "{start}，{until} 解除{nobody}", "{start}. Ends {until}{nobody}",
        start=start, until=moment_of(hold.until, reader), nobody=nobody,
    )  # fmt: skip


def _scope(hold: Hold) -> Text:
    if "all" in hold.scope:
        return SCOPES["all"]
    words = list(dict.fromkeys(_SCOPE_WORD.get(scope, scope) for scope in hold.scope))
    known = [SCOPES[word] for word in words if word in SCOPES] or [SCOPES["all"]]
    zh = "、".join(text.zh for text in known)
    # Latin letters stand apart from the Chinese before them: 不能 C2C 卖出.
    return Text(f" {zh}" if zh[0].isascii() else zh, " or ".join(text.en for text in known))

"""Accounts that are attacked, limited, frozen or locked out."""

from collections.abc import Iterator
from datetime import timedelta

from farol.core.exchange.holds import hold_view
from farol.core.exchange.model import Hold
from farol.core.exchange.shapes import Text
from farol.core.exchange.states import WithdrawalState as W
from farol.core.exchange.words import both
from farol.desk.triage.model import Fact, Said, Seen

from .names import CHANGE, joined, named
from .rule import fact, reader, speaks_for

DAY = timedelta(hours=24)
TWO_DAYS = timedelta(hours=48)
SELF = "self_freeze"
OPENED_DOORS = frozenset({"new_device", "password_change", "api_key_created", "factor_reset", "contact_change", "whitelist_off"})
"""Changes by which somebody else gets in or out."""
LIMITED = frozenset({"source_of_funds", "compliance", "risk", "aml", "court", "legal", "third_party"})
FAILED = ("failed", "blocked", "challenged")
MANY = 2


def holds(seen: Seen) -> list[Hold]:
    """Those that have not ended."""
    return [hold for hold in (seen.security.holds if seen.security else []) if hold.until is None or hold.until > seen.now]


def failures(seen: Seen, *methods: str) -> int:
    """Sign-ins of two days that stopped at one of these."""
    return sum(
        1 for one in seen.sessions
        if one.result in FAILED and seen.now - one.at < TWO_DAYS and any(method in one.method.rpartition("_")[2] for method in methods)
    )  # fmt: skip


def opened_lately(seen: Seen) -> list[str]:
    """Different changes of the last day that let somebody in or out."""
    changes = seen.security.last_changes if seen.security else []
    return sorted({one.kind for one in changes if one.kind in OPENED_DOORS and seen.now - one.at < DAY})


@speaks_for("sec.account_stolen", "wd", "acc", "trd")
def stolen(seen: Seen, _: Said) -> Iterator[Fact]:
    """Several doors opened within a day, and coins on their way out."""
    doors = opened_lately(seen)
    leaving = [one for one in seen.withdrawals if one.state in (W.PENDING, W.REVIEW, W.APPROVED) and one.created_at and seen.now - one.created_at < DAY]
    if len(doors) >= MANY and leaving:
        words = both("24 小时内：{doors}；{n} 笔提币在等", "Within 24 h: {doors}; {n} withdrawals waiting", doors=joined([named(CHANGE, door) for door in doors]), n=len(leaving))
        yield fact("account.attacked", words, 1.3)


@speaks_for("sec.restricted", "acc", "wd", "trd", "dep")
def restricted(seen: Seen, _: Said) -> Iterator[Fact]:
    """Limited by the exchange. What may not be disclosed is told in neutral words."""
    if seen.user and seen.user.status == "restricted":
        yield fact("account.restricted", Text("账户受限", "The account is restricted"), 1.2)
    for hold in holds(seen):
        if hold.trigger != SELF and (not hold.disclosable or hold.type in LIMITED):
            yield fact("hold.review", hold_view(hold, reader(seen)).words, 1.1, hold.hold_id)


@speaks_for("sec.2fa_reset", "acc")
def factor(seen: Seen, _: Said) -> Iterator[Fact]:
    """Sign-ins stop at the second step."""
    if (n := failures(seen, "totp", "passkey", "2fa")) >= MANY:
        yield fact("sign_in.second_step", both("两天内 {n} 次登录卡在验证器", "{n} sign-ins in two days stopped at the authenticator", n=n), 1.2)


@speaks_for("sec.contact_change", "acc")
def contact(seen: Seen, _: Said) -> Iterator[Fact]:
    """Codes to the registered contact do not come back."""
    if (n := failures(seen, "sms", "email")) >= MANY:
        yield fact("sign_in.contact", both("两天内 {n} 次短信或邮件验证没有通过", "{n} checks by SMS or mail failed in two days", n=n), 1.2)


@speaks_for("sec.freeze_unfreeze", "acc", "wd")
def frozen(seen: Seen, _: Said) -> Iterator[Fact]:
    """The customer froze it, or somebody did for them."""
    own = [hold for hold in holds(seen) if hold.trigger == SELF]
    if own or (seen.user and seen.user.status == "frozen"):
        yield fact("account.frozen", Text("账户已自助冻结", "The account is frozen by its owner"), 1.3, own[0].hold_id if own else "")

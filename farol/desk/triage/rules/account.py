"""Getting in, the identity check, and leaving."""

from collections.abc import Iterator
from decimal import Decimal

from farol.core.exchange.model import Hold
from farol.core.exchange.shapes import Reader, Text
from farol.core.exchange.words import both, moment_of
from farol.desk.triage.model import Fact, Said, Seen

from .rule import fact, reader, speaks_for
from .security import SELF, failures, holds

MANY = 3
NEARLY = Decimal("0.9")


def locked(hold: Hold, to: Reader) -> Text:
    """Until when, by this reader's clock."""
    if not hold.until:
        return Text("登录被锁", "Sign-ins are locked")
    return both("登录被锁，{at} 解除", "Sign-ins are locked until {at}", at=moment_of(hold.until, to))


@speaks_for("acc.login", "sec")
def login(seen: Seen, _: Said) -> Iterator[Fact]:
    """Sign-ins are locked, or passwords are wrong."""
    for hold in holds(seen):
        if "login" in hold.scope and hold.trigger != SELF and hold.disclosable:
            yield fact("hold.login", locked(hold, reader(seen)), 1.3, hold.hold_id)
    if (n := failures(seen, "password")) >= MANY:
        yield fact("sign_in.password", both("两天内 {n} 次密码没有通过", "{n} wrong passwords in two days", n=n), 0.9)


@speaks_for("acc.kyc_rejected")
def rejected(seen: Seen, _: Said) -> Iterator[Fact]:
    """Sent back or refused."""
    if seen.kyc and seen.kyc.state in ("retry", "final_reject"):
        codes = ", ".join(seen.kyc.reject_codes[:4])
        words = both("认证未通过：{codes}", "Verification was not passed: {codes}", codes=codes or seen.kyc.state)
        yield fact(f"kyc.{seen.kyc.state}", words, 1.3)


@speaks_for("acc.kyc_pending", "wd")
def pending(seen: Seen, _: Said) -> Iterator[Fact]:
    """Being checked, or a limit that the next level raises."""
    if not seen.kyc:
        return
    if seen.kyc.state == "pending":
        yield fact("kyc.pending", Text("认证审核中", "Verification is being checked"), 1.2)
    limits = seen.kyc.limits
    if limits and limits.withdraw_24h and limits.used and Decimal(limits.withdraw_24h) > 0 and (
            Decimal(limits.used) >= NEARLY * Decimal(limits.withdraw_24h)):
        words = both("24 小时额度已用 {used}/{all}", "{used} of {all} of the 24 h limit are used", used=limits.used, all=limits.withdraw_24h)
        yield fact("kyc.limit_used", words, 0.6)


@speaks_for("acc.close_privacy")
def closing(seen: Seen, _: Said) -> Iterator[Fact]:
    """On its way out."""
    if seen.user and seen.user.status == "closing":
        yield fact("account.closing", Text("账户正在注销", "The account is being closed"), 1.3)

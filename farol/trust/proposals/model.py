"""The table of actions: what may be done to an account, by whom, after whose approval, at which level of identity. No I/O.

From the exchange's adapter API: a type that is not listed here cannot be proposed. To approve a withdrawal, to change an address
whitelist, to move balances between users, to read a secret or to set a password is in no row.
"""

from enum import StrEnum
from typing import Literal

import msgspec

from farol.core.exchange.shapes import Text
from farol.trust.identity.model import Level

from . import fields as f
from .params import Param

MINUTE, HOUR, DAY = 60, 3600, 86_400


class ActionClass(StrEnum):
    """How far an action reaches, and so how many people it takes."""

    READ = "A"
    """Makes a document; nothing changes."""
    PROTECT = "B"
    """Protects and can be undone: one person, at once."""
    IDENTITY = "C"
    """Changes who holds the account: somebody of another team approves, the exchange adds its cooling-off."""
    VALUE = "D"
    """Moves value: approved up to limits, executed by the exchange's finance queue."""
    LEGAL = "E"
    """Law and money laundering: a named role and the legal basis. Sealed from everybody else."""


Seats = tuple[frozenset[str], ...]
"""Whose approval it takes: one for each seat, from a role that may sit there."""
Purse = Literal["", "own", "given", "claim"]
"""Whose money a class D action moves: the customer's own, the exchange's as a gesture, or as what it owes for an incident."""

FIRST = frozenset({"agent", "complaints", "compliance", "duty", "lead", "security"})
"""Everybody who handles customers."""
_SAFETY: Seats = (frozenset({"security", "compliance"}),)
_BOTH: Seats = (frozenset({"security"}), frozenset({"compliance"}))
_DECIDES: Seats = (frozenset({"lead", "duty", "compliance"}),)
_LEGAL = frozenset({"compliance"})
_LEGAL_SEAT: Seats = (frozenset({"compliance", "duty"}),)


class ActionType(msgspec.Struct, frozen=True):
    """One row.

    propose: roles of staff who may; customer: the account's owner may too. seats: who approves, in class D beside what ``limits``
    ask for by amount. maker_sits: the proposer's own role fills a seat. team: key of the team a proposer must be in.
    level: what the customer has proven when it is proposed; still: what stands when it is carried out (approvals take longer
    than a step-up lasts). consent: the customer's yes is on record. others: about somebody else's account than the ticket's.
    undo: what takes it back. said: what the customer reads once it is done, None for nothing.
    """

    type: str
    cls: ActionClass
    label: Text
    level: Level
    still: Level
    propose: frozenset[str]
    params: tuple[Param, ...] = ()
    seats: Seats = ()
    customer: bool = False
    maker_sits: bool = False
    other_team: bool = False
    team: str = ""
    purse: Purse = ""
    consent: bool = False
    others: bool = False
    undo: str = ""
    expires_s: int = DAY
    said: Text | None = None

    @property
    def at_once(self) -> bool:
        """Nobody else is asked."""
        return self.cls in (ActionClass.READ, ActionClass.PROTECT)

    @property
    def sealed(self) -> bool:
        """Seen by nobody but who may propose or approve it."""
        return self.cls is ActionClass.LEGAL


def _a(type_: str, zh: str, en: str, *params: Param) -> ActionType:
    return ActionType(type_, ActionClass.READ, Text(zh, en), Level.SIGNED_IN, Level.SIGNED_IN, FIRST, params, customer=True, expires_s=HOUR)


def _b(type_: str, zh: str, en: str, level: Level, said: Text | None, *params: Param, customer: bool = True, undo: str = "",
       expires_s: int = HOUR) -> ActionType:
    return ActionType(type_, ActionClass.PROTECT, Text(zh, en), level, level, FIRST, params, customer=customer, undo=undo,
                      expires_s=expires_s, said=said)


def _c(type_: str, zh: str, en: str, level: Level, said: Text | None, *params: Param, seats: Seats = _SAFETY, maker_sits: bool = False,
       expires_s: int = DAY) -> ActionType:
    return ActionType(type_, ActionClass.IDENTITY, Text(zh, en), level, level, FIRST, params, seats, maker_sits=maker_sits,
                      other_team=True, expires_s=expires_s, said=said)


def _d(type_: str, zh: str, en: str, level: Level, said: Text | None, *params: Param, purse: Purse = "", seats: Seats = (),
       consent: bool = False, team: str = "", expires_s: int = 3 * DAY) -> ActionType:
    still = min(level, Level.CONTACT)
    return ActionType(type_, ActionClass.VALUE, Text(zh, en), level, still, FIRST, params, seats, purse=purse, consent=consent,
                      team=team, expires_s=expires_s, said=said)


def _e(type_: str, zh: str, en: str, *params: Param) -> ActionType:
    return ActionType(type_, ActionClass.LEGAL, Text(zh, en), Level.ANONYMOUS, Level.ANONYMOUS, _LEGAL, params, _LEGAL_SEAT,
                      others=True, expires_s=7 * DAY)


_ROWS = (
    _a("statement.generate", "生成对账单", "Make a statement", f.STATEMENT, f.FROM, f.TO),
    _a("certificate.generate", "生成提币证明", "Make a withdrawal certificate", f.WITHDRAWAL),
    _b("account.freeze", "冻结账户", "Freeze the account", Level.CONTACT, Text("您的账户已冻结", "Your account is frozen"), f.HOURS,
       undo="account.unfreeze", expires_s=DAY),
    _b("sessions.revoke", "退出所有设备", "Sign out all devices", Level.CONTACT,
       Text("所有设备都已退出登录", "All devices are signed out"), expires_s=DAY),
    _b("api_keys.disable", "停用 API 密钥", "Disable API keys", Level.CONTACT, Text("API 密钥已停用", "Your API keys are disabled"), f.API_KEY,
       expires_s=DAY),
    _b("withdrawals.cancel_all_pending", "取消所有未发出的提币", "Cancel all pending withdrawals", Level.CONTACT,
       Text("还没发出的提币都已取消", "Withdrawals that had not been sent are cancelled"), expires_s=DAY),
    _b("withdrawal.cancel", "取消一笔提币", "Cancel a withdrawal", Level.STEP_UP, Text("这笔提币已取消", "The withdrawal is cancelled"), f.WITHDRAWAL),
    _b("mail.resend", "重发邮件", "Send a mail again", Level.ANONYMOUS, Text("邮件已重新发出", "The mail was sent again"), f.MAIL, f.OF_THING),
    _b("sms.resend", "重发短信", "Send a text message again", Level.ANONYMOUS, Text("短信已重新发出", "The text message was sent again"), f.MAIL, f.OF_THING),
    _b("notice.send", "发站内通知", "Send a notice in the app", Level.ANONYMOUS, None, f.NOTICE, customer=False),
    _b("withdrawal.request_expedite", "请风控先看这笔提币", "Ask Risk Review to look at a withdrawal", Level.CONTACT, None, f.WITHDRAWAL,
       customer=False),
    _c("account.unfreeze", "解冻账户", "Unfreeze the account", Level.REVIEWED,
       Text("您的账户已解冻。提币还会暂停一段时间", "Your account is unfrozen. Withdrawals stay off for a while"), seats=_BOTH, maker_sits=True, expires_s=3 * DAY),
    _c("factor.reset", "重置验证方式", "Reset a sign-in factor", Level.REVIEWED,
       Text("验证方式已重置。提币会暂停一段时间", "The factor is reset. Withdrawals are off for a while"), f.FACTOR),
    _c("contact.change", "更换邮箱或手机号", "Change the mail address or phone number", Level.REVIEWED,
       Text("联系方式已更换。提币会暂停一段时间", "Your contact is changed. Withdrawals are off for a while"), f.CONTACT_KIND, f.CONTACT),
    _c("kyc.retry_grant", "再给一次认证机会", "Grant another identity check", Level.SIGNED_IN,
       Text("您可以再做一次身份认证", "You can do the identity check once more"), seats=(frozenset({"security", "compliance", "lead"}),)),
    _c("kyc.manual_review", "转人工身份审核", "Have the identity check reviewed by a person", Level.SIGNED_IN, None, f.NOTE,
       seats=(frozenset({"security", "compliance", "lead"}),)),
    _d("deposit.credit_unattributed", "认领充值入账", "Credit an unattributed deposit", Level.STEP_UP, Text("充值已入账", "Your deposit is credited"),
       *f.DEPOSIT, purse="own", consent=True),
    _d("deposit.refund_to_source", "充值原路退回", "Send a deposit back to its source", Level.STEP_UP,
       Text("充值已退回付款地址", "The deposit was sent back to where it came from"), *f.DEPOSIT, purse="own", consent=True),
    _d("deposit.recover", "找回充错的币", "Recover a wrong deposit", Level.STEP_UP, Text("币已找回", "Your deposit is recovered"),
       f.RECOVERY, *f.DEPOSIT, purse="own", consent=True, expires_s=14 * DAY),
    _d("goodwill.grant", "发放补偿", "Grant goodwill", Level.ANONYMOUS, Text("补偿已发到您的账户", "Goodwill is in your account"),
       f.AMOUNT, f.COIN, purse="given"),
    _d("fee.refund", "退手续费", "Refund a fee", Level.ANONYMOUS, Text("手续费已退回", "The fee is refunded"), f.AMOUNT, f.COIN, f.OF_THING,
       purse="given"),
    _d("reward.reissue", "补发奖励", "Reissue a reward", Level.ANONYMOUS, Text("奖励已补发", "Your reward is in your account"), f.AMOUNT, f.COIN,
       f.CAMPAIGN, purse="given"),
    _d("claim.pay", "支付索赔", "Pay a claim", Level.ANONYMOUS, Text("索赔款已发到您的账户", "Your claim is paid"), f.AMOUNT, f.COIN, f.CLAIM,
       purse="claim", expires_s=14 * DAY),
    _d("p2p.release", "C2C 放币", "Release a P2P order", Level.SIGNED_IN, Text("这笔 C2C 订单已放币", "The P2P order is released"), f.P2P,
       seats=_DECIDES, team="p2p", expires_s=DAY),
    _d("p2p.cancel", "取消 C2C 订单", "Cancel a P2P order", Level.SIGNED_IN, Text("这笔 C2C 订单已取消", "The P2P order is cancelled"), f.P2P,
       seats=_DECIDES, team="p2p", expires_s=DAY),
    _d("p2p.extend", "延长 C2C 时限", "Extend a P2P order", Level.ANONYMOUS, Text("这笔 C2C 订单的时限已延长", "The P2P order has more time"),
       f.P2P, f.MINUTES, seats=_DECIDES, team="p2p", expires_s=HOUR),
    _d("counterparty.hold", "暂时冻结交易对方的款项", "Hold what the other side received", Level.CONTACT, None, f.OTHER, f.OF_THING,
       seats=(frozenset({"security", "compliance", "duty", "lead"}),), expires_s=15 * MINUTE),
    _e("legal.hold", "司法冻结", "Legal hold", f.AUTHORITY, f.SCOPE),
    _e("legal.disclose", "依法披露", "Disclose to an authority", f.AUTHORITY, f.DISCLOSED),
)
TYPES: dict[str, ActionType] = {row.type: row for row in _ROWS}

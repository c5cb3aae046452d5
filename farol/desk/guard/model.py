"""What the guard finds in a reply, and what to write instead."""

from typing import Literal

import msgspec

Kind = Literal["never", "blank", "promise", "personal", "blame", "empty", "tone"]
STOPS = frozenset({"promise.money"})
"""Codes that stop a reply though others of their kind do not."""

INSTEAD: dict[str, tuple[str, str]] = {
    "never.secret": (
        "客服从不索要密码、验证码、助记词、私钥或卡背码。请指引客户在 App 里自己输入，或改用身份核验流程。",
        "Support never asks for a password, a code, a seed phrase, a private key or a card's code. "
        "Point to where the customer enters it themselves, or use the identity check.",
    ),
    "never.remote": (
        "客服从不远程控制，也不看屏幕。请用文字一步一步说明，或请客户发截图（遮住敏感内容）。",
        "Support never takes remote control or watches a screen. Write the steps, or ask for a picture with private parts covered.",
    ),
    "never.coins": (
        "客服从不让客户转币或付款来测试、解锁、验证。应收的费用由系统从账户扣。",
        "Support never asks for coins or a payment to test, unlock or verify anything. A fee that is due is taken from the account by the system.",
    ),
    "never.link": (
        "这个网址、账号或号码不在我们的名单里。客服只发本站、区块浏览器和名单里的网址，也从不请客户加别的联系方式。",
        "This address or contact is not on our list. Support sends links to our own pages, to block explorers and to listed sites, "
        "and never asks a customer to go on somewhere else.",
    ),
    "never.number": (
        "这个号码不是我们公布的，也不是客户自己的。请写我们的服务入口；必须写时提交放行。",
        "This number is neither one we publish nor the customer's own. Point to our own contact page; if it has to stand here, hold the reply for release.",
    ),
    "never.mail": (
        "这个邮箱不是我们的，也不是客户自己的。请写我们的服务入口；必须写时提交放行。",
        "This mail address is neither ours nor the customer's own. Point to our own contact page; if it has to stand here, hold the reply for release.",
    ),
    "never.address": (
        "这个链上地址既不是客户给的，也不在名单里。客服不发收款地址；必须写时提交放行。",
        "This address on a chain is neither from the customer nor on our list. Support sends no address to pay to; if it has to stand here, hold the reply for release.",
    ),
    "promise.money": (
        "退款和赔偿要由负责的团队决定。没有决定之前，只写进展、下一步和下次答复的时间。",
        "A refund or compensation is decided by the team that answers for it. Until then say where it stands, what comes next, and when you write again.",
    ),
    "tone.shouting": (
        "连续大写或感叹号读起来像在喊。用平常的写法。",
        "Capitals and rows of exclamation marks read as shouting. Write it plainly.",
    ),
    "tone.sarcasm": (
        "这句话像在挖苦。只说发生了什么、怎么办。",
        "This can be read as sarcasm. Say what happened and what to do.",
    ),
    "blank.left": (
        "这里还空着，请填上再发。",
        "This is still blank. Fill it in before sending.",
    ),
    "promise.outcome": (
        "结果不由我们决定。写下一步是什么、什么时候再告诉客户。",
        "The outcome is not ours to promise. Say what happens next, and when you write again.",
    ),
    "promise.vague": (
        "写出时间和时区，例如“今天 18:00（上海）前回复您”，并设为承诺。",
        "Name a time with its zone, such as “by 18:00 Shanghai today”, and make it a promise.",
    ),
    "promise.time": (
        "写了时间，但没有设承诺。点“承诺”，系统会替您记着，客户也看得到。",
        "A time is named but not promised. Make it a promise, so that it is kept in mind and the customer sees it.",
    ),
    "personal.contact": (
        "这是客户的个人资料，页面上是遮住的。改用遮住的写法，或不写。",
        "This is the customer's own data, which screens mask. Write it masked, or leave it out.",
    ),
    "blame.customer": (
        "客户会觉得在怪他。只说发生了什么、怎么办。",
        "It sounds like blame. Say what happened and what to do.",
    ),
    "empty.words": (
        "套话没有内容。换成具体的一句：查到了什么、下一步是什么。",
        "A stock phrase says nothing. Write what you found, or what comes next.",
    ),
}
"""By code: zh and en."""
RELEASABLE = frozenset({"never.link", "never.number", "never.mail", "never.address"})
"""What a second person may let out. What asks for a secret, for remote access or for coins never goes."""


class Finding(msgspec.Struct, frozen=True):
    """Words of a reply that should not go out so. start, end: their place, in characters. blocks: they are not sent at all."""

    code: str
    kind: Kind
    blocks: bool
    words: str
    start: int
    end: int
    instead: dict[str, str]


def finding(code: str, text: str, start: int, end: int) -> Finding:
    """One, with its advice."""
    kind: Kind = code.partition(".")[0]  # type: ignore[assignment]
    zh, en = INSTEAD[code]
    return Finding(code, kind, kind in ("never", "blank") or code in STOPS, text[start:end].strip()[:120], start, end, {"zh": zh, "en": en})

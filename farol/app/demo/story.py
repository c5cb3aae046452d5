"""The tickets of the demo, as stories."""

import msgspec

from farol.core.tickets.model import Change

from .cast import IVAN, MEI, ROSA


class Line(msgspec.Struct, frozen=True):
    """Something said. by: ``customer`` or a member of staff. transaction: network and text that make the demo's txid."""

    by: str
    text: str
    internal: bool = False
    transaction: tuple[str, str] | None = None


class Story(msgspec.Struct, frozen=True, kw_only=True):
    """A ticket so far. uid is empty for a visitor, who has a name and an address."""

    subject: str
    language: str
    lines: tuple[Line, ...]
    minutes_ago: float
    uid: str = ""
    name: str = ""
    email: str = ""
    channel: str = "webchat"
    change: Change = Change()


STORIES = (
    Story(
        subject="Когда разблокируют вывод?",
        language="ru",
        uid=IVAN.uid,
        name=IVAN.name,
        minutes_ago=7,
        lines=(
            Line(
                "customer",
                "Обозреватель показывает «успешно», а у вас ноль. Мне срочно нужно вывести! {txid}",
                transaction=("ETH", f"{IVAN.uid}:0"),
            ),
            Line(
                "tim",
                "He asks about withdrawing, not about the credit: give both times, and mention the hold.",
                internal=True,
            ),
        ),
        change=Change(reason="dep.unconfirmed", severity="P3"),
    ),
    Story(
        subject="XRP sin etiqueta de destino",
        language="es",
        uid=ROSA.uid,
        name=ROSA.name,
        minutes_ago=41,
        lines=(
            Line(
                "customer",
                "Envié 250 XRP y olvidé la etiqueta. ¿Los he perdido? {txid}",
                transaction=("XRP", f"{ROSA.uid}:untagged"),
            ),
            Line(
                "ana",
                "Your 250 XRP arrived at our address without a tag, so they are not lost. Please send a screenshot of the "
                "sending account's history with the time visible. Never send a password or a code.",
            ),
        ),
        change=Change(reason="dep.missing_memo", severity="P2", status="pending"),
    ),
    Story(
        subject="Someone on Telegram says he is your support",
        language="en",
        name="J. Okafor",
        email="j.okafor@example.net",
        minutes_ago=12,
        lines=(
            Line(
                "customer",
                'A person called "Farol Support Team" wrote to me first on Telegram and wants me to "validate" my '
                "wallet on a page. Is that you? I have not typed anything yet.",
            ),
        ),
        change=Change(reason="sec.phishing_report", severity="P1"),
    ),
    Story(
        subject="Statement for 2025 as PDF",
        language="en",
        name="K. Tanaka",
        email="k.tanaka@example.org",
        channel="email",
        minutes_ago=300,
        lines=(
            Line(
                "customer",
                "Hello, my accountant needs the account statement for 2025 as a PDF, in UTC. Where do I find it?",
            ),
        ),
        change=Change(reason="stm.tax", severity="P4"),
    ),
    Story(
        subject="BTC 充值多久可以提",
        language="zh",
        uid=MEI.uid,
        name=MEI.name,
        minutes_ago=60 * 26,
        lines=(
            Line("customer", "0.25 BTC 显示到账了，为什么还不能提？"),
            Line(
                "ana",
                "入账和可提是两个门槛：2 个确认可交易，3 个确认可提。您这笔已经 2/3，约 10 分钟后可提，不用做任何事。",
            ),
            Line("customer", "可以提了，谢谢"),
        ),
        change=Change(reason="dep.unconfirmed", status="resolved"),
    ),
)

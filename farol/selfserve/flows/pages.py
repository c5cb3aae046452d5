"""Pages of ours that a step can show beside its words."""

from datetime import date

from farol.core.exchange.shapes import Text
from farol.kit.i18n import Lang

from .model import Source

PAGES: dict[str, tuple[str, Text]] = {
    "home": ("/my", Text("登录，我的工单", "Sign in, my tickets")),
    "deposits": ("/my/deposits", Text("我的充值", "My deposits")),
    "withdrawals": ("/my/withdrawals", Text("我的提币", "My withdrawals")),
    "trace": ("/my/trace", Text("查一笔充值", "Trace a deposit")),
    "recovery": ("/my/recovery", Text("申请找回充值", "Ask for the recovery of a deposit")),
    "holds": ("/my/holds", Text("账户限制", "Limits on my account")),
    "kyc": ("/my/kyc", Text("身份认证", "Identity check")),
    "liquidations": ("/my/liquidations", Text("我的强平", "My liquidations")),
    "stolen": ("/stolen", Text("保护账户", "Protect the account")),
    "official": ("/help/{lang}/a/verify-official", Text("核对是不是我们", "Check whether it is us")),
}
"""Path and title by name; ``{lang}`` is the written language, zh or en."""
OWN = frozenset({"deposits", "withdrawals", "holds", "kyc", "liquidations"})
"""Those that show the customer's own data."""


def source(name: str, lang: Lang, asked: date | None = None) -> Source:
    """A page as where something comes from. asked: the day the exchange was asked, for an answer from the customer's own data."""
    path, title = PAGES[name]
    own = asked is not None and name in OWN
    return Source("exchange" if own else "page", title.of(lang), path.format(lang=lang), 0, asked, "zh-Hans" if lang == "zh" else "en")

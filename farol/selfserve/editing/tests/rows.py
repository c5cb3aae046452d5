"""Networks of an exchange, and articles without a database."""

from collections.abc import Iterable

from farol.core.exchange.model import NetworkInfo
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval.tests.shelves import AT, shipped

ROWS = (
    NetworkInfo("USDT", "TRON", deposit_enabled=True, withdraw_enabled=True, min_deposit="1", confirm_credit=20, confirm_unlock=40, min_withdraw="10", withdraw_fee="1.5"),
    NetworkInfo("USDT", "ETH", deposit_enabled=True, withdraw_enabled=True, min_deposit="1", confirm_credit=12, confirm_unlock=64, min_withdraw="20", withdraw_fee="5"),
    NetworkInfo("BTC", "BTC", deposit_enabled=True, withdraw_enabled=True, min_deposit="0.0001", confirm_credit=2, confirm_unlock=3, min_withdraw="0.001", withdraw_fee="0.0002"),
)


def articles() -> Iterable[Article]:
    """The shipped ones."""
    return shipped().articles()


def made(slug: str, body: str, *, related: tuple[str, ...] = ()) -> Article:
    """An article with that text."""
    return Article(1, slug, "deposits", 0, "en", 1, "T", "S", body, "", list(related), "Kai", AT.date(), AT, article_id=1)

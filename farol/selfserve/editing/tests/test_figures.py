"""A figure in prose that the exchange contradicts is pointed at with its line; what is uncertain is left alone."""

import pytest

from farol.core.exchange.model import NetworkInfo
from farol.selfserve.editing import checks, figures
from farol.selfserve.editing.tests.rows import ROWS, articles, made


@pytest.mark.parametrize(
    ("prose", "what", "core"),
    [
        ("USDT on TRC20 needs 30 confirmations.", "30 confirmations", "USDT TRON 20/40"),
        ("波场链充值 USDT 要 30 个确认。", "30 个确认", "USDT TRON 20/40"),
        ("The minimum deposit of BTC is 0.0002 BTC.", "0.0002 BTC", "BTC BTC 0.0001"),
        ("USDT 走 TRC20 的提币手续费是 2 USDT。", "2 USDT", "USDT TRON 1.5"),
        ("You can withdraw at least 5 USDT on ERC20.", "5 USDT", "USDT ETH 20"),
    ],
)
def test_a_wrong_figure_is_found(prose: str, what: str, core: str) -> None:
    [found] = figures.contradictions(f"## Rules\n\nFirst line.\n{prose}\n", ROWS)
    assert (found.code, found.what, found.line, found.core) == ("contradicts", what, 4, core)


@pytest.mark.parametrize(
    "prose",
    [
        "USDT on TRC20 needs 20 confirmations, and 40 to withdraw.",
        "比特币最小充值 0.0001 BTC。",
        "The withdrawal fee for USDT on ERC20 is 5.0 USDT.",
        "Most networks need 30 confirmations.",
        "Fee: 0.5 × 0.1 % = 0.0005 BTC.",
        "Example: the minimum deposit is 7 USDT.",
        "Send 7 USDT first.",
        "{{core:network coin=USDT}}",
    ],
)
def test_what_is_right_or_uncertain_is_left_alone(prose: str) -> None:
    assert figures.contradictions(prose, ROWS) == ()


def test_without_an_answer_of_the_exchange_nothing_is_claimed() -> None:
    assert figures.contradictions("USDT on TRC20 needs 30 confirmations.", ()) == ()


def test_the_shipped_articles_have_no_fault() -> None:
    held: dict[str, dict[str, frozenset[str]]] = {}
    for one in articles():
        held.setdefault(one.language, {})[one.slug] = checks.anchors(one.body)
    found = [(one.slug, f) for one in articles() for f in [*checks.links(one, held[one.language]), *figures.contradictions(one.body, ROWS)]]
    assert found == []


def test_links_that_lead_nowhere_are_named_with_their_line() -> None:
    body = "## Steps {#steps}\n\n[a](other)\n[b](other#here) [c](#steps) [d](#gone)\n[e](missing) [f](other#gone)\n" \
        "[g](https://example.com/x) [h](https://a_b) [i](/my/new) [j](/help/en/a/missing#x) [k](mailto:a@b.example)\n"
    held = {"me": checks.anchors(body), "other": frozenset({"here"})}
    found = list(checks.links(made("me", body, related=("other", "nothing")), held))
    assert [(one.code, one.what, one.line) for one in found] == [
        ("link", "#gone", 4), ("link", "missing", 5), ("link", "other#gone", 5), ("link", "https://a_b", 6), ("link", "/help/en/a/missing#x", 6),
        ("related", "nothing", 0)]  # fmt: skip


def test_live_blocks_that_stay_empty_are_named() -> None:
    body = "Text\n\n{{core:network coin=USDT net=TRC20}}\n\n{{core:network coin=LUNA}}\n\n{{core:facts name=fees}}\n\n{{core:facts name=gone}}\n"
    found = list(checks.blocks(made("me", body), ROWS, frozenset({"gone"})))
    assert [(one.what, one.line) for one in found] == [("{{core:network coin=LUNA}}", 5), ("{{core:facts name=gone}}", 9)]
    assert [one.line for one in checks.blocks(made("me", body), None, frozenset())] == []


def test_rows_without_a_figure_contradict_nothing() -> None:
    assert figures.contradictions("BTC needs 9 confirmations.", (NetworkInfo("BTC", "BTC", deposit_enabled=True, withdraw_enabled=True),)) == ()

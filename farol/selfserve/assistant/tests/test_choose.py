"""Choices are taken by their label, by their number, and by a plain yes or no."""

import pytest

from farol.selfserve.assistant.model import Offer
from farol.selfserve.flows.answering import chosen

OFFERED = [Offer("Deposits", "article:a"), Offer("Fees", "reason:fee.vip"), Offer("Yes, it did", "yes"), Offer("No, it did not", "no")]


@pytest.mark.parametrize(("said", "to"), [
    ("Deposits", "article:a"), (" deposits。", "article:a"), ("2", "reason:fee.vip"), ("(2)", "reason:fee.vip"), ("２", "reason:fee.vip"), ("二", "reason:fee.vip"),
    ("第一个", "article:a"), ("yes", "yes"), ("清楚了", "yes"), ("нет", "no"), ("no.", "no"),
])  # fmt: skip
def test_chosen(said: str, to: str) -> None:
    found = chosen(OFFERED, said)
    assert found
    assert found.to == to


@pytest.mark.parametrize("said", ["9", "0", "", "12", "deposit", "no idea", "2 USDT", "x" * 500])
def test_not_chosen(said: str) -> None:
    assert chosen(OFFERED, said) is None


def test_without_choices_nothing_is_chosen() -> None:
    assert chosen([], "1") is None

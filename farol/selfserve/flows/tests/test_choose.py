"""Choosing: the label, its number, or a plain yes or no, as people type them."""

import pytest

from farol.selfserve.flows.answering import chosen
from farol.selfserve.flows.model import Option

END = [Option("解决了", "solved"), Option("没有解决", "unsolved")]
THREE = [Option("Authenticator", "next"), Option("Passkey", "step:key"), Option("None of these", "none")]


@pytest.mark.parametrize(("said", "to"), [
    ("1", "next"), (" 2. ", "step:key"), ("(3)", "none"), ("２", "step:key"), ("③", "none"), ("[1]", "next"), ("2)", "step:key"), ("3、", "none"),
    ("authenticator", "next"), ("  PASSKEY.", "step:key"), ("None of these", "none"),
])  # fmt: skip
def test_labels_and_numbers(said: str, to: str) -> None:
    found = chosen(THREE, said)
    assert found
    assert found.to == to


@pytest.mark.parametrize(("said", "to"), [
    ("是", "solved"), ("好了。", "solved"), ("yes", "solved"), ("OK", "solved"), ("解决了", "solved"), ("没有", "unsolved"), ("还没", "unsolved"), ("no", "unsolved"),
    ("没有解决", "unsolved"),
])  # fmt: skip
def test_yes_and_no(said: str, to: str) -> None:
    found = chosen(END, said)
    assert found
    assert found.to == to


@pytest.mark.parametrize("said", ["4", "0", "12", "99", "-1", "1 2", "yes", "no", "authenticator please", "1" * 300, "", "solved", "next", "step:key"])
def test_anything_else_is_none_of_them(said: str) -> None:
    assert chosen(THREE, said) is None
    assert chosen([], said) is None

"""Slips of the finger: what is near, and that looking for it stays cheap."""

import pytest

from farol.selfserve.retrieval.slips import distance, slips

WORDS = sorted(["deposit", "deposits", "withdrawal", "authenticator", "fee", "депозит", "depósito", "2026"])


@pytest.mark.parametrize(
    ("typed", "near"),
    [
        ("depsoit", ["deposit"]), ("deposi", ["deposit"]), ("depozit", ["deposit"]), ("ddeposit", ["deposit"]), ("депозиит", ["депозит"]),
        ("withdrawl", ["withdrawal"]), ("wihdrawel", ["withdrawal"]), ("ithdrawel", []), ("withdrwel", ["withdrawal"]), ("autehnticator", ["authenticator"]),
        ("fe", []), ("feee", []), ("depósitoo", ["depósito"]), ("20266", []), ("x" * 500, []), ("", []),
    ],
)  # fmt: skip
def test_what_is_near(typed: str, near: list[str]) -> None:
    assert slips(typed, set(WORDS).__contains__, WORDS) == near


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("deposit", "deposit", 0), ("deposit", "depsoit", 1), ("deposit", "depozits", 2), ("", "abc", 3), ("ab", "ba", 1)],
)
def test_distance(one: str, other: str, steps: int) -> None:
    assert distance(one, other) == distance(other, one) == steps


def test_a_word_costs_a_bounded_number_of_look_ups() -> None:
    asked: list[str] = []

    def known(word: str) -> bool:
        asked.append(word)
        return False

    slips("abcdefghijklmnopqrstuvwx", known, [f"ab{n}" for n in range(100_000)])
    assert len(asked) < 1_500

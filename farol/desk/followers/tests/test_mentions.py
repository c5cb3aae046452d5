"""Whom a note names."""

import pytest

from farol.desk.followers.model import handles, named

KNOWN = handles(
    [(1, "Ana Duarte", "Ana"), (2, "Sol Marín", "Sol"), (3, "王小明", "小明"), (4, "Sol Prieto", "Soledad"), (5, "Ann Lee", "Ann")],
    [("wallet", "钱包团队", "Wallet team", [2, 3]), ("l1", "一线客服", "First line", [])])


@pytest.mark.parametrize(("note", "who"), [
    ("@Ana Duarte please look", {1}), ("@ana, and @王小明", {1, 3}), ("请@王小明看一下", {3}), ("＠小明 看一下", {3}), ("@wallet", {2, 3}),
    ("@钱包团队，帮查", {2, 3}), ("(@Wallet team)", {2, 3}), ("@Sol", set()), ("@Sol Prieto", {4}), ("@SOL MARÍN!", {2}), ("@Anabel", set()),
    ("@Ann", {5}), ("mail ana@ana.example", set()), ("@", set()), ("@@Ana", {1}), ("@first line", set()), ("no one", set()), ("@nobody", set()),
])
def test_names_teams_and_what_is_none(note: str, who: set[int]) -> None:
    assert named(note, KNOWN) == who


def test_a_long_note_of_at_signs_is_read_quickly() -> None:
    assert named("@" * 10_000, KNOWN) == set()

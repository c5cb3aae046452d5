"""Whether a tree holds, and what decided it."""

from datetime import timedelta
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.desk.conditions.evaluate import evaluate
from farol.desk.conditions.facts import Facts
from farol.desk.conditions.model import parse
from farol.kit import clock

NOW = clock.now()
TICKET = Facts(
    7, "FRL-2026-000007", "USDT 还没到账", "open", None, "P3", "dep.unconfirmed", "webchat", "zh", "VIP 3", 4, None, ["vip", "到账"],
    {"bank": "招商银行", "amount": "1200.50", "first": True}, "我的号被盗了，快冻结", NOW - timedelta(minutes=40), NOW - timedelta(minutes=31),
    NOW - timedelta(minutes=31), NOW - timedelta(minutes=2), None, None, True, 2, 1, 2)


def holds(field: str, op: str, value: Any = None, *, me: int | None = None, **changed: Any) -> bool:
    tree = {"field": field, "op": op} | ({} if value is None else {"value": value})
    return evaluate(parse(tree), msgspec.structs.replace(TICKET, **changed), NOW, me).held


@pytest.mark.parametrize(("field", "op", "value"), [
    ("severity", "is", "P3"), ("severity", "in", ["P0", "P3"]), ("severity", "is_not", "P1"), ("severity", "not_in", ["P0", "P1"]),
    ("reason", "is", "dep"), ("reason", "in", ["wd", "dep.unconfirmed"]), ("reason", "is_not", "de"), ("tier", "is", "vip"),
    ("owner", "is", 4), ("owner", "is_not", "none"), ("team", "empty", None), ("tag", "is", "VIP"), ("tag", "in", ["x", "到賬"]),
    ("tag", "not_in", ["x"]), ("subject", "starts", "usdt"), ("words", "contains", ["stolen", "被盜"]), ("words", "not_empty", None),
    ("opened_minutes", "more_than", 39), ("waiting_minutes", "less_than", 32), ("due_minutes", "less_than", 0),
    ("snoozed", "is", False), ("incident", "empty", None), ("has_file", "is", True), ("unread", "is", 2), ("unread", "more_than", 1),
    ("field.bank", "contains", "招商"), ("field.amount", "more_than", 1200), ("field.amount", "is", 1200.5), ("field.none", "empty", None),
    ("field.bank", "in", ["招商銀行"]),
])
def test_holds(field: str, op: str, value: Any) -> None:
    assert holds(field, op, value)


@pytest.mark.parametrize(("field", "op", "value"), [
    ("reason", "is", "dep.un"), ("reason", "empty", None), ("owner", "is", "none"), ("owner", "is", "me"), ("team", "is", 3),
    ("words", "contains", "hacked"), ("words", "starts", "被盗"), ("field.bank", "more_than", 3), ("field.none", "is", "x"),
    ("field.none", "less_than", 3), ("tag", "empty", None),
])
def test_does_not_hold(field: str, op: str, value: Any) -> None:
    assert not holds(field, op, value)


def test_me_is_who_looks() -> None:
    assert holds("owner", "is", "me", me=4)
    assert not holds("owner", "is", "me", me=5)
    assert not holds("owner", "is", "me", owner=None)
    assert holds("owner", "in", ["me", "none"], owner=None)


def test_who_does_not_wait_has_waited_neither_long_nor_briefly() -> None:
    assert not holds("waiting_minutes", "more_than", 0, waiting_since=None)
    assert not holds("waiting_minutes", "less_than", 9, waiting_since=None)
    assert holds("waiting_minutes", "empty", waiting_since=None)


def test_what_stood_against_it_is_told() -> None:
    tree = parse({"all": [{"field": "tier", "op": "is", "value": "VIP"}, {"field": "severity", "op": "in", "value": ["P0", "P1"]}]})
    verdict = evaluate(tree, TICKET, NOW)
    assert not verdict.held
    assert [(s.at, s.field, s.saw) for s in verdict.deciding] == [("all.1", "severity", "P3")]


def test_what_made_it_hold_is_told_without_the_message() -> None:
    tree = parse({"any": [{"field": "severity", "op": "is", "value": "P0"}, {"field": "words", "op": "contains", "value": ["stolen", "被盗"]}]})
    verdict = evaluate(tree, TICKET, NOW)
    assert verdict.held
    assert [(s.field, s.saw) for s in verdict.deciding] == [("words", "被盗")]


LEAVES = st.sampled_from([
    {"field": "severity", "op": "is", "value": "P3"}, {"field": "severity", "op": "is", "value": "P0"},
    {"field": "words", "op": "contains", "value": "被盗"}, {"field": "owner", "op": "is", "value": "none"}])
TREES = st.recursive(LEAVES, lambda inner: st.one_of(
    st.builds(lambda parts: {"all": parts}, st.lists(inner, max_size=3)),
    st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
    st.builds(lambda part: {"not": part}, inner)), max_leaves=6)


def plain(tree: dict[str, Any]) -> bool:
    """The meaning, spelled out."""
    if "all" in tree:
        return all(plain(part) for part in tree["all"])
    if "any" in tree:
        return any(plain(part) for part in tree["any"])
    if "not" in tree:
        return not plain(tree["not"])
    return tree["value"] in ("P3", "被盗")


def depth(tree: dict[str, Any]) -> int:
    parts = tree.get("all") or tree.get("any") or ([tree["not"]] if "not" in tree else [])
    return 1 + max((depth(part) for part in parts), default=0)


@given(TREES)
def test_any_tree_means_what_it_says(tree: dict[str, Any]) -> None:
    if depth(tree) <= 6:
        assert evaluate(parse(tree), TICKET, NOW).held == plain(tree)

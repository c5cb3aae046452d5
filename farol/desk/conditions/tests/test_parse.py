"""What is a tree of conditions, and what is refused with its place."""

from typing import Any

import pytest

from farol.desk.conditions.model import All, Any_, Not, leaves, parse
from farol.desk.conditions.problems import ConditionInvalid


def leaf(field: str = "severity", op: str = "is", value: Any = "P1") -> dict[str, Any]:
    return {"field": field, "op": op, "value": value}


def nested(depth: int) -> dict[str, Any]:
    tree = leaf()
    for _ in range(depth - 1):
        tree = {"not": tree}
    return tree


def test_a_tree_is_read() -> None:
    node = parse({"all": [leaf(), {"any": [leaf("words", "contains", ["被盗", "stolen"]), {"not": leaf("owner", "is", "none")}]}]})
    assert isinstance(node, All)
    assert isinstance(node.parts[1], Any_)
    assert isinstance(node.parts[1].parts[1], Not)
    assert [one.at for one in leaves(node)] == ["all.0", "all.1.any.0", "all.1.any.1.not"]


def test_nothing_asked_holds_always() -> None:
    assert parse({"all": []}) == All(())


@pytest.mark.parametrize(("tree", "at", "why"), [
    ([], "", "shape"),
    ({}, "", "shape"),
    ({"all": [], "any": []}, "", "shape"),
    ({"all": leaf()}, "", "shape"),
    ({"any": []}, "", "nothing"),
    ({"all": [leaf(), {"any": [leaf("colour")]}]}, "all.1.any.0", "field"),
    ({"all": [leaf("severity", "contains")]}, "all.0", "op"),
    ({"all": [leaf("severity", "is", "P9")]}, "all.0", "choice"),
    ({"all": [leaf("severity", "in", "P1")]}, "all.0", "value"),
    ({"all": [leaf("severity", "in", [])]}, "all.0", "value"),
    ({"all": [leaf("severity", "is", ["P1"])]}, "all.0", "value"),
    (leaf("waiting_minutes", "more_than", "ten"), "", "value"),
    (leaf("waiting_minutes", "more_than", True), "", "value"),
    (leaf("owner", "is", "ana"), "", "value"),
    (leaf("team", "is", -1), "", "value"),
    (leaf("snoozed", "is", "yes"), "", "value"),
    (leaf("words", "contains", " "), "", "value"),
    (leaf("words", "contains", "a\0b"), "", "value"),
    (leaf("words", "contains", "x" * 201), "", "long"),
    (leaf("tag", "in", ["x"] * 101), "", "long"),
    (leaf("field.", "is", "x"), "", "field"),
    ({"field": "severity", "op": "is", "value": "P1", "more": 1}, "", "shape"),
    ({"field": ["severity"], "op": "is"}, "", "field"),
    (nested(7), "not.not.not.not.not.not", "depth"),
    ({"all": [{"all": [leaf()] * 31}, {"all": [leaf()] * 30}]}, "", "count"),
    ({"all": [leaf()] * 61}, "", "count"),
])
def test_what_is_wrong_is_named_with_its_place(tree: Any, at: str, why: str) -> None:
    with pytest.raises(ConditionInvalid) as refused:
        parse(tree)
    assert refused.value.fields == {"at": at, "why": why}
    assert refused.value.text("zh").endswith("。")
    assert why not in refused.value.text("zh")


def test_forty_nested_conditions_are_fine() -> None:
    parse({"all": [{"any": [leaf(), {"all": [leaf(), {"not": {"any": [leaf(), leaf()]}}]}]}] * 10})
    parse(nested(6))

"""The tree of conditions and the one way to read it.

As JSON: ``{"all": [...]}``, ``{"any": [...]}``, ``{"not": {...}}``, or one condition ``{"field": "severity", "op": "in",
"value": ["P0", "P1"]}``. ``{"all": []}`` holds for every ticket.
"""

from collections.abc import Iterator
from typing import Any

import msgspec

from .fields import BARE, FIELDS, MANY, Field, field_of
from .problems import ConditionInvalid

MOST_DEPTH = 6
MOST = 60
MOST_VALUES = 100
LONGEST = 200

Value = str | int | float | bool | None


class Leaf(msgspec.Struct, frozen=True):
    """One comparison. at: the way to it in the tree. values: what to compare with; one of them for most comparisons."""

    at: str
    field: Field
    op: str
    values: tuple[Value, ...]


class All(msgspec.Struct, frozen=True):
    """Every part holds."""

    parts: "tuple[Node, ...]"


class Any_(msgspec.Struct, frozen=True):
    """At least one part holds."""

    parts: "tuple[Node, ...]"


class Not(msgspec.Struct, frozen=True):
    """The part does not hold."""

    part: "Node"


Node = Leaf | All | Any_ | Not
ALWAYS = All(())


def parse(tree: Any) -> Node:
    """The checked tree. Raises ConditionInvalid with the place of what is wrong."""
    node = _node(tree, "", 1)
    if sum(1 for _ in leaves(node)) > MOST:
        raise ConditionInvalid(at="", why="count")
    return node


def leaves(node: Node) -> Iterator[Leaf]:
    """Every comparison, in order."""
    match node:
        case Leaf():
            yield node
        case All(parts) | Any_(parts):
            for part in parts:
                yield from leaves(part)
        case Not(part):
            yield from leaves(part)


def _node(tree: Any, at: str, depth: int) -> Node:
    if depth > MOST_DEPTH:
        raise ConditionInvalid(at=at, why="depth")
    if not isinstance(tree, dict):
        raise ConditionInvalid(at=at, why="shape")
    match list(tree):
        case ["all" | "any" as word] if isinstance(tree[word], list):
            if len(tree[word]) > MOST:
                raise ConditionInvalid(at=at, why="count")
            if word == "any" and not tree[word]:
                raise ConditionInvalid(at=at, why="nothing")
            parts = tuple(_node(part, _way(at, f"{word}.{n}"), depth + 1) for n, part in enumerate(tree[word]))
            return All(parts) if word == "all" else Any_(parts)
        case ["not"]:
            return Not(_node(tree["not"], _way(at, "not"), depth + 1))
    if not set(tree) <= {"field", "op", "value"} or not {"field", "op"} <= set(tree):
        raise ConditionInvalid(at=at, why="shape")
    return _leaf(tree, at)


def _leaf(tree: dict[str, Any], at: str) -> Leaf:
    field = field_of(tree["field"]) if isinstance(tree["field"], str) else None
    if field is None:
        raise ConditionInvalid(at=at, why="field")
    if tree["op"] not in field.ops:
        raise ConditionInvalid(at=at, why="op")
    op, given = str(tree["op"]), tree.get("value")
    if op in BARE:
        return Leaf(at, field, op, ())
    listed = op in MANY or (op in ("contains", "starts") and isinstance(given, list))
    values = tuple(given) if isinstance(given, list) else (given,)
    if listed != isinstance(given, list) or not values:
        raise ConditionInvalid(at=at, why="value")
    if len(values) > MOST_VALUES:
        raise ConditionInvalid(at=at, why="long")
    return Leaf(at, field, op, tuple(_value(field, op, value, at) for value in values))


def _value(field: Field, op: str, value: Any, at: str) -> Value:
    number = isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 2**53
    match field.kind:
        case "minutes" | "number":
            fits = number
        case "yes_no":
            fits = isinstance(value, bool)
        case "person":
            fits = value in ("me", "none") or _is_id(value)
        case "team" | "link":
            fits = _is_id(value)
        case "value" if op in ("more_than", "less_than"):
            fits = number
        case "value":
            fits = number or isinstance(value, bool) or _is_word(value, at)
        case _:
            fits = _is_word(value, at)
    if not fits:
        raise ConditionInvalid(at=at, why="value")
    if field.choices and value not in field.choices:
        raise ConditionInvalid(at=at, why="choice")
    return value  # type: ignore[no-any-return]


def _is_id(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 < value < 2**53


def _is_word(value: Any, at: str) -> bool:
    if not isinstance(value, str) or not value.strip() or "\0" in value:
        return False
    if len(value) > LONGEST:
        raise ConditionInvalid(at=at, why="long")
    return True


def _way(at: str, step: str) -> str:
    return f"{at}.{step}" if at else step


__all__ = ["ALWAYS", "FIELDS", "MOST", "MOST_DEPTH", "All", "Any_", "Leaf", "Node", "Not", "Value", "leaves", "parse"]

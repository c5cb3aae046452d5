"""Whether a tree holds for a ticket, and which comparisons decided it."""

from datetime import datetime, timedelta
from typing import Any

import msgspec

from farol.kit.text import fold

from .facts import Facts
from .fields import CUSTOM
from .model import All, Any_, Leaf, Node, Not

MINUTE = timedelta(minutes=1)


class Seen(msgspec.Struct, frozen=True):
    """One comparison and what the ticket had. saw: as people read it; words only as far as they matter."""

    at: str
    field: str
    op: str
    value: Any
    saw: Any
    held: bool


class Verdict(msgspec.Struct, frozen=True):
    """deciding: of a tree that holds, what made it hold; of one that does not, what stood against it."""

    held: bool
    deciding: list[Seen]


def evaluate(node: Node, facts: Facts, now: datetime, me: int | None = None) -> Verdict:
    """Looks at a ticket. me: whom ``owner is me`` means; nobody when not given."""
    match node:
        case Leaf():
            saw = seen(node.field.name, facts, now)
            held = _holds(node, saw, me)
            return Verdict(held, [Seen(node.at, node.field.name, node.op, _shown(node), _brief(node, saw), held)])
        case Not(part):
            inner = evaluate(part, facts, now, me)
            return Verdict(not inner.held, inner.deciding)
        case All(parts):
            found = []
            for part in parts:
                inner = evaluate(part, facts, now, me)
                if not inner.held:
                    return inner
                found += inner.deciding
            return Verdict(True, found)
        case Any_(parts):
            found = []
            for part in parts:
                inner = evaluate(part, facts, now, me)
                if inner.held:
                    return inner
                found += inner.deciding
            return Verdict(False, found)


def seen(name: str, facts: Facts, now: datetime) -> Any:
    """What a ticket has in a field. Minutes are whole ones."""
    if name.startswith(CUSTOM):
        return facts.fields.get(name.removeprefix(CUSTOM))
    match name:
        case "opened_minutes":
            return _minutes(facts.opened_at, now)
        case "waiting_minutes":
            return _minutes(facts.waiting_since, now)
        case "updated_minutes":
            return _minutes(facts.updated_at, now)
        case "due_minutes":
            return None if facts.due_at is None else (facts.due_at - now) // MINUTE
        case "snoozed":
            return facts.snoozed_until is not None and facts.snoozed_until > now
        case "tag":
            return facts.tags
    return getattr(facts, name)


def _minutes(since: datetime | None, now: datetime) -> int | None:
    return None if since is None else (now - since) // MINUTE


def _holds(leaf: Leaf, saw: Any, me: int | None) -> bool:
    op, values = leaf.op, leaf.values
    if op in ("empty", "not_empty"):
        return (saw is None or saw == "" or saw == []) == (op == "empty")
    if op in ("is", "is_not", "in", "not_in"):
        return any(_same(leaf, saw, value, me) for value in values) == (op in ("is", "in"))
    if op in ("more_than", "less_than"):
        number, wanted = _number(saw), values[0]
        assert isinstance(wanted, int | float)
        return number is not None and (number > wanted if op == "more_than" else number < wanted)
    text = fold(str(saw or ""))
    wanted_words = [fold(str(value)) for value in values]
    return any(word in text if op == "contains" else text.startswith(word) for word in wanted_words)


def _same(leaf: Leaf, saw: Any, value: Any, me: int | None) -> bool:
    match leaf.field.kind:
        case "tag":
            return any(_plain(tag) == _plain(value) for tag in saw)
        case "person":
            wanted = None if value == "none" else me if value == "me" else value
            return bool(saw == wanted and (value != "me" or me is not None))
        case "branch":
            have, wanted_word = _plain(saw), _plain(value)
            return have == wanted_word or (saw is not None and have.startswith((wanted_word + ".", wanted_word + " ", wanted_word + "-")))
        case "value" if isinstance(value, int | float) and not isinstance(value, bool):
            return _number(saw) == value
        case "text" | "choice" | "value":
            return saw is not None and _plain(saw) == _plain(value)
    return bool(saw == value)


def _plain(value: Any) -> str:
    return fold(str(value)).strip() if value is not None else ""


def _number(saw: Any) -> float | None:
    try:
        return None if saw is None or isinstance(saw, bool) else float(saw)
    except (TypeError, ValueError):
        return None


def _shown(leaf: Leaf) -> Any:
    return list(leaf.values) if leaf.op in ("in", "not_in") or len(leaf.values) > 1 else leaf.values[0] if leaf.values else None


def _brief(leaf: Leaf, saw: Any) -> Any:
    """Of a customer's words only the first that matched, never the message itself: whoever sees a trace may not see the ticket."""
    if leaf.field.name != "words":
        return saw
    text = fold(str(saw or ""))
    return next((value for value in leaf.values if fold(str(value)) in text), None)

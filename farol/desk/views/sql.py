"""A tree of conditions as a condition of a statement. Nothing of a value ever becomes SQL: values are parameters.

It means what ``conditions.evaluate`` means. Minutes are whole ones. Words are compared without case, width, invisible
characters and Chinese script: the database cannot fold a script, so the wanted word is given in both.
"""

import re
from datetime import datetime
from functools import lru_cache
from typing import Any

import msgspec
from opencc import OpenCC

from farol.desk.conditions.fields import CUSTOM
from farol.desk.conditions.model import All, Any_, Leaf, Node, Not
from farol.kit.text import fold

_TRADITIONAL = OpenCC("s2t")
_INVISIBLE = "".join(map(chr, (0xAD, *range(0x200B, 0x2010), *range(0x202A, 0x202F), *range(0x2060, 0x2065), 0xFEFF)))
NUMBER = r"^\s*[+-]?(\d{1,200}(\.\d{0,200})?|\.\d{1,200})([eE][+-]?\d{1,2})?\s*$"

IS_OPEN = "t.status in ('open', 'pending')"
LAST_WORDS = """coalesce((select m.body from message m where m.ticket_id = t.id and m.author_kind = 'customer'
  order by m.seq desc limit 1), '')"""
UNREAD = """(select count(*) from message m where m.ticket_id = t.id and m.author_kind = 'customer' and m.seq > coalesce(
  (select max(r.seq) from read_mark r where r.ticket_id = t.id and r.reader = 'staff'), 0))"""
HAS_FILE = "exists (select from message m where m.ticket_id = t.id and m.files <> '{}' and not m.internal)"
COLUMNS = {
    "status": "t.status", "stage": "t.stage", "severity": "t.severity", "reason": "t.reason", "channel": "t.channel",
    "language": "t.language", "owner": "t.owner_id", "team": "t.team_id", "incident": "t.incident_id", "subject": "t.subject",
    "tier": "(select c.tier from customer c where c.id = t.customer_id)", "words": LAST_WORDS, "unread": UNREAD,
}
TIMES = {
    "opened_minutes": "$now - t.opened_at", "waiting_minutes": "$now - t.waiting_since", "updated_minutes": "$now - t.updated_at",
    "due_minutes": "(select d.due_at from sla_ticket d where d.ticket_id = t.id) - $now",
}


class Where(msgspec.Struct, frozen=True):
    """Conditions on ``ticket t`` that all have to hold, with their parameters, which they call ``$1`` and so on."""

    parts: tuple[str, ...]
    values: tuple[Any, ...] = ()

    def after(self, taken: int) -> tuple[str, ...]:
        """The conditions where so many parameters are taken."""
        return _after(self.parts, taken)


@lru_cache(maxsize=512)
def _after(parts: tuple[str, ...], taken: int) -> tuple[str, ...]:
    """Asked again and again for the few lists that are on screens."""
    return tuple(re.sub(r"\$(\d+)", lambda found: f"${int(found[1]) + taken}", part) for part in parts)


def together(*conditions: str) -> str:
    """All conditions, each said once: the planner takes what is said twice for twice as rare."""
    return " and ".join(dict.fromkeys(conditions)) or "true"


class _Made:
    """Collects parameters while the tree is walked."""

    def __init__(self, now: datetime, me: int | None) -> None:
        self.values: list[Any] = []
        self.now, self.me = now, me
        self._now = ""

    def put(self, value: Any, kind: str) -> str:
        """A new parameter's name, with its type."""
        self.values.append(value)
        return f"${len(self.values)}::{kind}"

    def moment(self) -> str:
        """The parameter that holds the time."""
        self._now = self._now or self.put(self.now, "timestamptz")
        return self._now


def compiled(node: Node, now: datetime, me: int | None = None) -> Where:
    """The condition. me: whom ``owner is me`` means."""
    made = _Made(now, me)
    parts = [_plainly(part, made) or _node(part, made) for part in _flat(node)]
    if only_open(node) and IS_OPEN not in parts:
        parts.insert(0, IS_OPEN)
    return Where(tuple(parts), tuple(made.values))


def _flat(node: Node) -> list[Node]:
    return [each for part in node.parts for each in _flat(part)] if isinstance(node, All) else [node]


def _plainly(part: Node, made: _Made) -> str | None:
    """Whose or which team's, where nothing negates it: unknown is as good as no there, and an index can be used."""
    if not isinstance(part, Leaf) or part.op not in ("is", "in") or part.field.kind not in ("person", "team", "link") or "none" in part.values:
        return None
    ids = [made.me if value == "me" else value for value in part.values]
    return f"{COLUMNS[part.field.name]} = any({made.put([i for i in ids if i is not None], 'bigint[]')})"


def only_open(node: Node) -> bool:
    """Whether nothing resolved can be in it, which is said once more as a constant: indexes of open tickets are found by that."""
    match node:
        case Leaf(field=field, op=op, values=values):
            return field.name == "status" and op in ("is", "in") and set(values) <= {"open", "pending"}
        case All(parts):
            return any(only_open(part) for part in parts)
    return False


def _node(node: Node, made: _Made) -> str:
    match node:
        case Leaf():
            return _leaf(node, made)
        case Not(part):
            return f"(not {_node(part, made)})"
        case All(parts):
            return f"({' and '.join(_node(p, made) for p in parts)})" if parts else "true"
        case Any_(parts):
            return f"({' or '.join(_node(p, made) for p in parts)})"


def _leaf(leaf: Leaf, made: _Made) -> str:
    """Never unknown: what cannot be compared does not hold. What a column says plainly is said plainly, for the planner."""
    op = leaf.op
    if leaf.field.name == "status" and op in ("is", "in") and set(leaf.values) == {"open", "pending"}:
        return IS_OPEN
    if leaf.field.name == "waiting_minutes" and op in ("empty", "not_empty"):
        return f"t.waiting_since is {'' if op == 'empty' else 'not '}null"
    if leaf.field.name == "snoozed" and leaf.values == (False,):
        return f"(t.snoozed_until is null or t.snoozed_until <= {made.moment()})"
    if op in ("empty", "not_empty"):
        return f"({'' if op == 'empty' else 'not '}{_empty(leaf, made)})"
    if op in ("is", "is_not", "in", "not_in"):
        return f"({'' if op in ('is', 'in') else 'not '}{_same(leaf, made)})"
    if op in ("more_than", "less_than"):
        return f"coalesce({_number(leaf, made)} {'>' if op == 'more_than' else '<'} {made.put(float(str(leaf.values[0])), 'float8')}, false)"
    wanted = [_pattern(word, op) for value in leaf.values for word in _spellings(str(value))]
    return f"coalesce({_folded(_text(leaf, made))} like any({made.put(wanted, 'text[]')}), false)"


def _text(leaf: Leaf, made: _Made) -> str:
    if leaf.field.name.startswith(CUSTOM):
        return f"(t.fields ->> {made.put(leaf.field.name.removeprefix(CUSTOM), 'text')})"
    return COLUMNS[leaf.field.name]


def _empty(leaf: Leaf, made: _Made) -> str:
    if leaf.field.kind == "tag":
        return "t.tags = '{}'"
    if leaf.field.kind == "minutes":
        return f"({TIMES[leaf.field.name].replace('$now', made.moment())}) is null"
    if leaf.field.kind in ("person", "team", "link"):
        return f"{COLUMNS[leaf.field.name]} is null"
    return f"coalesce({_text(leaf, made)}, '') = ''"


def _number(leaf: Leaf, made: _Made) -> str:
    if leaf.field.kind == "minutes":
        return f"floor(extract(epoch from {TIMES[leaf.field.name].replace('$now', made.moment())}) / 60)"
    if leaf.field.kind == "number":
        return COLUMNS[leaf.field.name]
    return _as_number(leaf, made)


def _as_number(leaf: Leaf, made: _Made) -> str:
    key = made.put(leaf.field.name.removeprefix(CUSTOM), "text")
    return (f"(case when jsonb_typeof(t.fields -> {key}) in ('number', 'string') and (t.fields ->> {key}) ~ {made.put(NUMBER, 'text')}"
            f" then (t.fields ->> {key})::float8 end)")


def _same(leaf: Leaf, made: _Made) -> str:
    kind, values = leaf.field.kind, leaf.values
    match kind:
        case "tag":
            wanted = made.put([s for v in values for s in _spellings(_plain(v))], "text[]")
            return f"exists (select from unnest(t.tags) x where btrim({_folded('x')}) = any({wanted}))"
        case "person":
            ids = [made.me if v == "me" else v for v in values if v != "none"]
            named = f"coalesce(t.owner_id = any({made.put([i for i in ids if i is not None], 'bigint[]')}), false)"
            return f"({named} or t.owner_id is null)" if "none" in values else named
        case "team" | "link":
            return f"coalesce({COLUMNS[leaf.field.name]} = any({made.put(list(values), 'bigint[]')}), false)"
        case "number":
            return f"({UNREAD})::float8 = any({made.put([float(str(v)) for v in values], 'float8[]')})"
        case "yes_no":
            held = HAS_FILE if leaf.field.name == "has_file" else f"coalesce(t.snoozed_until > {made.moment()}, false)"
            return f"({held}) = {made.put(values[0], 'boolean')}"
        case "branch":
            return _branch(leaf, made)
        case "value":
            return _value(leaf, made)
    if leaf.field.choices:  # status and severity, which every ticket has
        return f"{COLUMNS[leaf.field.name]} = any({made.put(list(values), 'text[]')})"
    text = f"btrim({_folded(_text(leaf, made))})"
    return f"coalesce({text} = any({made.put([s for v in values for s in _spellings(_plain(v))], 'text[]')}), false)"


def _branch(leaf: Leaf, made: _Made) -> str:
    text, wanted = f"btrim({_folded(COLUMNS[leaf.field.name])})", [s for v in leaf.values for s in _spellings(_plain(v))]
    below = [_pattern(word + mark, "starts") for word in wanted for mark in (".", " ", "-")]
    return f"coalesce({text} = any({made.put(wanted, 'text[]')}) or {text} like any({made.put(below, 'text[]')}), false)"


def _value(leaf: Leaf, made: _Made) -> str:
    numbers = [float(v) for v in leaf.values if isinstance(v, int | float) and not isinstance(v, bool)]
    words = [s for v in leaf.values if not isinstance(v, int | float) or isinstance(v, bool) for s in _spellings(_plain(v))]
    parts = []
    if numbers:
        parts.append(f"{_as_number(leaf, made)} = any({made.put(numbers, 'float8[]')})")
    if words:
        parts.append(f"btrim({_folded(_text(leaf, made))}) = any({made.put(words, 'text[]')})")
    return f"coalesce({' or '.join(f'coalesce({part}, false)' for part in parts)}, false)"


def _folded(text: str) -> str:
    return f"lower(normalize(translate({text}, U&'{_escaped}', ''), NFKC))"


_escaped = "".join(f"\\{ord(c):04X}" for c in _INVISIBLE)


def _plain(value: Any) -> str:
    return fold(str(value)).strip()


def _spellings(word: str) -> list[str]:
    """A word folded, and in Traditional characters where that is another word."""
    folded = fold(word)
    return list(dict.fromkeys((folded, str(_TRADITIONAL.convert(folded)))))


def _pattern(word: str, op: str) -> str:
    plain = word.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
    return f"%{plain}%" if op == "contains" else f"{plain}%"

"""A tree means the same to the database as it means to rules."""

from datetime import UTC, datetime, timedelta
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from farol.app.demo import cast
from farol.desk.conditions import store as conditions
from farol.desk.conditions.evaluate import evaluate
from farol.desk.conditions.fields import BARE, FIELDS, MANY, OPS, Field
from farol.desk.conditions.model import parse
from farol.desk.views import pages
from farol.desk.views.sql import compiled
from farol.kit.core import Kit
from tests.sizes import size
from tests.world import World

WORDS = ["提币没到账", "提幣沒到", "USDT", "usdt 100%", "Ｗithdraw_al", "it's \\ odd", "VIP 3", "dep", "dep.missing_memo", "zh", "en", "webchat", "12",
         "7.5", "true", "bank of café", "a\u200bb"]
NUMBERS = [-5, 0, 1, 2, 3.5, 12, 60, 10_000]
NOW = datetime(2026, 11, 20, 12, 0, 30, tzinfo=UTC)

MADE = """
with c as (insert into customer (name, tier) values ('x', $1) returning id)
insert into ticket (customer_id, opening_id, subject, channel, language, status, severity, reason, owner_id, tags, fields, snoozed_until, incident_id,
  opened_at, updated_at, waiting_since, seq, last_public_seq)
select id, gen_random_uuid(), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, 9, 9 from c returning id"""
SAID = """
insert into message (ticket_id, seq, client_id, author_kind, author_id, internal, channel, body)
values ($1, $2, gen_random_uuid(), $3, 0, $4, 'webchat', $5)"""


def value_of(field: Field) -> st.SearchStrategy[Any]:
    match field.kind:
        case "minutes" | "number":
            return st.sampled_from(NUMBERS)
        case "yes_no":
            return st.booleans()
        case "person":
            return st.sampled_from(["me", "none", 1, 2, 987])
        case "team" | "link":
            return st.sampled_from([1, 2, 3])
        case "value":
            return st.sampled_from([*WORDS, *NUMBERS, True, False])
    return st.sampled_from(field.choices or WORDS)


@st.composite
def leaf(draw: Any) -> dict[str, Any]:
    field = draw(st.sampled_from([*FIELDS.values(), Field("field.a", "value"), Field("field.b", "value")]))
    op = draw(st.sampled_from(OPS[field.kind]))
    if op in BARE:
        return {"field": field.name, "op": op}
    if field.kind == "value" and op in ("more_than", "less_than"):
        return {"field": field.name, "op": op, "value": draw(st.sampled_from(NUMBERS))}
    if op in MANY or (op in ("contains", "starts") and draw(st.booleans())):
        return {"field": field.name, "op": op, "value": draw(st.lists(value_of(field), min_size=1, max_size=3))}
    return {"field": field.name, "op": op, "value": draw(value_of(field))}


trees = st.recursive(leaf(), lambda inner: st.one_of(
    st.builds(lambda parts: {"all": parts}, st.lists(inner, max_size=3)),
    st.builds(lambda parts: {"any": parts}, st.lists(inner, min_size=1, max_size=3)),
    st.builds(lambda part: {"not": part}, inner)), max_leaves=6).filter(lambda tree: depth(tree) <= 6)


def depth(tree: dict[str, Any]) -> int:
    inner = tree.get("all") or tree.get("any") or ([tree["not"]] if "not" in tree else [])
    return 1 + max(map(depth, inner), default=0)


ago = st.one_of(st.sampled_from(NUMBERS), st.integers(0, 5000)).map(lambda minutes: NOW - timedelta(minutes=minutes, seconds=minutes % 2 * 29))
fields = st.dictionaries(st.sampled_from(["a", "b"]), st.one_of(st.sampled_from(WORDS), st.sampled_from(["", "1e2", " 12 "]), st.integers(1, 99), st.booleans(), st.none()))


@st.composite
def ticket(draw: Any) -> dict[str, Any]:
    word, some = st.sampled_from(WORDS), draw
    return {
        "tier": some(st.one_of(word, st.just(""))), "subject": some(word), "channel": some(word), "language": some(word),
        "status": some(st.sampled_from(FIELDS["status"].choices)), "severity": some(st.sampled_from(FIELDS["severity"].choices)),
        "reason": some(st.one_of(st.none(), word)), "owner": some(st.sampled_from([None, 0, 1])), "tags": some(st.lists(word, max_size=2, unique=True)),
        "fields": some(fields), "snoozed": some(st.one_of(st.none(), ago, ago.map(lambda at: NOW + (NOW - at)))), "incident": some(st.sampled_from([None, 1, 2])),
        "opened": some(ago), "updated": some(ago), "waiting": some(st.one_of(st.none(), ago)), "due": some(st.one_of(st.none(), ago, ago.map(lambda at: NOW + (NOW - at)))),
        "said": some(st.lists(st.tuples(st.sampled_from(["customer", "staff"]), st.booleans(), word), max_size=3)),
    }


async def made(kit: Kit, one: dict[str, Any], staff: list[int]) -> int:
    """The ticket in the database."""
    owner = None if one["owner"] is None else staff[one["owner"]]
    id_: int = await kit.db.fetchval(
        MADE, one["tier"], one["subject"], one["channel"], one["language"], one["status"], one["severity"], one["reason"], owner, one["tags"],
        one["fields"], one["snoozed"], one["incident"], one["opened"], one["updated"], one["waiting"])
    for seq, (kind, internal, body) in enumerate(one["said"], 2):
        await kit.db.execute(SAID, id_, seq, kind, internal and kind == "staff", body)
    if one["due"]:
        await kit.db.execute(
            "insert into sla_ticket (ticket_id, at, opened_at, tier, severity, channel, status, due_at) values ($1, now(), now(), '', 'P3', '', 'open', $2)",
            id_, one["due"])
    return id_


def with_staff(tree: Any, staff: list[int]) -> Any:
    """Real people in the places of 1 and 2."""
    if "field" in tree and tree["field"] == "owner" and "value" in tree:
        swap = {1: staff[0], 2: staff[1]}
        value = tree["value"]
        return {**tree, "value": [swap.get(v, v) for v in value] if isinstance(value, list) else swap.get(value, value)}
    return {k: [with_staff(p, staff) for p in v] if k in ("all", "any") else with_staff(v, staff) if k == "not" else v for k, v in tree.items()}


async def test_the_database_and_rules_agree(world: World) -> None:
    staff = [(await (await world.staff(who)).ok("GET", "/session"))["id"] for who in (cast.ANA, cast.TIM)]

    @settings(max_examples=size(15, 60), deadline=None, database=None, suppress_health_check=list(HealthCheck))
    @given(st.lists(ticket(), min_size=12, max_size=12), st.lists(trees, min_size=25, max_size=25))
    def play(some: list[dict[str, Any]], asked: list[dict[str, Any]]) -> None:
        cases.append((some, asked))

    cases: list[tuple[list[dict[str, Any]], list[dict[str, Any]]]] = []
    play()
    wrong = []
    for some, asked in cases:
        ids = [await made(world.kit, one, staff) for one in some]
        facts = await conditions.facts(world.kit.db, ids)
        for tree in (with_staff(tree, staff) for tree in asked):
            node = parse(tree)
            held = set(await pages.among(world.kit.db, None, compiled(node, NOW, staff[0]), ids))
            for each in facts:
                if evaluate(node, each, NOW, staff[0]).held != (each.id in held):
                    wrong.append((tree, each.id in held, each))
    assert not wrong, f"{len(wrong)} of {len(cases)}: {wrong[0]}"

"""A03: a body holds its own fields and no others, whatever the tables call theirs."""

import re
from typing import Any

import msgspec

from farol.core.people.model import RIGHTS
from farol.kit.permission import Can
from tests.security.inventory import Route, fields
from tests.security.scene import ROLES, Scene, listed, sample
from tests.security.test_objects import things
from tests.sizes import some

COLUMNS = "select distinct column_name as name from information_schema.columns where table_schema = 'public' order by 1"
NESTED = {"visitor": {"email": "someone@example.net"}, "about": {"kind": "deposit", "id": "1"},
          "hours": [{"day": 0, "open": "09:00", "close": "17:00"}], "skills": [{"language": "en"}], "signature": {"zh": "安娜", "en": "Ana"}, "quiet": {"begins": "22:00", "ends": "07:00"},
          "places": [{"connection_id": 1}], "options": [{"value": "fork", "zh": "分叉", "en": "A fork"}],
          "synonyms": {"key": "usdt", "words": ["usdt", "tether"]}, "article": {"slug": "a-b", "category": "api", "language": "en", "title": "A"}}


BY_AUDIENCE = {"customer": "mei", "partner": "partner"}


def who_may(route: Route) -> str:
    """Somebody whose request would be good but for the field."""
    if route.audience in BY_AUDIENCE:
        return BY_AUDIENCE[route.audience]
    roles = (role for role in ("agent", "lead", *ROLES) if route.can in (Can.ANYONE, None) or route.can in RIGHTS[role])
    return next(roles, "agent")


def spoiled(good: Any) -> Any:
    """The same with a field too many in it, or in each of a list."""
    return [spoiled(one) for one in good] if isinstance(good, list) else {**good, "customer_id": 1}


async def test_a03_every_column_in_every_body_is_refused(scene: Scene) -> None:
    columns = [row["name"] for row in await scene.kit.db.fetch(COLUMNS)]
    assert len(columns) > 100
    """Every fortieth of them on each route, beginning elsewhere on every one: all columns several times, and all bodies."""
    before, wrong, sent = await scene.state(), [], 0
    for number, route in enumerate(r for r in scene.routes if r.body):
        assert route.body
        address, good = route.address(**things(scene, "mei")), sample("", {})[route.key]
        for column in some(columns, 40, number):
            if column in {field.encode_name for field in msgspec.structs.fields(route.body)}:
                continue
            sent += 1
            answer = await scene.ask(who_may(route), route, address, json={**good, column: 1})
            if answer.status_code != 422 or column not in answer.text:
                wrong.append((route.key, column, answer.status_code, answer.text[:100]))
    assert not wrong, listed(wrong)
    assert sent > 1000
    assert await scene.state() == before


async def test_a03_nested_bodies_too(scene: Scene) -> None:
    before, seen = await scene.state(), 0
    for route in (r for r in scene.routes if r.body):
        assert route.body
        for name in {name.partition(".")[0] for name, _ in fields(route.body) if "." in name}:
            seen += 1
            good = sample("", {})[route.key]
            body = {**good, name: spoiled(good.get(name) or NESTED[name])}
            answer = await scene.ask(who_may(route), route, route.address(**things(scene, "mei")), json=body)
            assert (answer.status_code, "customer_id" in answer.text) == (422, True), (route.key, name, answer.text)
    assert seen >= 14
    assert await scene.state() == before


async def test_a03_every_body_refuses_what_it_does_not_know(scene: Scene) -> None:
    """By type, so that a body nobody sends above is found as well."""
    for route in scene.routes:
        if route.body:
            for struct in {route.body, *(s for _, kind in fields(route.body) for s in _structs(kind))}:
                assert struct.__struct_config__.forbid_unknown_fields, struct


def _structs(kind: object) -> list[type[msgspec.Struct]]:
    from tests.security.inventory import structs_in

    return structs_in(kind)


async def test_a03_forms_take_only_their_fields(scene: Scene) -> None:
    """The portal's form ignores what it does not ask for: the message is the customer's own, public, by the portal."""
    mallory, route = scene.things["mallory"], scene.route("POST /my/tickets/{number}/messages")
    answer = await scene.ask("mallory", route, route.address(**mallory), data={
        "body": "from a form", "internal": "true", "author_kind": "staff", "author_id": "1", "ticket_id": str(scene.things["mei"]["ticket_id"]),
        "customer_id": "1", "channel": "console", "seq": "1"})
    assert answer.status_code == 303
    row = await scene.kit.db.fetchrow("select * from message where body = 'from a form'")
    assert (row["ticket_id"], row["author_kind"], row["internal"], row["channel"]) == (mallory["ticket_id"], "customer", False, "portal")
    assert re.fullmatch(r"/my/tickets/FRL-\d{4}-\d{6}\?said=\d+#m-\d+", answer.headers["location"])

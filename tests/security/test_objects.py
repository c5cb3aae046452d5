"""A01: whoever names somebody else's thing gets what they would get for a thing that does not exist, and nothing happens."""

import re
from itertools import product
from typing import Any
from urllib.parse import quote

import httpx2
import pytest

from farol.channels.webchat import store as own
from farol.core.people.model import RIGHTS
from tests.security.inventory import Route
from tests.security.known import names
from tests.security.objects import ABSURD_IDS, ABSURD_VALUES, MISSING, OBJECTS, PLAIN
from tests.security.scene import CUSTOMERS, EVERYBODY, ROLES, Scene, listed, options
from tests.sizes import some

AT_HOME = {"console": ("agent", "lead"), "customer": ("mei",), "pages": ("mei", "nobody")}
IN_PATHS = ("ticket_id", "number", "file_id", "session_id", "passkey_id", *names("DESKS"))
NEEDED = {"after": 0, "before": 2**31, "q": "x"}
SEES_ALL = ("ticket_id", "number", "file_id", *names("DESKS"))
"""Whoever may see tickets sees those of no team, as here: none is foreign to these roles (test_visibility has the others). The desk's own
things are nobody's own."""


def things(scene: Scene, who: str) -> dict[str, Any]:
    """A value for every name in a path: this person's own where they have one, else somebody's."""
    return {**dict.fromkeys(PLAIN, "1"), **MISSING, "lang": "en", "slug": "deposit-not-credited", **scene.things["desk"], **scene.things["mallory"], **scene.things["viewer"], **scene.things.get(who, {})}


def foreign_to(scene: Scene, who: str) -> dict[str, Any]:
    """The same names, all of somebody else's."""
    other, colleague = ("mallory" if who == "mei" else "mei"), ("lead" if who == "agent" else "agent")
    return {**things(scene, who), **scene.things[other], **scene.things[colleague]}


def swaps(route: Route, mine: dict[str, Any], other: dict[str, Any]) -> list[dict[str, Any]]:
    """The path's objects replaced one by one, and all together."""
    objects = [n for n in route.names if n in OBJECTS]
    return [{**mine, n: other[n]} for n in objects] + ([{**mine, **{n: other[n] for n in objects}}] if len(objects) > 1 else [])


def heard(answer: httpx2.Response) -> tuple[int, str, dict[str, str]]:
    """All that somebody learns from an answer, but for the address they asked for themselves: a page leads back to it after signing in."""
    path = answer.request.url.path
    named = re.compile("|".join(map(re.escape, (quote(path, safe=""), quote(path), path))))
    return answer.status_code, named.sub("", answer.text), {name: named.sub("", value) for name, value in answer.headers.items() if name != "content-length"}


def knows(who: str, route: Route) -> bool:
    """Whether everything of this route is the person's to see, so that nothing is foreign."""
    if who not in ROLES or route.audience != "console" or route.can not in RIGHTS[who]:
        return False
    return bool(set(route.names) & set(SEES_ALL))


async def ask(scene: Scene, who: str, route: Route, values: dict[str, Any], **changed: Any) -> httpx2.Response:
    query = {n: NEEDED[n] for n in route.query if n in NEEDED}
    given = options(route, **changed)
    if route.body and "client_id" in given.get("json", {}):
        given["json"]["client_id"] = "11111111-1111-4111-8111-111111111111"
    return await scene.ask(who, route, route.address(**values), params=query or None, **given)


def object_routes(scene: Scene) -> list[Route]:
    """Routes whose path names an object."""
    return [r for r in scene.routes if set(r.names) & set(IN_PATHS)]


async def test_a01_foreign_and_missing_are_one(scene: Scene) -> None:
    before, wrong, asked = await scene.state(), [], 0
    for (r, route), (w, who) in product(enumerate(object_routes(scene)), enumerate(EVERYBODY)):
        if knows(who, route) or (who in ROLES and not some([who], 3, r + w)):
            continue
        mine = things(scene, who)
        foreign, missing = swaps(route, mine, foreign_to(scene, who)), swaps(route, mine, {**mine, **MISSING})
        for one, other in zip(foreign, missing, strict=True):
            asked += 1
            there, nowhere = await ask(scene, who, route, one), await ask(scene, who, route, other)
            if heard(there) != heard(nowhere) or there.status_code >= 500:
                wrong.append((who, route.key, there.status_code, nowhere.status_code, there.text[:120], nowhere.text[:120]))
    assert not wrong, listed(wrong)
    assert asked > 200
    assert await scene.state() == before, "nothing of this may change anything"


async def test_a01_a_file_belongs_to_its_ticket_and_a_note_is_not_public(scene: Scene) -> None:
    """F08: the file of the note in one's own ticket, and one's own file by way of another ticket, are not there."""
    mei = scene.things["mei"]
    for path in ("/api/customer/tickets/{ticket_id}/files/{file_id}", "/my/tickets/{number}/files/{file_id}"):
        route = scene.route(f"GET {path}")
        good = await scene.ask("mei", route, route.address(**mei))
        assert good.status_code == 200
        note = await scene.ask("mei", route, route.address(**{**mei, "file_id": mei["note_file"]}))
        none = await scene.ask("mei", route, route.address(**{**mei, "file_id": MISSING["file_id"]}))
        assert note.status_code == 404
        assert heard(note) == heard(none)


async def test_a01_absurd_ids_are_refused_alike(scene: Scene) -> None:
    """Never an accident, never somebody's data, never a change."""
    before, wrong = await scene.state(), []
    for turn, (route, who) in enumerate(product(object_routes(scene), ("mei", "agent", "lead", "nobody"))):
        mine = things(scene, who)
        # At the door of another audience one value shows what all would.
        values = ABSURD_IDS if who in AT_HOME.get(route.audience, ()) else ABSURD_IDS[:1]
        for name, value in some(product([n for n in route.names if n in IN_PATHS], values), 5 if len(values) > 1 else 1, turn):
            answer = await ask(scene, who, route, {**mine, name: value})
            if not 400 <= answer.status_code < 500:
                wrong.append((who, route.key, name, str(value)[:40], answer.status_code, answer.text[:150]))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


async def test_a01_ids_in_bodies(scene: Scene) -> None:
    """Files in a message and the owner of a ticket: others', missing and absurd ones are refused, alike."""
    before, wrong = await scene.state(), []
    foreign = {"files": [scene.things["mallory"]["file_id"]], "owner_id": scene.things["gone"]["staff_id"]}
    writes = [(r, n) for r in scene.routes if r.body for n in ("files", "owner_id") if n in {f for f in r.body.__struct_fields__}]
    assert len(writes) == 8
    for route, name in writes:
        who = {"customer": "mei", "partner": "partner"}.get(route.audience, "agent")
        version = await scene.kit.db.fetchval("select version from ticket where id = $1", scene.things["mei"]["ticket_id"])
        more = {"version": version} if name == "owner_id" else {}
        there = await ask(scene, who, route, things(scene, "mei"), **{name: foreign[name], **more})
        nowhere = await ask(scene, who, route, things(scene, "mei"), **{name: MISSING[name], **more})
        if heard(there) != heard(nowhere) or not 400 <= there.status_code < 500:
            wrong.append((route.key, name, there.status_code, nowhere.status_code, there.text, nowhere.text))
        for value in ABSURD_VALUES:
            if (name, value) in (("files", []), ("owner_id", None)):
                continue
            given = [value] if name == "files" and not isinstance(value, list) else value
            answer = await ask(scene, who, route, things(scene, "mei"), **{name: given, **more})
            if not 400 <= answer.status_code < 500:
                wrong.append((route.key, name, str(value)[:30], answer.status_code, answer.text[:150]))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


async def test_a01_fails_on_a_planted_hole(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the owner in the statement the matrix must notice."""
    one = own.own_one

    async def careless(db: Any, customer_id: int, ticket_id: int) -> Any:
        owner = await db.fetchval("select customer_id from ticket where id = $1", ticket_id)
        return await one(db, owner or customer_id, ticket_id)

    monkeypatch.setattr(own, "own_one", careless)
    route = scene.route("GET /api/customer/tickets/{ticket_id}")
    there = await ask(scene, "mallory", route, foreign_to(scene, "mallory"))
    nowhere = await ask(scene, "mallory", route, {**things(scene, "mallory"), **MISSING})
    assert heard(there) != heard(nowhere)


async def test_f08_a_files_address_works_for_its_session_alone(scene: Scene) -> None:
    mei = await scene.world.customer()
    path = "/tickets/{ticket_id}/files/{file_id}".format(**scene.things["mei"])
    assert (await mei.get(path)).status_code == 200
    answers = {who: (await scene.send("GET", "/api/customer" + path, headers=scene.headers(who, "customer"))).status_code
               for who in (*CUSTOMERS, "nobody")}
    assert answers == {"mei": 200, "mallory": 404, "visitor": 404, "nobody": 401}
    await mei.ok("DELETE", "/session")
    assert (await mei.get(path)).status_code == 401

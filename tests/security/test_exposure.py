"""A04: what each role is told holds the fields on a list that is read by eye, and nobody's secrets.

``FAROL_WRITE_EXPOSURE=1`` adds to the list (delete it to begin anew); look at the difference before committing it.
"""

import asyncio
import json
import os
from pathlib import Path
from typing import Any

import pytest

from farol.app.demo import cast
from farol.core.people.model import RIGHTS
from farol.core.reasons import reasons
from farol.core.tickets.model import SEVERITIES
from farol.desk.queue.actions import settle
from farol.desk.queue.telling import After
from farol.kit import ratelimit
from farol.kit.db import transaction
from tests.security import known
from tests.security.scene import CUSTOMERS, NOTE, ROLES, Scene, listed, options
from tests.security.test_objects import things

LIST = Path(__file__).with_name("exposure.json")
CLEAR = (cast.MEI.uid, cast.MEI.email, cast.MEI.phone, cast.MALLORY.uid, cast.MALLORY.email, cast.MALLORY.phone)
REAL_NAMES = (*(who.name for who in cast.STAFF), "Real Name Of")
PROTOCOL = {"POST /api/customer/mcp": {"version"}}  # the Model Context Protocol's own word for which server answers
RECORDED = {"POST /api/console/tickets/{ticket_id}/mails/{received_id}/raw"}
"""Taking a mail's bytes is an act with a right and an event of its own, for evidence."""
INSIDE = {"severity", "reason", "waiting_since", "owner", "owner_id", "version", "first_reply_at", "aml", "risk", "risk_band", "flags", "uid", "email", "phone", "customer_id"}
"""Fields no customer gets, at any depth."""
ASKED = {"before": 99, "after": 0, "q": "USDT", "view": "all"}
LEAVES = "DELETE /api/customer/session", "DELETE /api/console/session", "DELETE /api/console/sessions", "POST /my/session/end"


def names(value: Any, before: str = "") -> set[str]:
    """Every field in a JSON value as a path; lists as ``[]``, and maps whose keys are data as ``*``."""
    if isinstance(value, list):
        return set().union(*(names(one, f"{before}[]") for one in value), set())
    if not isinstance(value, dict):
        return set()
    found = set()
    for key, inner in value.items():
        path = f"{before}.{'*' if key in SEVERITIES or key.isdigit() else key}".lstrip(".")
        found |= {path} | names(inner, path)
    return found


async def recorded(scene: Scene) -> dict[str, dict[str, str]]:
    """Every answer of every JSON route to everybody: text by route and person."""
    told: dict[str, dict[str, str]] = {}
    for route in scene.routes:
        if route.audience == "pages" or route.key in LEAVES or "passkey" in route.path or "file_id" in route.names:
            continue
        for who in (*CUSTOMERS, *ROLES, "nobody"):
            mine = things(scene, who)
            if who in ROLES:
                mine |= {"ticket_id": scene.things["mei"]["ticket_id"], "session_id": "ab" * 32}
                mine |= await known.play(scene, route.names) if route.method == "DELETE" and route.can in RIGHTS[who] else {}
            given = options(route) if route.writes else {"params": {n: ASKED[n] for n in route.query if n in ASKED}}
            if route.name == "change":
                given = {"json": {"version": await scene.kit.db.fetchval("select version from ticket where id = $1", mine["ticket_id"]), "severity": "P1"}}
            answer = await scene.ask(who, route, route.address(**mine), **given)
            told.setdefault(route.key, {})[who] = answer.text
    return told


def spoken(text: str) -> Any:
    """The JSON of an answer; nothing for a file, such as an export."""
    return json.loads(text) if text.startswith(("{", "[")) else {}


def exposed(told: dict[str, dict[str, str]]) -> dict[str, dict[str, list[str]]]:
    """Fields by route, then by the people who all get the same ones."""
    found: dict[str, dict[str, list[str]]] = {}
    for key, by_who in told.items():
        groups: dict[tuple[str, ...], list[str]] = {}
        for who, text in by_who.items():
            fields = tuple(sorted(names(spoken(text))))
            if "urn:farol:problem" not in text and fields:
                groups.setdefault(fields, []).append(who)
        found[key] = {" ".join(whos): list(fields) for fields, whos in groups.items()}
    return found


def listed_fields() -> dict[str, dict[str, set[str]]]:
    """The fields of the list by route and person."""
    groups = json.loads(LIST.read_text("utf-8")) if LIST.exists() else {}
    return {key: {who: set(fields) for whos, fields in by_who.items() for who in whos.split()} for key, by_who in groups.items()}


def write(found: dict[str, dict[str, list[str]]], allowed: dict[str, dict[str, set[str]]]) -> None:
    """Adds what was found to the list: what a route tells depends on what has happened before, so that one run does not show all of it."""
    union: dict[str, dict[str, list[str]]] = {}
    for key, groups in found.items():
        now = {who: set(fields) for whos, fields in groups.items() for who in whos.split()}
        alike: dict[tuple[str, ...], list[str]] = {}
        for who in (*CUSTOMERS, *ROLES, "nobody"):
            if fields := now.get(who, set()) | allowed.get(key, {}).get(who, set()):
                alike.setdefault(tuple(sorted(fields)), []).append(who)
        union[key] = {" ".join(whos): list(fields) for fields, whos in alike.items()}
    LIST.write_text(json.dumps(union, indent=1, sort_keys=True, ensure_ascii=False) + "\n", "utf-8")


async def waiting(scene: Scene, who: str) -> None:
    """Gives this customer's ticket back, unanswered."""
    mine, ana = scene.things[who], scene.things["agent"]["client"]
    version = await scene.kit.db.fetchval("select version from ticket where id = $1", mine["ticket_id"])
    await ana.ok("PATCH", f"/tickets/{mine['ticket_id']}", json={"version": version, "status": "open", "owner_id": None})
    await scene.world.say(mine["client"], mine["ticket_id"], "still waiting")


async def settled(scene: Scene, who: str) -> None:
    """The queue knows how this customer's ticket stands, as it would where reactions run."""
    async with transaction(scene.kit.db) as tx:
        await settle(tx, scene.things[who]["ticket_id"], After())


@pytest.fixture(scope="module")
async def told(scene: Scene) -> dict[str, dict[str, str]]:
    """Recorded once."""
    ratelimit.buckets.clear()
    for who in CUSTOMERS:
        await scene.world.open(scene.things[who]["client"], "another one")
        ticket, customer, ana = scene.things[who]["ticket_id"], scene.things[who]["client"], scene.things["agent"]
        await scene.world.say(ana["client"], ticket, "answer by a real person")
        for client in (customer, ana["client"]):
            await client.ok("PUT", f"/tickets/{ticket}/read", json={"seq": 10**6})
        version = await scene.kit.db.fetchval("select version from ticket where id = $1", ticket)
        every = {"status": "pending", "owner_id": ana["staff_id"], "reason": next(iter(reasons())), "severity": "P2", "subject": "USDT"}
        await ana["client"].ok("PATCH", f"/tickets/{ticket}", json={"version": version, **every})
        await scene.promise(who)
    await waiting(scene, "mallory")
    for who in CUSTOMERS:
        await settled(scene, who)
    return await recorded(scene)


def test_a04_the_fields_are_those_on_the_list(told: dict[str, dict[str, str]]) -> None:
    found, allowed = exposed(told), listed_fields()
    if os.environ.get("FAROL_WRITE_EXPOSURE"):
        write(found, allowed)
        allowed = listed_fields()
    more = [(key, who, sorted(extra)) for key, groups in found.items() for whos, fields in groups.items() for who in whos.split()
            if (extra := set(fields) - allowed.get(key, {}).get(who, set()))]
    assert not more, listed(more)
    assert sum(len(groups) > 0 for groups in found.values()) > 20


def test_a04_customers_are_told_nothing_of_the_inside(told: dict[str, dict[str, str]]) -> None:
    wrong = []
    for key, by_who in told.items():
        for who in (*CUSTOMERS, "nobody"):
            text = by_who[who]
            if key == "GET /api/console/session/demo-roles":
                continue  # the demo's one-click list, not found elsewhere
            wrong += [(who, key, bad) for bad in (NOTE, *REAL_NAMES) if bad in text]
            parts = {part.rstrip("[]") for name in names(spoken(text)) for part in name.split(".")}
            wrong += [(who, key, bad) for bad in parts & INSIDE - PROTOCOL.get(key, set())]
    assert not wrong, listed(wrong)


def test_a04_no_customers_data_in_clear_for_staff(told: dict[str, dict[str, str]]) -> None:
    wrong = [(who, key, clear) for key, by_who in told.items() if key not in RECORDED for who in ROLES for clear in CLEAR if clear in by_who[who]]
    assert not wrong, listed(wrong)


def test_a04_no_other_customers_data_for_customers(told: dict[str, dict[str, str]]) -> None:
    wrong = [(who, key, clear) for key, by_who in told.items() for who in CUSTOMERS for clear in CLEAR
             if clear in by_who[who] and not (who == "mei" and clear in CLEAR[:3]) and not (who == "mallory" and clear in CLEAR[3:])]
    assert not wrong, listed(wrong)


async def test_a04_sockets_and_pages_too(scene: Scene) -> None:
    from tests.wire import screen

    mei = scene.things["mei"]
    wire = await screen(scene.world, mei["client"], mei["ticket_id"])
    await wire.until("message", 2)
    await scene.world.say(scene.things["agent"]["client"], mei["ticket_id"], NOTE, internal=True)
    await scene.world.say(scene.things["agent"]["client"], mei["ticket_id"], "after the note")
    async with asyncio.timeout(5):
        while "after the note" not in str(wire.frames):
            await asyncio.sleep(0.01)
    page = await scene.send("GET", f"/my/tickets/{mei['number']}", headers=scene.headers("mei", "pages"))
    for text in (str(wire.frames), page.text):
        assert NOTE not in text
        assert not any(name in text for name in REAL_NAMES)
    await wire.close()

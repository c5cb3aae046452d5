"""What came of the assistant's cases, against cases played by hand."""

import csv
import io
from typing import Any

import pytest

from farol.app.demo import cast
from farol.insight.learning.tests.conftest import answered, handed, turn
from farol.kit.ratelimit import buckets
from tests.world import Client, World, later

BODY = "Where is my deposit, please look"


async def page(world: World, **more: str) -> Any:
    await world.react()
    buckets.clear()
    sol = await world.staff(cast.SOL)
    return await sol.ok("GET", "/relief", params={"since": "2026-01-01", "until": "2026-12-31", **more})


async def tally(world: World) -> dict[str, int]:
    found: dict[str, int] = (await page(world))["all"]
    return {name: n for name, n in found.items() if n}


async def visitor(world: World, n: int) -> Client:
    return await world.visitor(f"v{n}@example.net")


@pytest.fixture(autouse=True)
def year(monkeypatch: pytest.MonkeyPatch) -> None:
    """The tests ask for a year that holds today."""
    from farol.insight.figures import api
    monkeypatch.setattr(api, "LONGEST_DAYS", 4000)


async def test_nothing_is_known_before_three_days_are_over(world: World) -> None:
    mei = await world.customer(cast.MEI)
    await answered(world, mei, BODY)
    assert await tally(world) == {"cases": 1, "open": 1}
    later(hours=71)
    assert await tally(world) == {"cases": 1, "open": 1}
    later(hours=73)
    assert await tally(world) == {"cases": 1, "known": 1, "resolved": 1, "quiet": 1, "contained": 1}


async def test_thanks_confirm_and_other_words_do_not_resolve(world: World) -> None:
    one, two = await visitor(world, 1), await visitor(world, 2)
    first, _ = await answered(world, one, BODY)
    await world.say(one, first, "thank you")
    second, _ = await answered(world, two, BODY)
    await world.say(two, second, "It is still not there")
    later(hours=73)
    assert await tally(world) == {"cases": 2, "known": 2, "resolved": 1, "confirmed": 1, "failed": 1, "contained": 2}


async def test_words_that_were_answered_as_well_do_not_count_against_it(world: World) -> None:
    one = await visitor(world, 1)
    ticket, _ = await answered(world, one, BODY)
    said = await world.say(one, ticket, "It is on Tron")
    await turn(world.kit, ticket, said["seq"])
    later(hours=73)
    assert (await tally(world))["resolved"] == 1


async def test_a_person_means_handed_with_why(world: World) -> None:
    one, two, ana = await visitor(world, 1), await visitor(world, 2), await world.staff()
    first, _ = await answered(world, one, BODY)
    await handed(world.kit, first, "asked")
    second, _ = await answered(world, two, BODY)
    await world.say(ana, second, "Looking at it now")
    later(hours=73)
    found = await page(world)
    assert found["all"]["handed"] == 2
    assert found["all"]["contained"] == 0
    assert found["whys"] == {"asked": 1, "answered": 1}


async def test_another_ticket_of_the_same_kind_within_three_days_counts_against_it(world: World) -> None:
    mei, ivan = await world.customer(cast.MEI), await world.customer(cast.IVAN)
    first, _ = await answered(world, mei, BODY)
    buckets.clear()
    again = (await world.open(mei, "My deposit, once more"))["ticket"]["id"]
    await world.kit.db.execute("update ticket set reason = 'dep.missing_memo' where id = $1", again)
    await answered(world, ivan, BODY)
    buckets.clear()
    other = (await world.open(ivan, "How do fees work"))["ticket"]["id"]
    await world.kit.db.execute("update ticket set reason = 'fee.vip', opened_at = now() where id = $1", other)
    later(hours=73)
    found = await tally(world)
    assert (found["resolved"], found["failed"]) == (1, 1)
    sol = await world.staff(cast.SOL)
    listed = (await sol.ok("GET", "/relief/failed/tickets", params={"since": "2026-01-01", "until": "2026-12-31"}))["tickets"]
    assert [one["id"] for one in listed] == [first]


@pytest.mark.parametrize("against", ["rated", "corrected", "reopened", "complaint"])
async def test_words_against_it_count_against_it(world: World, against: str) -> None:
    mei, ana = await world.customer(cast.MEI), await world.staff()
    ticket, seq = await answered(world, mei, BODY)
    db = world.kit.db
    if against == "rated":
        await db.execute("insert into rating (ticket_id, resolved_at, stars, at) values ($1, now(), 2, now())", ticket)
    elif against == "corrected":
        await ana.ok("POST", f"/tickets/{ticket}/assistant/corrections", json={"seq": seq, "kind": "wrong_answer"})
    elif against == "reopened":
        await db.execute("insert into figure_resolution (ticket_id, seq, at, by, reopened_at) values ($1, 1, now(), 'system:0', now())", ticket)
    else:
        await db.execute("update ticket set reason = 'leg.complaint' where id = $1", ticket)
    later(hours=73)
    found = await tally(world)
    assert "resolved" not in found
    assert found["failed"] == 1
    assert found.get("wrong", 0) == (against == "corrected")
    assert found.get("reopened", 0) == (against == "reopened")


async def test_good_stars_confirm(world: World) -> None:
    mei = await world.customer(cast.MEI)
    ticket, _ = await answered(world, mei, BODY)
    await world.kit.db.execute("insert into rating (ticket_id, resolved_at, stars, solved, at) values ($1, now(), 5, true, now())", ticket)
    later(hours=73)
    assert (await tally(world))["confirmed"] == 1


async def test_silence_is_no_relief(world: World) -> None:
    mei = await world.customer(cast.MEI)
    buckets.clear()
    ticket = (await world.open(mei, BODY))["ticket"]["id"]
    await turn(world.kit, ticket, 2, move="silent", reason="")
    later(hours=73)
    assert await tally(world) == {"cases": 1, "known": 1, "silent": 1}


async def test_slices_add_up_and_filters_narrow(world: World) -> None:
    mei, one = await world.customer(cast.MEI), await visitor(world, 1)
    await answered(world, mei, BODY)
    await answered(world, one, BODY, "wd.pending_review")
    later(hours=73)
    found = await page(world)
    for part in ("reasons", "languages", "channels", "days"):
        assert sum(each["tally"]["cases"] for each in found[part]) == 2
    assert {each["key"] for each in found["reasons"]} == {"dep.unconfirmed", "wd.pending_review"}
    assert found["reasons"][0]["label"]["en"]
    assert set(found["definitions"]) == set(found["all"]) - {"known"}
    assert (await page(world, reason="wd.pending_review"))["all"]["cases"] == 1
    assert (await page(world, channel="email"))["all"]["cases"] == 0


async def test_the_export_holds_the_counts_and_what_they_mean(world: World) -> None:
    mei = await world.customer(cast.MEI)
    await answered(world, mei, BODY)
    await world.react()
    sol = await world.staff(cast.SOL)
    answer = await sol.get("/relief/export", params={"since": "2026-01-01", "until": "2026-12-31"})
    assert answer.headers["content-type"].startswith("text/csv")
    rows = list(csv.DictReader(io.StringIO(answer.text.lstrip("﻿").split("\r\n\r\n")[0])))
    assert [(row["reason"], row["cases"], row["open"]) for row in rows] == [("dep.unconfirmed", "1", "1")]
    assert "72" in answer.text
    assert (await (await world.staff()).get("/relief")).status_code == 403


async def test_the_page_is_few_statements_and_no_count_has_no_tickets(world: World) -> None:
    mei, sol = await world.customer(cast.MEI), await world.staff(cast.SOL)
    await answered(world, mei, BODY)
    await sol.ok("GET", "/relief")
    with world.statements() as ran:
        await sol.ok("GET", "/relief")
    assert len(ran) <= 6
    assert (await sol.get("/relief/cases/tickets")).status_code == 404
    assert (await sol.get("/relief/nothing/tickets")).status_code == 404

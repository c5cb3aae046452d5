"""Saying how the desk answers in a language, and what comes of it in the queue."""

from datetime import UTC, datetime, timedelta

from farol.app.demo import cast
from farol.desk.languages import ANY, Route
from farol.desk.queue.matching import circle, match
from farol.desk.queue.model import Agent, Skill, Waiting
from tests.world import World

NOW = datetime(2026, 11, 23, 12, tzinfo=UTC)


def waiting(waited_s: int, severity: str = "P3", language: str = "ru") -> Waiting:
    came = NOW - timedelta(seconds=waited_s)
    return Waiting(1, 1, severity, language, "", 1, came, came)


def agent(*skills: Skill) -> Agent:
    return Agent(1, True, True, 3, 0, NOW, skills)


ENGLISH, CHINESE, RUSSIAN = (agent(Skill(language, "", 2)) for language in ("en", "zh", "ru"))
ROUTES = {"ru": Route("en", 600, True)}


def test_people_of_its_language_first_then_the_fallback_then_whoever_is_there() -> None:
    assert circle(waiting(5000), [RUSSIAN, ENGLISH], NOW, 60, ROUTES) == ("ru", 1)
    assert match([waiting(599)], [ENGLISH], NOW, 60, ROUTES) == []
    assert circle(waiting(600), [ENGLISH, CHINESE], NOW, 60, ROUTES) == ("en", 1)
    assert circle(waiting(600), [CHINESE], NOW, 60, ROUTES) == (ANY, 1)
    assert [m.agent for m in match([waiting(600)], [CHINESE], NOW, 60, ROUTES)] == [1]
    assert match([waiting(600)], [agent()], NOW, 60, ROUTES) == [], "nobody without any skill"


def test_without_machine_translation_it_waits_for_who_can_read_it() -> None:
    assert match([waiting(9000)], [CHINESE], NOW, 60, {"ru": Route("en", 600, False)}) == []
    assert match([waiting(9000)], [CHINESE], NOW, 60, {"ru": Route("zh", 600, False)}) != []


def test_an_emergency_waits_for_nobody() -> None:
    assert match([waiting(0, "P0")], [CHINESE], NOW, 60, ROUTES) != []


async def test_a_lead_sets_it_and_customers_read_it(world: World) -> None:
    sol, ana, mei = await world.staff(cast.SOL), await world.staff(), await world.customer()
    calendar = await world.kit.db.fetchval("""insert into sla_calendar (name, zone, always, hours) values ('Moscow', 'Europe/Moscow', false,
      '[{"day": 0, "open": 540, "close": 1080}]') returning id""")
    body = {"calendar_id": calendar, "fallback": "en", "wait_s": 600, "translated": True}
    assert (await ana.put("/languages/ru", json=body)).status_code == 403
    assert await sol.ok("PUT", "/languages/ru", json=body) == {"version": 1}
    assert (await sol.put("/languages/ru", json=body)).json()["code"] == "conflict", "somebody set it meanwhile"
    assert await sol.ok("PUT", "/languages/ru", json=body | {"wait_s": 60, "version": 1}) == {"version": 2}
    (said,) = (await mei.ok("GET", "/languages"))["languages"]
    assert said["says"]["en"] == "Russian: Mon 09:00–18:00 Moscow; at other times we answer in English, or in Russian through machine translation."
    found = await ana.ok("GET", "/languages")
    assert found["languages"][0]["wait_s"] == 60
    await sol.ok("DELETE", "/languages/ru")
    assert (await sol.delete("/languages/ru")).status_code == 404
    assert (await mei.ok("GET", "/languages"))["languages"] == []


async def test_what_is_refused(world: World) -> None:
    sol = await world.staff(cast.SOL)
    body = {"fallback": "en", "wait_s": 600, "translated": True}
    for path, changed, code in (("en", {}, "fallback_to_itself"), ("ru", {"calendar_id": 987654}, "no_such_hours"), ("zh", {}, "invalid"), ("und", {}, "invalid")):
        assert (await sol.put(f"/languages/{path}", json=body | changed)).json()["code"] == code, path

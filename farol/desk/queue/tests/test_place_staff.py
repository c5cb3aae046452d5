"""Teams and skills are data."""

from farol.app.demo import cast
from farol.core.reasons import reasons
from farol.desk.queue import team_store
from farol.desk.queue.begin import start
from farol.desk.queue.defaults import DEFAULTS
from farol.desk.queue.model import team_for
from farol.desk.queue.tests.conftest import Desk
from tests.world import World


async def test_a_lead_places_staff(desk: Desk) -> None:
    sol, ana = await desk.world.staff(cast.SOL), await desk.agent(cast.ANA)
    ana_id = (await ana.ok("GET", "/session"))["id"]
    body = {"teams": ["l1", "l1"], "skills": [{"language": "zh", "topic": "dep", "level": 3}, {"language": "es"}]}
    await sol.ok("PUT", f"/queue/staff/{ana_id}", json=body)
    row = next(r for r in await sol.ok("GET", "/queue/staff") if r["id"] == ana_id)
    assert (row["teams"], row["state"]) == (["l1"], "available")
    assert row["skills"] == [{"language": "es", "topic": "", "level": 2}, {"language": "zh", "topic": "dep", "level": 3}]
    assert (await ana.put(f"/queue/staff/{ana_id}", json=body)).status_code == 403
    assert (await sol.put("/queue/staff/999999", json=body)).status_code == 404
    assert (await sol.put(f"/queue/staff/{ana_id}", json={"teams": ["none"], "skills": []})).json()["code"] == "no_such_team"
    assert (await sol.put(f"/queue/staff/{ana_id}", json={"teams": [], "skills": [{"language": "zh", "level": 4}]})).status_code == 422


async def test_a_desk_begins_with_teams_for_every_reason(world: World) -> None:
    await start(world.kit)
    await start(world.kit)
    teams = await team_store.teams(world.kit.db)
    assert len(teams) == len(DEFAULTS)
    for reason in reasons():
        for language in ("zh", "en", "ru"):
            assert team_for(teams, reason, language), reason
    chosen = {(r, lang): team.key for r, lang in (("", "zh"), ("", "es"), ("trd.api", "zh"), ("trd.order", "en"), ("care.person_at_risk", "zh"))
              if (team := team_for(teams, r, lang))}
    assert list(chosen.values()) == ["l1.zh", "l1", "api", "trading", "duty"]

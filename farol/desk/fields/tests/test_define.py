"""Fields and stages as leads set them, and the tree of reasons."""

from farol.app.demo import cast
from farol.core.reasons import reasons
from farol.desk.fields import actions
from farol.desk.fields.families import NAMES, tree
from farol.desk.fields.model import slots
from tests.world import World


def test_every_slot_and_family_of_the_taxonomy_has_a_name() -> None:
    assert {slot for reason in reasons().values() for slot in reason.slots} <= slots().keys()
    assert {code.split(".")[0] for code in reasons()} == NAMES.keys()
    assert sum(len(family.reasons) for family in tree()) == len(reasons())
    assert all(leaf.said for family in tree() for leaf in family.reasons)


async def test_a_field_s_kind_and_readers_stay_what_they_were(world: World) -> None:
    sol, ana = await world.staff(cast.SOL), await world.staff()
    body = {"kind": "text", "zh": "原因", "en": "Cause"}
    assert [f["key"] for f in (await sol.ok("PUT", "/fields/cause", json=body))["fields"]] == ["cause"]
    for changed, what in (({"kind": "date"}, "kind"), ({"roles": ["lead"]}, "roles")):
        refused = await sol.put("/fields/cause", json={**body, **changed})
        assert (refused.status_code, refused.json()["what"]) == (409, what)
    await sol.ok("PUT", "/fields/cause", json={**body, "en": "Root cause", "required": True})
    assert (await ana.ok("GET", "/fields"))["fields"][0]["required"]
    await sol.ok("DELETE", "/fields/cause")
    assert (await ana.ok("GET", "/fields"))["fields"] == []
    assert (await sol.delete("/fields/cause")).status_code == 404
    assert (await ana.put("/fields/cause", json=body)).status_code == 403


async def test_definitions_that_could_never_work(world: World) -> None:
    sol = await world.staff(cast.SOL)
    good = {"kind": "choice", "zh": "选", "en": "Pick", "options": [{"value": "a", "zh": "甲", "en": "A"}]}
    for path, wrong in (
        ("/fields/x", {"options": []}), ("/fields/x", {"options": good["options"] * 2}), ("/fields/x", {"reasons": ["nope"]}),
        ("/fields/x", {"roles": ["king"]}), ("/fields/X!", {}), ("/fields/txid", {}),
    ):
        assert (await sol.put(path, json={**good, **wrong})).status_code == 422, (path, wrong)


async def test_stages_begin_with_what_most_desks_need(world: World) -> None:
    sol, ana, mei = await world.staff(cast.SOL), await world.staff(), await world.customer()
    for _ in range(2):
        await actions.seed(world.kit)
    found = (await ana.ok("GET", "/stages"))["stages"]
    assert [s["category"] for s in found] == ["open"] * 3 + ["pending"] * 2
    fixed = await sol.put("/stages/waiting_proof", json={"category": "open", "zh": "等", "en": "Wait"})
    assert (fixed.status_code, fixed.json()["what"]) == (409, "status")
    await sol.ok("PUT", "/stages/waiting_police", json={"category": "pending", "zh": "等警方回执", "en": "Waiting for police", "shown_en": "Waiting for the police"})
    ticket = (await world.open(mei))["ticket"]["id"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": 1, "stage": "waiting_police"})
    await sol.ok("DELETE", "/stages/waiting_police")
    shown = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]
    assert (shown["status"], shown["stage"]) == ("pending", "waiting_police")
    gone = await ana.patch(f"/tickets/{ticket}", json={"version": shown["version"], "stage": "waiting_police"})
    assert gone.status_code == 422
    assert (await ana.get("/reasons/tree")).json()["families"][0]["key"] == "dep"

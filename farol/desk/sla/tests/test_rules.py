"""Calendars and policies: what is refused, and which policy is chosen."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.app.demo import cast
from farol.desk.sla import actions
from farol.desk.sla.model import Facts, Policy
from farol.desk.sla.policy import choose, matches
from tests.world import World

from .conftest import clocks

OFFICE = {"name": "Office", "zone": "Europe/Berlin", "hours": [{"day": 0, "open": "09:00", "close": "17:00"}], "holidays": ["2026-12-25"]}


async def test_a_calendar_is_made_changed_and_taken_out_of_use(ruled: World) -> None:
    sol = await ruled.staff(cast.SOL)
    made = (await sol.ok("POST", "/sla/calendars", json=OFFICE))["id"]
    night = {**OFFICE, "name": "Night", "hours": [{"day": 6, "open": "22:00", "close": "06:00"}, {"day": 2, "open": "00:00", "close": "24:00"}]}
    await sol.ok("PUT", f"/sla/calendars/{made}", json=night)
    shown = {c["id"]: c for c in (await sol.ok("GET", "/sla/calendars"))["calendars"]}
    assert shown[made] == {**night, "id": made, "always": False, "hours": [
        {"day": 0, "open": "00:00", "close": "06:00"}, {"day": 2, "open": "00:00", "close": "24:00"}, {"day": 6, "open": "22:00", "close": "24:00"}]}
    always = next(i for i in shown if i != made)
    assert (await sol.delete(f"/sla/calendars/{always}")).json()["code"] == "calendar_in_use"
    assert (await sol.delete(f"/sla/calendars/{made}")).status_code == 204
    assert (await sol.delete(f"/sla/calendars/{made}")).status_code == 404
    kinds = await ruled.kit.db.fetch("select kind from event where stream = $1 order by seq", f"sla_calendar:{made}")
    assert [r["kind"] for r in kinds] == ["sla.calendar_saved", "sla.calendar_saved", "sla.calendar_removed"]


@pytest.mark.parametrize(("change", "code"), [
    ({"hours": []}, "calendar_never_open"), ({"hours": [{"day": 0, "open": "09:00", "close": "09:59"}]}, "calendar_never_open"),
    ({"zone": "Mars/Olympus"}, "calendar_invalid"), ({"zone": "../../etc/passwd"}, "calendar_invalid"), ({"name": "  "}, "calendar_invalid"),
    ({"hours": [{"day": 0, "open": "09:00", "close": "17:00"}, {"day": 0, "open": "16:00", "close": "18:00"}]}, "calendar_invalid"),
    ({"hours": [{"day": 7, "open": "09:00", "close": "17:00"}]}, "invalid"), ({"hours": [{"day": 0, "open": "9", "close": "25:00"}]}, "invalid"),
    ({"holidays": ["2026-02-30"]}, "invalid"), ({"name": "24x7"}, "sla_name_taken"),
])
async def test_a_calendar_that_makes_no_sense_is_refused(ruled: World, change: dict[str, Any], code: str) -> None:
    sol = await ruled.staff(cast.SOL)
    refused = await sol.post("/sla/calendars", json={**OFFICE, **change})
    assert (refused.status_code in (409, 422), refused.json()["code"]) == (True, code)
    assert len((await sol.ok("GET", "/sla/calendars"))["calendars"]) == 1


async def test_a_policy_for_somebody(ruled: World) -> None:
    mei, sol = await ruled.customer(), await ruled.staff(cast.SOL)
    calendar = (await sol.ok("GET", "/sla/calendars"))["calendars"][0]["id"]
    body = {"name": "VIP", "calendar_id": calendar, "tiers": ["VIP"], "first_reply_s": 60}
    made = (await sol.ok("POST", "/sla/policies", json=body))["id"]
    await sol.ok("PUT", f"/sla/policies/{made}", json={**body, "first_reply_s": 120})
    ticket = (await ruled.open(mei))["ticket"]["id"]
    await ruled.react()
    shown = await clocks(sol, ticket)
    assert {k: (c["budget_s"], c["policy"]["id"]) for k, c in shown.items()} == {"first_reply": (120, made)}
    assert "chosen for tier VIP 3" in shown["first_reply"]["steps"][0]["en"]
    assert (await sol.delete(f"/sla/policies/{made}")).status_code == 204
    assert len((await sol.ok("GET", "/sla/policies"))["policies"]) == 6
    assert (await clocks(sol, ticket))["first_reply"]["policy"]["name"] == "VIP"


@pytest.mark.parametrize(("change", "code"), [
    ({"tiers": []}, "policy_for_nobody"), ({"tiers": [" "]}, "policy_for_nobody"), ({"channels": ["pigeon"]}, "policy_for_nobody"),
    ({"reasons": ["dep.nothing"]}, "policy_for_nobody"), ({"severities": ["P7"]}, "policy_for_nobody"), ({"severities": []}, "policy_for_nobody"),
    ({"tiers": None, "severities": ["P4"]}, "policy_taken"), ({"first_reply_s": None}, "policy_promises_nothing"),
    ({"first_reply_s": 0}, "invalid"), ({"first_reply_s": 10**9}, "invalid"), ({"calendar_id": 987_654}, "invalid"), ({"name": "p0"}, "sla_name_taken"),
])
async def test_a_policy_for_nobody_is_refused(ruled: World, change: dict[str, Any], code: str) -> None:
    sol = await ruled.staff(cast.SOL)
    calendar = (await sol.ok("GET", "/sla/calendars"))["calendars"][0]["id"]
    refused = await sol.post("/sla/policies", json={"name": "New", "calendar_id": calendar, "tiers": ["VIP"], "first_reply_s": 60, **change})
    assert (refused.status_code in (409, 422), refused.json()["code"]) == (True, code)
    assert refused.json()["detail"]


async def test_rules_are_for_who_manages_them(ruled: World) -> None:
    ana, dan = await ruled.staff(), await ruled.staff(cast.DAN)
    assert (await ana.get("/sla/policies")).status_code == 403
    assert (await ana.post("/sla/calendars", json=OFFICE)).status_code == 403
    names = [p["name"] for p in (await dan.ok("GET", "/sla/policies"))["policies"]]
    assert names == ["P0", "P1", "P2", "P3 chat", "P3", "P4"]
    await actions.seed(ruled.kit)
    assert len((await dan.ok("GET", "/sla/policies"))["policies"]) == 6, "defaults come once"


some = st.none() | st.lists(st.sampled_from(["VIP", "VIP 3", "P1", "P3", "webchat", "email", "dep", "dep.suspended", "leg"]), min_size=1, max_size=3)
policies = st.builds(Policy, id=st.integers(1, 99), name=st.just("p"), calendar_id=st.just(1), tiers=some, severities=some, channels=some, reasons=some)
facts = st.builds(Facts, st.sampled_from(["VIP 3", "Regular", "VIP"]), st.sampled_from(["P1", "P3"]), st.sampled_from(["webchat", "email"]),
                  st.sampled_from([None, "dep.suspended", "dep.unconfirmed", "leg.complaint"]))


@given(st.lists(policies, max_size=8, unique_by=lambda p: p.id), facts, st.randoms())
def test_the_most_specific_policy_is_chosen(given_: list[Policy], about: Facts, random: Any) -> None:
    found = choose(given_, about)
    assert (found is None) == (not any(matches(p, about) for p in given_))
    shuffled = list(given_)
    random.shuffle(shuffled)
    assert choose(shuffled, about) == found
    if found:
        named = {n for n in ("tiers", "severities", "channels", "reasons") if getattr(found, n) is not None}
        for other in given_:
            if matches(other, about):
                assert not named < {n for n in ("tiers", "severities", "channels", "reasons") if getattr(other, n) is not None}


def test_vip_means_every_level_of_it_and_a_leaf_beats_its_branch() -> None:
    vip, branch, leaf = (Policy(1, "VIP", 1, tiers=["VIP"]), Policy(2, "dep", 1, reasons=["dep"]), Policy(3, "leaf", 1, reasons=["dep.suspended"]))
    assert choose([vip], Facts("VIPER", "P1", "email", None)) is None
    assert choose([vip], Facts("vip 3", "P1", "email", None)) == vip
    assert choose([vip, branch, leaf], Facts("VIP 3", "P1", "email", "dep.suspended")) == leaf
    assert choose([vip, branch, leaf], Facts("VIP 3", "P1", "email", "dep.unconfirmed")) == branch

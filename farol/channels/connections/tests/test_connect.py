"""Connecting, changing and removing an account of ours, at the console."""

import pytest

from farol.channels.connections.elsewhere import Elsewhere
from farol.channels.connections.tests.conftest import VALUES, Office
from tests.stand_ins import fake_platform as platform


async def test_connects_after_asking_the_platform_and_shows_no_secret(office: Office) -> None:
    made = await office.connect(regions=["eu"], tiers=["vip"])
    assert (made["state"], made["account"], made["regions"], made["tiers"]) == ("active", "@fake_bot", ["eu"], ["vip"])
    assert sorted(made["secrets"]) == ["hook_secret", "token"]
    for client in (office.roy, office.sol):
        said = (await client.get("/channels")).text
        assert platform.TOKEN not in said
        assert platform.SECRET not in said
    assert "/hooks/fake/" in (await office.shown(made["id"]))["webhook"]
    assert all(one["webhook"] == "" for one in (await office.sol.ok("GET", "/channels"))["connections"]), "who only sees is not told the webhook's address"
    assert (await office.ana.get("/channels")).status_code == 403
    stored = await office.kit.db.fetchval("select row_to_json(c)::text from connection c where id = $1", made["id"])
    assert platform.TOKEN not in stored
    assert await office.events(made["id"]) == ["connection.made"]


async def test_credentials_that_the_platform_refuses_are_not_kept(office: Office) -> None:
    answer = await office.roy.post("/channels/fake/connections", json={"name": "Bot", "values": {**VALUES, "token": "wrong-token"}})
    assert (answer.status_code, answer.json()["code"]) == (422, "connection_refused")
    assert (await office.roy.ok("GET", "/channels"))["connections"] == []


async def test_a_platform_that_is_away_is_kept_and_paused(office: Office) -> None:
    office.kit.get(Elsewhere).instead["fake"] = "http://127.0.0.1:9"
    made = await office.connect()
    assert made["state"] == "paused"
    assert made["why"]
    office.kit.get(Elsewhere).instead["fake"] = office.server.address
    resumed = await office.dan.ok("POST", f"/channels/connections/{made['id']}/resume")
    assert (resumed["connection"]["state"], resumed["probe"]["works"]) == ("active", True)


@pytest.mark.parametrize(("values", "field"), [
    ({"token": platform.TOKEN}, "hook_secret"), ({**VALUES, "token": "NO"}, "token"), ({**VALUES, "colour": "red"}, "colour"),
])
async def test_a_wrong_field_is_named(office: Office, values: dict[str, str], field: str) -> None:
    answer = await office.roy.post("/channels/fake/connections", json={"name": "Bot", "values": values})
    assert answer.status_code in (400, 422)
    assert [one["field"] for one in answer.json()["errors"]] == [field]


async def test_a_kind_nobody_knows_and_who_may_not(office: Office) -> None:
    body = {"name": "Bot", "values": VALUES}
    assert (await office.roy.post("/channels/nothing/connections", json=body)).json()["code"] == "kind_unknown"
    for client in (office.dan, office.ana):
        assert (await client.post("/channels/fake/connections", json=body)).status_code == 403


async def test_a_change_keeps_what_is_left_out_and_secrets_that_are_empty(office: Office) -> None:
    made = await office.connect()
    after = await office.roy.ok("PATCH", f"/channels/connections/{made['id']}", json={"name": "Two", "values": {"token": "", "template": "come_back"}})
    assert (after["name"], after["settings"]["template"], sorted(after["secrets"])) == ("Two", "come_back", ["hook_secret", "token"])
    assert (await office.dan.ok("POST", f"/channels/connections/{made['id']}/test"))["works"], "the token is still the old one"
    await office.roy.ok("PATCH", f"/channels/connections/{made['id']}", json={"values": {"token": "another-token"}})
    probe = await office.dan.ok("POST", f"/channels/connections/{made['id']}/test")
    assert not probe["works"]
    assert "another-token" not in str(probe)
    assert (await office.ana.patch(f"/channels/connections/{made['id']}", json={"name": "Three"})).status_code == 403


async def test_removing_ends_it_with_its_secrets(office: Office) -> None:
    made = await office.connect()
    path = office.world.client("http://farol.test", {})
    hook = (await office.shown(made["id"]))["webhook"].removeprefix("http://farol.test")
    assert (await office.roy.delete(f"/channels/connections/{made['id']}")).status_code < 300
    assert (await office.roy.ok("GET", "/channels"))["connections"] == []
    assert await office.kit.db.fetchval("select secrets is null from connection where id = $1", made["id"])
    assert (await path.post(hook, **platform.signed(platform.said(1, "hello")))).status_code == 404
    assert (await office.roy.patch(f"/channels/connections/{made['id']}", json={"name": "x"})).json()["code"] == "connection_removed"
    assert (await office.dan.post(f"/channels/connections/{made['id']}/resume")).json()["code"] == "connection_removed"
    assert (await office.roy.delete("/channels/connections/987654321")).status_code == 404

"""A browser is allowed to show notices, and stopped."""

import pytest

from farol.app.demo import cast

from .conftest import Browser


async def test_a_browser_is_listed_renewed_and_stopped(world, service):
    ana, tim = await world.staff(), await world.staff(cast.TIM)
    browser = Browser("https://push.example/abc").subscription()
    id_ = (await ana.ok("POST", "/me/push", json=browser))["id"]
    assert (await ana.ok("POST", "/me/push", json={**browser, "label": "Work"}))["id"] == id_
    listed = (await ana.ok("GET", "/me/push"))["browsers"]
    assert [(b["id"], b["label"], b["used_at"]) for b in listed] == [(id_, "Work", None)]
    assert (await tim.request("DELETE", f"/me/push/{id_}")).status_code == 404
    await ana.ok("DELETE", f"/me/push/{id_}")
    assert (await ana.request("DELETE", f"/me/push/{id_}")).status_code == 404
    assert (await ana.ok("GET", "/me/push"))["browsers"] == []


async def test_a_browser_is_of_who_signed_in_last(world, service):
    ana, tim = await world.staff(), await world.staff(cast.TIM)
    browser = Browser("https://push.example/abc").subscription()
    await ana.ok("POST", "/me/push", json=browser)
    await tim.ok("POST", "/me/push", json=browser)
    assert (await ana.ok("GET", "/me/push"))["browsers"] == []
    assert len((await tim.ok("GET", "/me/push"))["browsers"]) == 1


async def test_the_one_used_longest_ago_makes_room(world, service):
    ana = await world.staff()
    for n in range(12):
        await ana.ok("POST", "/me/push", json=Browser(f"https://a.wide.example/{n}").subscription(label=f"b{n}"))
    assert [b["label"] for b in (await ana.ok("GET", "/me/push"))["browsers"]] == [f"b{n}" for n in range(2, 12)]


@pytest.mark.parametrize("endpoint", [
    "https://evil.example/x", "http://push.example/x", "https://push.example:8443/x", "https://wide.example/x", "https://push.example.evil.example/x",
    "https://a@push.example/x", "http://127.0.0.1:1/x", "https://169.254.169.254/latest", "ftp://push.example/x", "https://push.example\\@evil.example/",
])
async def test_pushes_go_nowhere_else(world, service, endpoint):
    ana = await world.staff()
    assert (await ana.request("POST", "/me/push", json=Browser(endpoint).subscription())).status_code == 422


@pytest.mark.parametrize("wrong", [{"p256dh": "A" * 87}, {"auth": "AAAAAAAAAAAAAAAAAAAAAAAA"}, {"p256dh": "A" * 85}, {"label": ""}])
async def test_keys_that_are_none_are_refused(world, service, wrong):
    ana = await world.staff()
    good = Browser("https://push.example/abc")
    assert (await ana.request("POST", "/me/push", json=good.subscription(**wrong))).status_code == 422

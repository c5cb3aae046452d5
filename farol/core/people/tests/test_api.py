"""The console's sign-in as a browser makes it."""

from http.cookies import SimpleCookie

import pyotp
import pytest

from farol.app.demo import cast
from farol.core.people import actions
from farol.core.people.tests.authenticator import Authenticator
from farol.core.people.tests.conftest import PASSWORD

FAROL = "http://farol.test"


@pytest.fixture
async def account(kit):
    """Ana with password and code."""
    id_ = await actions.create_staff(
        kit, email=cast.ANA.email, name=cast.ANA.name, alias=cast.ANA.alias, role="agent", language="zh", password=PASSWORD)
    return id_, pyotp.parse_uri(await actions.set_totp(kit, id_))


def browser(world, cookie=""):
    return world.client(FAROL + "/api/console", {"origin": FAROL, **({"cookie": cookie} if cookie else {})})


def cookie_of(answer):
    found = SimpleCookie(answer.headers["set-cookie"])["farol_staff"]
    return found, f"farol_staff={found.value}"


async def test_in_and_out(world, account):
    id_, totp = account
    form = {"email": cast.ANA.email, "password": PASSWORD, "totp": totp.now()}
    answer = await browser(world).post("/session", json=form)
    assert answer.status_code == 200
    me = answer.json()
    assert (me["id"], me["name"], me["alias"], me["role"], me["language"]) == (id_, "Ana Duarte", "Ana", "agent", "zh")
    assert "ticket.reply" in me["can"]
    assert me["brand"]
    morsel, cookie = cookie_of(answer)
    assert morsel["httponly"]
    assert (morsel["samesite"].lower(), morsel["path"], morsel["max-age"]) == ("strict", "/", "43200")
    signed_in = browser(world, cookie)
    assert (await signed_in.get("/session")).json() == me
    gone = await signed_in.delete("/session")
    assert gone.status_code == 204
    assert cookie_of(gone)[0]["max-age"] == "0"
    assert (await signed_in.get("/session")).status_code == 401


async def test_wrong_is_one_answer_to_known_and_unknown(world, account):
    answers = [
        await browser(world).post("/session", json={"email": email, "password": "wrong", "totp": "000000"})
        for email in (cast.ANA.email, "nobody@x.example")]
    assert [a.status_code for a in answers] == [401, 401]
    assert answers[0].json() == answers[1].json()
    assert answers[0].json()["code"] == "sign_in_failed"
    assert not any("set-cookie" in a.headers for a in answers)


async def test_the_eleventh_try_is_told_when_to_come_back(world, account):
    client = browser(world)
    for _ in range(10):
        await client.post("/session", json={"email": cast.ANA.email, "password": "wrong", "totp": ""})
    answer = await client.post("/session", json={"email": cast.ANA.email, "password": PASSWORD, "totp": account[1].now()})
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many")
    assert 0 < int(answer.headers["retry-after"]) <= 900


@pytest.mark.parametrize("body", [
    {}, {"email": 1, "password": "x"}, {"email": "a@b", "password": "x", "admin": True}, {"email": "a@b\0", "password": "x"},
    {"email": "x" * 400, "password": "x"}, {"email": "a@b", "password": "x" * 2000}, [],
])
async def test_other_bodies_are_refused(world, body):
    assert (await browser(world).post("/session", json=body)).status_code == 422


@pytest.mark.parametrize("headers", [{"origin": "https://evil.example"}, {"origin": "null"}, {"origin": ""}])
async def test_another_site_cannot_sign_anybody_in_or_out(world, account, headers):
    signed_in = await world.staff(cast.TIM)
    for method, path in (("POST", "/session"), ("DELETE", "/session"), ("DELETE", "/sessions"), ("POST", "/passkeys")):
        answer = await signed_in.request(method, path, json={}, headers=headers)
        assert (answer.status_code, answer.json()["code"]) == (403, "foreign_origin")
    assert (await signed_in.get("/session")).status_code == 200


async def test_sessions_are_listed_and_ended(world):
    first, second = await world.staff(), await world.staff()
    found = (await first.get("/sessions")).json()["sessions"]
    assert len(found) == 2
    other = next(s["id"] for s in found if not s["current"])
    assert (await first.delete(f"/sessions/{other}")).status_code == 204
    assert (await second.get("/session")).status_code == 401
    third, tim = await world.staff(), await world.staff(cast.TIM)
    mine = next(s["id"] for s in (await tim.get("/sessions")).json()["sessions"])
    assert (await first.delete(f"/sessions/{mine}")).status_code == 404
    assert (await first.delete("/sessions/zz")).status_code == 404
    assert (await first.delete("/sessions")).status_code == 204
    assert (await third.get("/session")).status_code == 401
    assert (await first.get("/session")).status_code == 200
    assert (await tim.get("/session")).status_code == 200


async def test_a_passkey_from_the_first_page_to_the_last(world):
    ana, device = await world.staff(), Authenticator(FAROL)
    options = await ana.ok("POST", "/passkeys/challenges", json={"purpose": "register"})
    key = await ana.ok("POST", "/passkeys", json={"label": "Laptop", "credential": device.create(options)})
    assert (await ana.get("/passkeys")).json()["passkeys"] == [key]
    stranger = browser(world)
    options = await stranger.ok("POST", "/passkeys/challenges", json={"purpose": "sign_in"})
    answer = await stranger.post("/session/passkey", json={"credential": device.get(options)})
    assert answer.json()["name"] == "Ana Duarte"
    assert (await browser(world, cookie_of(answer)[1]).get("/session")).status_code == 200
    assert (await browser(world).post("/passkeys/challenges", json={"purpose": "register"})).status_code == 401
    assert (await browser(world).post("/passkeys/challenges", json={"purpose": "x"})).status_code == 422
    assert (await ana.delete(f"/passkeys/{key['id']}")).status_code == 204
    assert (await ana.delete(f"/passkeys/{key['id']}")).status_code == 404


async def test_one_click_in_the_demo(world):
    await world.staff(cast.TIM)
    (role,) = await browser(world).ok("GET", "/session/demo-roles")
    answer = await browser(world).post("/session/demo", json={"role_token": role["role_token"]})
    assert answer.json()["role"] == "trainee"
    assert (await browser(world).post("/session/demo", json={"role_token": "x"})).status_code == 401


async def test_colleagues(world):
    ana = await world.staff()
    await world.staff(cast.TIM)
    assert [(c["name"], c["role"]) for c in await ana.ok("GET", "/staff")] == [("Ana Duarte", "agent"), ("Tim Okafor", "trainee")]
    assert (await browser(world).get("/staff")).status_code == 401


async def test_signing_in_again_ends_the_session_of_the_cookie(world, account):
    client = browser(world)
    role = next(r for r in await client.ok("GET", "/session/demo-roles"))
    _, old = cookie_of(await client.post("/session/demo", json={"role_token": role["role_token"]}))
    again = await browser(world, old).post("/session/demo", json={"role_token": role["role_token"]})
    _, new = cookie_of(again)
    assert new != old
    assert (await browser(world, old).get("/session")).status_code == 401
    assert (await browser(world, new).get("/session")).status_code == 200

"""The web site: signing in, the identity token, the way to the tickets, the demo controls."""

import time

import httpx2
import pytest
from joserfc import jwt
from joserfc.jwk import OctKey

from farol.app.demo.cast import CUSTOMERS, MEI

from .conftest import CONFIG, Clock


async def signed_in(browser: httpx2.AsyncClient, uid: str = MEI.uid) -> httpx2.Response:
    answer = await browser.post("/sign-in", data={"uid": uid})
    assert answer.status_code == 303
    return await browser.get("/")


async def test_a_visitor_sees_the_doors_and_the_widget(browser: httpx2.AsyncClient) -> None:
    page = await browser.get("/", headers={"accept-language": "en"})
    for customer in CUSTOMERS:
        assert customer.name in page.text
    assert '<script src="http://127.0.0.1:8700/widget.js" data-lang="en" data-early async></script>' in page.text
    assert (await browser.get("/farol-identity")).json() == {}
    assert "script-src 'self' http://127.0.0.1:8700;" in page.headers["content-security-policy"]


@pytest.mark.parametrize(
    ("query", "lang"), [("?lang=zh", "zh-Hans"), ("?lang=en", "en"), ("?lang=xx", "zh-Hans")]
)
async def test_languages(browser: httpx2.AsyncClient, query: str, lang: str) -> None:
    page = await browser.get(f"/{query}", headers={"accept-language": "zh-TW,zh;q=0.9"})
    assert f'<html lang="{lang}">' in page.text


async def test_an_identity_token_is_fresh_short_and_single(browser: httpx2.AsyncClient) -> None:
    await signed_in(browser)
    answer = await browser.get("/farol-identity")
    assert answer.headers["cache-control"] == "no-store"
    assert "access-control-allow-origin" not in answer.headers
    token = jwt.decode(
        answer.json()["identity"], OctKey.import_key(CONFIG.widget_secret), algorithms=["HS256"]
    )
    claims = token.claims
    assert (claims["iss"], claims["aud"], claims["sub"]) == ("demo-exchange", "farol", MEI.uid)
    assert (claims["name"], claims["email"], claims["lang"], claims["tz"]) == (
        MEI.name,
        MEI.email,
        "zh",
        "Asia/Shanghai",
    )
    assert claims["exp"] - claims["iat"] == 300
    assert abs(claims["iat"] - time.time()) < 5
    other = (await browser.get("/farol-identity")).json()["identity"]
    again = jwt.decode(other, OctKey.import_key(CONFIG.widget_secret), algorithms=["HS256"])
    assert again.claims["jti"] != claims["jti"]


async def test_the_way_to_the_tickets(browser: httpx2.AsyncClient) -> None:
    assert (await browser.get("/my-tickets")).headers["location"] == "/"
    await signed_in(browser)
    page = await browser.get("/my-tickets")
    assert 'action="http://127.0.0.1:8700/my/session"' in page.text
    assert 'name="identity"' in page.text
    assert page.headers["cache-control"] == "no-store"


async def test_the_account_shows_what_the_core_tells(browser: httpx2.AsyncClient) -> None:
    page = await signed_in(browser)
    assert "链上 3/12 确认" in page.text
    assert "没提成功：地址不在白名单。500 USDT 已退回余额" in page.text
    assert "12,480.50" in page.text
    await browser.post("/sign-out")
    assert "12,480.50" not in (await browser.get("/")).text
    assert "12,480.50" not in (await browser.get("/account")).text


async def test_the_controls(browser: httpx2.AsyncClient, clock: Clock) -> None:
    await signed_in(browser)
    await browser.post("/demo/next-block")
    assert "链上 4/12 确认" in (await browser.get("/account")).text
    await browser.post("/demo/finish")
    page = (await browser.get("/account")).text
    assert "链上" not in page
    assert "16,480.50" in page
    await browser.post("/demo/again")
    page = (await browser.get("/account")).text
    assert "链上 3/12 确认" in page
    assert "16,480.50" in page


async def test_a_new_sign_in_finds_a_new_deposit_when_the_last_arrived(
    browser: httpx2.AsyncClient, clock: Clock
) -> None:
    await signed_in(browser)
    clock.move(minutes=4)
    assert "链上 3/12 确认" not in (await signed_in(browser)).text
    clock.move(minutes=30)
    assert "链上 3/12 确认" in (await signed_in(browser)).text


@pytest.mark.parametrize("path", ["/sign-in", "/sign-out", "/demo/down"])
async def test_forms_of_other_sites_are_refused(browser: httpx2.AsyncClient, path: str) -> None:
    answer = await browser.post(path, data={"uid": MEI.uid}, headers={"origin": "http://evil.example"})
    assert answer.status_code == 404
    assert "set-cookie" not in answer.headers


@pytest.mark.parametrize("cookie", ["1", "", "../../etc", "20778177 "])
async def test_a_made_up_cookie_is_a_visitor(browser: httpx2.AsyncClient, cookie: str) -> None:
    answer = await browser.get("/farol-identity", headers={"cookie": f"demo_exchange={cookie}"})
    assert answer.status_code == 200


async def test_nothing_there(browser: httpx2.AsyncClient) -> None:
    for path in ("/nope", "/static/nope.css", "/static/../app.py", "/demo"):
        assert (await browser.get(path)).status_code in (404, 405)
    assert (await browser.post("/demo/explode")).status_code == 404
    assert (await browser.post("/sign-in", data={"uid": "1"})).status_code == 404
    assert (await browser.post("/sign-in", data={"uid": "x" * 20_000})).status_code == 413

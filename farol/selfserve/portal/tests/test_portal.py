"""The portal as its customer uses it: without a script, and with nobody else's tickets."""

import re
import uuid
from typing import Any

import pytest

from farol.app.demo.cast import IVAN, MEI
from tests.world import EXCHANGE, FAROL, Client, World, identity

from .conftest import Enter

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c63f8cfc0f01f00050001ff56c7"
    "2f0d0000000049454e44ae426082"
)


async def mine(world: World, enter: Enter, body: str = "USDT 还没到账") -> tuple[Client, str, int]:
    """Mei's browser, and her new ticket's number and id."""
    opened = await world.open(await world.customer(MEI), body)
    return await enter(MEI), opened["ticket"]["number"], opened["ticket"]["id"]


async def page(browser: Client, path: str, status: int = 200) -> str:
    answer = await browser.get(path)
    assert answer.status_code == status, answer.text
    assert "no-store" in answer.headers["cache-control"]
    assert not re.search(r"<script(?! src=./static/portal\.js\?v=\w+. integrity=.sha256-)|<style|<[^>]*\s(style|on\w+)=", answer.text)
    return answer.text


def form_of(text: str) -> dict[str, str]:
    found = re.search(r'name="client_id" value="([^"]+)"', text)
    assert found
    return {"client_id": found[1]}


async def send(browser: Client, number: str, fields: dict[str, str], files: Any = None) -> Any:
    return await browser.post(f"/my/tickets/{number}/messages", data=fields, files=files or {"files": ("", b"")})


async def test_somebody_not_signed_in_is_told_the_way(world: World) -> None:
    visitor = world.client(FAROL, {"accept-language": "zh-CN"})
    assert "请从交易所网站进来" in await page(visitor, "/my")
    assert f'href="{EXCHANGE}"' in await page(visitor, "/my")
    assert "Come in through the exchange" in await page(world.client(FAROL, {}), "/my/tickets/FRL-2026-000001", 401)


async def test_the_door_sets_a_cookie_no_script_can_read(world: World) -> None:
    door = world.client(FAROL, {"origin": EXCHANGE})
    answer = await door.post("/my/session", data={"identity": identity(world.kit, MEI)})
    cookie = next(c for c in answer.headers.get_list("set-cookie") if c.startswith("farol_customer="))
    assert "HttpOnly" in cookie
    assert "samesite=lax" in cookie.lower()
    assert "path=/" in cookie.lower()


@pytest.mark.parametrize("token", ["", "x", "a.b.c", "x" * 20_000])
async def test_a_bad_identity_gets_a_sentence_and_no_cookie(world: World, token: str) -> None:
    answer = await world.client(FAROL, {"origin": EXCHANGE}).post("/my/session", data={"identity": token})
    assert answer.status_code == 401
    assert "could not confirm who you are" in answer.text
    assert "set-cookie" not in answer.headers


async def test_an_identity_works_once(world: World) -> None:
    token, door = identity(world.kit, MEI), world.client(FAROL, {"origin": EXCHANGE})
    assert (await door.post("/my/session", data={"identity": token})).status_code == 303
    assert (await door.post("/my/session", data={"identity": token})).status_code == 401


async def test_another_site_cannot_sign_anybody_in(world: World) -> None:
    answer = await world.client(FAROL, {"origin": "http://evil.test"}).post("/my/session", data={"identity": identity(world.kit, MEI)})
    assert answer.status_code == 403


async def test_the_list_shows_own_tickets_with_words_and_new_answers(world: World, enter: Enter) -> None:
    browser, number, ticket_id = await mine(world, enter)
    ana = await world.staff()
    await world.say(ana, ticket_id, "正在查。")
    text = await page(browser, "/my")
    assert number in text
    assert "1 条新回复" in text
    assert "正在查。" in text
    await page(browser, f"/my/tickets/{number}")
    assert "条新回复" not in await page(browser, "/my")


async def test_an_empty_list_says_so(world: World, enter: Enter) -> None:
    text = await page(await enter(IVAN), "/my")
    assert "No tickets yet" in text
    assert "/help/en" in text


async def test_foreign_and_missing_tickets_look_the_same(world: World, enter: Enter) -> None:
    _, number, _ = await mine(world, enter)
    ivan = await enter(IVAN)
    foreign, missing = await page(ivan, f"/my/tickets/{number}", 404), await page(ivan, "/my/tickets/FRL-2026-999999", 404)
    assert foreign == missing
    odd = await page(ivan, "/my/tickets/%3Cscript%3E", 404)
    assert odd == missing
    assert (await send(ivan, number, {"body": "x"})).status_code == 404
    assert (await ivan.get(f"/my/tickets/{number}/files/{uuid.uuid4()}")).status_code == 404


async def test_the_ticket_tells_its_way_and_hides_internal_notes(world: World, enter: Enter) -> None:
    browser, number, ticket_id = await mine(world, enter)
    ana = await world.staff()
    await world.say(ana, ticket_id, "客户可能在撒谎", internal=True)
    await world.say(ana, ticket_id, "已看到 3/12 个确认。")
    text = await page(browser, f"/my/tickets/{number}")
    assert "撒谎" not in text
    assert "已看到 3/12 个确认。" in text
    assert "现在不需要您做什么" in text
    assert "第一次回复" in text
    assert "（上海）" in text
    assert "时间为上海时间" in text


async def test_a_reply_arrives_once_however_often_the_form_is_sent(world: World, enter: Enter) -> None:
    browser, number, ticket_id = await mine(world, enter)
    form = form_of(await page(browser, f"/my/tickets/{number}")) | {"body": "补充：TXID 已复制"}
    first, second = await send(browser, number, form), await send(browser, number, form)
    assert first.status_code == second.status_code == 303
    assert first.headers["location"] == second.headers["location"]
    assert "已收到您的消息" in await page(browser, first.headers["location"].partition("#")[0])
    other = await send(browser, number, form | {"body": "另一句话"})
    assert other.headers["location"] != first.headers["location"]
    said = await world.kit.db.fetch("select body, channel from message where ticket_id = $1 order by seq", ticket_id)
    assert [tuple(row) for row in said][1:] == [("补充：TXID 已复制", "portal"), ("另一句话", "portal")]


async def test_a_reply_with_a_picture_sent_twice_is_one_message(world: World, enter: Enter) -> None:
    browser, number, ticket_id = await mine(world, enter)
    form = form_of(await page(browser, f"/my/tickets/{number}")) | {"body": "截图"}
    for _ in range(2):
        answer = await send(browser, number, form, {"files": ("提币 截图.png", PNG, "image/png")})
        assert answer.status_code == 303, answer.text
    text = await page(browser, f"/my/tickets/{number}")
    assert text.count("提币 截图.png") == 2, "once in the conversation, once among what she gave"
    link = re.search(r'href="(/my/tickets/[^"]+/files/[^"]+)"', text)
    assert link
    got = await browser.get(link[1])
    assert got.status_code == 200
    assert got.headers["content-type"] == "image/png"
    assert (await (await enter(IVAN)).get(link[1])).status_code == 404
    assert await world.kit.db.fetchval("select count(*) from file") == 1
    assert await world.kit.db.fetchval("select count(*) from message where ticket_id = $1", ticket_id) == 2


@pytest.mark.parametrize(
    ("body", "files", "says"),
    [
        ("", None, "请写点内容"),
        ("字" * 10_001, None, "最多 10000 个字"),
        ("看图", {"files": ("virus.png", b"MZ" + b"\0" * 200, "image/png")}, "没发出去"),
        ("看图", {"files": ("empty.png", b"", "image/png")}, "没发出去"),
        ("a\0b", None, "没发出去"),
        ("看", [("files", (f"{n}.png", PNG, "image/png")) for n in range(6)], "一次最多 5 个附件"),
    ],
    ids=["empty", "too long", "executable", "no bytes", "nul", "six files"],
)
async def test_what_cannot_be_sent_keeps_the_words_and_says_why(world: World, enter: Enter, body: str, files: Any, says: str) -> None:
    browser, number, ticket_id = await mine(world, enter)
    form = form_of(await page(browser, f"/my/tickets/{number}")) | {"body": body}
    answer = await send(browser, number, form, files)
    assert 400 <= answer.status_code < 500
    assert says in answer.text
    assert body.replace("\0", "") in answer.text
    assert await world.kit.db.fetchval("select count(*) from message where ticket_id = $1", ticket_id) == 1


async def test_a_secret_is_removed_and_the_page_says_what_to_do(world: World, enter: Enter) -> None:
    browser, number, _ = await mine(world, enter)
    seed = "legal winner thank year wave sausage worth useful legal winner thank yellow"
    form = form_of(await page(browser, f"/my/tickets/{number}")) | {"body": f"我的助记词是 {seed}"}
    assert (await send(browser, number, form)).status_code == 303
    text = await page(browser, f"/my/tickets/{number}")
    assert "sausage" not in text
    assert "已在保存前抹掉" in text


async def test_a_reply_reopens_a_resolved_ticket(world: World, enter: Enter) -> None:
    browser, number, ticket_id = await mine(world, enter)
    ana = await world.staff()
    version = (await ana.ok("GET", f"/tickets/{ticket_id}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket_id}", json={"version": version, "status": "resolved"})
    text = await page(browser, f"/my/tickets/{number}")
    assert "没解决？在下面写一句就重新打开" in text
    await send(browser, number, form_of(text) | {"body": "还是没到"})
    assert "您重新打开了" in await page(browser, f"/my/tickets/{number}")


async def test_words_of_a_customer_stay_words(world: World, enter: Enter) -> None:
    browser, number, _ = await mine(world, enter, '<script>alert(1)</script>"><img src=x onerror=alert(1)>')
    text = await page(browser, f"/my/tickets/{number}")
    assert "&lt;script&gt;" in text
    assert "<img" not in text


async def test_another_site_cannot_write_here(world: World, enter: Enter) -> None:
    browser, number, _ = await mine(world, enter)
    for origin in ("http://evil.test", EXCHANGE, "null"):
        answer = await browser.post(f"/my/tickets/{number}/messages", data={"body": "x"}, headers={"origin": origin})
        assert answer.status_code == 403
    bare = world.client(FAROL, {"cookie": browser.headers["cookie"]})
    assert (await bare.post(f"/my/tickets/{number}/messages", data={"body": "x"})).status_code == 403


async def test_leaving_ends_the_session(world: World, enter: Enter) -> None:
    browser, number, _ = await mine(world, enter)
    assert (await browser.post("/my/session/end")).status_code == 303
    assert "请从交易所网站进来" in await page(browser, f"/my/tickets/{number}", 401)


async def test_the_language_can_be_changed_and_is_remembered(world: World, enter: Enter) -> None:
    browser, number, _ = await mine(world, enter)
    answer = await browser.get(f"/my/tickets/{number}?lang=en")
    assert (answer.status_code, answer.headers["location"]) == (303, f"/my/tickets/{number}")
    english = world.client(FAROL, {"cookie": browser.headers["cookie"].replace("farol_lang=zh", "farol_lang=en")})
    text = await page(english, f"/my/tickets/{number}")
    assert "Where it stands" in text
    assert "Shanghai" in text


async def test_a_merged_ticket_says_where_it_goes_on_and_words_arrive_there(world: World, enter: Enter) -> None:
    browser, number, ticket = await mine(world, enter)
    other = (await world.open(await world.customer(MEI), "同一件事"))["ticket"]
    form = form_of(await page(browser, f"/my/tickets/{number}"))
    await (await world.staff()).ok("POST", f"/tickets/{ticket}/merge", json={"into": other["id"]})
    text = await page(browser, f"/my/tickets/{number}")
    assert f'href="/my/tickets/{other["number"]}"' in text
    assert "<form class=\"reply\"" not in text
    assert f'href="/my/tickets/{number}"' in await page(browser, f"/my/tickets/{other['number']}")
    assert other["number"] in await page(browser, "/my")
    answer = await send(browser, number, {**form, "body": "还没到"})
    assert answer.headers["location"].startswith(f"/my/tickets/{other['number']}?said=")
    assert "还没到" in await page(browser, f"/my/tickets/{other['number']}")

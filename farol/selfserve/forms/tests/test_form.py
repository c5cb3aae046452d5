"""A form as its customer uses it, without a script: the tree, a draft, checks, sending, and leaving because an article was enough."""

import re
from html import unescape
from uuid import uuid4

from farol.app.demo.cast import MALLORY, MEI
from farol.core.chains.tests.samples import HEX64
from farol.selfserve.portal.tests.test_portal import PNG, page
from tests.world import EXCHANGE, FAROL, identity

FORM = "/my/new?reason=dep.unconfirmed"
SEED = "abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about"


def hidden(text: str) -> dict[str, str]:
    return dict(re.findall(r'<input type="hidden" name="(reason|form_id)" value="([^"]+)">', text))


async def send(browser, fields, path="/my/new", files=None):
    return await browser.post(path, data=fields, files=files or {"files": ("", b"")})


async def tickets(world):
    return await world.kit.db.fetch("select * from ticket order by id")


async def test_the_tree_leads_to_a_form_for_every_reason(world, enter):
    browser = await enter(MEI)
    links = set(re.findall(r'href="(/my/new\?reason=[^"]+)"', await page(browser, "/my/new")))
    assert len(links) == 47
    for link in sorted(links)[::9]:
        assert 'name="words"' in await page(browser, link)


async def test_her_own_deposit_is_picked_and_nothing_of_it_is_asked_again(world, enter, reader, demo):
    browser = await enter(MEI)
    text = await page(browser, FORM)
    about = next(value for value in re.findall(r'name="about" value="(deposit:[^"]+)"', text))
    assert "deposit-not-credited" in text, "the article stands beside it"
    answer = await send(browser, {**hidden(text), "about": about, "words": "等了一小时", "do": "send"}, files={"files": ("a.png", PNG, "image/png")})
    assert answer.status_code == 303, answer.text
    number = re.fullmatch(r"/my/tickets/(FRL-\d+-\d+)\?did=new", answer.headers["location"])[1]
    assert f"已收到，编号 {number}" in await page(browser, answer.headers["location"])
    [ticket] = await tickets(world)
    assert (ticket["reason"], ticket["severity"], ticket["about"]) == ("dep.unconfirmed", "P3", {"kind": "deposit", "id": about.partition(":")[2]})
    assert ticket["fields"]["coin"] == "USDT"
    assert ticket["fields"]["txid"]
    said = (await (await world.staff()).ok("GET", f"/tickets/{ticket['id']}"))["messages"][0]
    assert "等了一小时" in said["body"]
    assert ticket["fields"]["txid"] in said["body"]
    assert len(said["files"]) == 1


async def test_sent_twice_is_one_ticket(world, enter):
    browser = await enter(MEI)
    fields = {**hidden(await page(browser, FORM)), "words": "USDT 没到", "slot_txid": HEX64, "do": "send"}
    places = {(await send(browser, fields)).headers["location"] for _ in range(2)}
    assert len(places) == len(await tickets(world)) == 1


async def test_what_looks_wrong_is_said_beside_its_field_and_can_be_sent_all_the_same(world, enter):
    browser = await enter(MEI)
    fields = {**hidden(await page(browser, FORM)), "words": "没到", "slot_txid": HEX64[:-2], "slot_amount": "4,000 USDT", "do": "send"}
    answer = await send(browser, fields)
    assert answer.status_code == 422
    assert "有 1 处看起来不对" in answer.text
    assert re.search(r'id="v-txid" role="status">不像任何网络的交易哈希', answer.text)
    assert f'value="{HEX64[:-2]}"' in answer.text
    assert not await tickets(world)
    assert (await send(browser, {**fields, "as_is": "yes"})).status_code == 303
    [ticket] = await tickets(world)
    assert "txid" not in ticket["fields"], "the desk's field takes no such id; the words keep it"
    assert ticket["fields"]["amount"] == {"amount": "4000", "coin": "USDT"}
    assert ticket["subject"] == "充值还没到账 · 4,000 USDT"


async def test_a_refused_form_still_says_that_none_of_the_list_was_meant(world, enter, demo):
    browser = await enter(MEI)
    text = await page(browser, FORM)
    assert 'name="about" value="">' in text
    answer = await send(browser, {**hidden(text), "about": "", "words": "没到", "slot_txid": HEX64[:-2], "do": "send"})
    assert answer.status_code == 422
    assert 'name="about" value="" checked>' in answer.text, "else the field that is wrong is folded away"


async def test_a_form_can_be_checked_and_kept_before_it_is_sent(world, enter):
    browser = await enter(MEI)
    first = hidden(await page(browser, FORM))
    assert "像 " in (await send(browser, {**first, "slot_txid": "0x" + HEX64, "slot_network": "ERC20", "do": "check"})).text
    kept = await send(browser, {**first, "slot_coin": "usdt", "words": f"助记词 {SEED}", "do": "keep"})
    assert "助记词" in unescape(kept.text)
    again = await page(browser, FORM)
    assert 'value="usdt"' in again
    assert "abandon" not in again
    assert "abandon" not in str(await world.kit.db.fetch("select answers from form_draft"))
    assert "草稿已存" in await page(browser, "/my/new")
    sent = await send(browser, {**hidden(again), "slot_coin": "usdt", "words": "没到", "do": "send"})
    assert sent.status_code == 303
    assert "草稿已存" not in await page(browser, "/my/new")


async def test_drafts_are_ones_own(world, enter):
    mei, mallory = await enter(MEI), await enter(MALLORY)
    await send(mei, {**hidden(await page(mei, FORM)), "words": "MEIS-WORDS", "do": "keep"})
    assert "MEIS-WORDS" not in await page(mallory, FORM)
    assert "MEIS-WORDS" in await page(mei, FORM)
    assert (await mei.post("/my/new/draft/end", data={"reason": "dep.unconfirmed"})).headers["location"] == "/my/new?dropped=1"
    assert "MEIS-WORDS" not in await page(mei, FORM)


async def test_the_script_is_told_the_same_as_the_page(world, enter, reader):
    browser = await enter(MEI)
    check = await browser.ok("POST", "/my/new/check", data={"reason": "dep.unconfirmed", "slot": "txid", "slot_txid": HEX64[:-1]})
    assert check["state"] == "wrong"
    told = await browser.ok("POST", "/my/new/draft", data={"reason": "dep.unconfirmed", "words": "not working"})
    assert told["kept"].startswith("草稿已存")
    assert told["look"]["articles"]
    assert len(told["look"]["coach"]) == 3
    assert told["look"]["urgent"] == ""
    told = await browser.ok("POST", "/my/new/draft", data={"reason": "dep.unconfirmed", "words": "有人把我的币提走了"})
    assert told["look"]["urgent"] == "stolen"
    told = await browser.ok("POST", "/my/new/draft", data={"reason": "trd.api", "words": f"my seed {SEED}"})
    assert "助记词" in told["removed"]
    assert (await browser.ok("POST", "/my/new/draft", data={"reason": "trd.api", "words": ""}))["kept"] == ""
    assert (await browser.post("/my/new/check", data={"reason": "nothing", "slot": "txid"})).status_code == 404


async def test_an_article_spares_a_ticket_only_when_its_reader_says_so(world, enter, reader):
    browser = await enter(MEI)
    await page(browser, FORM)
    assert await world.kit.db.fetchval("select count(*) from form_solved") == 0
    answer = await browser.post("/my/new/solved", data={"reason": "dep.unconfirmed", "article": "confirmations"})
    assert "没有建工单" in answer.text
    kept = await world.kit.db.fetchrow("select s.reason, a.slug from form_solved s join article a on a.id = s.article_id")
    assert tuple(kept) == ("dep.unconfirmed", "confirmations")
    assert await world.kit.db.fetchval("select count(*) from event where kind = 'form.ticket_spared'") == 1
    assert (await browser.post("/my/new/solved", data={"reason": "dep.unconfirmed", "article": "nothing"})).status_code == 404


async def test_theft_is_most_urgent_at_once(world, enter):
    browser = await enter(MEI)
    fields = {**hidden(await page(browser, "/my/new?reason=gen.howto")), "words": "我的账户被盗了，快", "do": "send"}
    sent = await send(browser, fields)
    [ticket] = await tickets(world)
    assert ticket["severity"] == "P0"
    assert "先保住账户" in await page(browser, sent.headers["location"])
    shown = await page(browser, "/my/new?reason=sec.account_stolen")
    assert "先保住账户" in shown
    assert re.search(r'class="btn stop" href="/stolen">.*马上冻结账户', shown)


async def test_an_open_incident_stands_beside_the_form(world, enter):
    from farol.app.demo.cast import SOL

    sol = await world.staff(SOL)
    await sol.ok("POST", "/incidents", json={
        "client_id": str(uuid4()), "zh": "TRC20 充值延迟", "en": "TRC20 deposits are late", "scope": {"networks": ["TRC20"], "reasons": ["dep."]},
        "severity": "P2", "public": True, "words_zh": "节点落后。", "words_en": "A node is behind.", "internal": "node 3"})
    browser = await enter(MEI)
    told = await browser.ok("POST", "/my/new/draft", data={"reason": "dep.unconfirmed", "words": "USDT 走 TRC20 没到账"})
    assert [(one["title"], one["sure"]) for one in told["look"]["incidents"]] == [("TRC20 充值延迟", True)]
    assert "node 3" not in str(told)
    told = await browser.ok("POST", "/my/new/draft", data={"reason": "trd.api", "words": "TRC20"})
    assert told["look"]["incidents"] == []


async def test_whoever_is_not_signed_in_lands_at_the_form_afterwards(world):
    visitor = world.client(FAROL, {"origin": EXCHANGE})
    answer = await visitor.get("/my/new?reason=dep.unconfirmed&article=confirmations&deposit_id=D1")
    assert answer.status_code == 401
    came = await visitor.post("/my/session", data={"identity": identity(world.kit, MEI)})
    assert came.headers["location"] == "/my/new?reason=dep.unconfirmed&deposit_id=D1&article=confirmations"
    for evil in ("//evil.example", "/my/../help", "https://evil.example", "/my\r\nx: y"):
        door = world.client(FAROL, {"origin": EXCHANGE, "cookie": f"farol_towards={evil!r}"})
        assert (await door.post("/my/session", data={"identity": identity(world.kit, MEI)})).headers["location"] == "/my"


async def test_nothing_is_sent_empty_and_nuls_are_refused(world, enter):
    browser = await enter(MEI)
    first = hidden(await page(browser, FORM))
    assert "还没写什么" in (await send(browser, {**first, "do": "send"})).text
    assert (await send(browser, {**first, "words": "a\0b", "do": "send"})).status_code == 422
    assert (await send(browser, {"do": "send"})).status_code == 404
    assert not await tickets(world)


async def test_few_statements_whatever_stands_in_it(world, enter, reader):
    browser = await enter(MEI)
    await page(browser, FORM)
    for path in ("/my/new", FORM):
        with world.statements() as ran:
            await page(browser, path)
        assert len(ran) <= 12, ran
    with world.statements() as ran:
        await browser.ok("POST", "/my/new/draft", data={"reason": "dep.unconfirmed", "words": "not working at all"})
    assert len(ran) <= 12, ran

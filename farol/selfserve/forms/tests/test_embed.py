"""A form on the exchange's own pages: as data for the element, and as a page for a frame that knows no scripts."""

import re
from uuid import uuid4

from farol.core.chains.tests.samples import HEX64
from farol.selfserve.portal.tests.test_portal import PNG
from tests.world import EXCHANGE, FAROL

FORM = "/forms/dep.unconfirmed"
FRAME = "/embed/forms/dep.unconfirmed"
WORDS = "USDT has been missing for an hour"


def filled(**more):
    return {"form_id": str(uuid4()), "answers": {"amount": "4,000 USDT"}, "words": WORDS, "language": "en", **more}


def frame(world, origin=FAROL):
    return world.client(FAROL, {"origin": origin, "accept-language": "en"})


async def posted(browser, text, files=None, **fields):
    form_id = re.search(r'name="form_id" value="([^"]+)"', text)[1]
    data = {"form_id": form_id, "email": "rosa@nothing.example", "words": WORDS, **fields}
    return await browser.post(FRAME, data=data, files=files or {"files": ("", b"")})


async def tickets(world):
    return await world.kit.db.fetch("select * from ticket order by id")


async def test_the_form_is_told_as_data_to_anybody_in_their_language(world):
    anyone = world.client(FAROL + "/api/customer", {"origin": EXCHANGE})
    en, zh = await anyone.ok("GET", FORM + "?lang=en"), await anyone.ok("GET", FORM + "?lang=zh")
    assert (en["title"], zh["title"]) == ("Deposit not credited yet", "充值还没到账") or en["title"] != zh["title"]
    assert {ask["key"] for ask in en["asks"]} >= {"amount", "txid"}
    assert en["words"]["send_ticket"] == "Send"
    assert all(en["words"].values())
    assert (await anyone.get("/forms/nothing")).json()["code"] == "no_such_form"


async def test_a_visitors_form_becomes_one_ticket_with_reason_and_facts(world):
    rosa = await world.visitor("rosa@nothing.example", "Rosa")
    file = await rosa.ok("POST", "/files", content=PNG, headers={"content-type": "image/png", "x-file-name": "a.png"})
    form = filled(files=[file["id"]])
    first, again = await rosa.ok("POST", FORM, json=form), await rosa.ok("POST", FORM, json=form)
    assert first == again
    [ticket] = await tickets(world)
    assert (ticket["number"], ticket["reason"]) == (first["number"], "dep.unconfirmed")
    assert ticket["fields"]["amount"] == {"amount": "4000", "coin": "USDT"}


async def test_what_looks_wrong_is_named_and_can_be_sent_as_it_is(world):
    rosa = await world.visitor()
    form = filled(answers={"txid": HEX64[:-2]})
    answer = await rosa.post(FORM, json=form)
    assert (answer.status_code, answer.json()["code"]) == (422, "answers_look_wrong")
    [wrong] = answer.json()["errors"]
    assert (wrong["field"], wrong["why"]) == ("txid", "It fits no network; most likely it was not copied whole")
    assert not await tickets(world)
    assert (await rosa.ok("POST", FORM, json={**form, "as_is": True}))["number"]


async def test_an_empty_form_is_refused(world):
    rosa = await world.visitor()
    assert (await rosa.post(FORM, json=filled(answers={}, words=" "))).json()["code"] == "form_empty"
    assert (await world.client(FAROL + "/api/customer", {"origin": EXCHANGE}).post(FORM, json=filled())).status_code == 401
    assert (await world.client(FAROL + "/api/customer", {"origin": "https://evil.test"}).get(FORM)).status_code == 403


async def test_three_a_day_to_one_mailbox_and_nothing_goes_out_by_itself(world):
    numbers = set()
    for _ in range(3):
        numbers.add((await (await world.visitor("victim@nothing.example")).ok("POST", FORM, json=filled()))["number"])
    answer = await (await world.visitor("Victim@nothing.example")).post(FORM, json=filled())
    assert (answer.status_code, answer.json()["code"]) == (429, "too_many")
    assert len(numbers) == len(await tickets(world)) == 3
    await world.react()
    assert not await world.kit.db.fetch("select * from mail_out"), "only what a person writes is mailed"


async def test_the_frame_is_whole_without_scripts_and_for_the_exchanges_sites_alone(world):
    browser = frame(world)
    page = await browser.get(FRAME)
    policy = page.headers["content-security-policy"]
    assert f"frame-ancestors {' '.join(world.kit.settings.widget_origins)}" in policy
    assert EXCHANGE in policy
    assert "script-src 'none'" in policy
    assert "<script" not in page.text
    assert "set-cookie" not in page.headers
    sent = await posted(browser, page.text, files={"files": ("a.png", PNG, "image/png")}, slot_amount="4,000 USDT")
    assert sent.status_code == 200, sent.text
    assert "set-cookie" not in sent.headers
    [ticket] = await tickets(world)
    assert f"Received as {ticket['number']}" in sent.text
    again = await posted(browser, page.text)
    assert ticket["number"] in again.text
    assert len(await tickets(world)) == 1
    said = (await (await world.staff()).ok("GET", f"/tickets/{ticket['id']}"))["messages"][0]
    assert len(said["files"]) == 1


async def test_the_frame_says_what_is_wrong_and_keeps_what_was_written(world):
    browser = frame(world)
    text = (await browser.get(FRAME)).text
    bad = await posted(browser, text, email="rosa@")
    assert bad.status_code == 422
    assert "does not look like an e-mail address" in bad.text
    assert WORDS in bad.text
    wrong = await posted(browser, text, slot_txid=HEX64[:-2])
    assert "1 of the answers look wrong" in wrong.text
    assert re.search(r'id="v-txid" role="status">It fits no network', wrong.text)
    assert not await tickets(world)
    assert not await world.kit.db.fetch("select * from customer where uid is null"), "nobody was written down"
    assert "Received as" in (await posted(browser, text, slot_txid=HEX64[:-2], as_is="yes")).text


async def test_another_site_cannot_post_into_the_frame(world):
    text = (await frame(world).get(FRAME)).text
    for origin in (EXCHANGE, "https://evil.test", "null"):
        assert (await posted(frame(world, origin), text)).status_code == 403
    assert not await tickets(world)


async def test_the_frame_stops_a_mail_bomb(world):
    browser = frame(world)
    for _ in range(3):
        assert (await posted(browser, (await browser.get(FRAME)).text)).status_code == 200
    stopped = await posted(browser, (await browser.get(FRAME)).text)
    assert stopped.status_code == 429
    assert WORDS in stopped.text
    assert len(await tickets(world)) == 3

"""A customer links a messenger from their own pages, and takes the link back."""

import re

from farol.app.demo.cast import IVAN, MEI
from farol.channels.messengers.tests.conftest import Bench
from farol.channels.messengers.tests.test_send import press
from farol.selfserve.portal.tests.conftest import Enter
from farol.selfserve.portal.tests.test_portal import page
from farol.selfserve.ways.chats import limits_of
from farol.selfserve.ways.words import Words
from tests.stand_ins.fake_platform import said
from tests.world import FAROL


async def test_a_link_a_code_to_scan_and_the_chat_is_mine(bench: Bench, enter: Enter) -> None:
    mei = await enter(MEI)
    shown = await page(mei, "/my/chats")
    assert "还没有关联任何聊天" in shown
    assert "/my/chats" in await page(mei, "/my")
    answer = await mei.post("/my/chats/links", data={"sure": "yes", "channel": "fake"})
    assert answer.status_code == 200
    assert "no-store" in answer.headers["cache-control"]
    assert '<svg class="qr"' in answer.text
    token = re.search(r"start=([\w-]{32})", answer.text)
    assert token
    assert token[1] not in await page(mei, "/my/chats"), "shown once"
    await bench.hear(press(1, "start", token[1]))
    await bench.hear(said(2, "from the messenger"))
    assert await bench.kit.db.fetchval("select c.uid from ticket t join customer c on c.id = t.customer_id order by t.id desc limit 1") == MEI.uid
    number = await bench.kit.db.fetchval("select number from ticket order by id desc limit 1")
    assert (await page(mei, f"/my/tickets/{number}")).count(" · fake") == 2, "the ticket and the words in it say where they came from"
    shown = await page(mei, "/my/chats")
    contact = re.search(r'name="contact" value="(\d+)"', shown)
    assert contact
    assert "再关联一个" in shown
    ivan = await enter(IVAN)
    assert (await ivan.post("/my/chats/removal", data={"sure": "yes", "contact": contact[1]})).status_code == 404
    gone = await mei.post("/my/chats/removal", data={"sure": "yes", "contact": contact[1]})
    assert (gone.status_code, gone.headers["location"]) == (303, "/my/chats?did=unlinked")
    assert "还没有关联任何聊天" in await page(mei, "/my/chats?did=unlinked")
    await bench.hear(said(3, "who am I now"))
    last = await bench.kit.db.fetchrow("select c.uid, c.id from ticket t join customer c on c.id = t.customer_id order by t.id desc limit 1")
    assert last["uid"] is None, "a visitor again, in a ticket of their own"
    assert await bench.kit.db.fetchval("select count(*) from event where kind = 'contact.parted'") == 1
    assert (await mei.post("/my/chats/removal", data={"sure": "yes", "contact": contact[1]})).status_code == 404


async def test_forms_that_say_nothing_change_nothing(bench: Bench, enter: Enter) -> None:
    mei = await enter(MEI)
    before = await bench.kit.db.fetchval("select count(*) from link_token")
    for path, data in (("/my/chats/links", {}), ("/my/chats/links", {"channel": "fake"}), ("/my/chats/links", {"sure": "yes"}), ("/my/chats/links", {"sure": "yes", "channel": "pigeon"}),
                       ("/my/chats/removal", {"sure": "yes"}), ("/my/chats/removal", {"sure": "yes", "contact": "x"})):
        assert (await mei.post(path, data=data)).status_code in (400, 404, 422), (path, data)
    assert await bench.kit.db.fetchval("select count(*) from link_token") == before
    stranger = bench.world.client(FAROL, {"accept-language": "en"})
    assert (await stranger.get("/my/chats")).status_code == 401


async def test_only_what_is_meant_for_them_is_offered(bench: Bench, enter: Enter) -> None:
    await bench.kit.db.execute("update connection set tiers = '{VIP 9}'")
    assert "目前没有对您开放的聊天软件" in await page(await enter(MEI), "/my/chats")


def test_a_window_of_whole_days_is_told_in_days() -> None:
    assert "您写来后 7 天内" in limits_of("messenger", Words("zh"))
    assert "for 7 days after you wrote" in limits_of("instagram", Words("en"))
    assert "for 24 hours after you wrote" in limits_of("whatsapp", Words("en")), "a day and a night are told in hours"

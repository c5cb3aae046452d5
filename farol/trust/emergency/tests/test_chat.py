"""Who comes by the link that a chat's /stolen gives: the chat proves nothing, it only spares the typing and hears the answer."""

import asyncio
import re

from farol.app.demo.cast import IVAN, MEI, ROSA
from farol.channels.messengers.tests.conftest import Bench
from farol.channels.messengers.tests.conftest import bench as bench
from farol.channels.messengers.tests.test_link import token_of
from farol.channels.messengers.tests.test_send import press as pressed
from tests.stand_ins.fake_platform import said
from tests.world import later

from .conftest import Desk
from .test_freeze import FREEZES, press


def path_of(bench: Bench) -> str:
    """The page of the newest link that was given."""
    found = [at for text in bench.server.texts() for at in re.findall(r"/stolen\?chat=[\w-]{32}", text)]
    assert found, bench.server.texts()
    return found[-1]


async def bind(bench: Bench, who: object) -> None:
    link = await (await bench.world.customer(who)).ok("POST", "/links", json={"channel": "fake"})  # type: ignore[arg-type]
    await bench.hear(pressed(1, "start", token_of(link["link"])))


async def test_a_bound_chat_spares_the_typing_and_the_case_goes_on_there(desk: Desk, bench: Bench) -> None:
    await bind(bench, MEI)
    await bench.hear(pressed(2, "stolen"))
    path, browser = path_of(bench), desk.browser()
    for _ in range(2):  # platforms look at links too: looking spends nothing and freezes nothing
        shown = (await browser.get(path)).text
    assert 'name="to" value="phone"' in shown
    assert MEI.phone not in shown, "masked"
    assert MEI.email not in shown
    assert desk.status(MEI) == "active"
    token = path.partition("=")[2]
    assert (await browser.post("/stolen/freeze", data={"chat": token})).status_code == 403, "a chat proves no account"
    page = await browser.post("/stolen/code", data={"chat": token, "to": "phone"}, follow_redirects=True)
    assert "Six-digit code" in page.text
    other = desk.browser()
    assert "was used or ran out" in (await other.get(path)).text, "one use"
    assert "was used or ran out" in (await other.post("/stolen/code", data={"chat": token, "to": "phone"})).text
    assert "Frozen at " in await press(desk, browser, answer=desk.texted(MEI))
    case = await desk.row("select e.ticket_id, t.number from emergency e join ticket t on t.id = e.ticket_id order by e.id desc limit 1")
    await bench.work()
    assert case["number"] in bench.server.texts()[-1]
    await bench.hear(said(3, "I am here"))
    assert await desk.kit.db.fetchval("select ticket_id from message where body = 'I am here'") == case["ticket_id"]


async def test_an_unbound_chat_names_nobody_and_gets_nothing_of_the_case(desk: Desk, bench: Bench) -> None:
    await bench.hear(said(1, "hello"), pressed(2, "stolen"))
    path, browser = path_of(bench), desk.browser()
    token = path.partition("=")[2]
    shown = (await browser.get(path)).text
    assert 'name="contact"' in shown
    assert 'name="to"' not in shown
    for way in ("phone", "email", "uid"):
        await browser.post("/stolen/code", data={"chat": token, "to": way})
    assert not desk.parts.post.texts.get(MEI.uid)
    await browser.post("/stolen/code", data={"chat": token, "contact": MEI.phone}, follow_redirects=True)
    await press(desk, browser, answer=desk.texted(MEI))
    await bench.work()
    case = await desk.row("select e.ticket_id, t.number from emergency e join ticket t on t.id = e.ticket_id where t.customer_id = (select id from customer where uid = $1)", MEI.uid)
    assert not any(case["number"] in text for text in bench.server.texts())
    assert any("took an order to freeze" in text for text in bench.server.texts())
    await bench.hear(said(3, "and now"))
    assert await desk.kit.db.fetchval("select ticket_id from message where body = 'and now'") != case["ticket_id"]
    assert await desk.kit.db.fetchval("select count(*) from event where kind = 'chat.noted' and body ->> 'number' = $1", case["number"]) == 1, "staff know"


async def test_a_link_means_the_account_it_was_given_for(desk: Desk, bench: Bench) -> None:
    await bind(bench, MEI)
    later(minutes=-20)
    await bench.hear(pressed(2, "stolen"))
    later()
    browser = desk.browser()
    assert "was used or ran out" in (await browser.get(path_of(bench))).text, "it ends after a quarter of an hour"
    await bench.hear(pressed(3, "stolen"))
    path = path_of(bench)
    link = await (await bench.world.customer(IVAN)).ok("POST", "/links", json={"channel": "fake"})
    await bench.hear(pressed(4, "start", token_of(link["link"])))
    assert 'name="to"' not in (await browser.get(path)).text, "the chat is another's now"


async def test_two_presses_send_one_code_and_a_dead_exchange_costs_nothing(desk: Desk, bench: Bench) -> None:
    await bind(bench, ROSA)
    await bench.hear(pressed(2, "stolen"))
    path = path_of(bench)
    token = path.partition("=")[2]
    browser = desk.browser()
    desk.gate.down = True
    assert (await browser.post("/stolen/code", data={"chat": token, "to": "phone"})).status_code >= 500
    desk.gate.down = False
    assert 'name="to"' in (await browser.get(path)).text, "still good"
    answers = await asyncio.gather(*(desk.browser().post("/stolen/code", data={"chat": token, "to": "phone"}) for _ in range(2)))
    assert sorted(one.status_code for one in answers) == [200, 303]
    assert await desk.row(FREEZES) is None

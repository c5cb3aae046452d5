"""Announcements as readers see them: on the first page, as a bar while maintenance goes on, alone, and as a feed."""

import uuid
from datetime import timedelta
from typing import Any
from xml.etree import ElementTree as Xml

from farol.kit import clock
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.selfserve.announcements import actions
from farol.selfserve.announcements.board import Board
from farol.selfserve.announcements.model import Announcement, Said
from tests.world import Client

ATOM = {"a": "http://www.w3.org/2005/Atom"}


async def say(kit: Kit, begins: float | None = None, hours: float = 2, **more: Any) -> Announcement:
    now = clock.now()
    at = None if begins is None else now + timedelta(hours=begins)
    said = Said(**{
        "kind": "maintenance" if at else "product", "title_zh": "钱包升级", "title_en": "Wallet <upgrade>", "body_zh": "见[确认数](confirmations#live)。",
        "body_en": "See [the table](confirmations#live). <b>x</b>", "begins_at": at, "ends_at": at and at + timedelta(hours=hours), **more})  # fmt: skip
    made = await actions.publish(kit, SYSTEM, uuid.uuid4(), said)
    kit.put(Board())
    return made


async def test_it_stands_on_the_first_page_in_the_stream_and_alone(reader: Client, kit: Kit) -> None:
    made = await say(kit)
    for path in ("/help/en", "/help/en/announcements", "/help/en/announcements?kind=product"):
        text = (await reader.get(path)).text
        assert "Wallet &lt;upgrade&gt;" in text, path
        assert f"/help/en/announcements/{made.id}" in text
    assert "Wallet" not in (await reader.get("/help/en/announcements?kind=security")).text
    alone = (await reader.get(f"/help/en/announcements/{made.id}")).text
    assert 'href="/help/en/a/confirmations#live"' in alone
    assert "<b>x</b>" not in alone
    assert "钱包升级" in (await reader.get(f"/help/zh/announcements/{made.id}")).text


async def test_a_maintenance_is_told_before_and_stands_across_every_page_meanwhile(reader: Client, kit: Kit) -> None:
    await say(kit, begins=3)
    home = (await reader.get("/help/zh")).text
    assert 'class="bar"' not in home
    assert "预计" in home
    assert "没有暂停的网络" not in home
    await say(kit, begins=-1)
    for path in ("/help/zh", "/help/zh/a/memo-tag", "/help/zh/t/legal", "/help/zh/search?q=x", "/help/zh/nothing"):
        assert 'class="bar"' in (await reader.get(path)).text, path


async def test_what_is_over_or_far_away_is_only_in_the_stream(reader: Client, kit: Kit) -> None:
    for begins in (-5, 48):
        await say(kit, begins=begins)
    home = (await reader.get("/help/en")).text
    assert 'class="bar"' not in home
    assert home.count("Wallet &lt;upgrade&gt;") == 2
    assert "expected to end" not in home


async def test_a_feed_can_be_followed(reader: Client, kit: Kit) -> None:
    made = await say(kit)
    page = (await reader.get("/help/zh/announcements")).text
    assert '<link rel="alternate" type="application/atom+xml"' in page
    answer = await reader.get("/help/zh/announcements.atom")
    assert answer.headers["content-type"].startswith("application/atom+xml")
    [entry] = Xml.fromstring(answer.content).findall("a:entry", ATOM)
    assert entry.findtext("a:id", namespaces=ATOM) == f"http://farol.test/help/zh/announcements/{made.id}"
    assert "confirmations#live" in (entry.findtext("a:content", namespaces=ATOM) or "")


async def test_what_is_not_there_helps_on(reader: Client, kit: Kit) -> None:
    made = await say(kit)
    await actions.withdraw(kit, SYSTEM, made.id, made.version)
    kit.put(Board())
    for path in (f"/help/en/announcements/{made.id}", "/help/en/announcements/0", "/help/en/announcements?kind=x", "/help/fr/announcements", "/help/fr/announcements.atom"):
        assert (await reader.get(path)).status_code == 404, path
    assert "Nothing has been announced." in (await reader.get("/help/en/announcements")).text

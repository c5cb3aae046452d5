"""Who gets an article, what is said of its age, and that a version can be quoted for good."""

from datetime import timedelta

import pytest

from farol.app.demo.cast import MEI
from farol.core.customers import actions as customers
from farol.kit import clock
from farol.kit.core import Kit
from farol.selfserve.retrieval.library import library
from tests.world import EXCHANGE, FAROL, Client, World, identity

PLACE = "/help/en/a/memo-tag"


async def change(kit: Kit, set_: str) -> None:
    """What an editor would change, straight in the row."""
    await kit.db.execute(f"update article set {set_} where slug = 'memo-tag'")
    await kit.db.execute("update knowledge_mark set n = n + 1")
    (await library(kit)).stale()


@pytest.fixture
async def mei(world: World, kit: Kit) -> Client:
    token, *_ = await customers.enter(kit, identity=identity(kit, MEI), origin=EXCHANGE)
    return world.client(FAROL, {"cookie": f"{customers.COOKIE}={token}"})


async def test_an_article_for_customers_is_for_them_alone_and_is_kept_by_nobody(reader: Client, mei: Client, kit: Kit) -> None:
    await change(kit, "audience = 'signed_in'")
    for path in (PLACE, f"{PLACE}/v/1", f"{PLACE}/feedback"):
        assert (await reader.get(path)).status_code == 404, path
    answer = await mei.get(PLACE)
    assert (answer.status_code, answer.headers["cache-control"]) == (200, "no-store")
    assert "content-encoding" not in answer.headers
    assert '<meta name="robots" content="noindex">' in answer.text
    for listing in ("/help/en", "/help/en/t/deposits", "/sitemap.xml", "/help/en/a/confirmations"):
        assert f'{PLACE}"' not in (await mei.get(listing)).text.replace(f"{PLACE}<", f'{PLACE}"'), listing


async def test_an_article_for_staff_is_nobodys_outside(reader: Client, mei: Client, kit: Kit) -> None:
    await change(kit, "audience = 'staff'")
    assert {(await each.get(PLACE)).status_code for each in (reader, mei)} == {404}


async def test_an_expired_article_says_so_and_is_listed_no_more(reader: Client, kit: Kit) -> None:
    await change(kit, f"expires_on = '{clock.now().date() - timedelta(days=1)}'")
    answer = await reader.get(PLACE)
    assert answer.status_code == 200
    assert "Out of date by its own word since" in answer.text
    assert PLACE not in (await reader.get("/help/en/t/deposits")).text


async def test_a_language_that_is_behind_says_so(reader: Client, kit: Kit) -> None:
    assert "The Chinese version was updated" not in (await reader.get(PLACE)).text
    await kit.db.execute("""
        insert into article_version (article_id, language, version, title, summary, body, checked_by, checked_on, own_change, published_at)
        select article_id, language, 2, title, summary, body, checked_by, checked_on, true, now() + interval '1 second' from article_version
        where article_id = (select id from article where slug = 'memo-tag') and language = 'zh'""")
    await change(kit, "revision = revision + 1")
    assert "The Chinese version was updated" in (await reader.get(PLACE)).text


async def test_every_version_keeps_its_address(reader: Client, kit: Kit) -> None:
    assert f'href="{PLACE}/v/1"' in (await reader.get(PLACE)).text
    old = (await reader.get(f"{PLACE}/v/1")).text
    assert "kept so that it can be quoted" in old
    assert '<meta name="robots" content="noindex">' in old
    assert 'class="helped"' not in old
    for version in ("0", "2", "-1", "99999999999"):
        assert (await reader.get(f"{PLACE}/v/{version}")).status_code == 404


async def test_pages_ask_the_database_little(world: World, reader: Client, demo: None) -> None:
    for path in ("/help/zh", PLACE, "/help/zh/t/deposits", "/help/zh/search?q=充值", "/help/zh/announcements", "/help/zh/api", "/help/zh/glossary", "/sitemap.xml"):
        await reader.get(path)
        with world.statements() as ran:
            assert (await reader.get(path)).status_code == 200
        assert len(ran) <= 8, (path, ran)


async def test_the_glossary_is_in_both_languages(reader: Client, kit: Kit) -> None:
    terms = await kit.db.fetch("select zh, en from term")
    assert len(terms) > 20
    for lang in ("zh", "en"):
        text = (await reader.get(f"/help/{lang}/glossary")).text
        assert text.count("<dt>") == len(terms)

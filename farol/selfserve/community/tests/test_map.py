"""Search engines find public topics, each in the language it was written in; whoever wants to answer comes back to it."""

from xml.etree import ElementTree as Xml

from farol.app.demo.cast import KAI, MEI
from farol.selfserve.help_centre.sitemap import NAMESPACE, XHTML
from tests.world import FAROL

from .conftest import ask, page, topic_of

BASE = "http://farol.test"
MAP = {"s": NAMESPACE, "x": XHTML}


async def mapped(world) -> dict[str, list[str]]:
    """Addresses on the map, with the languages told beside each."""
    root = Xml.fromstring((await world.client(FAROL, {}).get("/sitemap.xml")).content)
    return {str(url.findtext("s:loc", namespaces=MAP)): [str(link.get("hreflang")) for link in url.findall("x:link", MAP)] for url in root}


async def test_public_topics_are_on_the_map_in_their_own_language(world, enter):
    browser = await enter(MEI)
    topic = topic_of(await ask(browser, MEI))
    found = await mapped(world)
    assert f"{BASE}/community/en/t/{topic}" not in found, "a first topic waits for staff"
    kai = await world.staff(KAI)
    post = await world.kit.db.fetchval("select id from forum_post where topic_id = $1", topic)
    await kai.ok("POST", f"/community/posts/{post}/rulings", json={"verb": "publish"})
    found = await mapped(world)
    assert found[f"{BASE}/community/en/t/{topic}"] == []
    assert f"{BASE}/community/zh/t/{topic}" not in found
    assert found[f"{BASE}/community/zh"] == found[f"{BASE}/community/zh/topics"] == ["zh-Hans", "en"]
    anybody = world.client(FAROL, {})
    for lang in ("zh", "en"):
        assert f'<link rel="canonical" href="{BASE}/community/en/t/{topic}">' in await page(anybody, f"/community/{lang}/t/{topic}")
    await kai.ok("POST", f"/community/posts/{post}/rulings", json={"verb": "hide", "why": "Names another customer"})
    assert f"{BASE}/community/en/t/{topic}" not in await mapped(world)


async def test_who_must_sign_in_first_is_sent_back_to_the_page(world, enter):
    await enter(MEI)
    anybody = world.client(FAROL, {})
    assert 'href="/my?to=%2Fcommunity%2Fzh%2Fnew%3Fkind%3Didea"' in await page(anybody, "/community/zh/new?kind=idea")
    assert 'href="/my?to=%2Fcommunity%2Fen%2Fme"' in await page(anybody, "/community/en/me")

"""What search engines and readers of feeds get."""

import json
import re
from datetime import UTC, datetime
from xml.etree import ElementTree as Xml

import pytest

from farol.core.reasons import reasons
from farol.kit.i18n import Lang
from farol.selfserve.help_centre import sitemap, stuck
from farol.selfserve.help_centre.sitemap import Place
from farol.selfserve.knowledge import seeding
from tests.world import Client

BASE = "http://farol.test"
MAP = {"s": sitemap.NAMESPACE, "x": sitemap.XHTML}
BOTH: list[Lang] = ["zh", "en"]


async def test_the_map_holds_every_page_in_every_language_with_its_change(reader: Client) -> None:
    answer = await reader.get("/sitemap.xml")
    assert answer.headers["content-type"].startswith("application/xml")
    root = Xml.fromstring(answer.content)
    places = {url.findtext("s:loc", namespaces=MAP): url for url in root}
    for draft in seeding.shipped():
        url = places[f"{BASE}/help/{draft.language}/a/{draft.slug}"]
        assert datetime.fromisoformat(url.findtext("s:lastmod", namespaces=MAP) or "").tzinfo
        assert {link.get("hreflang") for link in url.findall("x:link", MAP)} == {"zh-Hans", "en"}
    assert {f"{BASE}/help/zh", f"{BASE}/help/en/t/deposits", f"{BASE}/help/zh/announcements"} <= set(places)
    for place in [*places][:12]:
        assert (await reader.get(str(place).removeprefix(BASE))).status_code == 200


def test_many_pages_are_several_files_under_an_index() -> None:
    places = [Place(f"/a/x-{number}", BOTH, datetime(2026, 11, number % 28 + 1, tzinfo=UTC)) for number in range(1200)]
    files = sitemap.pages(places)
    assert [sitemap.addresses(file) for file in files] == [1000, 1000, 400]
    assert [place for file in files for place in file] == places
    root = Xml.fromstring(sitemap.index(BASE, files))
    assert [one.findtext("s:loc", namespaces=MAP) for one in root] == [f"{BASE}/sitemaps/{n}" for n in (1, 2, 3)]
    assert root[0].findtext("s:lastmod", namespaces=MAP) == "2026-11-28T00:00:00+00:00"


async def test_parts_of_the_map_that_are_not_there(reader: Client) -> None:
    assert (await reader.get("/sitemaps/1")).status_code == 200
    for number in ("0", "2", "99999999999"):
        assert (await reader.get(f"/sitemaps/{number}")).status_code == 404


async def test_robots_are_told_what_is_personal(reader: Client) -> None:
    text = (await reader.get("/robots.txt")).text
    assert "Disallow: /my\n" in text
    assert f"Sitemap: {BASE}/sitemap.xml" in text


@pytest.mark.parametrize(("path", "kinds"), [
    ("/help/zh", {"WebSite"}), ("/help/en/a/memo-tag", {"BreadcrumbList", "TechArticle"}), ("/help/zh/t/deposits", {"BreadcrumbList", "FAQPage"})])
async def test_structured_data_is_valid_json_about_the_page(reader: Client, path: str, kinds: set[str]) -> None:
    text = (await reader.get(path)).text
    [block] = re.findall(r'<script type="application/ld\+json">(.*?)</script>', text)
    data = json.loads(block)
    assert data["@context"] == "https://schema.org"
    assert {one["@type"] for one in data["@graph"]} == kinds
    for place in re.findall(r'"item":"([^"]+)"', block):
        assert (await reader.get(place.removeprefix(BASE))).status_code == 200
    assert f'<meta property="og:url" content="{BASE}{path}">' in text
    assert re.search(r'<meta name="description" content="[^"]{20,}">', text)


async def test_pages_are_packed_tagged_and_not_sent_twice(reader: Client) -> None:
    first = await reader.get("/help/en", headers={"accept-encoding": "gzip"})
    assert first.headers["content-encoding"] == "gzip"
    assert first.headers["vary"] == "accept-encoding"
    again = await reader.get("/help/en", headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    plain = await reader.get("/help/en", headers={"accept-encoding": "identity"})
    assert "content-encoding" not in plain.headers
    assert plain.text == first.text


def test_every_article_leads_to_a_reason_that_exists() -> None:
    shipped = {draft.slug: draft.category for draft in seeding.shipped()}
    assert set(stuck.OF_ARTICLE) == set(shipped)
    assert set(stuck.OF_ARTICLE.values()) | set(stuck.OF_TOPIC.values()) <= set(reasons())
    assert stuck.ticket_form("a-new-one", "fiat") == "/my/new?reason=fiat.deposit&article=a-new-one"
    assert stuck.reason("a-new-one", "no-topic") == "gen.howto"
    assert stuck.tool("dep.missing_memo") == "/my/recovery"
    assert stuck.tool("dep.unconfirmed") == "/my/trace"
    assert stuck.tool("wd.failed") == "/my/withdrawals"
    assert stuck.tool("wd.security_hold") == "/my/holds"
    assert stuck.tool("gen.howto") == ""

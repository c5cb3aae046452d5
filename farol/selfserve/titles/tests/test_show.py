"""Visitors see one title each wherever it is listed, and count once a day; robots and the article's own page know the published one."""

import re

import pytest

from farol.kit.core import Kit
from farol.kit.ratelimit import buckets
from farol.selfserve.retrieval.library import library
from farol.selfserve.titles import counting, jobs
from farol.selfserve.titles.counting import notebook
from farol.selfserve.titles.showing import assigned
from tests.world import FAROL, Client, World, later

from .conftest import BROWSER, LIST, OTHER, SLUG, Editor, Visits, came, written

SEARCH = "/help/en/search?q=forgot+memo"


async def title_on(visitor: Client, path: str = LIST) -> str:
    """The title of the article in a list."""
    buckets.clear()
    page = (await visitor.get(path)).text
    found = re.search(rf'href="/help/en/a/{SLUG}">(.*?)</a>', page)
    assert found, path
    return re.sub("<.*?>", "", found[1])


async def counted(kit: Kit) -> list[tuple[int, int]]:
    """Shown and opened of each title."""
    await written(kit)
    rows = await kit.db.fetch("""select place, count(*) as shown, count(*) filter (where opened) as opened
        from title_showing group by place order by place""")
    return [(row["shown"], row["opened"]) for row in rows]


async def test_a_visitor_sees_one_title_in_every_list(kai: Editor, visitors: Visits) -> None:
    published = await title_on(visitors(0))
    await kai.begin()
    seen = set()
    for number in range(12):
        visitor = visitors(number)
        title = await title_on(visitor)
        seen.add(title)
        assert [await title_on(visitor, path) for path in (SEARCH, "/help/en", LIST)] == [title] * 3
        lines = (await visitor.get("/help/en/suggest?q=memo", headers={"sec-fetch-mode": "cors", "sec-fetch-dest": "empty"})).json()
        assert title in {line["title"] for line in lines if line["href"].endswith(SLUG)}
    assert seen == {published, OTHER}


async def test_the_articles_own_page_and_structured_data_know_the_published_title(kai: Editor, visitors: Visits) -> None:
    published = await title_on(visitors(0))
    await kai.begin()
    for number in range(8):
        assert OTHER not in await came(visitors(number))
        page = (await visitors(number).get(LIST)).text
        data = page[page.index("application/ld+json") :].split("</script>")[0]
        assert published in data
        assert OTHER not in data


ROBOTS = {
    "googlebot": {"user-agent": "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)"},
    "headless": {"user-agent": "Mozilla/5.0 HeadlessChrome/143.0"},
    "no fetch metadata": {"sec-fetch-mode": ""},
    "no name": {"user-agent": ""},
}


@pytest.mark.parametrize("headers", ROBOTS.values(), ids=ROBOTS)
async def test_a_robot_sees_what_is_published_and_is_not_counted(world: World, kai: Editor, visitors: Visits, headers: dict[str, str]) -> None:
    published = await title_on(visitors(0))
    await kai.begin()
    said = {"user-agent": BROWSER, "sec-fetch-mode": "navigate", "sec-fetch-dest": "document"} | headers
    if not said["sec-fetch-mode"]:
        del said["sec-fetch-mode"]
    for number in range(8):
        robot = world.client(FAROL, said | ({"user-agent": f"{said['user-agent']} {number}"} if said["user-agent"] else {}))
        assert await title_on(robot) == published
        await came(robot)
    assert await counted(world.kit) == []


async def test_shown_and_opened_count_once_a_visitor_and_day(world: World, kai: Editor, visitors: Visits) -> None:
    trial = await kai.begin()
    for _ in range(3):
        for number in range(6):
            await title_on(visitors(number))
            await title_on(visitors(number), SEARCH)
            if number < 3:
                await came(visitors(number))
    assert [sum(each) for each in zip(*await counted(world.kit), strict=True)] == [6, 3]
    later(days=1)
    await title_on(visitors(0))
    later()
    rows = await counted(world.kit)
    assert sum(shown for shown, _ in rows) == 7
    assert len({row["visitor"] for row in await world.kit.db.fetch("select visitor from title_showing")}) == 7
    tried = (await kai.trial(trial))["titles"]
    assert (sum(one["shown"] for one in tried), sum(one["opened"] for one in tried)) == (7, 3)


async def test_only_who_came_from_a_list_and_was_shown_the_title_there_has_opened_it(world: World, kai: Editor, visitors: Visits) -> None:
    await kai.begin()
    await title_on(visitors(1))
    for referer in ("", f"{FAROL}/help/en", f"{FAROL}/help/en/a/find-txid", "https://evil.example/help/en/search"):
        site = {"sec-fetch-site": "cross-site"} if "evil" in referer else {"sec-fetch-site": "same-origin"}
        await visitors(1).get(f"/help/en/a/{SLUG}", headers={"referer": referer, **site})
    await came(visitors(2))
    await visitors(1).get(f"/help/en/a/{SLUG}", headers={"referer": FAROL + LIST, "sec-fetch-site": "same-origin", "sec-purpose": "prefetch"})
    assert [sum(each) for each in zip(*await counted(world.kit), strict=True)] == [1, 0]
    await came(visitors(1), referer=f"{FAROL}/help/en/search?q=memo")
    assert [sum(each) for each in zip(*await counted(world.kit), strict=True)] == [1, 1]


async def test_an_opening_waits_until_every_process_has_written_who_saw_it(world: World, kai: Editor, visitors: Visits) -> None:
    await kai.begin()
    await title_on(visitors(1))
    await came(visitors(1))
    await notebook(world.kit).write(world.kit)
    assert await world.kit.db.fetchval("select count(*) from title_showing where opened") == 0
    assert [sum(each) for each in zip(*await counted(world.kit), strict=True)] == [1, 1]


async def test_a_page_asks_one_statement_more_at_most_and_writes_nothing(world: World, kai: Editor, visitors: Visits) -> None:
    await kai.begin()
    visitor = visitors(1)
    for path in (LIST, SEARCH, "/help/en", f"/help/en/a/{SLUG}"):
        await visitor.get(path)
        kept = await library(world.kit)
        assert kept
        with world.statements() as ran:
            await came(visitor, path)
        assert not [one for one in ran if "title_" in one and not one.lstrip().lower().startswith("select")]
        assert len([one for one in ran if "title_" in one]) <= 1
        assert len(ran) <= 12


async def test_one_address_adds_a_number_of_visitors_and_a_process_holds_an_end(world: World, kai: Editor, monkeypatch: pytest.MonkeyPatch) -> None:
    trial = await kai.begin()
    book = notebook(world.kit)
    for number in range(200):
        book.saw(trial, 0, number.to_bytes(16, "big"), "203.0.113.7")
    assert await counted(world.kit) == [(counting.PER_ADDRESS_BURST, 0)]
    monkeypatch.setattr(counting, "MOST_HELD", 3)
    for number in range(200, 210):
        book.saw(trial, 0, number.to_bytes(16, "big"), f"203.0.113.{number}")
        book.opened(trial, number.to_bytes(16, "big"))
    assert await counted(world.kit) == [(counting.PER_ADDRESS_BURST + 3, 3)]


async def test_days_that_are_over_leave_numbers_and_no_visitors(world: World, kai: Editor, visitors: Visits) -> None:
    trial = await kai.begin()
    for number in range(6):
        await title_on(visitors(number))
        await came(visitors(number))
    await written(world.kit)
    before = (await kai.trial(trial))["titles"]
    await jobs.fold(world.kit)
    assert await world.kit.db.fetchval("select count(*) from title_showing") == 6
    await world.kit.db.execute("update title_showing set day = day - 2")
    await jobs.fold(world.kit)
    assert await world.kit.db.fetchval("select count(*) from title_showing") == 0
    assert (await kai.trial(trial))["titles"] == before
    assert sum(one["opened"] for one in before) == 6


def test_titles_are_drawn_evenly_and_apart_in_each_trial() -> None:
    digests = [number.to_bytes(16, "big") for number in range(3_000)]
    for titles in (2, 3):
        drawn = [assigned(7, each, titles) for each in digests]
        assert all(abs(drawn.count(place) - 3_000 / titles) < 120 for place in range(titles))
    same = sum(assigned(7, each, 2) == assigned(8, each, 2) for each in digests)
    assert abs(same - 1_500) < 120

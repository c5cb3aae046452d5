"""What was published stays, can be compared and written on from."""

from farol.kit.core import Kit
from farol.selfserve.knowledge import diff, store

from .conftest import TEXT, Desk


async def test_versions_stand_in_order_and_differ_where_they_were_changed(desk: Desk) -> None:
    article = await desk.open()
    assert await desk.out(article) == 1
    assert await desk.out(article, body="## Steps {#steps}\n\n1. Copy it whole.\n2. Send.\n") == 2
    path = f"/knowledge/articles/{article}/versions/en"
    versions = (await desk.client.ok("GET", path))["versions"]
    assert [(one["version"], one["name"], one["own_change"]) for one in versions] == [(2, "Kai Nakamura", True), (1, "Kai Nakamura", False)]
    change = await desk.client.ok("GET", f"{path}/1/changes?to=2")
    lines = [(line["kind"], "".join(text for text, hit in line["pieces"] if hit)) for line in change["body"]]
    assert ("in", " whole") in lines
    assert [line["kind"] for line in change["title"]] == ["same"]
    old = await desk.client.ok("GET", f"{path}/1")
    assert (old["quote"], old["body"]) == (f"article:{article} en v1", TEXT["body"])
    for missing in (f"{path}/3", f"{path}/1/changes", f"{path}/1/changes?to=9", "/knowledge/articles/987654321/versions/en"):
        assert (await desk.client.get(missing)).status_code == 404


async def test_an_old_version_is_written_on_from(desk: Desk) -> None:
    article = await desk.open()
    await desk.out(article)
    await desk.out(article, title="Worse")
    path = f"/knowledge/articles/{article}/drafts/en/restoration"
    saved = await desk.client.ok("POST", path, json={"version": 1})
    assert (await desk.client.post(path, json={"version": 1})).json()["code"] == "draft_open"
    assert await desk.publish(article, "en", saved["revision"]) == 3
    assert (await desk.tongue(article, "en"))["published"]["title"] == TEXT["title"]


async def test_publishing_the_same_again_makes_no_version(desk: Desk) -> None:
    article = await desk.open()
    assert await desk.out(article) == 1
    assert await desk.out(article) == 1


async def test_a_retired_article_is_read_by_nobody_and_comes_back(kit: Kit, desk: Desk) -> None:
    article = await desk.open()
    await desk.out(article)
    before = await store.mark(kit.db)
    await desk.client.ok("DELETE", f"/knowledge/articles/{article}")
    assert await store.newest(kit.db) == []
    assert await store.mark(kit.db) > before
    await desk.client.ok("POST", f"/knowledge/articles/{article}/return")
    assert [one.quote for one in await store.newest(kit.db)] == [f"article:{article} en v1"]


def test_a_difference_loses_no_letter() -> None:
    old, new = "一段。\nsame\ngone\nchanged a bit here", "一句。\nsame\nchanged a little here\nnew"
    lines = diff.lines(old, new)
    assert "\n".join("".join(t for t, _ in one.pieces) for one in lines if one.kind != "in") == old
    assert "\n".join("".join(t for t, _ in one.pieces) for one in lines if one.kind != "out") == new


def test_a_very_long_line_is_compared_in_a_moment() -> None:
    assert len(diff.lines("字" * 40_000, "字" * 39_999)) == 2
    assert diff.lines("x\n" * 20_000, "x\n" * 19_999)

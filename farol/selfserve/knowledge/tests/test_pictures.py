"""Pictures: judged, described in words, and shown to those who may read the article."""

from io import BytesIO

from PIL import Image

from tests.world import FAROL, World

from .conftest import Desk


def png() -> bytes:
    made = BytesIO()
    Image.new("RGB", (40, 20), "red").save(made, "PNG")
    return made.getvalue()


async def upload(desk: Desk, article: int, content: bytes, name: str = "a.png", kind: str = "image/png") -> tuple[int, dict[str, object]]:
    answer = await desk.client.post(f"/knowledge/articles/{article}/pictures", content=content,
                                    headers={"content-type": kind, "x-file-name": name})  # fmt: skip
    return answer.status_code, answer.json()


async def test_a_picture_is_seen_once_an_article_that_shows_it_is_published(world: World, desk: Desk) -> None:
    article = await desk.open()
    status, picture = await upload(desk, article, png())
    assert (status, picture["width"], picture["height"]) == (200, 40, 20)
    reader = world.client(FAROL, {})
    address = f"/help/media/{picture['id']}"
    assert (await reader.get(address)).status_code == 404
    assert (await desk.client.get(f"/knowledge/pictures/{picture['id']}")).status_code == 200
    await desk.out(article, body=f"![A red box](media/{picture['id']}.png)\n")
    seen = await reader.get(address)
    assert (seen.status_code, seen.headers["content-type"], seen.headers["x-content-type-options"]) == (200, "image/png", "nosniff")
    assert seen.headers["cache-control"] == "public, max-age=31536000, immutable"
    about = {"category": "deposits", "audience": "staff", "revision": 1}
    await desk.client.ok("PUT", f"/knowledge/articles/{article}", json=about)
    assert (await reader.get(address)).status_code == 404


async def test_what_is_no_picture_is_not_taken(desk: Desk) -> None:
    article = await desk.open()
    assert (await upload(desk, article, b"%PDF-1.7\n%x", "a.pdf", "application/pdf"))[1]["code"] == "not_a_picture"
    assert (await upload(desk, article, b"<svg onload=alert(1)>", "a.png"))[0] == 422
    assert (await upload(desk, article, b"#!/bin/sh", "a.sh", ""))[1]["code"] == "file_refused"
    assert (await upload(desk, 987654321, png()))[0] == 404


async def test_a_picture_needs_words_and_has_to_be_the_articles_own(desk: Desk) -> None:
    article, other = await desk.open(), await desk.open("other")
    picture = (await upload(desk, other, png()))[1]["id"]
    saved = await desk.write(article, body=f"![](media/{picture}.png)\n\n![x](https://a.example/x.png)")
    assert [(one["code"], one["line"]) for one in saved["mend"]] == [("image", 1), ("alt", 1), ("image", 3)]


async def test_a_preview_is_data_and_never_markup(desk: Desk) -> None:
    body = "## A {#a}\n\n<script>alert(1)</script> [x](javascript:1) **b**\n\n{{core:network coin=USDT}}\n\n{{core:moon}}"
    shown = await desk.client.ok("POST", "/knowledge/preview", json={"body": body})
    assert [part["kind"] for part in shown["parts"]] == ["prose", "core:network", "core:moon"]
    heading, paragraph = [node for node in shown["parts"][0]["nodes"] if isinstance(node, dict)]
    assert (heading["tag"], heading["attrs"]) == ("h2", {"id": "a"})
    assert paragraph["children"][0].startswith("<script>alert(1)</script>")
    assert [(one["code"], one["line"]) for one in shown["mend"]] == [("live", 7)]

"""Articles as files: out and in again unchanged, all or nothing, and no bomb goes off."""

import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

from farol.app import articles
from farol.kit.core import Kit
from farol.kit.permission import SYSTEM
from farol.selfserve.knowledge import actions, archive, exporting, seeding
from farol.selfserve.knowledge.problems import ArchiveBroken, ArchiveTooLarge, ImportRefused

from .conftest import Desk
from .test_pictures import png, upload

GOOD = b"---\ncategory: deposits\ntitle: One\nsummary: Short.\n---\n## Steps {#steps}\n\n1. Go.\n"


def zipped(files: dict[str, bytes]) -> bytes:
    return archive.pack(files.items())


async def send(desk: Desk, content: bytes, publish: bool = False) -> tuple[int, dict[str, Any]]:
    answer = await desk.client.post(f"/knowledge/folder?publish={str(publish).lower()}", content=content)
    return answer.status_code, answer.json()


async def test_what_is_shipped_goes_out_and_in_again_unchanged(kit: Kit, desk: Desk) -> None:
    few = [draft for draft in seeding.shipped() if draft.slug in ("memo-tag", "find-txid", "wrong-network", "deposit-not-credited")]
    for draft in few:
        await actions.publish(kit, SYSTEM, draft)
    answer = await desk.client.get("/knowledge/folder")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    files = archive.unpack(BytesIO(answer.content))
    assert len(files) == len(few)
    assert files["zh/memo-tag.md"] == (seeding.FOLDER / "zh/memo-tag.md").read_bytes()
    assert dict([each async for each in exporting.published(kit)]) == files


async def test_files_come_in_as_drafts_or_published_with_a_word_on_each(desk: Desk) -> None:
    zh = GOOD.replace(b"One", "一".encode())
    status, report = await send(desk, zipped({"x/en/one.md": GOOD, "x/zh/one.md": zh}))
    assert (status, [(one["path"], one["outcome"]) for one in report["files"]]) == (200, [("x/en/one.md", "draft"), ("x/zh/one.md", "draft")])
    assert [one["outcome"] for one in (await send(desk, zipped({"en/one.md": GOOD})))[1]["files"]] == ["kept"]
    out = [one["outcome"] for one in (await send(desk, zipped({"en/one.md": GOOD, "en/two.md": GOOD}), publish=True))[1]["files"]]
    assert out == ["published", "published"]
    assert [one["outcome"] for one in (await send(desk, zipped({"en/one.md": GOOD}), publish=True))[1]["files"]] == ["same"]


async def test_one_broken_file_keeps_all_out_and_every_one_is_named(kit: Kit, desk: Desk) -> None:
    broken = {
        "en/good.md": GOOD, "en/no-front.md": b"words", "en/Bad Name.md": GOOD, "fr/one.md": GOOD, "en/latin.md": GOOD.replace(b"One", b"\xff"),
        "en/long.md": GOOD + b"x" * 40_001, "en/live.md": GOOD + b"\n{{core:moon}}\n", "en/topic.md": GOOD.replace(b"deposits", b"moon"),
        "en/script.md": GOOD + b"\n[x](javascript:alert(1))\n\n[y](//evil.example)\n", "en/related.md": GOOD.replace(b"summary", b"related: nowhere\nsummary"),
        "en/date.md": GOOD.replace(b"summary", b"checked_on: yesterday\nsummary"), "readme.txt": b"hello", "a/en/good.md": GOOD}
    status, problem = await send(desk, zipped(broken), publish=True)
    assert (status, problem["code"]) == (422, "import_refused")
    named = {one["path"]: [error["code"] for error in one["errors"]] for one in problem["files"]}
    assert named == {
        "en/no-front.md": ["front"], "en/Bad Name.md": ["name"], "fr/one.md": ["name"], "en/latin.md": ["not_utf8"], "en/long.md": ["too_long"],
        "en/live.md": ["live"], "en/topic.md": ["topic"], "en/script.md": ["link"], "en/related.md": ["related"], "en/date.md": ["front"],
        "readme.txt": ["name"], "a/en/good.md": ["twice"]}  # fmt: skip
    assert await kit.db.fetchval("select (select count(*) from article) + (select count(*) from article_version)") == 0


async def test_pictures_come_along(kit: Kit, desk: Desk) -> None:
    article = await desk.open("one")
    picture = (await upload(desk, article, png()))[1]["id"]
    await desk.out(article, body=f"![A box](media/{picture}.png)\n")
    packed = (await desk.client.get("/knowledge/folder")).content
    assert f"media/{picture}.png" in archive.unpack(BytesIO(packed))
    await kit.db.execute("delete from article_image; delete from article_version; delete from article")
    status, report = await send(desk, packed, publish=True)
    assert (status, sorted(one["outcome"] for one in report["files"])) == (200, ["picture", "published"])
    body = await kit.db.fetchval("select body from article_version")
    assert picture not in body
    assert "![A box](media/" in body


@pytest.mark.parametrize("path", ["../en/x.md", "/etc/x.md", "a/../../en/x.md", "en\\x.md"])
def test_a_path_that_leaves_the_folder_is_refused(path: str) -> None:
    made = BytesIO()
    with zipfile.ZipFile(made, "w") as held:
        held.writestr(zipfile.ZipInfo(path), GOOD)
    with pytest.raises(ArchiveBroken):
        archive.unpack(made)


def test_a_bomb_is_refused_before_it_is_open() -> None:
    with pytest.raises(ArchiveTooLarge):
        archive.unpack(BytesIO(zipped({f"en/{n}.md": b"\0" * 8 * 2**20 for n in range(9)})))
    with pytest.raises(ArchiveTooLarge):
        archive.unpack(BytesIO(zipped({f"en/{n}.md": b"" for n in range(archive.MOST_FILES + 1)})))
    whole = bytearray(zipped({"en/one.md": GOOD * 100}))
    whole[60:70] = b"0123456789"
    for broken in (b"", b"PK\x03\x04", b"not a zip", bytes(whole)):
        with pytest.raises(ArchiveBroken):
            archive.unpack(BytesIO(broken))


async def test_more_than_twenty_megabytes_are_not_read(desk: Desk) -> None:
    status, problem = await send(desk, b"\0" * (archive.LARGEST + 1))
    assert (status, problem["code"]) == (413, "archive_too_large")


async def test_the_command_line_does_the_same_with_a_folder(kit: Kit, tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en/one.md").write_bytes(GOOD)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git/config").write_bytes(b"not ours")
    taken = await articles.imported(kit.settings, tmp_path, publish=True)
    assert [(one.path, one.outcome, one.version) for one in taken] == [("en/one.md", "published", 1)]
    assert await articles.exported(kit.settings, tmp_path / "out") == 1
    written = (tmp_path / "out/en/one.md").read_bytes()
    assert b"checked_by: Farol\n" in written
    (tmp_path / "out/en/two.md").write_bytes(b"words")
    with pytest.raises(ImportRefused) as refused:
        await articles.imported(kit.settings, tmp_path / "out", publish=True)
    assert [one["path"] for one in refused.value.fields["files"]] == ["en/two.md"]

import asyncio
import io
import subprocess
import sys
from pathlib import Path

import pytest
from PIL import Image

from farol.kit.files import intake, workshop
from farol.kit.files.model import LARGEST
from farol.kit.files.problems import FileEmpty, FileRefused, FileTooLarge, UploadStalled
from farol.kit.files.tests import samples
from farol.kit.permission import Actor
from farol.kit.problem import Invalid, TooMany

MEI = Actor("customer", 7, frozenset())


async def receive(kit, name, declared, content):
    return await intake.receive(kit, MEI, name, declared, samples.stream(content))


async def stored(kit, key):
    return await kit.files.read(key)


async def nothing_kept(kit):
    folder = kit.settings.data_dir / "files"
    return await kit.db.fetchval("select count(*) from file") == 0 and not [p for p in folder.rglob("*") if p.is_file()]


async def test_a_document_is_kept_as_it_came(kit):
    row = await receive(kit, "证明.pdf", "application/pdf", samples.PDF)
    assert (row.name, row.media_type, row.size, row.state) == ("证明.pdf", "application/pdf", len(samples.PDF), "ready")
    assert (row.owner_kind, row.owner_id, row.preview_key) == ("customer", 7, None)
    assert await stored(kit, row.key) == samples.PDF


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
async def test_a_picture_is_kept_as_pixels_with_a_preview(kit, kind):
    content = samples.saved(samples.picture(2000, 1000), kind)
    row = await receive(kit, f"a.{kind.lower()}", f"image/{kind.lower()}", content)
    assert (row.state, row.width, row.height, row.media_type) == ("ready", 2000, 1000, f"image/{kind.lower()}")
    kept, preview = await stored(kit, row.key), await stored(kit, row.preview_key)
    assert len(kept) == row.size
    assert Image.open(io.BytesIO(kept)).format == kind
    small = Image.open(io.BytesIO(preview))
    assert (small.format, small.size) == ("WEBP", (1600, 800))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
async def test_pictures_of_every_depth_are_read(kit, mode):
    kind = "JPEG" if mode == "CMYK" else "PNG"
    image = Image.new("I;16", (40, 30), 40_000) if mode == "I;16" else samples.picture(40, 30).convert(mode)
    row = await receive(kit, f"a.{kind.lower()}", f"image/{kind.lower()}", samples.saved(image, kind))
    assert row.state == "ready"
    kept = Image.open(io.BytesIO(await stored(kit, row.key)))
    assert kept.mode == {"1": "L", "L": "L", "I;16": "L", "LA": "RGBA", "RGBA": "RGBA"}.get(mode, "RGB")
    if mode == "I;16":
        assert kept.getpixel((0, 0)) == 155


async def test_position_and_comments_are_gone_and_the_photo_stands_upright(kit):
    content = samples.photo_with_position()
    assert b"PhoneMaker" in content
    row = await receive(kit, "IMG_1.jpg", "image/jpeg", content)
    for key in (row.key, row.preview_key):
        kept = await stored(kit, key)
        found = Image.open(io.BytesIO(kept))
        assert not found.getexif()
        assert found.size == (40, 80)
        assert b"PhoneMaker" not in kept
        assert b"home address" not in kept


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "WEBP", "MPO"])
async def test_nothing_beside_the_pixels_is_kept(kit, kind):
    shown_as = {"MPO": "jpeg"}.get(kind, kind.lower())
    row = await receive(kit, f"a.{shown_as}", f"image/{shown_as}", samples.tagged(kind))
    for key in (row.key, row.preview_key):
        kept = await stored(kit, key)
        found = Image.open(io.BytesIO(kept))
        assert found.size == (40, 80)
        assert set(found.info) <= {"jfif", "jfif_version", "jfif_unit", "jfif_density", "background", "loop", "timestamp", "duration"}
        for trace in (b"PhoneMaker", b"home address", b"xmpmeta", b"ICC", b"iCCP"):
            assert trace not in kept


async def test_position_is_gone_too_when_the_photo_has_another_name(kit):
    row = await receive(kit, "IMG_1.pdf", "application/pdf", samples.photo_with_position())
    assert (row.state, row.media_type, row.preview_key) == ("opaque", "application/octet-stream", None)
    assert b"PhoneMaker" not in await stored(kit, row.key)


async def test_an_animation_keeps_moving(kit):
    row = await receive(kit, "a.gif", "image/gif", samples.moving(5))
    kept = Image.open(io.BytesIO(await stored(kit, row.key)))
    assert (row.state, kept.n_frames, kept.info["duration"]) == ("ready", 5, 80)
    row = await receive(kit, "a.webp", "image/webp", samples.moving(4, kind="WEBP"))
    assert Image.open(io.BytesIO(await stored(kit, row.key))).n_frames == 4


async def test_what_hides_behind_a_picture_is_left_out(kit):
    row = await receive(kit, "a.png", "image/png", samples.png() + samples.zip_of({"evil.js": b"alert(1)" * 50}))
    kept = await stored(kit, row.key)
    assert row.state == "ready"
    assert b"PK\x03\x04" not in kept


@pytest.mark.parametrize(("name", "declared", "content", "why"), [
    ("a.gif", "image/gif", samples.GIF_HTML, "unreadable"),
    ("a.png", "image/png", samples.png()[:60], "unreadable"),
    ("a.png", "image/png", b"\x89PNG\r\n\x1a\n" + bytes(500), "unreadable"),
    ("a.png", "image/png", samples.png_bomb(), "too_many_pixels"),
    ("a.gif", "image/gif", samples.gif_bomb(), "animation"),
    ("a.gif", "image/gif", samples.large_moving(), "animation"),
    ("a.png", "image/png", samples.EXE, "program"),
    ("a.png", "image/png", samples.HTML, "disguised"),
    ("a.zip", "application/zip", samples.zip_of({"a": bytes(30_000_000)}), "archive"),
    ("a.docx", "", samples.zip_of({str(n): b"" for n in range(10_001)}), "archive"),
])
async def test_bombs_and_disguises_are_refused_in_words_and_leave_nothing(kit, name, declared, content, why):
    with pytest.raises(FileRefused) as refused:
        await receive(kit, name, declared, content)
    assert refused.value.fields["why"] == why
    assert refused.value.text("en") != refused.value.text("zh-CN")
    assert refused.value.document("zh")["detail"] == refused.value.text("zh")
    assert await nothing_kept(kit)


async def test_a_decoder_that_eats_memory_is_stopped(kit):
    flat = samples.saved(Image.new("RGBA", (7000, 7000), (1, 2, 3, 4)), "PNG")
    with pytest.raises(FileRefused) as refused:
        await receive(kit, "a.png", "image/png", flat)
    assert refused.value.fields["why"] == "too_heavy"


async def test_a_process_that_dies_or_hangs_is_an_answer(kit, tmp_path, monkeypatch):
    program = tmp_path / "program.py"
    monkeypatch.setattr(workshop, "_PROGRAM", str(program))
    program.write_text("import os; os.abort()")
    with pytest.raises(FileRefused) as refused:
        await receive(kit, "a.png", "image/png", samples.png())
    assert refused.value.fields["why"] == "unreadable"
    program.write_text("import resource\nresource.setrlimit(resource.RLIMIT_CPU, (1, 2))\nwhile True: pass")
    with pytest.raises(FileRefused) as refused:
        await receive(kit, "a.png", "image/png", samples.png())
    assert refused.value.fields["why"] == "too_heavy"
    monkeypatch.setattr(workshop, "WALL_S", 0.3)
    program.write_text("import time; time.sleep(60)")
    with pytest.raises(workshop.Unavailable):
        await receive(kit, "a.png", "image/png", samples.png())
    assert await nothing_kept(kit)


def test_the_confined_process_can_open_nothing(tmp_path):
    program = Path(workshop._PROGRAM).read_text("utf-8").split("if __name__")[0] + (
        "import socket\nopened = []\n"
        "def attempt(act):\n    try:\n        act()\n        opened.append(act)\n    except PermissionError:\n        pass\n"
        "fence()\n"
        "attempt(lambda: open('/etc/hostname'))\n"
        "attempt(lambda: open('/tmp/written', 'w'))\n"
        "attempt(socket.socket)\n"
        "attempt(os.fork)\n"
        "attempt(lambda: os.execv('/bin/true', ['true']))\n"
        "attempt(lambda: os.kill(1, 0))\n"
        "attempt(lambda: os.listdir('/'))\n"
        "os.write(1, str(len(opened)).encode())\n")
    (tmp_path / "program.py").write_text(program, "utf-8")
    done = subprocess.run([sys.executable, "-I", tmp_path / "program.py"], capture_output=True, env={}, check=True)
    assert done.stdout == b"0"


async def test_an_ordinary_archive_is_kept_unopened(kit):
    content = samples.zip_of({"log.txt": b"line\n" * 1000})
    row = await receive(kit, "logs.zip", "application/zip", content)
    assert (row.state, row.media_type) == ("opaque", "application/octet-stream")
    assert await stored(kit, row.key) == content


async def test_zero_bytes_are_refused(kit):
    with pytest.raises(FileEmpty):
        await receive(kit, "a.png", "image/png", b"")
    assert await nothing_kept(kit)


async def test_more_than_the_limit_is_refused_before_it_has_all_come(kit):
    taken = 0

    async def endless():
        nonlocal taken
        while True:
            taken += 1_000_000
            yield b"x" * 1_000_000

    with pytest.raises(FileTooLarge) as refused:
        await intake.receive(kit, MEI, "a.txt", "text/plain", endless())
    assert taken <= LARGEST + 1_000_000
    assert "20 MB" in refused.value.text("en")
    row = await receive(kit, "a.pdf", "application/pdf", samples.PDF + bytes(LARGEST - len(samples.PDF)))
    assert row.size == LARGEST


async def test_nul_in_the_name_is_refused(kit):
    with pytest.raises(Invalid):
        await receive(kit, "a\0.png", "image/png", samples.png())
    assert await nothing_kept(kit)


async def test_names_that_lie_are_shown_for_what_they_are(kit):
    row = await receive(kit, "photo\u202eexe.png", "image/png", samples.png())
    assert row.name == "photo[U+202E]exe.png"
    row = await receive(kit, "x" * 10_000 + ".png", "image/png", samples.png())
    assert len(row.name) == 200
    assert row.state == "ready"


async def test_a_sender_who_falls_silent_is_let_go(kit, monkeypatch):
    monkeypatch.setattr(intake, "SILENCE_S", 0.05)

    async def half():
        yield b"x"
        await asyncio.sleep(5)

    with pytest.raises(UploadStalled):
        await intake.receive(kit, MEI, "a.txt", "text/plain", half())
    assert not intake._arriving


async def test_one_person_uploads_only_so_fast(kit):
    for _ in range(intake.BURST):
        await receive(kit, "a.pdf", "application/pdf", samples.PDF)
    with pytest.raises(TooMany):
        await receive(kit, "a.pdf", "application/pdf", samples.PDF)


async def test_no_more_than_a_few_at_once(kit):
    intake._arriving[MEI.ref] = intake.AT_ONCE
    with pytest.raises(TooMany):
        await receive(kit, "a.txt", "text/plain", b"x")
    intake._arriving.clear()

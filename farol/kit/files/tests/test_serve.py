from uuid import uuid4

import pytest

from farol.kit.files import intake
from farol.kit.files.serve import disposition, open_file
from farol.kit.files.tests import samples
from farol.kit.permission import Actor
from farol.kit.problem import NotFound

IVAN = Actor("customer", 8, frozenset())


async def put(kit, name, declared, content):
    return (await intake.receive(kit, IVAN, name, declared, samples.stream(content))).id


def check_always(served):
    assert served.headers["x-content-type-options"] == "nosniff"
    assert served.headers["content-security-policy"] == "sandbox; default-src 'none'"
    assert served.headers["cache-control"] == "private, no-store"
    assert served.headers["cross-origin-resource-policy"] == "same-origin"


async def test_pictures_are_shown_in_place(kit):
    id_ = await put(kit, "a.png", "image/png", samples.png())
    served = await open_file(kit, id_)
    check_always(served)
    assert served.media_type == "image/png"
    assert served.headers["content-disposition"].startswith("inline; ")
    assert (await served.whole()).startswith(b"\x89PNG")
    preview = await open_file(kit, id_, preview=True)
    check_always(preview)
    assert preview.media_type == "image/webp"
    assert (await preview.whole())[8:12] == b"WEBP"


@pytest.mark.parametrize(("name", "declared", "content", "media_type"), [
    ("a.pdf", "application/pdf", samples.PDF, "application/pdf"),
    ("a.txt", "text/plain", samples.HTML, "application/octet-stream"),
    ("a.heic", "image/heic", samples.HEIC, "application/octet-stream"),
    ("a.jpg", "image/jpeg", samples.png(), "application/octet-stream"),
])
async def test_all_else_is_a_download(kit, name, declared, content, media_type):
    id_ = await put(kit, name, declared, content)
    served = await open_file(kit, id_)
    check_always(served)
    assert served.media_type == media_type
    assert served.headers["content-disposition"].startswith("attachment; ")
    with pytest.raises(NotFound):
        await open_file(kit, id_, preview=True)


async def test_what_is_not_there_is_not_found(kit):
    with pytest.raises(NotFound):
        await open_file(kit, uuid4())


def test_the_name_cannot_leave_its_header():
    header = disposition('a"; filename=evil.exe\\充值%41.png', inline=False)
    assert header == (
        "attachment; filename=\"a_; filename=evil.exe___" + "_41.png\"; "
        "filename*=UTF-8''a%22%3B%20filename%3Devil.exe%5C%E5%85%85%E5%80%BC%2541.png")
    assert header.isascii()

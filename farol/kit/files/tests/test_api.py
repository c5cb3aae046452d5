"""Uploads and downloads as a browser makes them."""

import pytest

from farol.app.demo import cast
from farol.kit.files.tests import samples


async def send(client, name, declared, content):
    return await client.post("/files", content=content, headers={"content-type": declared, "x-file-name": name})


async def test_a_customer_sends_a_screenshot_and_ana_sees_it(world):
    mei, ana = await world.customer(), await world.staff()
    sent = (await send(mei, "%E6%88%AA%E5%9B%BE.png", "image/png", samples.png(300, 200))).json()
    assert {**sent, "id": "", "size": 0} == {
        "id": "", "name": "截图.png", "media_type": "image/png", "size": 0, "state": "ready", "width": 300, "height": 200,
        "preview": True}
    opened = await world.open(mei, "还没到账", files=[sent["id"]])
    ticket = opened["ticket"]["id"]
    for client in (ana, mei):
        got = await client.get(f"/tickets/{ticket}/files/{sent['id']}")
        assert (got.status_code, got.headers["content-type"]) == (200, "image/png")
        assert got.headers["content-disposition"].startswith("inline")
        assert got.headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert got.headers["x-content-type-options"] == "nosniff"
        assert got.content.startswith(b"\x89PNG")
        small = await client.get(f"/tickets/{ticket}/files/{sent['id']}", params={"preview": "1"})
        assert small.headers["content-type"] == "image/webp"


async def test_nobody_else_gets_it(world):
    mei, ivan = await world.customer(), await world.customer(cast.IVAN)
    sent = (await send(mei, "a.png", "image/png", samples.png())).json()
    ticket = (await world.open(mei, files=[sent["id"]]))["ticket"]["id"]
    assert (await ivan.get(f"/tickets/{ticket}/files/{sent['id']}")).status_code == 404
    own = (await world.open(ivan))["ticket"]["id"]
    assert (await ivan.get(f"/tickets/{own}/files/{sent['id']}")).status_code == 404
    refused = await ivan.post(f"/tickets/{own}/messages", json={
        "client_id": "7b0d7a1e-3f5e-4c57-9d34-0f1df7b6a001", "body": "x", "files": [sent["id"]]})
    assert refused.status_code == 404


async def test_staff_send_files_too(world):
    ana = await world.staff()
    assert (await send(ana, "a.pdf", "application/pdf", samples.PDF)).json()["state"] == "ready"


@pytest.mark.parametrize(("name", "declared", "content", "status", "code"), [
    ("a.png", "image/png", samples.EXE, 422, "file_refused"),
    ("a.png", "image/png", samples.png_bomb(), 422, "file_refused"),
    ("a.png", "image/png", b"", 422, "file_empty"),
    ("a.txt", "text/plain", b"x" * (20 * 2**20 + 1), 413, "file_too_large"),
    ("a.txt", "text/plain", b"x" * (41 * 2**20), 413, "too_large"),
    ("a%00.png", "image/png", b"x", 422, "invalid"),
    ("%ff", "image/png", b"x", 422, "invalid"),
])
async def test_refusals_are_problems_with_a_sentence(world, name, declared, content, status, code):
    mei = await world.customer()
    answer = await send(mei, name, declared, content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert answer.json()["detail"]


async def test_without_a_name_it_is_a_file(world):
    mei = await world.customer()
    answer = await mei.post("/files", content=samples.png(), headers={"content-type": "image/png"})
    assert (answer.json()["name"], answer.json()["state"]) == ("file", "ready")


async def test_only_somebody_known_sends(world):
    nobody = world.client("http://farol.test/api/customer", {"origin": "http://exchange.test"})
    assert (await send(nobody, "a.txt", "text/plain", b"x")).status_code == 401
    kai = await world.staff(cast.KAI)
    assert (await send(kai, "a.txt", "text/plain", b"x")).status_code == 403

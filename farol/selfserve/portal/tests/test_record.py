"""The full record: what the customer may see, with checksums that hold, and nothing else."""

import hashlib
import io
import json
import zipfile

from farol.app.demo.cast import IVAN

from .test_portal import PNG, form_of, mine, page, send


async def test_the_record_is_whole_and_its_checksums_hold(world, enter):
    browser, number, ticket = await mine(world, enter)
    own = f"/my/tickets/{number}"
    form = form_of(await page(browser, own)) | {"body": "<b>截图</b>"}
    assert (await send(browser, number, form, {"files": ("../提币 截图.png", PNG, "image/png")})).status_code == 303
    ana = await world.staff()
    await world.say(ana, ticket, "内部：先别说", internal=True)
    await world.say(ana, ticket, "在查了")
    answer = await browser.get(f"{own}/record")
    assert (answer.status_code, answer.headers["content-type"]) == (200, "application/zip")
    assert "private" in answer.headers["cache-control"]
    packed = zipfile.ZipFile(io.BytesIO(answer.content))
    names = packed.namelist()
    assert all(name.startswith(f"{number}/") and ".." not in name for name in names)
    for line in packed.read(f"{number}/SHA256SUMS").decode().splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256(packed.read(f"{number}/{name}")).hexdigest() == digest
    record = json.loads(packed.read(f"{number}/record.json"))
    assert [m["words"] for m in record["messages"]] == ["USDT 还没到账", "<b>截图</b>", "在查了"]
    assert record["files"][0]["sent_sha256"] == hashlib.sha256(PNG).hexdigest()
    written = packed.read(f"{number}/record.html").decode()
    assert "&lt;b&gt;截图&lt;/b&gt;" in written
    assert "<script" not in written
    assert "内部" not in written + json.dumps(record, ensure_ascii=False)
    assert ana.headers["cookie"] not in written
    receipt = hashlib.sha256(PNG).hexdigest()
    assert f"收据 {receipt[:4]}-{receipt[4:8]}" in await page(browser, own)


async def test_anothers_record_is_not_there(world, enter):
    _, number, _ = await mine(world, enter)
    assert (await (await enter(IVAN)).get(f"/my/tickets/{number}/record")).status_code == 404

"""Files become evidence: hashes, who, custody, labels, pins, words of pictures, the export list."""

import hashlib
from io import BytesIO
from typing import Any
from uuid import uuid4

import pytest
from PIL import Image

from farol.app.demo import cast
from farol.desk.evidence import reading, word_actions
from farol.desk.evidence.jobs import unread
from tests.world import Client, World


def png(color: str = "white") -> bytes:
    out = BytesIO()
    Image.new("RGB", (40, 30), color).save(out, "PNG")
    return out.getvalue()


async def send(world: World, who: Client, content: bytes, kind: str, name: str) -> tuple[int, str]:
    """A ticket with one file, as its customer made it."""
    ticket: int = (await world.open(who))["ticket"]["id"]
    file = await who.ok("POST", "/files", content=content, headers={"content-type": kind, "x-file-name": name})
    await who.ok("POST", f"/tickets/{ticket}/messages", json={"client_id": str(uuid4()), "body": "截图", "files": [file["id"]]})
    await world.react()
    return ticket, file["id"]


async def pieces(who: Client, ticket: int) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = (await who.ok("GET", f"/tickets/{ticket}/evidence"))["pieces"]
    return found


async def test_a_file_is_a_piece_with_its_hash_and_who_sent_it(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket, file = await send(world, mei, b"payment proof\n", "text/plain", "proof.txt")
    await world.react()
    (piece,) = await pieces(ana, ticket)
    assert piece["sha256"] == piece["kept_sha256"] == hashlib.sha256(b"payment proof\n").hexdigest()
    assert (piece["file_id"], piece["file_name"], piece["by_kind"], piece["channel"]) == (file, "proof.txt", "customer", "webchat")
    assert (piece["reading"], piece["bare"], piece["internal"]) == (None, False, False)
    assert [line["did"] for line in piece["custody"]] == ["sent"]


async def test_a_picture_is_a_bare_copy_and_its_words_pass_the_shield(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket, _ = await send(world, mei, png(), "image/png", "screen.png")
    (piece,) = await pieces(ana, ticket)
    assert (piece["reading"], piece["bare"], [line["did"] for line in piece["custody"]]) == ("waiting", True, ["sent", "copied"])

    async def read(picture: Any, width: int, height: int) -> reading.Words:
        assert (width, height) == (40, 30)
        assert picture.tell() > 0
        return reading.Words("read", "密码是 Hunter2Hunter2\nTxID " + "A1" * 32)

    monkeypatch.setattr(reading, "read", read)
    await word_actions.read_words(world.kit, piece["id"])
    await word_actions.read_words(world.kit, piece["id"])
    (piece,) = await pieces(ana, ticket)
    assert piece["reading"] == "read"
    assert "Hunter2" not in piece["words"]
    assert "a1" * 32 in piece["words"]
    assert piece["removed"] == ["password"]
    assert len(piece["kept_sha256"]) == 64
    assert piece["kept_sha256"] != piece["sha256"]
    assert [line["did"] for line in piece["custody"]] == ["sent", "copied", "read"]


async def test_without_a_reader_the_piece_says_so_and_waits_for_one(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "installed", lambda: False)
    mei, ana = await world.customer(), await world.staff()
    ticket, _ = await send(world, mei, png(), "image/png", "screen.png")
    (piece,) = await pieces(ana, ticket)
    await word_actions.read_words(world.kit, piece["id"])
    locker = await ana.ok("GET", f"/tickets/{ticket}/evidence")
    assert (locker["reader"], locker["pieces"][0]["reading"]) == (False, "not_installed")
    assert (await ana.post(f"/evidence/{piece['id']}/reading")).json()["code"] == "reader_missing"
    await unread(world.kit)
    assert (await pieces(ana, ticket))[0]["reading"] == "not_installed"
    monkeypatch.setattr(reading, "installed", lambda: True)
    await unread(world.kit)
    assert (await pieces(ana, ticket))[0]["reading"] == "waiting"


async def test_a_piece_is_named_pinned_and_opened_and_each_is_kept(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket, _ = await send(world, mei, b"one\n", "text/plain", "one.txt")
    (piece,) = await pieces(ana, ticket)
    path = f"/evidence/{piece['id']}"
    for _ in range(2):
        await ana.ok("PATCH", path, json={"label": " 银行回单 ", "pinned": True})
    assert (await ana.get(f"{path}/file")).content == b"one\n"
    assert (await ana.get(f"{path}/file")).headers["content-disposition"].startswith("attachment")
    await ana.ok("PATCH", path, json={"pinned": False})
    (piece,) = await pieces(ana, ticket)
    assert (piece["label"], piece["pinned"]) == ("银行回单", False)
    assert [line["did"] for line in piece["custody"]] == ["sent", "labelled", "pinned", "opened", "unpinned"]
    assert piece["custody"][1]["name"] == "Ana Duarte"
    kinds = await world.kit.db.fetch("select kind from event where kind like 'evidence.%' order by id")
    assert [row["kind"] for row in kinds] == ["evidence.labelled", "evidence.pinned", "evidence.pinned"]


async def test_the_list_is_exported_with_its_own_line(world: World) -> None:
    mei, ana, tim = await world.customer(), await world.staff(), await world.staff(cast.TIM)
    ticket, _ = await send(world, mei, b"one\n", "text/plain", "one.txt")
    manifest = await ana.ok("POST", f"/tickets/{ticket}/evidence/export")
    assert manifest["made_by"] == "Ana Duarte"
    assert [line["did"] for line in manifest["pieces"][0]["custody"]] == ["sent", "listed"]
    assert (await tim.post(f"/tickets/{ticket}/evidence/export")).status_code == 403


async def test_what_cannot_be_is_refused(world: World) -> None:
    mei, ana = await world.customer(), await world.staff()
    ticket, _ = await send(world, mei, b"one\n", "text/plain", "one.txt")
    (piece,) = await pieces(ana, ticket)
    assert (await ana.patch(f"/evidence/{piece['id']}", json={"label": "a\0b"})).status_code == 422
    assert (await ana.patch(f"/evidence/{piece['id']}", json={"label": "a" * 121})).status_code == 422
    assert (await ana.patch("/evidence/987654321", json={"pinned": True})).status_code == 404
    assert (await mei.get(f"/tickets/{ticket}/evidence")).status_code in (403, 404)

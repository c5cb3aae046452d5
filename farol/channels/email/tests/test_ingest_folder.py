"""E10: given a folder of arbitrary files, when they are taken as mail, then every one ends as a message or put aside, and nothing crashes."""

import mailbox
import os
import random
import sysconfig
from pathlib import Path

import pytest

from farol.channels.email import ingest
from farol.channels.email.reading.tests.corpus import CORPUS, PNG
from farol.kit.core import Kit
from tests.world import World

from .mails import MAILS, mail

STDLIB = Path(sysconfig.get_path("stdlib")) / "test" / "test_email" / "data"
CHANCE = random.Random(7)


def damaged(raw: bytes) -> bytes:
    """The mail with a few bytes cut out, doubled or overwritten."""
    at, length = CHANCE.randrange(len(raw)), CHANCE.randrange(1, 120)
    return raw[:at] + CHANCE.choice([b"", CHANCE.randbytes(length), raw[at: at + length] * 2, b"\0" * length]) + raw[at + length:]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Mails, damaged mails, pieces of mailboxes, and what was never a mail."""
    here = tmp_path / "mails"
    (here / "below" / "deeper").mkdir(parents=True)
    for number, piece in enumerate(CORPUS[::12]):
        (here / f"corpus-{number}.eml").write_bytes(piece.raw)
        (here / "below" / f"damaged-{number}.eml").write_bytes(damaged(piece.raw))
    for number, case in enumerate(MAILS[::9]):
        (here / f"mail-{number}").write_bytes(case.raw)
    box = mailbox.mbox(here / "box.mbox")
    for piece in CORPUS[:3]:
        box.add(piece.raw)
    box.close()
    whole = (here / "box.mbox").read_bytes()
    (here / "half.mbox").write_bytes(whole[len(whole) // 3: len(whole) // 2])
    for number in range(12):
        (here / "below" / "deeper" / f"noise-{number}.eml").write_bytes(CHANCE.randbytes(10**(number % 6)))
    (here / "picture.eml").write_bytes(PNG)
    (here / "empty.eml").write_bytes(b"")
    (here / "blank.eml").write_bytes(b"\r\n" * 3)
    (here / "zero.bin").write_bytes(bytes(50_000))
    (here / "largest.eml").write_bytes(mail(b"Content-Transfer-Encoding: base64", body=b"QUJD" * (25 * 1024 * 256)))
    (here / "name\u202egpj.eml").write_bytes(mail(b"Subject: " + b"=?utf-8?q?=F0=9F?=" * 3, body=b"hi"))
    for path in sorted(STDLIB.glob("*"))[:60]:
        if path.is_file():
            (here / f"stdlib-{path.name}").write_bytes(path.read_bytes())
    (here / "secret.eml").write_bytes(b"From: a@b.example\r\n\r\nhi")
    (here / "secret.eml").chmod(0)
    (here / "nowhere.eml").symlink_to(here / "not-there")
    os.mkfifo(here / "pipe")
    return here


async def test_every_file_ends(kit: Kit, world: World, folder: Path) -> None:
    found, ended = await ingest.run(kit, folder)
    print(found)
    assert found.crashed == found.lost == 0, [one for one in ended if one.outcome in ("crashed", "lost")]
    assert found.parser_deaths == 0
    assert found.messages + found.quarantined + found.dropped + found.unreadable == found.files == len(ended) > 80
    by_name = {one.file: one for one in ended}
    assert by_name["largest.eml"].reason == "too_large"
    assert by_name["empty.eml"].outcome == "quarantined"
    assert {by_name[name].outcome for name in ("nowhere.eml", "pipe")} == {"unreadable"}
    assert found.messages > 30
    assert await kit.db.fetchval("select count(*) from mail_in where state = 'received'") == 0
    assert await kit.db.fetchval("select count(*) from mail_in where state = 'quarantined' and raw = ''") == 0


async def test_the_same_folder_again_makes_nothing_new(kit: Kit, world: World, tmp_path: Path) -> None:
    for number, piece in enumerate(CORPUS[:3]):
        (tmp_path / f"{number}.eml").write_bytes(piece.raw)
    first, _ = await ingest.run(kit, tmp_path)
    again, _ = await ingest.run(kit, tmp_path)
    assert first.messages == again.messages == 3
    assert await kit.db.fetchval("select count(*) from message where author_kind = 'customer'") == 3

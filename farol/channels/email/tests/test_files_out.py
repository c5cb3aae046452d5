"""Given files in an answer, when it is mailed, then small ones go along under their own names and large ones are named."""

import email
import email.policy

import msgspec
import pytest

from farol.channels.email.letters.compose import build, filename
from farol.channels.email.letters.letter import File, Letter

from .conftest import Post
from .test_letterhead import PNG
from .test_write_mail import letter


def read(raw: bytes) -> email.message.EmailMessage:
    found = email.message_from_bytes(raw, policy=email.policy.default)
    assert isinstance(found, email.message.EmailMessage)
    return found


@pytest.mark.parametrize("name", ["receipt.pdf", "充值截图 (1).png", "отчёт.txt", "a" * 140 + ".txt", "x\r\nBcc: a@b.example.png", 'q"uo\\te.pdf', "very 长" * 20 + ".pdf", "..", "=?utf-8?Q?x?="])
def test_names_arrive_as_they_were(name: str) -> None:
    raw = build(letter(files=(File(name, "application/pdf", b"%PDF-1.4 x"),), pictures=(File("p.png", "image/png", b"x", "c1@farol"),)))
    found = read(raw)
    assert [part.get_content_type() for part in found.walk()] == [
        "multipart/mixed", "multipart/related", "multipart/alternative", "text/plain", "text/html", "image/png", "application/pdf"]
    attached = next(iter(found.iter_attachments()))
    assert attached.get_content() == b"%PDF-1.4 x"
    given = attached.get_filename() or ""
    assert "\n" not in given
    assert given
    if name.isprintable() and '"' not in name and "\\" not in name and len(name) < 120 and name != "..":
        assert given == name
    assert max(map(len, raw.split(b"\r\n"))) < 200
    assert all(len(line) < 78 for line in filename(name).split("\r\n"))
    assert not {"bcc", "cc"} & {header.lower() for header in found}


async def test_a_file_of_an_answer_goes_along_unless_it_is_too_large(post: Post) -> None:
    import base64

    mei, ana = await post.world.customer(), await post.world.staff()
    ticket = (await post.world.open(mei))["ticket"]["id"]
    small = await ana.ok("POST", "/files", content=b"hash,amount\n1,2\n", headers={"content-type": "text/plain", "x-file-name": "list.txt"})
    picture = await ana.ok("POST", "/files", content=base64.b64decode(PNG), headers={"content-type": "image/png", "x-file-name": "p.png"})
    await post.world.say(ana, ticket, "见附件", files=[small["id"], picture["id"]])
    await post.arrived()
    found = read(post.sink.raws[0])
    assert [part.get_filename() for part in found.iter_attachments()][:1] == ["list.txt"]
    assert "cid:" in next(part.get_content() for part in found.walk() if part.get_content_type() == "text/html")
    post.kit.settings = msgspec.structs.replace(post.kit.settings, mail_attach_mb=0)
    again = await ana.ok("POST", "/files", content=b"other", headers={"content-type": "text/plain", "x-file-name": "other.txt"})
    await post.world.say(ana, ticket, "还有", files=[again["id"]])
    sent = (await post.arrived(2))[1]
    assert not sent.attachments
    assert "1 个文件" in sent.text


def test_a_letter_without_files_stays_plain() -> None:
    assert read(build(letter())).get_content_type() == "multipart/alternative"
    assert isinstance(letter(), Letter)

"""E14: given thousands of names a file may be given to hurt somebody, when it comes by mail, then none is part of a path and all of each can be seen."""

import base64
import itertools
import unicodedata
from pathlib import Path

from farol.channels.email.model import Mail
from farol.channels.email.reading.charset import one_line
from farol.channels.email.reading.parse import parse
from farol.kit.files.names import LONGEST, shown

from .conftest import Post
from .mails import mail, part
from .test_who_may_join import SUPPORT

UP = ["../", "..\\", "..%2f", "%2e%2e%2f", "..%252f", "....//", "..;/", "..%c0%af", "\uff0e\uff0e\uff0f", "/", "C:\\", "\\\\host\\share\\", "file:///", "~/", "./", "..\u2215", "\u2024\u2024/"]
DEPTH = [1, 2, 3, 8, 30]
TARGETS = ["etc/passwd", "windows/win.ini", "boot.ini", "proc/self/environ", ".htaccess", ".user.ini", "web.config", "con", "nul.txt", "AUX", "com1.pdf",
           "root/.ssh/authorized_keys", "a.png", "desktop.ini", "x.php", "index.html"]
HIDDEN = ["", "\u200b", "\ufeff", "\u202e", "\u2066", "\u00ad", "\u3164", "\t", "\x7f", "\U000e0041", "\u2028"]
TAILS = ["", ".", " ", ". .", "::$DATA", "%00.png", ";.png", "\u200b.png", "/", "'\"`$(id)"]
NAMES = list(dict.fromkeys([
    *(up * depth + target for up, depth, target in itertools.product(UP, DEPTH, TARGETS)),
    *(hidden + target + tail for hidden, target, tail in itertools.product(HIDDEN, TARGETS, TAILS)),
    *(target[:2] + hidden + target[2:] + tail for hidden, target, tail in itertools.product(HIDDEN[1:], TARGETS, TAILS)),
    *(f"photo{hidden}gnp.{kind}{tail}" for hidden, kind, tail in itertools.product(HIDDEN, ["exe", "scr", "lnk", "hta", "js"], TAILS)),
    *(letter * 10_240 for letter in ("a", "é", "漢", "\u202e", ".", " ", "/")), *(f"{'a' * 10_240}.{kind}" for kind in ("exe", "png")),
]))
UNSEEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
RESERVED = {"con", "prn", "aux", "nul", "com1", "lpt1"}
IN_A_MAIL = 15


def coded(name: str) -> bytes:
    """RFC 2047, as most programs write names."""
    return b'=?utf-8?B?' + base64.b64encode(name.encode("utf-8", "replace")) + b"?="


def with_files(names: list[str]) -> bytes:
    parts = b"".join(part(b'Content-Type: text/plain\r\nContent-Disposition: attachment; filename="' + coded(name) + b'"', b"words") for name in names)
    return mail(b"Content-Type: multipart/mixed; boundary=XX", body=part(b"Content-Type: text/plain", b"see the files") + parts + b"--XX--")


def test_five_thousand_names_are_seen_whole_and_lead_nowhere() -> None:
    assert len(NAMES) >= 5_000
    came = 0
    for at in range(0, len(NAMES), IN_A_MAIL):
        found = parse(with_files(NAMES[at: at + IN_A_MAIL]))
        assert isinstance(found, Mail)
        for file in found.attachments:
            came += 1
            name = one_line(shown(file.name.replace("\0", "")))
            assert 0 < len(name) <= LONGEST, file.name[:80]
            assert not set("/\\\0\r\n") & set(name), file.name[:80]
            assert not {unicodedata.category(letter) for letter in name} & UNSEEN, file.name[:80]
            assert not name.startswith("."), file.name[:80]
            assert name.partition(".")[0].lower() not in RESERVED, file.name[:80]
            assert name == name.rstrip(". "), file.name[:80]
    assert came == len(NAMES)


def lying(folder: Path) -> set[str]:
    return {str(path) for path in folder.rglob("*") if path.is_file()}


async def test_bytes_lie_under_random_names(post: Post) -> None:
    names = ["../../../../tmp/farol-was-here.txt", "/tmp/farol-was-here.txt", "..\\..\\farol-was-here.txt", "\u202etxt.farol-was-here", "con.txt", ".user.ini.txt"]
    before = lying(post.kit.settings.data_dir)
    await post.send(with_files(names), SUPPORT)
    [row] = await post.settled()
    rows = await post.kit.db.fetch("select name, key from file where id = any($1::uuid[])", row["files"])
    assert len(rows) == len(names)
    made = lying(post.kit.settings.data_dir) - before
    assert made
    assert not [path for path in made if "farol-was-here" in path]
    assert not [each["key"] for each in rows if "farol" in each["key"] or ".." in each["key"]]

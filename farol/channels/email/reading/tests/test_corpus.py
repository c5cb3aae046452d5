"""E10: given mails of the world's programs, when read, then what each says comes out: words, files, subject, sender, who passed what on."""

import tomllib
from pathlib import Path
from typing import Any

import pytest

from farol.channels.email import incoming
from farol.channels.email.model import Mail
from farol.channels.email.reading.parse import parse

from .corpus import CORPUS, Piece

LETTERS = Path(__file__).parent / "letters"
EXPECTED: dict[str, dict[str, Any]] = tomllib.loads((LETTERS / "expected.toml").read_text())


@pytest.mark.parametrize("piece", CORPUS, ids=[piece.name for piece in CORPUS])
def test_comes_out_as_written(piece: Piece) -> None:
    found = parse(piece.raw)
    assert isinstance(found, Mail)
    assert found.said == piece.said
    assert found.sender == piece.sender
    assert found.sender_name == "梅"
    assert found.subject == piece.subject
    assert found.automatic == piece.automatic
    assert tuple(file.name for file in found.attachments) == piece.files
    assert [one.address for one in found.forwarded] == ([piece.passed_on] if piece.passed_on else [])
    assert incoming.language(found.said) == ("zh" if piece.language == "zh" else "en")


def test_is_large_enough() -> None:
    assert len({piece.name for piece in CORPUS}) == len(CORPUS) >= 200


@pytest.mark.parametrize("name", EXPECTED)
def test_letters_of_real_programs(name: str) -> None:
    found, expected = parse((LETTERS / f"{name}.eml").read_bytes()), EXPECTED[name]
    assert isinstance(found, Mail)
    assert found.said == expected["said"]
    assert (found.sender, found.sender_name, found.subject) == (expected["sender"], expected["name"], expected["subject"])
    assert (found.automatic or "person") == expected["kind"]
    assert incoming.language(found.said) == expected["language"]
    assert [[file.name, file.media_type] for file in found.attachments] == expected["files"]
    assert all(file.data for file in found.attachments)
    assert [one.address for one in found.forwarded] == ([expected["passed_on"]] if "passed_on" in expected else [])
    if gone := expected.get("gone"):
        assert gone in found.text
        assert gone not in found.said


def test_every_letter_is_in_the_table() -> None:
    assert sorted(path.stem for path in LETTERS.glob("*.eml")) == sorted(EXPECTED)
    assert len(EXPECTED) >= 20


def test_the_fork_of_an_apple_file_is_no_file() -> None:
    """AppleDouble: what only a Mac reads is dropped; a data fork of text stays a file and is nobody's words."""
    raw = (LETTERS / "apple_mail.eml").read_bytes()
    assert b"application/applefile" in raw
    found = parse(raw.replace(b"Content-Type: application/pdf;", b"Content-Type: text/plain;").replace(b"Content-Disposition: inline;\r\n\tfilename*=utf-8''relev%C3%A9%20bancaire.pdf\r\n", b""))
    assert isinstance(found, Mail)
    assert [file.name for file in found.attachments] == ["Screen Shot.png", "relevé bancaire.pdf"]
    assert "PDF" not in found.text

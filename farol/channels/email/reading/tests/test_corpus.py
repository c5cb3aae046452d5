"""E10: given mails of the world's programs, when read, then what each says comes out: words, files, subject, sender, who passed what on."""

import pytest

from farol.channels.email import incoming
from farol.channels.email.model import Mail
from farol.channels.email.reading.parse import parse

from .corpus import CORPUS, Piece


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

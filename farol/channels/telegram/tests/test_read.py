"""Every form of update that the documentation shows, read into what it says."""

import json
from pathlib import Path
from typing import Any

import msgspec
import pytest

from farol.channels.messengers.model import Happening
from farol.channels.telegram.adapter import TELEGRAM, updated
from farol.channels.telegram.tests.bots import connection

PAYLOADS = sorted((Path(__file__).parent / "payloads").glob("*.json"))


def shown(one: Happening) -> dict[str, Any]:
    """A happening with the parts that payloads name."""
    plain = msgspec.to_builtins(one)
    who = plain.get("who") or {}
    return {**plain, "room": getattr(one, "chat", None) and one.chat.room, "chat": one.chat.id, "parent": one.chat.parent, "who": who.get("id"), "steward": who.get("steward")}


def test_there_are_enough() -> None:
    assert len(PAYLOADS) >= 30


@pytest.mark.parametrize("path", PAYLOADS, ids=lambda path: path.stem)
def test_reads(path: Path) -> None:
    kept = json.loads(path.read_text("utf-8"))
    assert kept["source"].startswith("https://core.telegram.org/bots/api#")
    update = updated(kept["body"])
    found = [shown(one) for one in TELEGRAM.read(connection(), update)]
    assert [one["type"] for one in found] == [one["type"] for one in kept["expect"]]
    for one, wanted in zip(found, kept["expect"], strict=True):
        for name, value in wanted.items():
            if name == "files":
                assert len(one["files"]) == len(value)
                assert all(has.items() <= {"voice": False, **file}.items() for file, has in zip(one["files"], value, strict=True))
            else:
                assert one[name] == value, name


@pytest.mark.parametrize("body", [
    {"message": {"message_id": 1}}, {"message": {"message_id": 1, "chat": {"id": 5, "type": "private"}, "text": "x"}}, {"message": {"chat": 4}}, {"message": "x"},
    {"callback_query": {"id": "1", "data": "x", "message": {"chat": {"id": 1, "type": "moon"}}}}, {"my_chat_member": {"chat": {"id": 1, "type": "private"}}},
])  # fmt: skip
def test_other_forms_are_refused_with_a_reason(body: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match="an update"):
        TELEGRAM.read(connection(), updated({"update_id": 5, **body}))

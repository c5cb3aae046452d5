"""Webhook calls: whose they are, and what they hold."""

from datetime import UTC, datetime

import msgspec
import pytest

from farol.channels.messengers.adapter import Arrived, BadSignature
from farol.channels.telegram.adapter import TELEGRAM
from farol.channels.telegram.model import SECRET_HEADER, secret_of
from farol.channels.telegram.tests.bots import connection

NOW = datetime(2026, 1, 1, tzinfo=UTC)
CHAT = {"id": -100, "type": "supergroup"}


def arrived(body: bytes, secret: str | None = None) -> Arrived:
    """A call with the right secret, or another."""
    return Arrived("POST", {SECRET_HEADER: secret_of(connection()) if secret is None else secret}, {}, body)


@pytest.mark.parametrize("secret", ["", "x", "é", secret_of(connection())[:-1], secret_of(connection()).upper()])
def test_only_telegram_may_call(secret: str) -> None:
    with pytest.raises(BadSignature):
        TELEGRAM.take(connection(), arrived(b"{}", secret), NOW)


def test_another_token_has_another_secret() -> None:
    one, other = connection(), msgspec.structs.replace(connection(), secrets={"token": "7000000001:B" + "b" * 34})
    assert secret_of(one) != secret_of(other)
    assert len(secret_of(one)) == 64


def test_an_update_with_its_place_and_time() -> None:
    body = {"update_id": 7, "message": {"message_id": 1, "chat": CHAT, "date": 1763856000, "is_topic_message": True, "message_thread_id": 4, "text": "x"}}
    (update,) = TELEGRAM.take(connection(), arrived(msgspec.json.encode(body)), NOW).updates
    assert (update.id, update.chat, update.order) == ("7", "-100", 7)
    assert update.at == datetime(2025, 11, 23, 0, 0, tzinfo=UTC)


def test_a_button_is_acknowledged_in_the_answer() -> None:
    body = {"update_id": 8, "callback_query": {"id": "42", "from": {"id": 5}, "message": {"message_id": 1, "chat": CHAT, "date": 0}, "data": "x"}}
    taken = TELEGRAM.take(connection(), arrived(msgspec.json.encode(body)), NOW)
    assert msgspec.json.decode(taken.body) == {"method": "answerCallbackQuery", "callback_query_id": "42"}
    assert taken.updates[0].chat == "-100"


@pytest.mark.parametrize("body", [b"", b"x", b"[]", b'"x"', b"{}", b'{"update_id": "7"}', b'{"update_id": true}', b'{"update_id": -1}', b'\xff\xfe'])
def test_what_is_no_update_is_refused_with_a_reason(body: bytes) -> None:
    with pytest.raises(ValueError, match=r"not JSON|no update_id"):
        TELEGRAM.take(connection(), arrived(body), NOW)

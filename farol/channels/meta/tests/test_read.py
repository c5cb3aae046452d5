"""Every recorded payload says what it should; what Meta did not sign is not heard."""

from pathlib import Path
from typing import Any

import msgspec
import pytest

from farol.app.demo.doors.platforms import meta
from farol.channels.messengers.adapter import ADAPTERS, Arrived, BadSignature
from farol.kit import clock
from tests.stand_ins.platform import connection, heard, payloads

FILES = payloads(Path(__file__).parent)


def ours(name: str) -> Any:
    channel = FILES[name]["channel"]
    account = {"messenger": {"page_id": meta.PAGE}, "instagram": {"account_id": meta.ACCOUNT}, "whatsapp": {"phone_number_id": meta.PHONE}}[channel]
    return connection(channel, **account, token=meta.TOKEN, app_secret=meta.SECRET, verify_token=meta.VERIFY)


def arrived(name: str) -> Arrived:
    request = FILES[name]["request"]
    body = msgspec.json.encode(request.get("body")) if "body" in request else b""
    return Arrived(request["method"], meta.Meta().signed(body), request.get("query", {}), body)


def read(name: str) -> Any:
    of = ours(name)
    return heard(ADAPTERS[of.channel], of, arrived(name), clock.now())


@pytest.mark.parametrize("name", FILES)
def test_a_recorded_payload_says_what_it_should(name: str) -> None:
    wanted = FILES[name]["says"]
    if isinstance(wanted, dict):
        with pytest.raises(ValueError, match=wanted["refused"][:40]):
            read(name)
    else:
        assert read(name) == wanted


@pytest.mark.parametrize("name", [name for name in FILES if "body" in FILES[name]["request"]])
def test_one_changed_byte_is_a_bad_signature(name: str) -> None:
    request = arrived(name)
    changed = msgspec.structs.replace(request, body=request.body + b" ")
    with pytest.raises(BadSignature):
        heard(ADAPTERS[ours(name).channel], ours(name), changed, clock.now())
    with pytest.raises(BadSignature):
        heard(ADAPTERS[ours(name).channel], ours(name), msgspec.structs.replace(request, headers={}), clock.now())

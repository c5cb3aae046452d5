"""Recordings and logs that people attach: nothing that lets somebody in is left in them."""

import base64
import gzip
import json
import random
from typing import Any

import pytest

from farol.core.shield.har import GONE, address, sanitised
from farol.core.shield.wash import washed

CANARIES = 200


def canaries() -> list[str]:
    source = random.Random(6)
    return [f"cnry{source.randrange(16**12):012x}{number:03}" for number in range(CANARIES)]


def jwt(canary: str) -> str:
    def part(value: dict[str, str]) -> str:
        return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")

    return f"{part({'alg': 'HS256'})}.{part({'sub': canary, 'jti': canary})}.{part({'s': canary})}"


def body(canary: str, way: int) -> dict[str, Any]:
    plain = json.dumps({"localStorage": {"session": canary, "wallet": {"seed": canary}}})
    zipped = base64.b64encode(gzip.compress(plain.encode())).decode()
    return [{"text": plain}, {"text": zipped, "encoding": "base64"}, {"text": base64.b64encode(plain.encode()).decode(), "encoding": "base64"},
            {"text": f'--x\r\nContent-Disposition: form-data; name="SAMLResponse"\r\n\r\n{canary}\r\n--x--'}][way % 4]  # fmt: skip


def entry(given: list[str]) -> dict[str, Any]:
    a, b, c, d, e, f, g, h, i, j = given
    return {
        "startedDateTime": "2026-11-22T10:00:00.000Z", "time": 12.5, "comment": a, "_initiator": {"url": f"https://x.example/{a}"}, "connection": a,
        "serverIPAddress": "192.0.2.1",
        "request": {
            "method": "POST", "httpVersion": "HTTP/2", "url": f"https://user:{b}@api.example.com/v1/reset/{b}?token={c}&code={c}#{c}",
            "headers": [{"name": "Authorization", "value": f"Bearer {jwt(d)}"}, {"name": "Cookie", "value": f"sid={e}; csrf={e}"},
                        {"name": "X-CSRF-Token", "value": e}, {"name": "Content-Type", "value": f"application/json; x={e}"}, {"name": f"x-{e}", "value": "1"}],
            "cookies": [{"name": "sid", "value": f, "path": f"/{f}"}], "queryString": [{"name": "token", "value": c}, {"name": c, "value": "1"}],
            "postData": {"mimeType": "application/x-www-form-urlencoded", "text": f"SAMLResponse={g}&RelayState={g}", "params": [{"name": "p", "value": g}]},
            "headersSize": 100, "bodySize": 10},
        "response": {
            "status": 302, "statusText": h, "httpVersion": "HTTP/2", "redirectURL": f"https://x.example/cb?id_token={jwt(h)}",
            "headers": [{"name": "Set-Cookie", "value": f"session={i}; HttpOnly"}, {"name": "Location", "value": f"/cb?code={i}"}, {"name": "ETag", "value": i}],
            "cookies": [{"name": "session", "value": i}], "content": {"size": 10, "mimeType": "application/json", **body(j, len(j) + int(j[-1]))},
            "headersSize": 1, "bodySize": 1},
        "cache": {"beforeRequest": {"eTag": j}}, "timings": {"send": 1, "wait": 2, "receive": 3, "comment": j}}  # fmt: skip


def recording(given: list[str]) -> dict[str, Any]:
    entries = [entry(given[at : at + 10]) for at in range(0, len(given), 10)]
    return {"log": {
        "version": "1.2", "creator": {"name": "WebInspector", "version": "537.36", "comment": given[0]}, "_dump": given,
        "pages": [{"id": "page_1", "startedDateTime": "2026-11-22T10:00:00.000Z", "title": f"https://x.example/?t={given[1]}", "pageTimings": {"onLoad": 3}}],
        "entries": entries, "comment": given[2]}}  # fmt: skip


def test_of_two_hundred_canaries_in_a_recording_none_is_left() -> None:
    given = canaries()
    made = washed(json.dumps(recording(given)).encode())
    assert [one for one in given if one.encode() in made] == []
    assert not [one for one in given if base64.b64encode(one.encode()).rstrip(b"=")[:12] in made]
    assert b"eyJ" not in made


def test_what_support_reads_stays() -> None:
    made = sanitised(recording(canaries()))["log"]
    first = made["entries"][0]
    assert first["request"]["url"] == f"https://api.example.com/v1/reset/{GONE}?token={GONE}&code={GONE}"
    assert (first["request"]["method"], first["response"]["status"], first["time"], first["timings"]["wait"]) == ("POST", 302, 12.5, 2)
    assert {"name": "Content-Type", "value": "application/json"} in first["request"]["headers"]
    assert {"name": "Authorization", "value": GONE} in first["request"]["headers"]
    assert made["pages"][0]["id"] == "page_1"


def test_a_recording_that_is_broken_is_still_taken_apart() -> None:
    strange = {"log": {"entries": [None, 3, {"request": [], "response": {"headers": ["x", {"name": 3}], "content": "secret-canary"}}], "pages": "secret-canary"}}
    assert "secret-canary" not in json.dumps(sanitised(strange))
    assert address("data:text/plain,canary") == address("http://[bad") == address(None) == GONE


LINES = (
    "GET /a HTTP/1.1\n> Authorization: Bearer {}\n", "< Set-Cookie: sid={}; Path=/\n", '  "cookie": "a=b; session={}",\n', "X-CSRF-Token: {}\n",
    "2026-11-22 10:00:00 GET https://x.example/cb?code={}&state=1\n", '{{"access_token": "{}", "expires": 3600}}\n', "refresh_token={}\n", "password={}\n",
    "SAMLResponse={}\n", "localStorage: {{'sessionid': '{}'}}\n",
)  # fmt: skip


def test_of_two_hundred_canaries_in_a_log_none_is_left() -> None:
    given = canaries()
    text = "".join(LINES[number % len(LINES)].format(canary) + f"INFO step {number} ok\n" for number, canary in enumerate(given))
    made = washed(text.encode())
    assert [one for one in given if one.encode() in made] == []
    assert made.count(b"INFO step") == CANARIES


@pytest.mark.parametrize("plain", [
    b"txid,amount\n0x9f3c8e0b7a6d5c4e3f2a1b0c9d8e7f6a5b4c3d2e1f0a9b8c7d6e5f4a3b2c1d0e,12.5\n", "到账时间 10:00\r\n订单号 202611221234567890\r\n".encode(),
    b"\xff\xfe\x00bad bytes \x80\n", b"", "\ufeff{\"a\": [1, 2]}".encode(),
])  # fmt: skip
def test_a_file_without_secrets_keeps_every_byte(plain: bytes) -> None:
    assert washed(plain) == plain


def test_a_seed_phrase_in_a_text_file_goes() -> None:
    made = washed(b"notes\nabandon ability able about above absent absorb abstract absurd abuse access accident\nend\n")
    assert b"[seed phrase removed]" in made
    assert b"abandon" not in made

"""What people and programs really send: nothing, far too much, bytes, wrong types, other scripts. Words are kept as typed."""

from typing import Any
from urllib.parse import quote
from uuid import uuid4

import pytest

from tests.security.scene import Scene, listed
from tests.security.test_assignment import who_may
from tests.security.test_objects import things
from tests.sizes import some

AS_TYPED = (
    "مرحبا، لم يصل الإيداع", "שלום 123 עולם", "\u202eabc\u202c", "a\u200bb\u200cc\u200dd", "👨‍👩‍👧‍👦 🇨🇳 👍🏽", "e\u0301 é ｅ", "ﷺ", "Z̸̡̛a̷l̶g̴o̵", "รอสักครู่ครับ", "ยินดี\u200b", "नमस्ते", "𠮷野家", "ffi ﬃ",
    "line one\nline two\r\nline three", "tab\there", "  spaces  within  ", "\u2028separators\u2029", "𝕌𝕊𝔻𝕋", "\U000e0041tags", "\ufeffmark", "￼", "💩" * 100, "ı İ ß ẞ", "1️⃣", "\u0007bell", "�",
)


@pytest.mark.parametrize("text", AS_TYPED, ids=ascii)
async def test_words_are_kept_as_typed(scene: Scene, text: str) -> None:
    """Only the blanks around them go. Direction marks and joiners stay: the screen decides, not the store."""
    mei = scene.things["visitor"]
    await scene.world.say(mei["client"], mei["ticket_id"], text)
    shown = (await mei["client"].ok("GET", f"/tickets/{mei['ticket_id']}"))["messages"]
    assert text.strip() in [m["body"] for m in shown]


BODIES: dict[str, tuple[bytes, str]] = {
    "nothing": (b"", "application/json"), "nothing, of no type": (b"", ""), "a megabyte": (b'{"body":"' + b"a" * 2**20 + b'"}', "application/json"),
    "bytes": (bytes(range(256)) * 20, "application/json"), "bytes as bytes": (bytes(range(256)), "application/octet-stream"), "a form": (b"a=1&b=2", "application/x-www-form-urlencoded"),
    "a form of parts": (b'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n--x--\r\n', "multipart/form-data; boundary=x"), "parts without end": (b"--x\r\n", "multipart/form-data; boundary=x"),
    "parts without boundary": (b"--x", "multipart/form-data"), "packed": (b"\x81\xa1a\x01", "application/x-msgpack"), "xml": (b"<a/>", "application/xml"), "yaml": (b"a: 1", "application/yaml"),
    "another charset": ('{"body":"é"}'.encode("latin-1"), "application/json; charset=latin-1"), "squeezed": (b"\x1f\x8b\x08\x00\x00", "application/json"), "a strange type": (b"{}", "x" * 500),
    "parts of a thousand": (b"".join(b'--x\r\ncontent-disposition: form-data; name="a"\r\n\r\n1\r\n' for _ in range(1000)) + b"--x--\r\n", "multipart/form-data; boundary=x"),
    "a null": (b"null", "application/json"), "a list": (b"[]", "application/json"), "a text": (b'"x"', "application/json"), "a number": (b"1", "application/json"),
    "a boundary too long": (b"--x", "multipart/form-data; boundary=" + "b" * 5000), "a path as boundary": (b"--../x", 'multipart/form-data; boundary="../x"'),
}


@pytest.mark.parametrize("name", BODIES)
async def test_a_wrong_body_is_a_refusal(scene: Scene, name: str) -> None:
    """On a quarter of the routes that take one, on every route a quarter of them: an answer of 4xx with a code, and nothing happens."""
    before, wrong = await scene.state(), []
    content, kind = BODIES[name]
    for route in some((r for r in scene.routes if r.method in ("POST", "PUT", "PATCH") and (r.body or "/my/" in r.path)), 4, list(BODIES).index(name)):
        if route.path == "/my/session/end":
            continue
        who = "mei" if route.audience == "pages" else who_may(route)
        answer = await scene.ask(who, route, route.address(**things(scene, "mei")), content=content, headers={"content-type": kind} if kind else {})
        if not 400 <= answer.status_code < 500:
            wrong.append((route.key, answer.status_code, answer.text[:200] if route.audience != "pages" else ""))
    assert not wrong, listed(wrong)
    assert await scene.state() == before


WRONG: list[Any] = [None, True, 1, 1.5, "", "x", [], {}, [[]], {"a": 1}, -1, 2**70, "\x00"]


@pytest.mark.parametrize("value", WRONG, ids=repr)
async def test_a_wrong_type_in_any_field_is_a_refusal(scene: Scene, value: object) -> None:
    from tests.security.inventory import fields
    from tests.security.scene import sample

    wrong = []
    for number, route in enumerate(r for r in scene.routes if r.body):
        assert route.body
        for name, _ in some((one for one in fields(route.body) if "." not in one[0]), 5, number + [repr(one) for one in WRONG].index(repr(value))):
            answer = await scene.ask(who_may(route), route, route.address(**things(scene, "mallory" if route.audience == "customer" else "mei") | {"ticket_id": 987_654_321}),
                                     json={**sample("", {})[route.key], name: value})
            if answer.status_code >= 500:
                wrong.append((route.key, name, answer.status_code))
    assert not wrong, listed(wrong)


NUMBERS = ("-1", "0", str(2**31), str(2**53), str(2**63), "9" * 30, "1e9", "NaN", "-0", "٣")


@pytest.mark.parametrize("number", NUMBERS)
async def test_a_number_out_of_range_in_any_address_is_no_fault(scene: Scene, number: str) -> None:
    """In every name and every query of every read."""
    wrong = []
    for turn, route in enumerate(r for r in scene.routes if not r.writes):
        who = "mei" if route.audience != "console" else who_may(route)
        for name in some((*route.query, *route.names), 3, turn + NUMBERS.index(number)):
            values, query = {n: quote(str(v), safe="") for n, v in things(scene, who).items()}, {}
            if name in route.names:
                values[name] = quote(number, safe="")
            else:
                query[name] = number
            answer = await scene.ask(who, route, route.address(**values), params=query)
            if answer.status_code >= 500:
                wrong.append((route.key, name, answer.status_code))
    assert not wrong, listed(wrong)


async def test_a_hundred_attachments(scene: Scene) -> None:
    """In words, and none of them is touched."""
    mei = scene.things["mei"]
    answer = await mei["client"].post(f"/tickets/{mei['ticket_id']}/messages", json={"client_id": str(uuid4()), "body": "look", "files": [str(uuid4()) for _ in range(100)]})
    assert (answer.status_code, answer.json()["code"]) == (422, "too_many_files")
    assert "10" in answer.json()["detail"]


async def test_a_hundred_files_in_a_form(scene: Scene) -> None:
    parts = [("files", (f"{i}.txt", b"words", "text/plain")) for i in range(100)]
    route = scene.route("POST /my/tickets/{number}/messages")
    before = await scene.state()
    answer = await scene.ask("mei", route, route.address(**scene.things["mei"]), data={"body": "look"}, files=parts)
    assert 400 <= answer.status_code < 500
    assert await scene.state() == before

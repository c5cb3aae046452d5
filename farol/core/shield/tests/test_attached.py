"""A text file is kept without the secrets in it."""

import json

from farol.core.shield.tests.test_wash import canaries, recording
from tests.world import World


async def kept(world: World, name: str, declared: str, body: bytes) -> bytes:
    mei = await world.customer()
    answer = await mei.post("/files", content=body, headers={"x-file-name": name, "content-type": declared})
    assert answer.status_code in (200, 201), answer.text
    key = await world.kit.db.fetchval("select key from file where id = $1", answer.json()["id"])
    return await world.kit.files.read(key)


async def test_a_recording_is_kept_without_what_lets_somebody_in(world: World) -> None:
    given = canaries()
    for name, declared in (("a.har", "application/json"), ("a.har", ""), ("a.dump", "application/octet-stream")):
        made = await kept(world, name, declared, json.dumps(recording(given)).encode())
        assert [one for one in given if one.encode() in made] == []
        assert b'"entries"' in made


async def test_a_clean_text_is_kept_byte_for_byte(world: World) -> None:
    body = "到账时间 10:00\r\ntxid 9f3c\r\n".encode()
    assert await kept(world, "a.txt", "text/plain", body) == body


async def test_a_text_that_is_too_long_is_refused(world: World) -> None:
    mei = await world.customer()
    answer = await mei.post("/files", content=b"line of a log\n" * 350_000, headers={"x-file-name": "a.log", "content-type": "text/plain"})
    assert answer.json()["why"] == "text_too_long"

"""Command lines, logs and JSON within JSON: what lets somebody in goes, in a message and in a file, and sentences about it stay."""

import pytest

from farol.core.shield import scrub
from farol.core.shield.wash import washed
from tests.world import World

from .test_attached import kept

SECRET = "cnry7Kd93Xq2LmZ0pV8t"
PASTED = (
    f"curl -X POST https://api.example.com/v1/order -H 'Authorization: Bearer {SECRET}'",
    f"curl https://api.example.com -H \"Authorization: Basic {SECRET}==\" -d '{{}}'",
    f"curl https://api.example.com -H 'authorization: {SECRET}'",
    f"curl 'https://x.example/me' -b 'lang=en; sid={SECRET}; theme=dark'",
    f"curl --cookie \"session={SECRET}\" https://x.example",
    f"curl -u mei:{SECRET} https://x.example/api",
    f"curl --oauth2-bearer {SECRET} https://x.example",
    f"curl -H 'X-MBX-APIKEY: {SECRET}' https://x.example",
    f"curl -H 'OK-ACCESS-SIGN: {SECRET}' https://x.example",
    f'{{"body": "{{\\"token\\":\\"{SECRET}\\",\\"n\\":1}}"}}',
    f'2026-11-22 10:00 INFO sent {{\\"access_token\\": \\"{SECRET}\\"}}',
    f'"{{\\\\\\"refresh_token\\\\\\":\\\\\\"{SECRET}\\\\\\"}}"',
    f"fetch('https://x.example', {{headers: {{'authorization': 'HMAC {SECRET}', 'accept': '*/*'}}}})",
    f'$session.Cookies.Add((New-Object System.Net.Cookie("sid", "{SECRET}", "/", "x.example")))',
    f"[10:00:01] DEBUG request headers: Cookie: a=b; token={SECRET}",
    f"Set-Cookie: sid={SECRET}; HttpOnly; Path=/",
)
TALK = (
    "the Authorization: header is missing in your docs", "which cookie: the session one or the other?", "do I need the header authorization = bearer for this call",
    "docker run -u 1000:1000 farol", "ls -b and then -u again", "x-request-key is what I see", "the api key: where do I find it?", "Cookie: please explain",
    "error {\\\"code\\\":\\\"-2015\\\",\\\"msg\\\":\\\"Invalid API-key, IP, or permissions\\\"}", "authorization: denied by the bank since yesterday",
)


@pytest.mark.parametrize("pasted", PASTED)
def test_in_a_message_and_in_a_file_it_goes(pasted: str) -> None:
    assert SECRET not in scrub(f"my bot fails with this:\n{pasted}\nwhat now").text
    assert SECRET not in scrub(pasted).text
    assert SECRET.encode() not in washed(f"line one\n{pasted}\nline two\n".encode())


@pytest.mark.parametrize("said", TALK)
def test_talk_about_it_stays(said: str) -> None:
    assert scrub(said).text == said


@pytest.mark.parametrize("pasted", PASTED)
def test_scrubbing_again_changes_nothing(pasted: str) -> None:
    once = scrub(pasted).text
    assert scrub(once).text == once


async def test_what_staff_upload_is_washed_as_well(world: World) -> None:
    ana = await world.staff()
    body = f"line one\n{PASTED[0]}\nline two\n".encode()
    answer = await ana.post("/files", content=body, headers={"x-file-name": "a.log", "content-type": "text/plain"})
    assert answer.status_code in (200, 201), answer.text
    key = await world.kit.db.fetchval("select key from file where id = $1", answer.json()["id"])
    stored = await world.kit.files.read(key)
    assert SECRET.encode() not in stored
    assert b"line two" in stored
    assert SECRET.encode() not in await kept(world, "b.log", "text/plain", body)

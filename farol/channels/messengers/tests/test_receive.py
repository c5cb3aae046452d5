"""What comes in over a messenger: once, in order, in one ticket, or put aside with the reason."""

from farol.channels.messengers.tests.conftest import Bench
from tests.stand_ins.fake_platform import said, sign
from tests.world import later


async def test_words_open_a_ticket_and_further_words_join_it(bench: Bench) -> None:
    await bench.hear(said(1, "My deposit is missing"))
    await bench.hear(said(2, "It was 100 USDT"))
    rows = [row for row in await bench.messages() if row["author_kind"] == "customer"]
    assert [row["body"] for row in rows] == ["My deposit is missing", "It was 100 USDT"]
    assert len({row["ticket_id"] for row in rows}) == 1
    assert {row["channel"] for row in rows} == {"fake"}


async def test_a_copy_is_one(bench: Bench) -> None:
    for _ in range(3):
        await bench.hear(said(1, "Hello"), said(1, "Hello"))
    assert len([row for row in await bench.messages() if row["author_kind"] == "customer"]) == 1


async def test_a_chat_is_read_in_the_platforms_order(bench: Bench) -> None:
    for n in (3, 1, 2):
        assert (await bench.tell(said(n, f"word {n}", order=n))).status_code == 200
    await bench.work()
    assert [row["body"] for row in await bench.messages() if row["author_kind"] == "customer"] == ["word 1", "word 2", "word 3"]


async def test_a_forged_request_is_refused_and_kept_nowhere(bench: Bench) -> None:
    body = b'{"updates": []}'
    answer = await bench.hooks.post(f"/hooks/fake/{bench.token}", content=body, headers={"x-signature": sign(body, "another")})
    assert answer.status_code == 401
    assert await bench.kit.db.fetchval("select count(*) from update_in") == 0
    assert await bench.kit.db.fetchval("select n from connection_day where kind = 'refused'") == 1


async def test_nobodys_address_is_not_there(bench: Bench) -> None:
    for path in ("/hooks/fake/" + "x" * 32, f"/hooks/nothing/{bench.token}", "/hooks/fake/x"):
        assert (await bench.hooks.post(path, content=b"{}")).status_code == 404


async def test_a_handshake_is_answered(bench: Bench) -> None:
    answer = await bench.hooks.get(f"/hooks/fake/{bench.token}", params={"challenge": "42"})
    assert (answer.status_code, answer.text) == (200, "42")


async def test_what_cannot_be_read_is_put_aside_with_the_reason_and_others_go_on(bench: Bench) -> None:
    lead = await bench.world.staff(bench_duty())
    body = b"no json"
    assert (await bench.hooks.post(f"/hooks/fake/{bench.token}", content=body, headers={"x-signature": sign(body)})).status_code == 200
    await bench.hear({"id": "odd", "chat": "100", "kind": "what"}, said(2, "Still here"))
    assert [row["body"] for row in await bench.messages() if row["author_kind"] == "customer"] == ["Still here"]
    found = (await lead.ok("GET", "/channels/updates"))["updates"]
    assert sorted(one["reason"] for one in found) == ["no list of updates (DecodeError)", "unknown kind 'what'"]
    await lead.ok("POST", f"/channels/updates/{found[0]['id']}/decision", json={"what": "drop"})
    assert (await lead.post(f"/channels/updates/{found[0]['id']}/decision", json={"what": "drop"})).status_code == 409
    await lead.ok("POST", f"/channels/updates/{found[1]['id']}/decision", json={"what": "retry"})
    await bench.work()
    assert [one["id"] for one in (await lead.ok("GET", "/channels/updates"))["updates"]] == [found[1]["id"]]


async def test_an_update_that_does_not_go_through_is_put_aside_after_tries(bench: Bench, monkeypatch: object) -> None:
    await bench.tell({**said(1, "x"), "who": ""}, said(2, "other chat", chat="200", who="8"))
    await bench.kit.db.execute("alter table contact add constraint planted check (external_id <> '')")
    try:
        for _ in range(6):
            await bench.work()
            await bench.due()
        await bench.work()
    finally:
        await bench.kit.db.execute("alter table contact drop constraint planted")
    assert await bench.kit.db.fetchval("select state from update_in where external_id = '100-1-'") == "parked"
    assert [row["body"] for row in await bench.messages() if row["author_kind"] == "customer"] == ["other chat"]


async def test_secrets_are_masked_before_anything_is_kept_and_the_customer_is_told(bench: Bench) -> None:
    words = "legal winner thank year wave sausage worth useful legal winner thank yellow"
    await bench.hear(said(1, f"my phrase: {words}"))
    assert not await bench.kit.db.fetchval("select count(*) from update_in where body::text like '%sausage%'")
    bodies = [row["body"] for row in await bench.messages()]
    assert not any("sausage" in body for body in bodies)
    assert any(row["author_kind"] == "system" and not row["internal"] for row in await bench.messages()), "the customer is told what to do"


async def test_an_old_replay_is_refused(bench: Bench) -> None:
    update = said(1, "old", at="2026-11-01T10:00:00+00:00")
    later(days=60)
    assert (await bench.tell(update)).status_code == 200
    assert await bench.kit.db.fetchval("select count(*) from update_in") == 0
    assert await bench.kit.db.fetchval("select n from connection_day where kind = 'stale'") == 1


async def test_files_come_with_the_words_and_voice_notes_tell_their_length(bench: Bench) -> None:
    bench.server.files = {"a": b"hello", "v": b"OggS" + b"\0" * 60}
    await bench.hear(said(1, "see", files=[{"ref": "a", "name": "a.txt", "media_type": "text/plain"}]))
    await bench.hear(said(2, "", files=[{"ref": "v", "name": "", "media_type": "audio/ogg", "voice": True, "seconds": 72}]))
    await bench.hear(said(3, "lost", files=[{"ref": "gone", "name": "b.txt", "media_type": "text/plain"}]))
    names = [row["name"] for row in await bench.kit.db.fetch("select name from file order by at")]
    assert names[:1] == ["a.txt"]
    assert any(name.startswith("voice 1-12") for name in names) or any("voice 1-12" in row["body"] for row in await bench.messages())
    [lost] = await bench.noted()
    assert lost["what"] == "lost"
    assert [sorted(one) for one in lost["lost"]] == [["en", "zh"]]
    assert lost["lost"][0]["zh"].startswith("b.txt: ")


async def test_an_album_is_one_message(bench: Bench) -> None:
    bench.server.files = {"a": b"one", "b": b"two"}
    files = [[{"ref": key, "name": f"{key}.txt", "media_type": "text/plain"}] for key in "ab"]
    await bench.tell(said(1, "both", files=files[0], album="9"), said(2, "", files=files[1], album="9"))
    await bench.kit.db.execute("update update_in set at = at - interval '5 seconds'")
    await bench.work()
    rows = [row for row in await bench.messages() if row["author_kind"] == "customer"]
    assert [(row["body"], len(row["files"])) for row in rows] == [("both", 2)]


async def test_an_edit_is_said_anew_and_noted_once_and_what_was_said_stays(bench: Bench) -> None:
    await bench.hear(said(1, "txid 1111"))
    await bench.hear(said(1, "txid 2222", edited=True))
    await bench.hear(said(1, "txid 2222", edited=True))
    bodies = [(row["author_kind"], row["internal"], row["body"]) for row in await bench.messages()]
    assert ("customer", False, "txid 1111") in bodies
    assert [body for kind, _, body in bodies if kind == "customer"] == ["txid 1111", "(edited) txid 2222"]
    assert not any(internal for _, internal, _ in bodies)
    assert [(one["what"], one["message_seq"]) for one in await bench.noted()] == [("edited", (await bench.messages())[0]["seq"])]


async def test_what_was_taken_back_stays_and_is_marked(bench: Bench) -> None:
    await bench.hear(said(1, "secret plan"))
    await bench.hear({"id": "r1", "chat": "100", "who": "7", "kind": "removed", "message": 1})
    assert any(row["body"] == "secret plan" for row in await bench.messages())
    assert [(one["what"], one["channel"], one["message_seq"]) for one in await bench.noted()] == [("removed", "fake", (await bench.messages())[0]["seq"])]


async def test_who_blocks_us_is_shown_in_the_ticket(bench: Bench) -> None:
    await bench.hear(said(1, "hello"))
    await bench.hear({"id": "s1", "chat": "100", "who": "7", "kind": "standing", "here": False})
    assert [one["what"] for one in await bench.noted()] == ["left"]


def bench_duty() -> object:
    """The duty manager, who may decide."""
    from farol.app.demo import cast
    return next(one for one in cast.STAFF if one.role == "duty")

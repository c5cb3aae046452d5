"""What we say at Telegram, seen by a stand-in that takes only what the documentation allows."""

import pytest

from farol.app.demo.doors.platforms.telegram import Telegram
from farol.channels.connections.elsewhere import Away, Refused, Revoked
from farol.channels.messengers.model import Attached, Chat, Choice, Parcel
from farol.channels.telegram.adapter import TELEGRAM
from farol.channels.telegram.tests.bots import connection
from farol.kit.core import Kit

MEI = Chat("5123456789", "private")


async def test_words_with_buttons_and_an_answer(kit: Kit, telegram: Telegram) -> None:
    question = await telegram.says(telegram.bot(), 5123456789, "提币没到")
    parcel = Parcel("k1", "**Frozen?** See <here>", choices=(Choice("Yes", "yes"), Choice("Open", link="https://x.example"), Choice("字" * 5, "字" * 30)), reply_to=str(question["message_id"]))
    sent = await TELEGRAM.send(kit, connection(), MEI, parcel)
    message = telegram.messages[5123456789][int(sent.messages[0])]
    assert message["text"] == "Frozen? See <here>\n• 字字字字字"
    assert message["reply_to_message"]["message_id"] == question["message_id"]
    assert message["reply_markup"]["inline_keyboard"] == [[{"text": "Yes", "callback_data": "yes"}], [{"text": "Open", "url": "https://x.example"}]]
    assert telegram.asked[-1][1]["link_preview_options"] == {"is_disabled": True}


async def test_long_words_go_in_pieces_and_a_further_try_says_only_the_rest(kit: Kit, telegram: Telegram) -> None:
    parcel = Parcel("k2", "\n\n".join(["字" * 3000, "b" * 3000, "c" * 3000]))
    telegram.fail("sendPhoto", 500, "never")
    sent = await TELEGRAM.send(kit, connection(), MEI, parcel)
    assert len(sent.messages) == 3
    telegram.messages[5123456789].clear()
    telegram.fail("sendMessage", 429, "Too Many Requests: retry after 7", retry_after=7)
    with pytest.raises(Away) as waits:
        await TELEGRAM.send(kit, connection(), MEI, Parcel("k3", parcel.markdown))
    assert waits.value.after_s == 7
    telegram._fail.clear()
    await TELEGRAM.send(kit, connection(), MEI, Parcel("k3", parcel.markdown))
    assert len(telegram.messages[5123456789]) == 3


async def test_what_went_before_a_failure_is_not_said_twice(kit: Kit, telegram: Telegram) -> None:
    file = Attached(await kit.files.put(b"%PDF-1.4"), "a.pdf", "application/pdf", 8)
    parcel = Parcel("k4", "x" * 2000, files=(file,))
    telegram.fail("sendDocument", 502, "Bad Gateway")
    with pytest.raises(Away):
        await TELEGRAM.send(kit, connection(), MEI, parcel)
    sent = await TELEGRAM.send(kit, connection(), MEI, parcel)
    assert len(sent.messages) == 2
    assert telegram.said_in(5123456789) == ["x" * 2000]


async def test_files_by_their_type(kit: Kit, telegram: Telegram) -> None:
    files = [Attached(await kit.files.put(name.encode()), name, kind, 5) for name, kind in (("a.png", "image/png"), ("v.ogg", "audio/ogg"), ("d.csv", "text/csv"))]
    await TELEGRAM.send(kit, connection(), MEI, Parcel("k5", "three", files=tuple(files)))
    assert [method for method, _ in telegram.asked] == ["sendMessage", "sendPhoto", "sendVoice", "sendDocument"]
    await TELEGRAM.send(kit, connection(), MEI, Parcel("k6", "**one**", files=(files[0],)))
    assert telegram.asked[-1][1]["caption"] == "<b>one</b>"
    assert telegram.asked[-1][1]["photo"] == b"a.png"


async def test_markup_that_telegram_cannot_read_goes_plain(kit: Kit, telegram: Telegram) -> None:
    telegram.fail("sendMessage", 400, "Bad Request: can't parse entities: Unsupported start tag \"x\" at byte offset 0")
    await TELEGRAM.send(kit, connection(), MEI, Parcel("k7", "**a** [b](https://x.example)"))
    assert telegram.said_in(5123456789) == ["a b (https://x.example)"]


@pytest.mark.parametrize(("status", "said", "kind", "code"), [
    (403, "Forbidden: bot was blocked by the user", Refused, "blocked"), (403, "Forbidden: user is deactivated", Refused, "gone"),
    (403, "Forbidden: bot can't initiate conversation with a user", Refused, "never_wrote"), (403, "Forbidden: bot was kicked from the supergroup chat", Refused, "kicked"),
    (400, "Bad Request: chat not found", Refused, "gone"), (401, "Unauthorized", Revoked, ""), (404, "Not Found", Revoked, ""), (500, "Internal Server Error", Away, ""),
    (400, "Bad Request: something new", Refused, "400"),
])  # fmt: skip
async def test_refusals(kit: Kit, telegram: Telegram, status: int, said: str, kind: type[Exception], code: str) -> None:
    telegram.fail("sendMessage", status, said)
    with pytest.raises(kind) as refused:
        await TELEGRAM.send(kit, connection(), MEI, Parcel(f"r{said}", "x"))
    assert getattr(refused.value, "code", "") == code
    assert connection().value("token") not in str(refused.value)


async def test_a_group_that_became_a_supergroup_is_followed(kit: Kit, telegram: Telegram) -> None:
    telegram.fail("sendMessage", 400, "Bad Request: group chat was upgraded to a supergroup chat", migrate_to_chat_id=-1001234567890)
    await TELEGRAM.send(kit, connection(), Chat("-40123", "group"), Parcel("k8", "x"))
    assert telegram.said_in(-1001234567890) == ["x"]


async def test_a_topic_gets_its_answer(kit: Kit, telegram: Telegram) -> None:
    await TELEGRAM.send(kit, connection(), Chat("-1001234567890/45", "group", parent="-1001234567890"), Parcel("k9", "x"))
    assert telegram.asked[-1][1]["message_thread_id"] == 45


async def test_a_file_is_fetched_up_to_its_cap(kit: Kit, telegram: Telegram) -> None:
    ref = telegram.file(b"x" * 5000)
    assert await TELEGRAM.fetch(kit, connection(), ref, 10_000) == b"x" * 5000
    for most, file in ((4000, ref), (50_000_000, telegram.file(b"y" * (20 * 1024 * 1024 + 1), "videos/file_2.mp4"))):
        with pytest.raises(Refused) as refused:
            await TELEGRAM.fetch(kit, connection(), file, most)
        assert refused.value.code == "too_large"


async def test_telegram_away(kit: Kit, telegram: Telegram) -> None:
    telegram._server.close()
    await telegram._server.wait_closed()
    with pytest.raises(Away):
        await TELEGRAM.send(kit, connection(), MEI, Parcel("k10", "x"))


def test_deep_links() -> None:
    assert TELEGRAM.link(connection(), "abc_-9") == "https://t.me/farol_bot?start=abc_-9"
    with pytest.raises(ValueError, match="1 to 64"):
        TELEGRAM.link(connection(), "a" * 65)

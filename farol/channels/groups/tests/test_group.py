"""What happens to posts in a group, at a Telegram that validates every call."""

import msgspec

from farol.channels.groups.tests.conftest import BOB, EVE, GROUP, MEI, SOL, Bench
from tests import articles

PHOTO = {"file_id": "p1", "file_unique_id": "p1", "width": 90, "height": 90}
SEED = "legal winner thank year wave sausage worth useful legal winner thank yellow"


async def deeds(bench: Bench, group: int = GROUP) -> list[dict[str, object]]:
    """As the console sees them."""
    lead = await bench.lead()
    return (await lead.ok("GET", f"/groups/{(await bench.room(group)).id}/deeds"))["deeds"]


async def test_a_group_is_found_and_only_watched_at_first(bench: Bench) -> None:
    bench.telegram.group(GROUP - 9, "New", BOB, stewards=(SOL,))
    post = await bench.says(BOB, "DM me and I will fix your withdrawal", GROUP - 9)
    assert bench.stands(post)
    (deed,) = await deeds(bench, GROUP - 9)
    assert (deed["rule"], deed["did"]) == ("bait", "noted")


async def test_a_seed_phrase_goes_at_once_with_advice_and_no_strike(bench: Bench) -> None:
    post = await bench.says(MEI, f"钱包打不开 {SEED}")
    assert not bench.stands(post)
    assert bench.status(MEI) == "member"
    assert "助记词" in bench.ours()[-1]["text"]
    assert "新钱包" in bench.ours()[-1]["text"]
    (deed,) = await deeds(bench)
    assert (deed["rule"], deed["did"], deed["strikes"]) == ("secret", "removed", 0)
    kept = await bench.kit.db.fetchval("select string_agg(t::text, ' ') from (select to_jsonb(d) as t from group_deed d union all select to_jsonb(u) from update_in u) x")
    assert "sausage" not in kept


async def test_a_seed_phrase_goes_in_a_group_that_is_only_watched_and_nothing_else_does(bench: Bench) -> None:
    await bench.set(mode="watch", off=["secret"])
    assert not bench.stands(await bench.says(MEI, f"my words are {SEED}"))
    assert bench.status(MEI) == "member"
    for words in ("password: Hunter2hunter2!", "DM me and I will fix your withdrawal", "log in here: demo-exchange-login.example"):
        assert bench.stands(await bench.says(EVE, words)), words
    assert bench.status(EVE) == "member"


async def test_other_bots_are_kept_like_people_and_never_answered(bench: Bench) -> None:
    bench.telegram.person(88, "Helper", "helper_bot")
    bench.telegram.people[88]["is_bot"] = True
    bench.telegram.members[GROUP][88] = {"status": "member"}
    assert not bench.stands(await bench.says(88, "log in here: demo-exchange-login.example"))
    assert bench.stands(await bench.says(88, "@farol_bot how long does a deposit take?"))
    assert [one["from"]["id"] for one in bench.ours()] == [88]


async def test_every_post_of_an_album_is_looked_at(bench: Bench) -> None:
    first = await bench.telegram.says(bench.bot, EVE, "", GROUP, caption="two pictures", photo=[PHOTO], media_group_id="9")
    second = await bench.telegram.says(bench.bot, EVE, "", GROUP, caption="log in here: demo-exchange-login.example", photo=[PHOTO], media_group_id="9")
    await bench.kit.db.execute("update update_in set at = at - interval '5 seconds'")
    await bench.kit.db.execute("update pgqueuer set execute_after = now()")
    await bench.work()
    assert bench.stands(first)
    assert not bench.stands(second)


async def test_strikes_lead_from_a_warning_to_silence_and_out(bench: Bench) -> None:
    assert not bench.stands(await bench.says(EVE, "add me on WhatsApp +44 7700 900123 for fast help"))
    assert bench.status(EVE) == "member"
    assert "cannot write here" in bench.ours()[-1]["text"]
    assert not bench.stands(await bench.says(EVE, "DM me and I will fix your withdrawal"))
    assert bench.status(EVE) == "restricted"
    assert not bench.stands(await bench.says(EVE, "contact the recovery expert on telegram @fundsback"))
    assert bench.status(EVE) == "kicked"
    assert [one["did"] for one in await deeds(bench)] == ["banished", "muted", "warned"]


async def test_an_address_that_imitates_ours_ends_membership(bench: Bench) -> None:
    post = await bench.says(EVE, "log in here: demo-exchange-login.example")
    assert not bench.stands(post)
    assert bench.status(EVE) == "kicked"


async def test_an_impostor_is_seen_by_the_name_alone_on_joining(bench: Bench) -> None:
    bench.telegram.person(77, "Demo Exchange Support", "demo_help_desk")
    await bench.telegram.joins(bench.bot, 77, GROUP)
    await bench.work()
    assert bench.status(77) == "kicked"
    bench.telegram.person(78, "Sol", "so1_farol")
    await bench.telegram.joins(bench.bot, 78, GROUP)
    await bench.work()
    assert bench.status(78) == "kicked"


async def test_stewards_are_left_alone(bench: Bench) -> None:
    for words in ("Support team here: DM me", "add me on WhatsApp +44 7700 900123", "log in here: demo-exchange-login.example"):
        assert bench.stands(await bench.says(SOL, words))
    assert not await deeds(bench)


async def test_an_edit_is_looked_at_again(bench: Bench) -> None:
    post = await bench.says(EVE, "hello everybody")
    await bench.telegram.edits(bench.bot, post, "double your BTC: send 0.1 get 0.2 back")
    await bench.work()
    assert not bench.stands(post)


async def test_the_same_update_twice_is_one_deed(bench: Bench) -> None:
    post = await bench.says(EVE, "DM me and I will fix your withdrawal")
    await bench.telegram.deliver(bench.bot, {"update_id": 700_999_999, "message": post})
    await bench.telegram.deliver(bench.bot, {"update_id": 700_999_999, "message": post})
    await bench.work()
    assert len(await deeds(bench)) == 1
    assert bench.status(EVE) == "member"


async def test_personal_data_goes_and_its_owner_goes_on_in_private(bench: Bench) -> None:
    post = await bench.says(MEI, "我的工单 FRL-2026-000123 没人回，uid 83920174")
    assert not bench.stands(post)
    said = bench.ours()[-1]
    (button,) = said["reply_markup"]["inline_keyboard"][0]
    assert "/farol_bot?start=q-" in button["url"]
    assert "83920174" not in msgspec.json.encode(await deeds(bench)).decode()
    token = button["url"].partition("start=")[2]
    await bench.says(BOB, f"/start {token}", BOB)
    assert await bench.kit.db.fetchval("select count(*) from ticket") == 0
    await bench.says(MEI, f"/start {token}", MEI)
    await bench.says(MEI, f"/start {token}", MEI)
    assert await bench.kit.db.fetchval("select count(*) from message where author_kind = 'customer' and body like '%FRL-2026-000123%'") == 1
    assert "群里" in bench.ours(MEI)[0]["text"]


async def test_a_transfer_is_not_looked_up_in_public(bench: Bench) -> None:
    post = await bench.says(BOB, "where is my deposit 0x9f3c8a1b2d4e5f60718293a4b5c6d7e8f90123456789abcdef0123456789abcd")
    assert bench.stands(post)
    assert "in private" in bench.ours()[-1]["text"]
    assert not await deeds(bench)


async def test_a_question_that_names_us_gets_a_published_fact_or_a_way_on(bench: Bench) -> None:
    await articles.publish(bench.kit)
    await bench.says(BOB, "anyone awake")
    before = len(bench.ours())
    await bench.says(BOB, "/ask what is a memo or tag")
    said = bench.ours()[-1]
    assert "/help/en/a/" in msgspec.json.encode([call for method, call in bench.telegram.asked if method == "sendMessage"][-1]).decode()
    assert said["reply_markup"]["inline_keyboard"]
    await bench.says(BOB, "@farol_bot blorp the frumious bandersnatch")
    assert "in private" in bench.ours()[-1]["text"]
    assert len(bench.ours()) == before + 2
    await bench.says(MEI, "@farol_bot 我的账户被盗了，有人在转走我的币")
    assert "/stolen" in bench.ours()[-1]["text"]


async def test_the_same_scam_in_three_groups_is_told_to_the_desk(bench: Bench) -> None:
    lead = await bench.lead()
    for group in (GROUP, GROUP - 1, GROUP - 2):
        await bench.says(EVE, "free airdrop, claim 500 USDT at https://drop.top", group)
    assert await bench.kit.db.fetchval("select count(*) from notice where title ->> 'en' like 'The same scam in 3 groups%'") >= 1
    assert lead


async def test_the_same_words_again_and_again_are_a_flood(bench: Bench) -> None:
    posts = [await bench.says(BOB, "buy the dip of this lovely coin") for _ in range(3)]
    assert [bench.stands(one) for one in posts] == [True, True, False]


async def test_what_the_platform_refuses_is_told(bench: Bench) -> None:
    bench.telegram.fail("deleteMessage", 400, "Bad Request: message can't be deleted")
    await bench.says(EVE, "DM me and I will fix your withdrawal")
    (deed,) = await deeds(bench)
    assert "can't be deleted" in str(deed["error"])

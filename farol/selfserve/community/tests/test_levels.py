"""Levels follow from what members did, by the rule that everybody can read."""

import pytest

from farol.app.demo.cast import MEI
from farol.selfserve.community import letters
from farol.selfserve.community.actions import levels
from farol.selfserve.community.model import Behaviour, level_of
from farol.selfserve.community.telling_store import Due
from tests.world import FAROL

from .conftest import ask, at_level, page


@pytest.mark.parametrize(("done", "level"), [
    (Behaviour(0, 0, 0, 0, 0, False), "new"), (Behaviour(2, 50, 9, 0, 0, False), "new"), (Behaviour(3, 4, 0, 0, 0, False), "new"),
    (Behaviour(3, 5, 0, 0, 0, False), "member"), (Behaviour(300, 500, 90, 1, 1, False), "new"), (Behaviour(29, 500, 90, 0, 0, False), "member"),
    (Behaviour(30, 30, 4, 0, 0, False), "member"), (Behaviour(30, 30, 5, 0, 0, False), "trusted"), (Behaviour(30, 30, 5, 0, 1, False), "member"),
    (Behaviour(30, 30, 5, 0, 0, True), "member")])
def test_the_rule(done, level):
    assert level_of(done) == level


async def test_levels_follow_and_the_page_says_so(world, enter, no_pause):
    browser = await enter(MEI)
    await ask(browser, MEI)
    assert "You are a new member" in await page(browser, "/community/en/me")
    await at_level(world, MEI.uid, "trusted")
    await levels.refresh_all(world.kit)
    assert "You are a trusted member" in await page(browser, "/community/en/me")
    assert await world.kit.db.fetchval("select body ->> 'level' from event where kind = 'forum.level_changed'") == "trusted"


async def test_the_rules_are_public(world, enter):
    text = await page(world.client(FAROL, {}), "/community/en/rules")
    for words in ("3 days and 5 posts that stand", "30 days, 30 posts and 5 accepted answers", "2 topics, 10 replies, 60 s apart", "never ask you to go on in Telegram"):
        assert words in text
    assert "满 30 天" in await page(world.client(FAROL, {}), "/community/zh/rules")


async def test_no_more_mail_by_a_link_of_ours(world, enter):
    browser = await enter(MEI)
    await ask(browser, MEI)
    id_ = await world.kit.db.fetchval("select customer_id from forum_member")
    due = Due(7, id_, 3, 2, "reply", "", MEI.email, "zh", "充值没到", "Ana", None)
    raw = letters.build(world.kit.settings, due).decode()
    token = letters.token(world.kit.settings.secret_key, id_)
    assert f"List-Unsubscribe: <http://farol.test/community/mail/{token}>" in raw
    anyone = world.client(FAROL, {"origin": FAROL})
    assert "No more e-mail" in await page(anyone, f"/community/mail/{token}")
    assert await world.kit.db.fetchval("select mail from forum_member")
    assert (await anyone.post(f"/community/mail/{token[:-1]}x")).status_code == 200
    assert await world.kit.db.fetchval("select mail from forum_member")
    await anyone.post(f"/community/mail/{token}")
    assert not await world.kit.db.fetchval("select mail from forum_member")


def test_a_letter_holds_one_header_a_line(world):
    raw = letters.build(world.kit.settings, Due(7, 1, 3, 2, "reply", "", "a@b.example", "en", "x\r\nBcc: evil@example.com", None, "Owl"))
    assert b"\r\nBcc:" not in raw
    with pytest.raises(ValueError, match="not an address"):
        letters.build(world.kit.settings, Due(7, 1, 3, 2, "reply", "", "a@b.example\r\nBcc: x@y.z", "en", "x", None, "Owl"))

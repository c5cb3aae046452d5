"""Which links lead somewhere: ours, those on the list, and neither those of strangers nor those that imitate us."""

import pytest

from farol.app.demo.cast import IVAN, MEI
from farol.selfserve.community import links, masking
from farol.selfserve.community.links import Official

from .conftest import ask, at_level, page, say, topic_of

KNOWN = Official(frozenset({"demo-exchange.example", "help.demo-exchange.example"}), frozenset({"etherscan.io", "bitcoin.org"}), "Demo Exchange")


@pytest.mark.parametrize(("words", "standing"), [
    ("see https://demo-exchange.example/a.", "ours"), ("请看demo-exchange.example，谢谢", "ours"), ("www.demo-exchange.example", "ours"),
    ("etherscan.io/tx/0x12", "allowed"), ("sub.bitcoin.org", "allowed"), ("claim at bit.ly/abc", "stranger"), ("t.me/abc", "stranger"),
    ("https://1.2.3.4/x", "stranger"), ("hxxps://evil[.]com/x", "stranger"), ("evil(dot)com", "stranger"), ("看google.com好", "stranger"), ("看https://evil.com/a，好", "stranger"), ("ev\u200bil.com", "stranger"),
    ("http://demo-exchange.example.evil.com/x", "imitation"), ("demo-exchange-support.com", "imitation"), ("dem0-exchange.com", "imitation"),
    ("dеmo-exchange.com", "imitation"), ("xn--dmo-exchange-sck.com", "imitation"), ("https://demo-exchange.example@evil.com", "imitation"),
    ("https://derno-exchange.com", "imitation"), ("demo-exchage.com", "imitation"), ("demoexchange-airdrop.xyz", "imitation"), ("看demo-exchange。com", "imitation"),
    ("ｄｅｍｏ-exchange.com", "imitation"), ("https://demo-exchange.co", "imitation")])
def test_where_a_link_leads(words, standing):
    assert [link.standing for link in links.find(words, KNOWN)] == [standing]


@pytest.mark.parametrize("words", ["node.js v1.2 costs 3.5u e.g. this", "例子。中国", "a@b.com", "1.5.2", "…and.then", "50.00 USDT", "FRL-2026-000123"])
def test_what_is_no_link(words):
    assert not list(links.find(words, KNOWN))


@pytest.mark.parametrize("words", ["加我微信 abc12345", "contact me on telegram @help_desk1", "dm me @abcd", "WhatsApp: +44 7700 900113", "tg: recovery_expert", "QQ 123456789"])
def test_invitations_to_go_on_elsewhere(words):
    assert links.invites_away(words)


@pytest.mark.parametrize("words", ["Telegram 上的官方频道是哪个", "is the telegram group real", "I use discord a lot", "微信支付可以用吗", "a QQ mailbox got no code"])
def test_words_about_elsewhere_are_none(words):
    assert not links.invites_away(words)


@pytest.mark.parametrize(("words", "shown"), [
    ("手机13800138077打不通", "手机138 •••• 77打不通"), ("call +44 7700 900113", "call +44 •••• 13"), ("ID 11010519491231002X", "ID ••••2X"),
    ("GB82 WEST 1234 5698 7654 32", "GB••••32"), ("me [at] mail.com", "m•••@m•••.com"), ("１３８００１３８０７７", "138 •••• 77"), ("me@mail.com", "m•••@m•••.com"), ("UID：20778177", "UID：20••••77"),
    ("1234567 USDT at 20261122", "1234567 USDT at 20261122"), ("order 9988776655", "order 9988776655"),
    ("bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq", "bc1qar…5mdq")])
def test_masking(words, shown):
    assert masking.mask(words, "83920041").text == shown


async def test_a_new_member_links_to_the_list_only(world, enter):
    browser = await enter(IVAN)
    refused = await ask(browser, IVAN, title="Kept", body="look at https://evil.example.com/claim now")
    assert refused.status_code == 422
    assert "New members can link to our own pages" in refused.text
    assert "look at https://evil.example.com/claim now" in refused.text
    assert topic_of(await ask(browser, IVAN, title="Kept", body="see https://etherscan.io/"))


async def test_a_members_other_links_are_text_with_a_warning(world, enter, no_pause):
    browser = await enter(IVAN)
    await ask(browser, IVAN, title="one", body="one")
    await at_level(world, IVAN.uid, "member")
    text = await page(browser, f"/community/en/t/{topic_of(await ask(browser, IVAN, body='compare https://far.example.com/x and http://exchange.test/fees'))}")
    assert '<span class="far">far.example.com</span>' in text
    assert "not one of our addresses" in text
    assert 'href="https://far' not in text
    assert 'href="http://exchange.test/fees"' in text


async def test_nobody_posts_what_imitates_us(world, enter, no_pause):
    browser = await enter(MEI)
    await ask(browser, MEI, title="one", body="one")
    await at_level(world, MEI.uid, "trusted")
    topic = topic_of(await ask(browser, MEI))
    refused = await say(browser, MEI, topic, "Withdraw at https://demo-exchange-bonus.com first")
    assert (refused.status_code, "demo-exchange-bonus.com imitates our address" in refused.text) == (422, True)


async def test_an_invitation_elsewhere_is_read_first(world, enter, no_pause):
    browser = await enter(MEI)
    await ask(browser, MEI, title="one", body="one")
    await at_level(world, MEI.uid, "member")
    answer = await ask(browser, MEI, body="I had the same, contact me on telegram @fix_it_fast")
    assert "held=1" in answer.headers["location"]
    assert "invitation to go on somewhere else" in await page(browser, answer.headers["location"])

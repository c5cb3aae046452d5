"""Given a customer with a word of their own, when mail goes out, then it stands in mail to them and nowhere else, and any mail can be checked."""

import re

from farol.app.demo import cast
from farol.channels.email.letters import outgoing

from .conftest import Post

WORD = "blue heron 42"


async def test_the_word_stands_at_the_top_of_every_mail_to_its_customer(post: Post) -> None:
    mei, ana = await post.world.customer(), await post.world.staff()
    assert (await mei.ok("GET", "/mail-word")) == {"there": False, "at": None, "hint": ""}
    shown = await mei.ok("PUT", "/mail-word", json={"word": f"  {WORD} "})
    assert (shown["there"], shown["hint"]) == (True, "b•••2")
    told = (await post.arrived())[0]
    assert "防钓鱼词" in told.text
    assert "heron" not in told.text
    ticket = (await post.world.open(mei))["ticket"]["id"]
    await post.world.say(ana, ticket, "已经到账。")
    sent = (await post.arrived(2))[1]
    assert sent.text.split("\n")[1] == f"您的防钓鱼词：{WORD}"
    kept = await post.kit.db.fetchrow("select message_id, raw from mail_out")
    assert b"blue heron" not in kept["raw"]
    assert outgoing.unsealed(post.kit.settings, *kept)
    assert b"heron" not in await post.kit.db.fetchval("select sealed from mail_word")
    assert (await mei.request("DELETE", "/mail-word")).status_code == 204
    assert "去掉" in (await post.arrived(3))[2].text
    await post.world.say(ana, ticket, "还有别的问题吗？")
    assert "防钓鱼词" not in (await post.arrived(4))[3].text


async def test_words_that_are_none_and_people_without_account(post: Post) -> None:
    mei, visitor = await post.world.customer(), await post.world.visitor("victim@example.net")
    for word in ("abc", "x" * 25, "see evil.example", "a@b.example", "https://x", "!!!!", "-abcd", "abcd-"):
        assert (await mei.put("/mail-word", json={"word": word})).status_code in (422, 429), word
    assert (await visitor.put("/mail-word", json={"word": "blue heron"})).status_code == 403
    await post.idle()
    assert post.sink.raws == []


async def test_a_mail_can_be_checked_by_anybody_and_names_its_ticket_to_its_customer(post: Post) -> None:
    mei, ana = await post.world.customer(), await post.world.staff()
    opened = (await post.world.open(mei))["ticket"]
    await post.world.say(ana, opened["id"], "已经到账。")
    sent = (await post.arrived())[0]
    found = re.search(r"(http://farol\.test)?(/verify\?m=[a-z2-7]{36})", sent.text)
    assert found
    anyone = post.world.client("http://farol.test", {"cookie": "farol_lang=en"})
    page = await anyone.get(found[2])
    assert page.status_code == 200
    assert "It is ours" in page.text
    assert "m•••@e•••.com" in page.text
    assert opened["number"] not in page.text
    assert cast.MEI.email not in page.text
    code = found[2][-36:]
    for changed in (code[:-1] + ("a" if code[-1] != "a" else "b"), code[1:] + "a", "x", code[:9] + ("a" if code[9] != "a" else "b") + code[10:]):
        answer = await anyone.get(f"/verify?m={changed}")
        assert answer.status_code == 404
        assert "It is not ours" in answer.text
        assert "/stolen" in answer.text
    assert (await anyone.get("/verify")).status_code == 200
    assert "It is ours" in (await anyone.get(f"/verify?m={code[:18].upper()}-{code[18:]}")).text

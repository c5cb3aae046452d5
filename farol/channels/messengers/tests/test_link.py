"""Who somebody is: a visitor of their own until a one-time link says which customer; one ticket over every door."""

from farol.app.demo import cast
from farol.channels.messengers.tests.conftest import Bench
from farol.channels.messengers.tests.test_send import press
from tests.stand_ins.fake_platform import said
from tests.world import later


def token_of(link: str) -> str:
    return link.partition("start=")[2]


async def test_a_link_binds_the_chat_once(bench: Bench) -> None:
    mei = await bench.world.customer(cast.MEI)
    assert [one["channel"] for one in (await mei.ok("GET", "/links"))["doors"]] == ["fake"]
    link = await mei.ok("POST", "/links", json={"channel": "fake"})
    await bench.hear(press(1, "start", token_of(link["link"])))
    await bench.hear(said(2, "from the messenger"))
    uid = await bench.kit.db.fetchval("select c.uid from ticket t join customer c on c.id = t.customer_id order by t.id desc limit 1")
    assert uid == cast.MEI.uid
    await bench.hear(press(3, "start", token_of(link["link"]), chat="900", who="66"))
    assert await bench.kit.db.fetchval("select count(*) from contact where bound_at is not null") == 1, "a used token binds nobody"


async def test_a_link_ends_after_a_quarter_of_an_hour(bench: Bench) -> None:
    mei = await bench.world.customer(cast.MEI)
    later(minutes=-20)
    link = await mei.ok("POST", "/links", json={"channel": "fake"})
    later()
    await bench.hear(press(1, "start", token_of(link["link"])))
    assert await bench.kit.db.fetchval("select count(*) from contact where bound_at is not null") == 0
    assert "no longer good" in bench.server.texts()[-1]


async def test_a_ticket_of_the_web_goes_on_in_the_messenger_and_answers_follow(bench: Bench) -> None:
    mei, ana = await bench.world.customer(cast.MEI), await bench.world.staff(cast.ANA)
    ticket = (await bench.world.open(mei, "opened on the web"))["ticket"]["id"]
    link = await mei.ok("POST", "/links", json={"channel": "fake", "ticket": ticket})
    await bench.hear(press(1, "start", token_of(link["link"])))
    await bench.world.say(ana, ticket, "answer to both")
    await bench.work()
    assert bench.server.texts()[-1].endswith("answer to both")
    await bench.hear(said(2, "from the phone"))
    rows = [(row["channel"], row["body"]) for row in await bench.messages() if row["author_kind"] == "customer"]
    assert rows == [("webchat", "opened on the web"), ("fake", "from the phone")]
    await bench.world.say(mei, ticket, "back on the web")
    sent = len(bench.server.sent)
    await bench.world.say(ana, ticket, "only on the web")
    await bench.work()
    assert len(bench.server.sent) == sent, "words go where the customer spoke last"


async def test_another_customers_ticket_cannot_be_linked_nor_named(bench: Bench) -> None:
    mei = await bench.world.customer(cast.MEI)
    ticket = (await bench.world.open(mei, "mine"))["ticket"]
    visitor = await bench.world.visitor()
    assert (await visitor.post("/links", json={"channel": "fake", "ticket": ticket["id"]})).status_code == 404
    await bench.hear(press(1, "case", ticket["number"]))
    await bench.hear(said(2, "let me in"))
    assert await bench.kit.db.fetchval("select count(*) from message where ticket_id = $1 and channel = 'fake'", ticket["id"]) == 0


async def test_case_goes_on_with_ones_own_ticket(bench: Bench) -> None:
    mei = await bench.world.customer(cast.MEI)
    ticket = (await bench.world.open(mei, "mine"))["ticket"]
    link = await mei.ok("POST", "/links", json={"channel": "fake"})
    await bench.hear(press(1, "start", token_of(link["link"])))
    await bench.hear(press(2, "case"))
    assert ticket["number"] in bench.server.texts()[-1]
    await bench.hear(press(3, "case", ticket["number"].lower()))
    assert f"{ticket['number']}：处理中。" in bench.server.texts()[-1]
    await bench.hear(said(4, "in the same ticket"))
    assert await bench.kit.db.fetchval("select count(*) from message where ticket_id = $1 and channel = 'fake'", ticket["id"]) == 1


async def test_who_is_bound_anew_sees_nothing_of_who_was_before(bench: Bench) -> None:
    mei, ana = await bench.world.customer(cast.MEI), await bench.world.staff(cast.ANA)
    link = await mei.ok("POST", "/links", json={"channel": "fake"})
    await bench.hear(press(1, "start", token_of(link["link"])), said(2, "of mei"))
    ticket = await bench.kit.db.fetchval("select id from ticket order by id desc limit 1")
    other = await bench.world.visitor()
    link = await other.ok("POST", "/links", json={"channel": "fake"})
    await bench.hear(press(3, "start", token_of(link["link"])))
    sent = len(bench.server.sent)
    await bench.world.say(ana, ticket, "for mei alone")
    await bench.work()
    assert len(bench.server.sent) == sent
    await bench.hear(said(4, "of the other"))
    assert await bench.kit.db.fetchval("select count(distinct customer_id) from ticket") == 2


async def test_start_greets_and_stolen_rings(bench: Bench) -> None:
    await bench.hear(press(1, "start"))
    assert "never write first" in bench.server.texts()[0]
    await bench.hear(press(2, "stolen"))
    assert any("/stolen" in text and "freeze" in text for text in bench.server.texts())
    assert any(row["body"] == "My account is stolen" for row in await bench.messages())
    await bench.hear(press(3, "human"))
    assert any(row["body"] == "I want to talk to a person" for row in await bench.messages())


async def test_commands_may_be_typed_where_the_platform_knows_none(bench: Bench) -> None:
    mei = await bench.world.customer(cast.MEI)
    link = await mei.ok("POST", "/links", json={"channel": "fake"})
    assert not link.get("say"), "the link itself carries the token"
    await bench.hear(said(1, f"/start {token_of(link['link'])}"))
    assert await bench.kit.db.fetchval("select count(*) from contact where bound_at is not null") == 1
    await bench.hear(said(2, "/case"))
    assert "您没有未结束的工单" in bench.server.texts()[-1]
    await bench.hear(said(3, "/nothing of ours"))
    assert await bench.kit.db.fetchval("select body from message where author_kind = 'customer'") == "/nothing of ours"


async def test_link_binds_as_start_does(bench: Bench) -> None:
    mei = await bench.world.customer(cast.MEI)
    link = await mei.ok("POST", "/links", json={"channel": "fake"})
    await bench.hear(press(1, "link", token_of(link["link"])))
    assert await bench.kit.db.fetchval("select count(*) from contact where bound_at is not null") == 1


async def test_who_is_not_bound_hears_one_sentence_for_every_number(bench: Bench) -> None:
    mei = await bench.world.customer(cast.MEI)
    hers = (await bench.world.open(mei, "hers"))["ticket"]["number"]
    await bench.hear(said(1, "my own question"))
    own = await bench.kit.db.fetchval("select number from ticket order by id desc limit 1")
    heard = []
    for n, number in enumerate((hers, own, "FRL-2020-999999", "nonsense")):
        await bench.hear(press(10 + n, "case", number))
        heard.append(bench.server.texts()[-1])
    assert len(set(heard)) == 1

"""A question is answered by a passage, word for word, with its source; once, whoever asks again."""

from farol.app.demo import cast
from farol.selfserve.assistant import actions, store
from farol.selfserve.knowledge.model import Article
from farol.selfserve.retrieval.library import library

from .conftest import Scene

VIP = "fees for VIP 2"


async def shelf(scene: Scene, slug: str, language: str) -> Article:
    article = (await library(scene.kit)).index.article(slug, language)
    assert article
    return article


async def test_the_passage_stands_there_verbatim_with_source_and_version(scene: Scene) -> None:
    ticket = await scene.ticket(VIP)
    turn = await scene.last(ticket)
    assert turn
    assert turn.kind == "answer"
    assert turn.parts
    [source] = turn.parts.sources
    article = await shelf(scene, "fees-vip", "en")
    assert (source.version, source.at, source.language) == (article.version, article.checked_on, "en")
    assert source.url.startswith(f"{scene.kit.settings.public_url}/help/en/a/fees-vip")
    [said] = await scene.said(ticket)
    assert article.summary in said
    assert source.url in said
    assert said.startswith("I am the AI assistant")


async def test_after_it_the_ticket_waits_for_its_customer_and_people_have_not_answered(scene: Scene) -> None:
    ticket = await scene.ticket(VIP)
    row = await scene.row(ticket)
    assert row["waiting_since"] is None
    assert row["first_reply_at"] is None
    assert row["owner_id"] is None
    assert row["status"] == "pending"
    assert await scene.kit.db.fetchval("select count(*) from queue_entry where ticket_id = $1 and left_at is null", ticket) == 0


async def test_the_same_message_is_answered_once(scene: Scene) -> None:
    ticket = await scene.ticket(VIP)
    assert await actions.answer(scene.kit, ticket, 2) is None
    assert len(await scene.said(ticket)) == 1


async def test_only_the_newest_of_several_messages_is_answered_and_all_are_read(scene: Scene) -> None:
    client = await scene.world.customer()
    ticket = (await scene.world.open(client, "hello"))["ticket"]["id"]
    await scene.world.say(client, ticket, VIP)
    await scene.work()
    assert len(await scene.said(ticket)) == 1
    turn = await scene.last(ticket)
    assert turn
    assert turn.reason == "fee.vip"


async def test_yes_ends_it_and_thanks_ask_nobody(scene: Scene) -> None:
    ticket = await scene.ticket(VIP)
    turn = await scene.say(ticket, "Yes, it did")
    assert turn
    assert turn.kind == "answer"
    assert (await scene.row(ticket))["status"] == "resolved"
    await scene.say(ticket, "thank you very much")
    row = await scene.row(ticket)
    assert (row["status"], row["waiting_since"]) == ("resolved", None)
    assert len(await scene.said(ticket)) == 2


async def test_whether_it_is_a_machine_is_told_and_a_person_offered(scene: Scene) -> None:
    for words, told in (("are you a bot?", "AI assistant"), ("你是真人吗", "AI 助手"), ("ты бот?", "ИИ-ассистент")):
        ticket = await scene.ticket(words, cast.IVAN)
        [said] = await scene.said(ticket)
        assert told in said
        turn = await scene.last(ticket)
        assert turn
        assert turn.parts
        assert len(turn.parts.choices) == 1


async def test_screens_get_the_parts_and_only_of_their_own_ticket(scene: Scene) -> None:
    ticket = await scene.ticket(VIP)
    mei, mallory = await scene.world.customer(), await scene.world.customer(cast.MALLORY)
    shown = await mei.ok("GET", f"/tickets/{ticket}/assistant")
    assert shown["talking"] is True
    [turn] = shown["turns"]
    assert turn["seq"] == 3
    assert [one["label"] for one in turn["parts"]["choices"]] == ["Yes, it did", "No, it did not"]
    assert (await mallory.get(f"/tickets/{ticket}/assistant")).status_code == 404


async def test_staff_see_every_stage_and_no_words_of_the_customer_in_them(scene: Scene) -> None:
    ticket = await scene.ticket("what is the maker fee for VIP 2, my mother Zorbelina asks")
    ana = await scene.world.staff()
    seen = await ana.ok("GET", f"/tickets/{ticket}/assistant")
    names = [one["name"] for one in seen["turns"][0]["stages"]]
    assert names[:7] == ["normalise", "shield", "language", "entities", "urgency", "person", "intent"]
    assert names[-1] == "check"
    assert "Zorbelina" not in str(seen["turns"][0]["stages"])
    turns = await store.turns(scene.kit.db, ticket, 9)
    assert turns[0].took_us == sum(stage.took_us for stage in turns[0].stages)

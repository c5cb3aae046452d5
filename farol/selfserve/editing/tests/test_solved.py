"""Questions that staff answered themselves: how often, by which words, and what becomes of them."""

from farol.app.demo import cast
from tests.world import Client, World

from .conftest import answered, ticket
from .test_gaps import NOWHERE, gaps

ANSWER = "Dogecoin cannot be staked here. Open Earn and choose a flexible product instead."


async def test_a_gap_says_how_many_were_resolved_and_by_what(world: World, kai: Client) -> None:
    made = [
        await answered(world, await world.customer(who), f"{NOWHERE}, please", f"Hello {who.name}. {ANSWER}", reason="prod.earn")
        for who in (cast.MEI, cast.IVAN)]
    await ticket(world, await world.customer(cast.ROSA), f"{NOWHERE}?", reason="prod.earn")
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "question"]
    assert (gap["volume"], gap["week"], gap["resolved"]) == (3, 3, 2)
    assert gap["tickets"] == sorted(made, reverse=True)
    assert "flexible product" in gap["answer"]
    assert not any(who.name in gap["answer"] for who in (cast.MEI, cast.IVAN))


async def test_an_article_about_it_begins_with_what_staff_answered(world: World, kai: Client) -> None:
    for who in (cast.MEI, cast.IVAN):
        made = await answered(world, await world.customer(who), f"{NOWHERE}, please", ANSWER, reason="prod.earn")
        await world.kit.db.execute("update ticket set language = 'en' where id = $1", made)
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "question"]
    about = {"slug": "stake-dogecoin", "category": "products", "language": "en", "title": "Staking dogecoin"}
    done = await kai.ok("POST", "/editing/gaps/decision", json={"key": gap["key"], "verb": "write", "article": about})
    body = await world.kit.db.fetchval("select body from article_draft where article_id = $1", done["article_id"])
    assert "flexible product" in body
    assert len((await kai.ok("GET", f"/editing/sources/{done['article_id']}"))["tickets"]) == 2


async def test_an_answer_with_an_article_leaves_no_work(world: World, kai: Client) -> None:
    for who in (cast.MEI, cast.IVAN):
        made = await answered(world, await world.customer(who), f"{NOWHERE}, please", ANSWER, reason="prod.earn")
        await world.kit.db.execute(
            "insert into article_link (ticket_id, seq, article_id, language, version, staff_id) "
            "select $1, 3, min(a.id), 'en', 1, (select min(id) from staff) from article a", made)
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "question"]
    assert (gap["volume"], gap["resolved"], gap["answer"]) == (2, 0, "")


async def test_linking_an_article_holds_search_to_it(world: World, kai: Client) -> None:
    for who in (cast.MEI, cast.IVAN):
        await ticket(world, await world.customer(who), f"{NOWHERE}, please", reason="prod.earn")
    [gap] = [one for one in (await gaps(kai))["gaps"] if one["kind"] == "question"]
    assert (await kai.post("/editing/gaps/decision", json={"key": gap["key"], "verb": "link"})).json()["code"] == "decision_lacks"
    assert (await kai.post("/editing/gaps/decision", json={"key": gap["key"], "verb": "link", "slug": "no-such"})).status_code == 404
    made = await kai.ok("POST", "/editing/gaps/decision", json={"key": gap["key"], "verb": "link", "slug": "memo-tag"})
    assert made["article_id"]
    [question] = (await kai.ok("GET", "/editing/questions"))["questions"]
    assert (question["asked"]["slug"], question["asked"]["question"]) == ("memo-tag", gap["title"])
    assert [one["verb"] for one in (await gaps(kai))["decided"]] == ["link"]


async def test_words_of_danger_and_of_who_said_no_are_in_no_gap(world: World, kai: Client) -> None:
    mei, ivan = await world.customer(cast.MEI), await world.customer(cast.IVAN)
    await mei.ok("PUT", "/learning", json={"may": False})
    for who, reason in ((mei, "prod.earn"), (ivan, "care.person_at_risk"), (ivan, "prod.earn")):
        await ticket(world, who, f"{NOWHERE}, please", reason=reason)
    assert not [one for one in (await gaps(kai))["gaps"] if one["kind"] == "question"]

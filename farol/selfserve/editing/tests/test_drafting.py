"""A draft out of answers: extractive, masked, put together, never published by itself."""

import pytest

from farol.app.demo import cast
from farol.kit.ratelimit import buckets
from farol.selfserve.editing import drafting
from farol.selfserve.editing.store import Answered
from tests.world import Client, World

from .conftest import answered, ticket

ABOUT = {"slug": "wallet-import", "category": "products", "language": "en", "title": "Importing a wallet"}
FIRST = "Hello Mei! Open the app and choose Import wallet. It takes about 10 minutes. We cannot see your seed phrase."
SECOND = "Thanks for writing. Please open the app and choose “Import wallet”. Then pick the network you used. Best regards, Ana"


def said(number: int, *answers: str, question: str = "How do I import my wallet?", language: str = "en") -> Answered:
    return Answered(number, f"FRL-2026-00000{number}", "s", "prod.web3", language, "Mei Lin", None, question, list(answers), ["Ana Duarte", "Ana"])


def test_what_several_said_stands_once_and_greetings_not_at_all() -> None:
    made = drafting.draft("T", [said(1, FIRST), said(2, SECOND)], "en")
    assert made.shared == 1
    assert made.text.body.count("mport wallet") == 1
    assert "Hello" not in made.text.body
    assert "regards" not in made.text.body
    who, steps, cannot, time, stuck = made.text.body.split("## ")[1:]
    assert "How do I import my wallet?" in who
    assert steps.startswith("What to do {#steps}\n\n1. ")
    assert "seed phrase" in cannot
    assert "10 minutes" in time
    assert stuck.startswith("Still stuck? {#stuck}")
    assert "mport wallet" in made.text.summary


def test_nothing_of_a_customer_and_no_block_or_link_gets_in() -> None:
    words = "Mei Lin, your 500 USDT went to TJRabPrwbZy45sbavfcjinPJC18kjpRTv8, see [here](https://evil.example) {{core:facts name=x}} at mei@example.com."
    made = drafting.draft("T", [said(1, words)], "en").text.body
    for gone in ("Mei", "500", "TJRab", "evil", "{{", "](", "mei@"):
        assert gone not in made
    assert "[amount]" in made


def test_chinese_answers_make_a_chinese_article() -> None:
    made = drafting.draft("题", [said(1, "您好！打开 App，选择“导入钱包”。大约需要 10 分钟。我们无法查看助记词。", language="zh", question="怎么导入钱包？")], "zh")
    assert "## 怎么做 {#steps}\n\n1. 打开 App，选择“导入钱包”。" in made.text.body
    assert "## 时间与费用 {#time-and-fee}\n\n- 大约需要 10 分钟。" in made.text.body
    assert "您好" not in made.text.body


async def test_an_editor_makes_a_draft_and_sees_its_sources(world: World, kai: Client) -> None:
    mei, ivan = await world.customer(cast.MEI), await world.customer(cast.IVAN)
    await world.kit.db.execute("update customer set language = 'en'")
    one, other = await answered(world, mei, "How do I import my wallet?", FIRST), await answered(world, ivan, "Import a wallet?", SECOND)
    await world.kit.db.execute("update ticket set language = 'en'")
    listed = (await kai.ok("GET", "/editing/answered?reason=prod.web3&language=en"))["tickets"]
    assert {row["id"] for row in listed} == {one, other}
    assert listed[0]["answers"] == 1
    made = await kai.ok("POST", "/editing/drafts", json=ABOUT | {"tickets": [one, other]})
    assert made["sentences"] >= 3
    whole = await kai.ok("GET", f"/knowledge/articles/{made['id']}")
    tongue = next(each for each in whole["tongues"] if each["language"] == "en")
    assert tongue["published"] is None
    assert "mport wallet" in tongue["draft"]["body"]
    assert "FRL-" not in tongue["draft"]["body"]
    sources = (await kai.ok("GET", f"/editing/sources/{made['id']}"))["tickets"]
    assert [row["id"] for row in sources] == [one, other]
    assert all(row["number"].startswith("FRL-") for row in sources)
    assert (await kai.ok("GET", "/editing/try?q=import%20wallet&language=en"))["now"]["hits"][0]["slug"] != "wallet-import", "readers do not see it"


async def test_open_tickets_and_other_languages_are_not_read(world: World, kai: Client) -> None:
    mei = await world.customer(cast.MEI)
    still_open = await ticket(world, mei, "How do I import my wallet?")
    chinese = await answered(world, mei, "怎么导入钱包", "打开 App，选择“导入钱包”。")
    await world.kit.db.execute("update ticket set language = 'zh' where id = $1", chinese)
    answer = await kai.post("/editing/drafts", json=ABOUT | {"tickets": [still_open, chinese, 987_654_321]})
    assert (answer.status_code, answer.json()["code"]) == (422, "no_answers")
    assert await world.kit.db.fetchval("select count(*) from article where slug = 'wallet-import'") == 0


@pytest.mark.parametrize("change", [{"tickets": []}, {"tickets": [0]}, {"tickets": list(range(1, 40))}, {"slug": ""}, {"title": "a\0b"}])
async def test_bodies_are_judged(kai: Client, change: dict[str, object]) -> None:
    buckets.clear()
    assert (await kai.post("/editing/drafts", json=ABOUT | {"tickets": [1]} | change)).status_code in (400, 422)


async def test_a_viewer_makes_no_drafts(world: World, kai: Client) -> None:
    dan = await world.staff(cast.DAN)
    assert (await dan.get("/editing/health")).status_code == 200
    assert (await dan.get("/editing/questions")).status_code == 403


@pytest.mark.parametrize("article", [0, -1, 987_654_321, 2**53, 2**63, 10**30])
async def test_sources_of_what_no_article_is(kai: Client, article: int) -> None:
    answer = await kai.get(f"/editing/sources/{article}")
    assert (answer.status_code, answer.json().get("tickets")) in ((404, None), (200, []))


@pytest.mark.parametrize("query", ["reason=%00", "language=%00"])
async def test_a_filter_of_tickets_that_cannot_be_is_refused(kai: Client, query: str) -> None:
    assert (await kai.get(f"/editing/answered?{query}")).status_code in (400, 422)

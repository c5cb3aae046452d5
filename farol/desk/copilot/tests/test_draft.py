"""Drafts: from macro, exchange and article, in the customer's language; a model's words only when everything in them has a source."""

from typing import Any

import msgspec
import pytest

from farol.app.demo import cast
from farol.core.exchange.shapes import Text
from farol.core.translation import Translator
from farol.core.translation.glossary import Glossary
from farol.desk.copilot import composing, wording
from farol.desk.guard import actions as guard
from farol.desk.guard.actions import know
from farol.desk.guard.links import Hosts
from farol.kit.core import Kit
from farol.kit.model_port import ModelPort
from tests.world import Client, World

MOST = 12
"""Statements of one draft, those that begin and end its transaction among them. The help centre's index is in memory by then."""


async def ticket_about(desk: World, books: Any, reason: str = "dep.unconfirmed", **more: Any) -> tuple[int, Client, Any]:
    deposit = books.deposits(cast.MEI.uid)[0]
    ana = await desk.staff()
    opened = await desk.open(await desk.customer(), f"我充的 {deposit.amount} {deposit.coin} 一直没到账，txid {deposit.txid}", **more)
    ticket: int = opened["ticket"]["id"]
    version = (await ana.ok("GET", f"/tickets/{ticket}"))["ticket"]["version"]
    await ana.ok("PATCH", f"/tickets/{ticket}", json={"version": version, "reason": reason})
    await desk.kit.db.execute("update ticket set language = 'zh-Hans' where id = $1", ticket)
    return ticket, ana, deposit


async def test_it_is_made_of_macro_exchange_and_article(desk: World, books: Any) -> None:
    ticket, ana, deposit = await ticket_about(desk, books)
    await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={})
    with desk.statements() as ran:
        draft = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={})
    assert len(ran) <= MOST, ran
    kinds = [one["kind"] for one in draft["sources"]]
    assert kinds[:2] == ["macro", "exchange"], draft
    assert (draft["made_by"], draft["language"], draft["why"]) == ("desk", "zh", "asked")
    assert deposit.coin in draft["body"]
    assert "{{fill:已确认数}}" not in draft["body"]
    assert all(one["words"] in draft["body"] for one in draft["sources"] if one["kind"] != "article")
    assert await desk.kit.db.fetchval("select count(*) from message where author_kind = 'staff'") == 0
    kept = await desk.kit.db.fetchrow("select kind, body from event where stream = $1", f"copilot:{draft['id']}")
    assert kept["kind"] == "copilot.drafted"
    assert kept["body"]["sources"] == kinds


async def test_without_reason_an_article_speaks(desk: World) -> None:
    ana = await desk.staff()
    ticket = (await desk.open(await desk.visitor(), "My deposit has not arrived, what do confirmations mean?"))["ticket"]["id"]
    draft = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={})
    assert [one["kind"] for one in draft["sources"]] == ["article"]
    assert draft["sources"][0]["url"].startswith("http://farol.test/help/en/a/")
    assert draft["sources"][0]["version"] >= 1
    assert draft["sources"][0]["url"] in draft["body"]


async def test_nothing_to_write_from_is_an_empty_draft(desk: World) -> None:
    ana = await desk.staff()
    ticket = (await desk.open(await desk.visitor(), "zzqx vvkw"))["ticket"]["id"]
    draft = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={"worded": True})
    assert (draft["body"], draft["sources"], draft["why"]) == ("", [], "empty")


async def test_where_a_person_may_be_in_danger_only_people_write(desk: World, books: Any) -> None:
    ticket, ana, _ = await ticket_about(desk, books, "care.person_at_risk")
    refused = await ana.post(f"/tickets/{ticket}/copilot/draft", json={})
    assert refused.status_code in (409, 422), refused.text
    assert "body" not in refused.json()


async def test_a_models_words_are_shown_when_all_of_it_has_a_source(desk: World, books: Any, models: Any) -> None:
    ticket, ana, _ = await ticket_about(desk, books)
    server = models("good", lambda _: {"text": "您的充值我们看到了，到账后系统会通知您。"})
    draft = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={"worded": True})
    assert (draft["made_by"], draft["why"], draft["body"]) == ("model", "", "您的充值我们看到了，到账后系统会通知您。")
    server.answers = lambda _: {"text": "您的充值 24 小时内到账，手续费 3.5 USDT。"}
    draft = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={"worded": True})
    assert (draft["made_by"], draft["why"]) == ("desk", "ungrounded")
    assert draft["strange"]
    assert draft["sources"][0]["words"] in draft["body"]


@pytest.mark.parametrize("name", ["error-500", "not-json", "refusal", "slow"])
async def test_without_a_models_answer_the_desks_draft_stands(desk: World, books: Any, models: Any, name: str) -> None:
    ticket, ana, _ = await ticket_about(desk, books)
    models(name)
    draft = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={"worded": True})
    assert draft["made_by"] == "desk"
    assert draft["body"]
    assert draft["why"] not in ("", "asked")


WRONG = (
    ("<img src=x onerror=alert(1)>", "markup"), ("[help](https://farol.test/x)", "markup"), ("See https://evil.example", "ungrounded"),
    ("Please send me your password.", "never"), ("It will definitely arrive.", "promise"), ("  ", "empty"),
    ("I moved 5,000 USDT.", "ungrounded"), ("Write to @exchange_help", "ungrounded"),
)  # fmt: skip


async def test_what_a_model_may_not_write(kit: Kit) -> None:
    for text, why in WRONG:
        assert (await wording.checked(kit.db, 0, text, ["Your deposit is confirming."])).why == why, text


@pytest.mark.parametrize("words", ["See https://evil.example now.", "Call +44 20 7946 0958 now.", "Write to safe@evil.example now."])
async def test_what_stands_in_a_source_leads_nowhere_else_all_the_same(kit: Kit, words: str) -> None:
    know(Hosts(frozenset({"farol.test"})))
    try:
        assert (await wording.checked(kit.db, 0, words, [words])).why == "never"
        assert (await wording.checked(kit.db, 0, "See https://farol.test/help now.", ["https://farol.test/help"])).text
    finally:
        guard._known.clear()


def test_blanks_the_exchange_can_fill_are_filled() -> None:
    assert composing.filled("{{fill:金额}} {{fill:谁}}", None) == "{{fill:金额}} {{fill:谁}}"


def test_a_translated_macro_speaks_alone() -> None:
    canned = composing.Canned(7, "在路上", "On its way", "Ваш вывод в пути.", "ru")
    hold = Text("24 小时不能提币", "No withdrawals for 24 h")
    draft = composing.compose("en", canned, None, [hold], None)
    assert (draft.body, draft.language, [one.kind for one in draft.sources]) == ("Ваш вывод в пути.", "ru", ["macro"])


async def test_for_another_language_it_is_in_the_agents_own_where_the_desk_translates(desk: World, books: Any) -> None:
    ticket, ana, _ = await ticket_about(desk, books)
    await desk.kit.db.execute("update ticket set language = 'ru' where id = $1", ticket)
    assert (await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={}))["language"] == "en"
    before = desk.kit.get(Translator)
    settings = msgspec.structs.replace(desk.kit.settings, translation_url="http://127.0.0.1:9")
    desk.kit.put(Translator(settings, desk.kit.get(ModelPort), Glossary.load()))
    try:
        draft = await ana.ok("POST", f"/tickets/{ticket}/copilot/draft", json={})
    finally:
        desk.kit.put(before)
    assert (draft["language"], draft["wanted"]) == ("zh", "ru")

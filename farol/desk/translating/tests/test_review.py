"""Machine translations of articles and canned replies: nobody reads them before somebody looked at them."""

from typing import Any

import pytest

from farol.app.demo import cast
from farol.desk.translating import making
from tests.stand_ins.libre_server import LibreServer
from tests.world import Client, World

BODY = "## Steps {#steps}\n\n1. Open [Assets](/help/en/a/assets).\n2. Press **Withdraw**.\n\n> The fee is {{fee:USDT}} today.\n\n| Coin | Days |\n| --- | --- |\n| USDT | two |\n"


@pytest.fixture
async def kai(world: World, service: LibreServer) -> Client:
    service.words = lambda text: text.replace("Open", "打开").replace("Press", "按").replace("Withdraw", "提币").replace("Steps", "步骤") + "。"
    return await world.staff(cast.KAI)


async def article(world: World, kai: Client) -> int:
    """One that is published in English."""
    made: int = (await kai.ok("POST", "/knowledge/articles", json={"slug": "how-to-withdraw", "category": "withdrawals", "language": "en", "title": "How to withdraw"}))["id"]
    await kai.ok("PUT", f"/knowledge/articles/{made}/drafts/en", json={
        "revision": 1, "title": "How to withdraw", "summary": "Open it and press.", "body": BODY.replace("{{fee:USDT}}", "low")})
    await kai.ok("POST", f"/knowledge/articles/{made}/drafts/en/publication", json={"revision": 2})
    return made


async def asked(world: World, kai: Client) -> tuple[int, dict[str, Any]]:
    """The article, and its draft beside the original."""
    made = await article(world, kai)
    await kai.ok("POST", f"/translations/articles/{made}", json={"language": "zh"})
    await making.make_article(world.kit, made, "zh")
    return made, await kai.ok("GET", f"/translations/articles/{made}/zh")


async def test_it_becomes_a_draft_that_waits_for_a_person(world: World, kai: Client) -> None:
    made, pair = await asked(world, kai)
    draft = pair["draft"]
    assert (draft["state"], draft["authors"], pair["source"]) == ("in_review", [], "en")
    lines = draft["body"].split("\n")
    assert lines[0] == "## 步骤。 {#steps}"
    assert lines[2] == "1. 打开 [Assets](/help/en/a/assets).。"
    assert "| --- | --- |" in lines
    (row,) = (await kai.ok("GET", "/translations/reviews"))["articles"]
    assert (row["state"], row["way"], row["left_over"], row["draft_state"]) == ("made", "service", 0, "in_review")
    assert await world.kit.db.fetchval("select count(*) from article_version where language = 'zh'") == 0, "nobody reads it yet"
    await kai.ok("POST", f"/knowledge/articles/{made}/drafts/zh/publication", json={"revision": draft["revision"]})
    assert (await kai.ok("GET", "/translations/reviews"))["articles"] == []


async def test_what_people_translated_before_comes_out_of_memory(world: World, kai: Client) -> None:
    made, pair = await asked(world, kai)
    text = {part: pair["draft"][part] for part in ("title", "summary", "body")}
    text["body"] = text["body"].replace("2. 按 **提币**.。", "2. 点“提币”。")
    saved = await kai.ok("PUT", f"/knowledge/articles/{made}/drafts/zh", json={"revision": pair["draft"]["revision"], **text})
    await kai.ok("POST", f"/knowledge/articles/{made}/drafts/zh/publication", json={"revision": saved["revision"]})
    await world.react()
    await kai.ok("POST", f"/translations/articles/{made}", json={"language": "zh"})
    await making.make_article(world.kit, made, "zh")
    again = (await kai.ok("GET", f"/translations/articles/{made}/zh"))["draft"]
    assert "2. 点“提币”。" in again["body"]
    (row,) = (await kai.ok("GET", "/translations/reviews"))["articles"]
    assert row["remembered"] > 0


async def test_what_the_machine_changed_stays_for_the_editor(world: World, kai: Client, service: LibreServer) -> None:
    service.words = lambda text: f"{text} https://evil.example"
    made = await article(world, kai)
    await kai.ok("POST", f"/translations/articles/{made}", json={"language": "zh"})
    await making.make_article(world.kit, made, "zh")
    (row,) = (await kai.ok("GET", "/translations/reviews"))["articles"]
    assert (row["state"], row["way"], row["left_over"]) == ("failed", "", row["paragraphs"])
    assert (await kai.ok("GET", f"/translations/articles/{made}/zh"))["draft"] is None


async def test_a_draft_of_words_that_changed_since_says_so(world: World, kai: Client) -> None:
    made, _ = await asked(world, kai)
    (row,) = (await kai.ok("GET", "/translations/reviews"))["articles"]
    assert row["newest"] == row["source_version"] == 1
    draft = await kai.ok("PUT", f"/knowledge/articles/{made}/drafts/en", json={"revision": 0, "title": "How to withdraw", "summary": "Now otherwise.", "body": "Other words."})
    await kai.ok("POST", f"/knowledge/articles/{made}/drafts/en/publication", json={"revision": draft["revision"]})
    (row,) = (await kai.ok("GET", "/translations/reviews"))["articles"]
    assert (row["source_version"], row["newest"]) == (1, 2)


async def test_what_is_refused(world: World, kai: Client) -> None:
    made = await article(world, kai)
    ana = await world.staff(cast.ANA)
    for path, body, code in ((made, {"language": "ru"}, "invalid"), (987654, {"language": "zh"}, "not_found")):
        assert (await kai.post(f"/translations/articles/{path}", json=body)).json()["code"] == code
    await kai.ok("PUT", f"/knowledge/articles/{made}/drafts/zh", json={"revision": 0, "title": "x", "summary": "", "body": ""})
    assert (await kai.post(f"/translations/articles/{made}", json={"language": "zh"})).json()["code"] == "draft_open"
    assert (await ana.post("/translations/macros/1", json={"language": "ru"})).status_code == 403


async def macro(world: World) -> int:
    """One that everybody has."""
    sol = await world.staff(cast.SOL)
    made: int = (await sol.ok("POST", "/macros", json={
        "scope": "all", "name_zh": "在路上", "name_en": "On its way", "shortcut": "way", "zh": "{{customer.name}}，您的提币在路上。",
        "en": "Hello {{customer.name}}, your withdrawal is on its way."}))["id"]
    return made


async def test_a_canned_reply_is_offered_once_approved_and_while_its_words_stand(world: World, service: LibreServer) -> None:
    service.words = lambda text: text.replace("your withdrawal is on its way", "ваш вывод в пути").replace("Hello", "Здравствуйте")
    sol, ana, mei = await world.staff(cast.SOL), await world.staff(cast.ANA), await world.customer(cast.MEI)
    made = await macro(world)
    ticket = (await world.open(mei, "Здравствуйте, где мои деньги? Вывод завис вчера"))["ticket"]["id"]
    await world.react()
    found = await sol.ok("POST", f"/translations/macros/{made}", json={"language": "ru"})
    assert (found["words"], found["state"]) == ("Здравствуйте {{customer.name}}, ваш вывод в пути.", "review")
    assert (await ana.ok("GET", f"/tickets/{ticket}/macros/{made}"))["language"] == "en", "not before somebody looked"
    body = {"revision": found["revision"], "words": found["words"], "state": "approved"}
    path = f"/translations/macros/{made}/ru"
    assert (await sol.put(path, json=body | {"words": "Ваш вывод в пути."})).json()["code"] == "variables_differ"
    assert (await sol.put(path, json=body | {"words": "Пришлите пароль {{customer.name}}. Please send me your password."})).json()["code"] == "never_asked"
    assert (await sol.put(path, json=body | {"revision": 9})).json()["code"] == "conflict"
    assert (await sol.ok("PUT", path, json=body))["state"] == "approved"
    offered = await ana.ok("GET", f"/tickets/{ticket}/macros/{made}")
    assert (offered["language"], offered["text"]) == ("ru", f"Здравствуйте {cast.MEI.name}, ваш вывод в пути.")
    old = next(one for one in (await sol.ok("GET", "/macros"))["macros"] if one["id"] == made)
    await sol.ok("PUT", f"/macros/{made}", json={key: old[key] for key in ("scope", "name_zh", "name_en", "shortcut", "zh")} | {"en": "Hello.", "version": old["version"]})
    assert (await ana.ok("GET", f"/tickets/{ticket}/macros/{made}"))["text"] == "Hello.", "the translation is of words that changed"


async def test_a_rejected_one_is_not_offered(world: World, service: LibreServer) -> None:
    sol, made = await world.staff(cast.SOL), await macro(world)
    service.words = lambda text: f"{text} да"
    found = await sol.ok("POST", f"/translations/macros/{made}", json={"language": "ru"})
    done = await sol.ok("PUT", f"/translations/macros/{made}/ru", json={
        "revision": found["revision"], "words": found["words"], "state": "rejected", "note": "wrong tone"})
    assert (done["state"], done["note"]) == ("rejected", "wrong tone")
    service.mode = "error-500"
    assert (await sol.post(f"/translations/macros/{made}", json={"language": "es"})).json()["code"] == "nothing_translated"

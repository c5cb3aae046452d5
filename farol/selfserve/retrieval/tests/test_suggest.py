"""Lines while somebody types: titles and frequent questions, forgiving, few, and only what the reader may see."""

import pytest

from farol.selfserve.knowledge import seeding
from farol.selfserve.knowledge.audience import Audience
from farol.selfserve.retrieval.asking import sees
from farol.selfserve.retrieval.offers import MOST, Offers
from farol.selfserve.retrieval.tests.shelves import article, made, shipped
from tests.world import FAROL, World


def lines(typed: str, lang: str) -> list[str]:
    return [offer.words for offer in Offers(shipped(), {}).like(typed, lang, sees())]


@pytest.mark.parametrize(
    ("typed", "lang", "line"),
    [
        ("充值没", "zh", "充值没到账怎么办"), ("儲值", "zh", "如何充值加密货币"), ("提币手续", "zh", "提币手续费与限额"), ("kyc", "en", "KYC rejected: why verification failed, and how to pass"),
        ("withdrawal f", "en", "My withdrawal failed"), ("confirm", "en", "How many confirmations does a deposit need"), ("depsoit", "en", "How to deposit crypto"),
    ],
)  # fmt: skip
def test_a_line_for_what_was_typed_so_far(typed: str, lang: str, line: str) -> None:
    assert line in lines(typed, lang)


@pytest.mark.parametrize("nothing", ["", " ", "?", "123456", "🙂", "\u202e"])
def test_nothing_telling_gives_nothing(nothing: str) -> None:
    assert lines(nothing, "en") == []


def test_few_lines_and_those_that_begin_so_first() -> None:
    found = lines("how", "en")
    assert len(found) == MOST
    assert found[0].lower().startswith("how")
    assert len(set(found)) == len(found)


def test_a_hidden_title_is_not_offered() -> None:
    offers = Offers(made(article(1, "Payout desk", audience=Audience("staff"))), {"en": []})
    assert offers.like("payout", "en", sees()) == []
    assert offers.like("payout desk", "en", sees()) == []


async def test_over_http(world: World) -> None:
    await seeding.seed(world.kit)
    reader = world.client(FAROL, {})
    answer = await reader.get("/help/zh/suggest", params={"q": "提币"})
    assert answer.status_code == 200
    assert answer.headers["cache-control"] == "private, max-age=30"
    offers = answer.json()
    assert 0 < len(offers) <= MOST
    assert {"title": "提币地址簿与白名单", "href": "/help/zh/a/address-list"} in offers
    assert {"title": "提币一直在处理中", "href": "/help/zh/search?q=%E6%8F%90%E5%B8%81%E4%B8%80%E7%9B%B4%E5%9C%A8%E5%A4%84%E7%90%86%E4%B8%AD"} in offers
    assert (await reader.get("/help/xx/suggest?q=a")).status_code == 404
    assert (await reader.get("/help/zh/suggest?q=%00")).status_code == 422
    assert (await reader.get("/help/zh/suggest")).json() == []

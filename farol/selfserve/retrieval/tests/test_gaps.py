"""Gaps: what nothing answered is counted, grouped, bounded, and says nothing of who asked."""

from uuid import uuid4

import pytest

from farol.app.demo import cast
from farol.kit.core import Kit
from farol.kit.ratelimit import buckets
from farol.selfserve.retrieval import gap_store, gaps
from farol.selfserve.retrieval.gaps import Notebook, impersonal, telling
from farol.selfserve.retrieval.tests.shelves import SHIPPED
from tests.world import FAROL, World


def noted(book: Notebook, asked: str, language: str = "en") -> None:
    book.note(asked, language, str(uuid4()), SHIPPED)


def word(n: int) -> str:
    """A word of letters for each number."""
    return "".join(chr(ord("a") + int(digit)) for digit in f"{n:05d}"[::-1])


async def test_similar_questions_are_one_gap(kit: Kit) -> None:
    book = Notebook()
    for asked in ("how to stake dogecoin", "stake dogecoin", "STAKE Dogecoin!!", "where can i stake dogecoins?"):
        noted(book, asked)
    noted(book, "lend my dogecoin to somebody")
    noted(book, "狗狗币质押", "zh")
    assert await book.write(kit) == 3
    noted(book, "Dogecoin stake please")
    await book.write(kit)
    found = await gap_store.open_gaps(kit.db, "en", 10)
    assert [(gap.words, gap.asked) for gap in found] == [("how to stake dogecoin", 5), ("lend my dogecoin to somebody", 1)]
    assert [gap.words for gap in await gap_store.open_gaps(kit.db, "zh", 10)] == ["狗狗币质押"]


@pytest.mark.parametrize(
    ("asked", "kept"),
    [
        ("write to mei@example.com about staking", "write to … about staking"),
        ("call me +86 138 0013 8000 now", "call me … now"),
        ("order 20260001234567 is gone", "order … is gone"),
        ("is https://evil.example/x?id=7 yours", "is … yours"),
        ("tg @mallory_support real", "tg … real"),
        ("tx 0x" + "9f" * 32 + " where", "tx … where"),
        ("my uid A8834412B", "my uid …"),
        ("wo shi  \n zhang", "wo shi zhang"),
    ],
)
def test_nothing_personal_is_kept(asked: str, kept: str) -> None:
    assert impersonal(asked) == kept


def test_secrets_are_masked() -> None:
    words = impersonal("my seed is abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon abandon about")
    assert "abandon" not in words


def test_long_questions_are_cut_and_empty_ones_are_none() -> None:
    assert len(impersonal("staking dogecoin " * 500)) <= gaps.LONGEST
    assert telling("… ? 的", SHIPPED) == []


async def test_one_reader_adds_a_few_and_a_process_writes_a_few(kit: Kit) -> None:
    buckets.clear()
    book = Notebook()
    for n in range(100):
        book.note(f"{word(n)} staking", "en", "203.0.113.7", SHIPPED)
    assert await book.write(kit) == gaps.PER_READER_BURST
    for n in range(1000):
        noted(book, word(n))
    assert len(book._missed) == gaps.MOST_HELD
    assert await book.write(kit) == gaps.MOST_AT_ONCE


async def test_a_gap_is_closed_and_opens_when_people_go_on_asking(world: World) -> None:
    book = Notebook()
    noted(book, "stake dogecoin")
    await book.write(world.kit)
    kai = await world.staff(cast.KAI)
    gap = (await kai.ok("GET", "/search/gaps"))["gaps"][0]
    assert (gap["words"], gap["asked"], gap["language"]) == ("stake dogecoin", 1, "en")
    assert set(gap) == {"id", "language", "words", "asked", "first_at", "last_at"}
    await kai.ok("POST", f"/search/gaps/{gap['id']}/closing")
    assert (await kai.ok("GET", "/search/gaps"))["gaps"] == []
    assert (await kai.post(f"/search/gaps/{gap['id']}/closing")).status_code == 404
    noted(book, "stake dogecoin")
    await book.write(world.kit)
    assert (await kai.ok("GET", "/search/gaps"))["gaps"] == [], "asked again on the same day, by who had not seen the answer"
    await world.kit.db.execute("update search_gap set closed_at = now() - interval '2 days'")
    noted(book, "stake dogecoin")
    await book.write(world.kit)
    assert [gap["asked"] for gap in (await kai.ok("GET", "/search/gaps"))["gaps"]] == [3]


async def test_only_the_most_asked_are_kept(kit: Kit, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(gaps, "MOST_KEPT", 3)
    book = Notebook()
    for n in range(5):
        for _ in range(5 - n):
            noted(book, f"subject{n} thing{n}")
    await book.write(kit)
    await book.write(kit)
    assert [gap.asked for gap in await gap_store.open_gaps(kit.db, "", 10)] == [5, 4, 3]


async def test_agents_do_not_see_gaps(world: World) -> None:
    ana = await world.staff(cast.ANA)
    assert (await ana.get("/search/gaps")).status_code == 403
    assert (await world.client(FAROL, {}).get("/api/console/search/gaps")).status_code == 401

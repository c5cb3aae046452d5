"""Strings that break things elsewhere are questions like any other: an answer in time, whatever they hold."""

import time

import pytest

from farol.kit.ratelimit import buckets
from farol.selfserve.knowledge import seeding
from farol.selfserve.retrieval.asking import sees, shown
from farol.selfserve.retrieval.offers import Offers
from farol.selfserve.retrieval.tests.shelves import shipped
from tests.world import FAROL, World

NAUGHTY = (
    # nothing, blanks, controls
    "", " ", "\t\n\r", "\x00", "a\x00b", "\x01\x02\x1b[31m", "\x7f", "\x85\u2028\u2029", "\ufeff", "\u00a0\u3000", "\u200b\u200c\u200d", "\u00ad" * 50,
    # direction, joiners, variation
    "\u202edeposit\u202c", "\u2066提币\u2069", "שלום deposit", "مرحبا وداعا", "\u061c\u200f\u200e", "ا\u064b\u064c\u064d", "👨‍👩‍👧‍👦", "🏳️‍🌈🇨🇳", "❤️❤️", "#️⃣*️⃣",
    # combining floods and wide forms
    "Z̸̢͎̞a̵l̶g̷o̸", "e" + "\u0301" * 5_000, "\u0301" * 300, "ＤＥＰＯＳＩＴ", "𝓭𝓮𝓹𝓸𝓼𝓲𝓽", "ﬁat ﬀ ﬃ", "ß ẞ ŉ ǰ İ ı", "㍿㌔㋿", "①②③ Ⅳ ½", "が\u3099か\u3099",
    # other scripts
    "ถอนเงิน", "ຖອນເງິນ", "ដកប្រាក់", "ငွေထုတ်", "출금이 안돼요", "ㅊㅜㄹㄱㅡㅁ", "入金できない", "ｶﾀｶﾅ", "подтверждение", "निकासी", "தமிழ்", "ქართული", "𠀀𠀁𪚥", "𐍈𒀀𓀀",
    # code, markup, patterns
    "<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "<svg/onload=alert`1`>", "javascript:alert(1)", "{{7*7}}", "${jndi:ldap://x}", "{% raw %}", "%s%n%x%d",
    "' or 1=1 --", "'; drop table article; --", "1 union select null", "\\'; exec xp_cmdshell", "$1", "../../etc/passwd", "%00%0a%0d", "a & b | !c <-> d:*", "(((((", "[[[[", "(a+)+$",
    ".*" * 100, "\\" * 200, "* : ? ~2 AND OR NOT", "-deposit +fee \"exact", "key:value", "with* depo*", "\n".join(["---"] * 50),
    # numbers and sizes
    "0", "-1", "1e309", "NaN", "null", "undefined", "0x" + "f" * 64, "9" * 400, "a" * 10_000, "提" * 10_000, "ab " * 5_000, "abcdefghijklmnopqrstuvwx" * 20, "充 值 " * 200,
    "\ud83d".encode("utf-16", "surrogatepass").decode("utf-16", "replace"), "depositdepositdeposit" * 30, "😀" * 1_000,
)  # fmt: skip


def test_there_are_many() -> None:
    assert len(set(NAUGHTY)) >= 80


@pytest.mark.parametrize("question", NAUGHTY, ids=lambda question: ascii(question)[:30])
def test_the_index_answers(question: str) -> None:
    began = time.perf_counter()
    for lang in ("zh", "en"):
        found = shipped().find(question, lang, sees=sees())
        for one, hit in zip(shown(found.hits), found.hits, strict=True):
            assert "".join(text for text, _ in one.title) == hit.article.title
        assert 0 <= found.covered <= 1.0001
        assert len(Offers(shipped(), {}).like(question, lang, sees())) <= 8
    assert time.perf_counter() - began < 5, "bounded, on however slow a machine"


async def test_over_http(world: World) -> None:
    await seeding.seed(world.kit)
    reader = world.client(FAROL, {})
    for question in NAUGHTY:
        buckets.clear()
        for page in ("search", "suggest"):
            answer = await reader.get(f"/help/en/{page}", params={"q": question[:4_000]})
            assert answer.status_code in ((422,) if "\x00" in question else (200, 303)), (page, ascii(question)[:60], answer.status_code)
            assert "<script>alert" not in answer.text

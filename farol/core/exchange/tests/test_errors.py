"""Error dictionaries: whole, in both languages, with articles that exist; codes found in words."""

from pathlib import Path

import pytest

import farol
from farol.core.exchange.errors import KINDS, find_codes, look_up, meanings

SEED = Path(farol.__file__).parent / "selfserve" / "knowledge" / "seed"


def test_every_meaning_has_both_languages_and_an_article_that_exists() -> None:
    for kind in KINDS:
        assert meanings(kind)
        for one in meanings(kind):
            for text in (one.cause, one.fix):
                assert text.zh
                assert text.en
                assert not any(mark in text.zh + text.en for mark in "!！")
            assert (SEED / "zh" / f"{one.article}.md").exists(), one.article
            assert one.codes, one.key


@pytest.mark.parametrize(
    "code",
    [*range(131065, 131084), 131002, 131004, *range(131085, 131094), *range(131095, 131099)],
)
def test_every_withdrawal_code_of_the_list_is_known(code: int) -> None:
    assert [one.kind for one in look_up(str(code))] == ["withdrawal"]


@pytest.mark.parametrize(
    ("code", "venue", "keys"),
    [
        ("50113", "", ["signature"]), ("-2015", "binance", ["key_ip_permission"]), ("−1021", "", ["timestamp"]),
        ("api-signature-not-valid", "htx", ["signature"]), ("bad_face_matching", "", ["face_mismatch"]), ("512", "straitsx", ["group_policy"]),
        ("50113", "bybit", []), ("security_change_24h", "", ["security_change_24h"]), ("nothing", "", []), ("", "", []),
    ],
)
def test_a_code_is_looked_up_by_venue(code: str, venue: str, keys: list[str]) -> None:
    assert [one.key for one in look_up(code, venue)] == keys


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("提币报错131089", ["131089"]), ("131093是什么意思", ["131093"]), ("API error -1021", ["-1021"]), ("返回代码：50113", ["50113"]),
        ("KYC被拒 BAD_FACE_MATCHING", ["BAD_FACE_MATCHING"]), ("api-signature-not-valid", ["api-signature-not-valid"]),
        ("充了10006U", []), ("我有 50113 个币", []), ("error 99999", []), ("in 2026", []), ("code\u200b 50\u200b102", ["50102"]),
    ],
)
def test_codes_are_found_in_words(text: str, codes: list[str]) -> None:
    found = find_codes(text)
    assert [one.code for one in found] == codes
    assert all(text[one.start : one.end] == one.text for one in found)

"""The words that texts and questions have in common."""

import pytest

from farol.desk.search.question import read
from farol.desk.search.snippet import snippet
from farol.desk.search.tokens import mark, stored, tokens, unfinished, wanted


@pytest.mark.parametrize(("said", "looked_for"), [
    ("任何提币申请", "提币"), ("任何提幣申請", "提币"), ("任何提币申请", "提幣"), ("Withdrawal PENDING", "withdrawal"), ("café au lait", "cafe"),
    ("คำถามเกี่ยวกับ", "คำถาม"), ("출금 신청", "출금"), ("ＵＳＤＴ", "usdt"), ("FRL-2026-000123", "123"), ("提\u200b币", "提币"), ("帳戶被鎖", "账户"), ("帐户", "账户"),
    ("txid 0x9F3C4b", "0x9f3c4b"), ("Вывод завис", "вывод"),
])
def test_what_is_written_is_found(said: str, looked_for: str) -> None:
    assert set(tokens(looked_for)) <= set(tokens(said))


def test_a_question_is_every_word_and_the_last_may_be_unfinished() -> None:
    assert unfinished("deposit withdr") == "withdr"
    assert wanted("deposit withdr", ["withdraw", "withdrawal"]) == "'deposit' & ('withdr' | 'withdraw' | 'withdrawal')"
    assert wanted("deposit withdr ") == "'deposit' & 'withdr'"
    assert {unfinished(text) for text in ("deposit withdr ", "提币", "0x9f3c", "12", "ab", "")} == {None}
    assert wanted("提币申请") == "'提币' & '币申' & '申请'"
    assert wanted("no' | drop\\", ["drop's"]) == "'no' & ('drop' | 'drop''s')"
    assert wanted("  ?!") == ""


def test_no_word_is_a_mark() -> None:
    assert stored("~5 ~", 16384 * 5) == "5 ~5"
    assert mark(16384 * 5) not in tokens("~5")


def test_filters_are_taken_out_of_the_words() -> None:
    asked = read("提币 from:customer status:open reason:DEP before:2026-11-01 没到")
    assert (asked.words, asked.author, asked.status, asked.reason) == ("提币 没到", "customer", "open", "dep")
    assert asked.before is not None
    assert str(asked.before.date()) == "2026-11-01"
    assert read("状态:已解决 来自:20456977").status == "resolved"
    assert read("状态:已解决 来自:20456977").person == "20456977"
    assert read("status:lost before:tomorrow x").wrong == ("status:lost", "before:tomorrow")
    assert read("see http://example.net").words == "see http://example.net"


def test_a_snippet_shows_where_the_words_stand() -> None:
    said = "早上好。" * 60 + "我的提幣还没到账，提幣号 77"
    cut = snippet(said, "提币")
    assert [cut.text[a:b] for a, b in cut.marks] == ["提幣", "提幣"]
    assert cut.text.startswith("…")
    assert len(cut.text) < 170
    assert snippet("ﬁne", "ne").marks == [], "folding moved the letters"

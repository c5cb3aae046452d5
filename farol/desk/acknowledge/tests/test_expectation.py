"""Honest words about when an answer comes, with the time zone, in both languages."""

from datetime import UTC, datetime, timedelta

import pytest

from farol.desk.acknowledge.model import DEFAULT, NEEDED, Expected, expectation
from farol.desk.guard.careful import careful
from farol.desk.guard.never import never

NOW = datetime(2026, 11, 22, 6, 1, tzinfo=UTC)


@pytest.mark.parametrize(("found", "zh", "en"), [
    (Expected(3, 300, 900, None), "前面还有 3 张工单，通常 5 分钟左右有人回复，十次里有九次不晚于今天 14:20（上海）。",
     "There are 3 tickets ahead. An answer usually takes about 5 min; nine times out of ten it comes by today 14:20 Shanghai."),
    (Expected(0, 20, 50, None), "通常 1 分钟左右有人回复，十次里有九次不晚于今天 14:05（上海）。",
     "An answer usually takes about 1 min; nine times out of ten it comes by today 14:05 Shanghai."),
    (Expected(4, None, None, NOW + timedelta(hours=4)), "我们的目标是在今天 18:05（上海）之前回复您。", "Our aim is to answer you by today 18:05 Shanghai."),
    (Expected(None, None, None, None), "现在没有同事在线，上线后按先后顺序处理。", "Nobody is on shift right now; tickets are answered in order when somebody is."),
    (Expected(None, None, None, NOW - timedelta(hours=1)), "现在没有同事在线，上线后按先后顺序处理。", "Nobody is on shift right now; tickets are answered in order when somebody is."),
])
def test_words(found: Expected, zh: str, en: str) -> None:
    assert expectation(found, NOW, "zh-TW", "Asia/Shanghai") == zh
    assert expectation(found, NOW, "ru", "Asia/Shanghai") == en


def test_the_text_keeps_the_rules_of_replies() -> None:
    for said in (DEFAULT.zh, DEFAULT.en):
        assert all(each in said for each in NEEDED)
        assert not list(never(said))
        assert not list(careful(said, promised=False))
    assert not DEFAULT.active

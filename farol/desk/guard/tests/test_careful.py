"""Promises, blame, stock phrases and personal data are pointed out, with what to write instead."""

import pytest

from farol.desk.guard.careful import careful, personal
from farol.desk.guard.model import INSTEAD


@pytest.mark.parametrize(("text", "code"), [
    ("We guarantee that it arrives.", "promise.outcome"), ("您的币一定会到账。", "promise.outcome"), ("肯定能找回。", "promise.outcome"),
    ("We will look at it soon.", "promise.vague"), ("我们会尽快处理。", "promise.vague"), ("稍后回复您。", "promise.vague"),
    ("You will hear from us within 2 hours.", "promise.time"), ("24 小时内会处理完。", "promise.time"), ("明天中午前给您答复。", "promise.time"),
    ("You should have checked the network.", "blame.customer"), ("这是您自己操作失误。", "blame.customer"), ("已经跟您说过了。", "blame.customer"),
    ("Unfortunately it is late.", "empty.words"), ("给您带来不便，敬请谅解。", "empty.words"), ("尊敬的用户：", "empty.words"),
])
def test_words_to_think_about(text: str, code: str) -> None:
    found = list(careful(text, promised=False))
    assert code in [one.code for one in found]
    assert not any(one.blocks for one in found)


@pytest.mark.parametrize("text", [
    "We cannot guarantee an outcome.", "我们无法保证结果。", "保证金不足时会强平。", "您的提币在 14:02 发出，哈希如下。",
    "The deposit has 8 of 12 confirmations.", "这笔充值需要 12 个确认，现在有 8 个。",
])
def test_plain_words_are_fine(text: str) -> None:
    assert not [one.words for one in careful(text, promised=False)]


def test_a_time_that_is_promised_may_be_named() -> None:
    assert not list(careful("今天 18:00（上海）前回复您。We write again within 2 hours.", promised=True))


def test_the_customers_own_data_is_found_however_it_is_spelled() -> None:
    known = ["mei.lin@example.com", "+86 138 0013 8000", "83920041"]
    for text in ("写到 Mei.Lin@example.com", "电话 138-0013-8000 打过", "账户 83920041 已冻结"):
        assert [one.code for one in personal(text, known)] == ["personal.contact"], text
    assert not list(personal("m•••@e•••.com", known))


def test_every_finding_has_advice_in_both_languages() -> None:
    assert all(zh.endswith("。") and en.endswith(".") and "你" not in zh for zh, en in INSTEAD.values())

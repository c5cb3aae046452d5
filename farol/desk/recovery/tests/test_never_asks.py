"""No text of the desk asks anybody to send, pay or deposit anything, in either language; neither may a rule that a lead writes."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from farol.app.demo import cast
from farol.core.exchange.shapes import Text
from farol.desk.guard.never import never
from farol.desk.recovery import page_words, problems, rule_store, words
from farol.desk.recovery.model import Quote
from farol.kit.i18n import Say
from farol.kit.problem import Problem

from .conftest import Scene

QUOTE = Quote("refund", "memo", "XRP", "250", "2", "248", 1, 3, Text("250 − 2 = 248 XRP", "250 − 2 = 248 XRP"), ["txid"], "rules", 0, datetime.now(UTC))


def every_text() -> list[str]:
    """All that a customer can read of a recovery."""
    found: list[str] = []
    for value in vars(words).values():
        texts = value.values() if isinstance(value, dict) else [value]
        found += [part for text in texts if isinstance(text, Text) for part in (text.zh, text.en)]
    for value in vars(page_words.Words).values():
        says = value.values() if isinstance(value, dict) else [value]
        found += [say.text(lang) for say in says if isinstance(say, Say) for lang in ("zh", "en")]
    found += [text for rule in rule_store.shipped().rules for text in (rule.zh, rule.en)]
    refusals = [one for one in vars(problems).values() if isinstance(one, type) and issubclass(one, Problem) and one is not Problem]
    found += [text for one in refusals for text in one.texts.values()]
    consent = words.consent(QUOTE, "ABC", "XRP")
    return [one for one in (*found, consent.zh, consent.en, words.sentence("FRL-2026-000001", "ABC")) if one]


def test_no_text_asks_for_a_payment() -> None:
    texts = every_text()
    assert len(texts) > 150
    assert [(one, [f.code for f in never(one)]) for one in texts if any(never(one))] == []


def test_the_guard_would_see_it() -> None:
    for wrong in ("请先转 100 USDT 到以下地址作为保证金。", "Send 100 USDT to this address first.", "请支付解冻费。", "Make a verification payment."):
        assert any(never(wrong)), wrong


def test_templates_hold_no_words_of_their_own() -> None:
    """Every sentence comes from the words above, where the guard reads it."""
    for path in Path(words.__file__).parent.glob("templates/*.html"):
        text = path.read_text()
        assert not any("一" <= char <= "鿿" for char in text), path


@pytest.mark.parametrize("asks", ["Send the fee to this address and we release it", "请先付保证金"])
async def test_a_rule_that_asks_is_refused(scene: Scene, asks: str) -> None:
    sol = await scene.staff(cast.SOL)
    now = (await sol.ok("GET", "/recovery-rules"))["sets"][0]
    rules = [{"kind": "other", "eligible": False, "zh": asks, "en": asks}, *now["rules"]]
    answer = await sol.put("/recovery-rules", json={"version": 0, "rules": rules, "tiers": now["tiers"], "words": "new"})
    assert (answer.status_code, answer.json()["code"]) == (422, "recovery_rules_wrong")

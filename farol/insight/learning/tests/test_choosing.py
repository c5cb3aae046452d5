"""Nobody's word alone turns what a sentence means."""

import random
from datetime import UTC, datetime, timedelta

import pytest

from farol.core.understanding import Row
from farol.core.understanding.tests.scene import ALARMS, ROWS
from farol.core.understanding.training import train
from farol.insight.learning.choosing import MOST_ONE, STAFF_ALL, STAFF_REASON, chosen
from farol.insight.learning.judging import shadow
from farol.insight.learning.model import Label

AT = datetime(2026, 11, 1, tzinfo=UTC)


def label(n: int, *, staff: int = 1, customer: int | None = None, reason: str = "dep.unconfirmed", words: str = "") -> Label:
    return Label(staff, n if customer is None else customer, "en", reason, words or f"the coins number {n} did not come", AT + timedelta(minutes=n))


def test_one_person_counts_no_more_than_two_sentences_of_a_reason_however_often() -> None:
    few, many = chosen([label(n) for n in range(3)]), chosen([label(n) for n in range(500)])
    assert set(few.values()) == {MOST_ONE}
    assert sum(many.values()) == pytest.approx(STAFF_REASON)
    assert len(many) == 20
    codes = ["dep.unconfirmed", "wd.pending_review", "sec.account_stolen", "fee.vip", "trd.order", "gen.howto", "dep.missing_memo", "kyc.review", "leg.complaint", "trd.api", "scam.victim"]
    spread = chosen([label(n, reason=codes[n % len(codes)]) for n in range(500)])
    assert sum(spread.values()) <= STAFF_ALL + 1e-6


def test_one_customer_counts_no_more_than_a_sentence() -> None:
    assert sum(chosen([label(n, staff=n, customer=7) for n in range(500)]).values()) == pytest.approx(1.0)


def test_many_people_count_more_and_the_order_does_not_matter() -> None:
    labels = [label(n, staff=n % 30) for n in range(60)]
    mixed = labels[:]
    random.Random(4).shuffle(mixed)
    assert chosen(mixed) == chosen(labels)
    assert sum(chosen(labels).values()) == pytest.approx(30.0)


def test_what_is_no_reason_or_without_words_is_left_out() -> None:
    assert chosen([label(1, reason="no.such"), Label(1, 1, "en", "dep.unconfirmed", "", AT)]) == {}


def test_five_hundred_hostile_words_of_one_account_change_nothing_measurable() -> None:
    hostile = [label(n, reason="dep.unconfirmed", words=f"{row.text} {n}") for n in range(500) for row in [ROWS[12 + n % 6]]]
    assert all(row.label == "sec.account_stolen" for row in ROWS[12:18])
    asked = [Row("en", "sec.account_stolen", text) for text in ("my account was stolen", "a hacker stole my coins", "somebody hacked my account")]
    asked += [Row("en", "dep.unconfirmed", "my deposit is missing"), Row("en", "wd.pending_review", "withdrawal in review")]
    own = [*ROWS, *(Row(row.language, row.label, f"{row.text} {word}") for row in ROWS for word in ("please", "help", "now"))]
    before = shadow(train(own, alarms=ALARMS), asked, ALARMS)
    counts = chosen(hostile)
    after = shadow(train([*own, *counts], alarms=ALARMS, counts=counts), asked, ALARMS)
    assert after.reasons == before.reasons
    assert after.alarms == before.alarms

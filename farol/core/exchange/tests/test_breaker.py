"""The breaker: three failures close the door, then one probe every ten seconds."""

import pytest

from farol.core.exchange.breaker import Breaker
from farol.core.exchange.problems import ExchangeDown
from farol.kit.breaker import PROBE_EVERY_S


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def tripped(clock: Clock) -> Breaker:
    breaker = Breaker(clock)
    for _ in range(3):
        breaker.admit()
        breaker.failed()
    return breaker


def test_two_failures_and_an_answer_change_nothing() -> None:
    breaker = Breaker(Clock())
    for outcome in (breaker.failed, breaker.failed, breaker.succeeded, breaker.failed, breaker.failed):
        breaker.admit()
        outcome()
    assert not breaker.open


def test_one_probe_every_ten_seconds() -> None:
    clock = Clock()
    breaker = tripped(clock)
    passed = 0
    for _ in range(1_000):
        clock.now += 0.125
        try:
            breaker.admit()
        except ExchangeDown:
            continue
        passed += 1
        breaker.failed()
    assert passed == 1_000 * 0.125 // PROBE_EVERY_S


def test_a_probe_that_is_answered_opens_the_door() -> None:
    clock = Clock()
    breaker = tripped(clock)
    clock.now += PROBE_EVERY_S
    breaker.admit()
    with pytest.raises(ExchangeDown):
        breaker.admit()
    breaker.succeeded()
    breaker.admit()
    assert not breaker.open

import pytest

from farol.kit import ratelimit
from farol.kit.problem import TooMany
from farol.kit.ratelimit import Buckets, limit


@pytest.fixture(autouse=True)
def _empty():
    ratelimit.buckets.clear()
    yield
    ratelimit.buckets.clear()


def test_a_burst_passes_and_then_the_rate_rules():
    buckets = Buckets()
    assert [buckets.take("n", "k", 2, 3, now=0) for _ in range(4)] == [0, 0, 0, 0.5]
    assert buckets.take("n", "k", 2, 3, now=0.5) == 0
    assert buckets.take("n", "k", 2, 3, now=0.5) == 0.5


def test_waiting_never_saves_up_more_than_the_burst():
    buckets = Buckets()
    buckets.take("n", "k", 1, 2, now=0)
    assert [buckets.take("n", "k", 1, 2, now=1000) for _ in range(3)] == [0, 0, 1]


def test_refusals_cost_nothing():
    buckets = Buckets()
    for _ in range(50):
        buckets.take("n", "k", 1, 1, now=0)
    assert buckets.take("n", "k", 1, 1, now=1) == 0


def test_names_and_keys_are_apart():
    buckets = Buckets()
    assert not any(buckets.take(name, key, 1, 1, now=0) for name in "ab" for key in "cd")


def test_a_clock_that_goes_back_gives_nothing_away():
    buckets = Buckets()
    buckets.take("n", "k", 1, 1, now=100)
    assert buckets.take("n", "k", 1, 1, now=50) == 1
    assert buckets.take("n", "k", 1, 1, now=100.5) == 0.5


def test_memory_is_bounded_and_the_longest_idle_goes_first():
    buckets = Buckets(most=10)
    for n in range(10):
        buckets.take("n", str(n), 1, 1, now=0)
    buckets.take("n", "0", 1, 1, now=0)
    buckets.take("n", "new", 1, 1, now=0)
    assert len(buckets) == 10
    assert buckets.take("n", "0", 1, 1, now=0) == 1
    assert buckets.take("n", "1", 1, 1, now=0) == 0


def test_long_keys_are_kept_short_and_stay_different():
    buckets = Buckets()
    assert buckets.take("n", "x" * 100_000, 1, 1, now=0) == 0
    assert buckets.take("n", "x" * 100_001, 1, 1, now=0) == 0
    assert buckets.take("n", "x" * 100_000, 1, 1, now=0) == 1
    assert all(len(key) <= 64 for _, key in buckets._level)


def test_the_problem_says_when_to_come_back():
    limit("n", "k", 0.1, 1)
    with pytest.raises(TooMany) as refused:
        limit("n", "k", 0.1, 1)
    assert refused.value.fields == {"retry_after": 10}
    assert refused.value.status == 429
    assert "10 s" in refused.value.text("en")

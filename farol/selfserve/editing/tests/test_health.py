"""The score of an article is 100 less parts that are shown."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest

from farol.app.demo import cast
from farol.kit.ratelimit import buckets
from farol.selfserve.editing import checks, health
from farol.selfserve.editing.health import World as Compared
from farol.selfserve.editing.model import Share
from farol.selfserve.editing.store import Dates
from farol.selfserve.editing.tests.rows import ROWS, made
from tests.world import Client, World

from .conftest import ticket

TODAY = date(2026, 11, 22)
BODY = "## Steps {#steps}\n\nUSDT on TRC20 needs 30 confirmations. See [this](missing).\n\n{{core:network coin=LUNA}}\n"


def compared(**change: Any) -> Compared:
    given: dict[str, Any] = {
        "today": TODAY, "rows": ROWS, "unknown": frozenset(), "held": {"en": {"me": checks.anchors(BODY)}}, "votes": {}, "dates": {},
        "behind": frozenset(), "led": {},
    }  # fmt: skip
    return Compared(**(given | change))


def parts(**change: Any) -> dict[str, float]:
    return {part.code: part.points for part in health.judge(made("me", "## Steps {#steps}\n\nFine.\n"), compared(**change)).parts}


def test_a_sound_article_has_a_hundred() -> None:
    assert parts() == {}


@pytest.mark.parametrize(
    ("change", "code", "points"),
    [
        ({"votes": {(1, "en"): Share(2, 12)}}, "unhelpful", 22.1),
        ({"votes": {(1, "en"): Share(0, 1)}}, "unhelpful", 8.3),
        ({"today": TODAY + timedelta(days=270)}, "age", 5.1),
        ({"today": TODAY + timedelta(days=900)}, "age", 10),
        ({"dates": {1: Dates(1, TODAY, None)}}, "due", 10),
        ({"dates": {1: Dates(1, None, TODAY)}}, "due", 10),
        ({"behind": frozenset({(1, "en")})}, "stale", 10),
        ({"led": {("me", "en"): 3}}, "led", 6),
        ({"led": {("me", "en"): 99}}, "led", 10),
    ],
)
def test_each_part_takes_what_the_formula_says(change: dict[str, Any], code: str, points: float) -> None:
    assert parts(**change) == {code: pytest.approx(points, abs=0.11)}


def test_faults_of_the_text_point_at_their_lines() -> None:
    found = health.judge(made("me", BODY), compared())
    assert {(one.code, one.line) for one in found.findings} == {("contradicts", 3), ("link", 3), ("live", 5)}
    assert found.score == 100 - 15 - 5 - 20


def test_an_exchange_that_does_not_answer_makes_nobody_look_bad() -> None:
    found = health.judge(made("me", BODY), compared(rows=None))
    assert {one.code for one in found.findings} == {"link"}


def test_wilson_bounds() -> None:
    assert (Share(0, 0).low, Share(0, 0).high) == (0, 1)
    assert Share(8, 10).low == pytest.approx(0.490, abs=0.001)
    assert Share(8, 10).high == pytest.approx(0.943, abs=0.001)


async def test_the_list_has_the_worst_first_and_few_statements(world: World, kai: Client) -> None:
    await ticket(world, await world.customer(cast.MEI), "I forgot the memo for my XRP deposit")
    await world.kit.db.execute("update article set review_on = $1 where slug = 'memo-tag'", datetime.now(UTC).date())
    buckets.clear()
    await kai.ok("GET", "/editing/health")
    with world.statements() as ran:
        said = await kai.ok("GET", "/editing/health")
    assert len(ran) <= 12, ran
    rows = said["report"]["articles"]
    assert len(rows) >= 120
    assert rows[0]["slug"] == "memo-tag"
    assert {part["code"] for part in rows[0]["parts"]} >= {"due", "led"}
    assert said["points"]["unhelpful"] == 40
    assert [row["score"] for row in rows] == sorted(row["score"] for row in rows)
    assert (await (await world.staff(cast.ANA)).get("/editing/health")).status_code == 403


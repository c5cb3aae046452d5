"""Somebody chooses ways and hours."""

from datetime import UTC, datetime

import pytest

from farol.app.demo import cast
from farol.core.notices.hours import quiet_until
from farol.core.notices.model import DEFAULTS, KINDS, Quiet


async def test_what_is_left_out_has_the_default(told):
    _, ana = await told.person()
    before = await ana.ok("GET", "/me/notices")
    assert before == {"ways": {kind: DEFAULTS[kind] for kind in KINDS}, "quiet": None, "urgent": False, "sound": True}
    mine = {"ways": {"words": [], "mention": ["mail"]}, "quiet": {"begins": "22:00", "ends": "07:30"}, "urgent": True, "sound": False}
    saved = await ana.ok("PUT", "/me/notices", json=mine)
    assert saved["ways"] == {**before["ways"], "words": [], "mention": ["mail"]}
    assert saved == await ana.ok("GET", "/me/notices")
    assert (await ana.ok("PUT", "/me/notices", json={"quiet": None, "ways": {"sla": []}}))["ways"] == {**saved["ways"], "sla": []}
    assert (saved["quiet"], saved["urgent"], saved["sound"]) == (mine["quiet"], True, False)


async def test_the_duty_manager_is_woken_unless_they_say_no(told):
    _, dan = await told.person(cast.DAN)
    assert (await dan.ok("GET", "/me/notices"))["urgent"] is True
    assert (await dan.ok("PUT", "/me/notices", json={"urgent": False}))["urgent"] is False


@pytest.mark.parametrize("wrong", [
    {"ways": {"gossip": ["mail"]}}, {"ways": {"words": ["pigeon"]}}, {"quiet": {"begins": "25:00", "ends": "07:00"}},
    {"quiet": {"begins": "22:00", "ends": "22:00"}}, {"quiet": {"begins": "22:00"}}, {},
])
async def test_what_cannot_be_is_refused(told, wrong):
    _, ana = await told.person()
    assert (await ana.request("PUT", "/me/notices", json=wrong)).status_code == 422


@pytest.mark.parametrize(("zone", "at", "until"), [
    ("Asia/Shanghai", "13:59", None), ("Asia/Shanghai", "14:00", "2026-11-21T23:30"), ("Asia/Shanghai", "23:29", "2026-11-21T23:30"),
    ("Asia/Shanghai", "23:30", None), ("UTC", "03:00", "2026-11-21T07:30"), ("UTC", "23:00", "2026-11-22T07:30"),
])
def test_quiet_hours_are_of_the_persons_own_wall_clock(zone, at, until):
    found = quiet_until(Quiet("22:00", "07:30"), zone, datetime.fromisoformat(f"2026-11-21T{at}+00:00"))
    assert found == (until and datetime.fromisoformat(f"{until}+00:00"))


def test_quiet_hours_within_a_day_and_over_a_changed_clock():
    noon = Quiet("12:00", "14:00")
    assert quiet_until(noon, "UTC", datetime(2026, 11, 21, 13, tzinfo=UTC)) == datetime(2026, 11, 21, 14, tzinfo=UTC)
    assert quiet_until(noon, "UTC", datetime(2026, 11, 21, 15, tzinfo=UTC)) is None
    night = Quiet("22:00", "07:00")  # in Madrid the clock goes from 03:00 to 02:00 on 25 October
    assert quiet_until(night, "Europe/Madrid", datetime(2026, 10, 24, 21, tzinfo=UTC)) == datetime(2026, 10, 25, 6, tzinfo=UTC)

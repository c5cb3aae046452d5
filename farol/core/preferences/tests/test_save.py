"""Somebody sets their own console, and nobody else's."""

import pytest

from farol.app.demo import cast

DEFAULT = {"undo_send_s": 10, "after_send": "stay", "signature": {"zh": "", "en": ""}, "density": "regular", "time_zone": "UTC", "reads": []}


async def test_defaults_until_chosen_and_kept_after(world):
    ana, tim = await world.staff(), await world.staff(cast.TIM)
    assert await ana.ok("GET", "/me/preferences") == DEFAULT
    mine = {**DEFAULT, "undo_send_s": 0, "after_send": "next", "signature": {"zh": "小安", "en": "Ana"}, "time_zone": "Asia/Shanghai"}
    assert await ana.ok("PUT", "/me/preferences", json=mine) == mine
    assert await ana.ok("GET", "/me/preferences") == mine
    assert await tim.ok("GET", "/me/preferences") == DEFAULT
    assert await ana.ok("PUT", "/me/preferences", json=mine) == mine
    assert await ana.ok("PUT", "/me/preferences", json={"density": "compact"}) == {**mine, "density": "compact"}
    told = await world.kit.db.fetchval("select json_agg(body) from event where kind = 'staff.preferences_saved'")
    assert '"changed": ["undo_send_s", "after_send", "signature", "time_zone"]' in str(told).replace("'", '"')
    assert str(told).count("changed") == 2


@pytest.mark.parametrize("wrong", [
    {"undo_send_s": 31}, {"undo_send_s": -1}, {"after_send": "leave"}, {"density": "tiny"}, {"time_zone": "Mars/Base"},
    {"signature": {"zh": "x" * 501}}, {"signature": {"zh": "a\0b"}}, {"font": "big"}, {},
])
async def test_what_cannot_be_is_refused(world, wrong):
    ana = await world.staff()
    assert (await ana.request("PUT", "/me/preferences", json=wrong)).status_code == 422

"""The editors' list: filters that cannot be are refused, whatever an address holds."""

import pytest

from .conftest import Desk


@pytest.mark.parametrize("query", [
    "skip=-1", f"skip={2**31}", f"skip={10**30}", "skip=1.5", f"owner={2**63}", "owner=0", "owner=-7", "topic=%00", "q=%00", "missing=%00", "stale=%00"])
async def test_a_filter_that_cannot_be_is_refused(desk: Desk, query: str) -> None:
    assert (await desk.client.get(f"/knowledge/articles?{query}")).status_code in (400, 422)


async def test_far_behind_the_last_article_there_is_nothing(desk: Desk) -> None:
    await desk.open()
    assert (await desk.client.ok("GET", f"/knowledge/articles?skip={2**31 - 1}"))["articles"] == []


@pytest.mark.parametrize("version", [0, -1, 2**31, 2**63])
async def test_a_version_that_cannot_be_is_not_there(desk: Desk, version: int) -> None:
    article = await desk.open()
    await desk.write(article)
    await desk.publish(article)
    base = f"/knowledge/articles/{article}/versions/en"
    for path in (f"{base}/{version}", f"{base}/{version}/changes"):
        assert (await desk.client.get(path)).status_code == 404, path
    assert (await desk.client.get(f"{base}/1/changes?to={version}")).status_code == (422 if version else 404)

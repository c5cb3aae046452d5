"""A customer objects on a page of their own, without scripts."""

from farol.app.demo.cast import MEI
from farol.selfserve.portal.tests.conftest import enter as enter


async def test_who_objects_is_not_learnt_from_and_may_allow_it_again(world, enter):
    browser = await enter(MEI)
    first = (await browser.get("/my/learning")).text
    assert "不同意" in first
    for said, objects in (("no", True), ("yes", False)):
        answer = await browser.post("/my/learning", data={"may": said})
        assert answer.status_code == 303
        assert ("您不同意：" in (await browser.get("/my/learning")).text) is objects
    assert (await browser.post("/my/learning", data={"may": "perhaps"})).status_code == 422

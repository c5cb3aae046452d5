"""The word of a customer's mail, on a page of theirs."""

from farol.app.demo.cast import MEI
from farol.channels.email.tests.conftest import Post
from farol.selfserve.portal.tests.conftest import Enter
from farol.selfserve.portal.tests.test_portal import page


async def test_set_seen_and_taken_away(post: Post, enter: Enter) -> None:
    mei, path = await enter(MEI), "/my/mail-word"
    assert "还没有设置" in await page(mei, path)
    done = await mei.post(path, data={"sure": "yes", "word": "蓝色 灯塔"})
    assert (done.status_code, done.headers["location"]) == (303, f"{path}?did=set")
    shown = await page(mei, done.headers["location"])
    assert "蓝•••塔" in shown
    assert "灯塔" not in shown, "the word itself is in mails only"
    gone = await mei.post(f"{path}/removal", data={"sure": "yes"})
    assert gone.headers["location"] == f"{path}?did=removed"
    assert "还没有设置" in await page(mei, path)


async def test_what_is_no_word(post: Post, enter: Enter) -> None:
    mei, path = await enter(MEI), "/my/mail-word"
    for data in ({}, {"word": "blue heron"}, {"sure": "yes", "word": "abc"}, {"sure": "yes", "word": ""}):
        answer = await mei.post(path, data=data)
        assert answer.status_code in (400, 422), data
        assert "said bad" in answer.text
    assert (await mei.post(f"{path}/removal", data={})).status_code in (400, 422)
    assert await post.kit.db.fetchval("select count(*) from mail_word") == 0

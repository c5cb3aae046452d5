"""Who reads along is decided on the ticket's own page, by its customer."""

import re

from farol.app.demo.cast import IVAN, MEI
from farol.channels.email.tests.conftest import Post
from farol.channels.email.tests.test_readers import SISTER, named
from farol.selfserve.portal.tests.conftest import Enter
from farol.selfserve.portal.tests.test_portal import page


async def test_a_proposed_reader_is_confirmed_and_removed(post: Post, enter: Enter) -> None:
    ticket, _ = await named(post)
    number = await post.kit.db.fetchval("select number from ticket where id = $1", ticket)
    mei, path = await enter(MEI), f"/my/tickets/{number}/readers"
    assert path in await page(mei, f"/my/tickets/{number}")
    shown = await page(mei, path)
    assert SISTER in shown
    assert "等您决定" in shown
    reader = re.search(r'name="reader" value="(\d+)"', shown)
    assert reader
    ivan = await enter(IVAN)
    assert (await ivan.get(path)).status_code == 404
    assert (await ivan.post(path, data={"sure": "yes", "reader": reader[1]})).status_code == 404
    done = await mei.post(path, data={"sure": "yes", "reader": reader[1]})
    assert done.status_code == 303
    assert "Sister 从现在起会收到" in await page(mei, done.headers["location"])
    assert await post.kit.db.fetchval("select state from ticket_reader") == "confirmed"
    gone = await mei.post(f"{path}/removal", data={"sure": "yes", "reader": reader[1]})
    assert (gone.status_code, gone.headers["location"]) == (303, f"{path}?did=gone")
    assert SISTER not in await page(mei, path)


async def test_an_address_of_their_own_and_what_is_refused(post: Post, enter: Enter) -> None:
    opened = await post.world.open(await post.world.customer(MEI), "with my accountant")
    mei, path = await enter(MEI), f"/my/tickets/{opened['ticket']['number']}/readers"
    for data in ({}, {"address": "a@b.example"}, {"sure": "yes"}, {"sure": "yes", "reader": "1", "address": "a@b.example"}, {"sure": "yes", "address": "nobody"},
                 {"sure": "yes", "address": MEI.email}):
        answer = await mei.post(path, data=data)
        assert answer.status_code in (400, 422), data
        assert "said bad" in answer.text
    assert await post.kit.db.fetchval("select count(*) from ticket_reader") == 0
    assert (await mei.post(path, data={"sure": "yes", "address": "tax@office.example"})).status_code == 303
    assert "tax@office.example" in await page(mei, path)
    assert (await mei.post(f"{path}/removal", data={"sure": "yes"})).status_code in (400, 422)

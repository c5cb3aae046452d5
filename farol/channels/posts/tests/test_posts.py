"""Written once, let out by a second person, posted everywhere once, corrected and taken off where the platform lets us."""

from typing import Any
from uuid import uuid4

import pytest

from farol.channels.posts import following, jobs, store, telling

from .conftest import SAID, Square


async def follow(square: Square) -> None:
    for place_id in await store.due(square.world.kit.db):
        await following.follow(square.world.kit, place_id)


async def test_it_reads_within_each_ones_limits(square: Square) -> None:
    long = {**SAID, "body_en": "word " * 400}
    found = (await square.kai.ok("POST", "/posts/preview", json={**long, "places": square.places}))["previews"]
    assert [(one["channel"], len(one["pieces"]), one["cut"]) for one in found] == [("telegram", 1, False), ("x", 1, True)]
    assert len(found[1]["pieces"][0]) <= 280
    assert found[1]["pieces"][0].endswith("…")
    assert "客服方式有变" in found[0]["pieces"][0]
    spots = (await square.kai.ok("GET", "/posts/spots"))["spots"]
    assert [(one["channel"], one["chat"] is None) for one in spots] == [("telegram", True), ("x", False)]


async def test_a_second_person_lets_it_out_once(square: Square) -> None:
    post = await square.propose()
    own = await square.kai.post(f"/posts/{post}/ruling", json={"approve": True})
    assert own.json()["code"] == "post_own"
    assert "escalation.post" in [one["kind"] for one in (await square.dan.ok("GET", "/notices"))["notices"]]
    await square.group.work()
    assert square.group_says() == []
    await square.dan.ok("POST", f"/posts/{post}/ruling", json={"approve": True})
    again = await square.dan.post(f"/posts/{post}/ruling", json={"approve": True})
    assert again.json()["code"] == "post_decided"
    await square.group.work()
    await square.group.work()
    assert len(square.group_says()) == 1
    assert "客服方式有变" in square.group_says()[0]
    assert [one["text"].splitlines()[0] for one in square.x.posts] == [SAID["title_en"]]
    shown = await square.shown(post)
    assert [one["standing"] for one in shown["places"]] == ["sent", "sent"]
    assert [bool(one["title"]) for one in shown["places"]] == [True, False], "a group by its name, a page by its connection's"
    [told] = await square.kai.ok("GET", "/announcements")
    assert (told["id"], told["kind"], told["title_en"]) == (shown["announcement_id"], "support", SAID["title_en"])


async def test_corrected_and_taken_off(square: Square) -> None:
    post = await square.propose()
    await square.dan.ok("POST", f"/posts/{post}/ruling", json={"approve": True})
    await square.group.work()
    better = await square.propose(corrects=post, places=[], title_zh="更正：客服方式有变")
    await square.dan.ok("POST", f"/posts/{better}/ruling", json={"approve": True})
    await follow(square)
    assert [text.splitlines()[0] for text in square.group_says()] == ["更正：客服方式有变"]
    shown = await square.shown(better)
    assert [one["standing"] for one in shown["places"]] == ["reworded", "cannot"]
    assert "X lets nobody edit" in shown["places"][1]["error"]
    assert (await square.shown(post))["state"] == "corrected"
    [told] = await square.kai.ok("GET", "/announcements")
    assert told["title_zh"] == "更正：客服方式有变"
    await square.kai.ok("POST", f"/posts/{better}/recall", json={"why": "It was wrong"})
    await follow(square)
    assert square.group_says() == []
    assert len(square.x.deleted) == 1
    assert [one["standing"] for one in (await square.shown(better))["places"]] == ["recalled", "recalled"]
    [told] = await square.kai.ok("GET", "/announcements")
    assert told["withdrawn_at"]


async def test_a_process_that_dies_between_approval_and_the_help_pages(square: Square, monkeypatch: pytest.MonkeyPatch) -> None:
    async def dies(*_: Any) -> None:
        raise ConnectionAbortedError

    post = await square.propose()
    with monkeypatch.context() as patched:
        patched.setattr(telling, "tell", dies)
        await square.dan.post(f"/posts/{post}/ruling", json={"approve": True})
    assert await square.kai.ok("GET", "/announcements") == []
    await square.world.kit.db.execute("update post set decided_at = now() - interval '10 s'")
    for _ in range(2):
        await jobs.follow(square.world.kit)
    [told] = await square.kai.ok("GET", "/announcements")
    assert (told["id"], told["title_en"]) == ((await square.shown(post))["announcement_id"], SAID["title_en"])
    await square.world.kit.db.execute("update post set announcement_id = null")  # died after the announcement stood
    await jobs.follow(square.world.kit)
    assert [one["id"] for one in await square.kai.ok("GET", "/announcements")] == [told["id"]]


async def test_a_process_that_dies_while_a_platform_is_asked(square: Square) -> None:
    post = await square.propose(in_product=False)
    await square.dan.ok("POST", f"/posts/{post}/ruling", json={"approve": True})
    await square.world.kit.db.execute("update parcel_out set begun_at = now() where starts_with(split_part(key, '.', 2), 'post')")
    for _ in range(2):
        await square.group.work()
    assert (square.group_says(), square.x.posts) == ([], [])
    shown = await square.shown(post)
    assert [one["standing"] for one in shown["places"]] == ["unknown", "unknown"]
    assert ["stopped while" in one["error"] for one in shown["places"]] == [True, True], "whoever looks reads why"
    group, page = (one["id"] for one in shown["places"])
    await square.kai.ok("POST", f"/posts/{post}/places/{page}/looked", json={"stands": True})
    await square.kai.ok("POST", f"/posts/{post}/places/{group}/looked", json={"stands": False})
    await square.group.work()
    assert [one["standing"] for one in (await square.shown(post))["places"]] == ["sent", "sent"]
    assert (len(square.group_says()), square.x.posts) == (1, [])
    late = await square.kai.post(f"/posts/{post}/places/{page}/looked", json={"stands": False})
    assert late.json()["code"] == "post_known"


async def test_refused_and_withdrawn_go_nowhere(square: Square) -> None:
    first, second = await square.propose(), await square.propose()
    await square.dan.ok("POST", f"/posts/{first}/ruling", json={"approve": False, "why": "Not yet"})
    assert (await square.dan.delete(f"/posts/{second}")).status_code == 404
    assert (await square.kai.delete(f"/posts/{second}")).status_code in (200, 204)
    await square.group.work()
    assert (square.group_says(), square.x.posts) == ([], [])
    assert [(await square.shown(one))["state"] for one in (first, second)] == ["refused", "withdrawn"]
    assert await square.kai.ok("GET", "/announcements") == []


@pytest.mark.parametrize(("more", "code"), [
    ({"body_en": "Account 83920041 was paid."}, "post_personal"), ({"body_en": "Write to mei@example.com."}, "post_personal"),
    ({"title_en": ""}, "announcement_refused"), ({"places": [], "in_product": False}, "post_nowhere"),
    ({"body_en": "Please send us your password."}, "never_asked"),
])  # fmt: skip
async def test_what_nobody_may_say_to_everybody(square: Square, more: dict[str, Any], code: str) -> None:
    body = {"client_id": str(uuid4()), "in_product": True, "places": square.places, **SAID, **more}
    assert (await square.kai.post("/posts", json=body)).json()["code"] == code


async def test_places_that_take_no_posts(square: Square) -> None:
    for place in ({"connection_id": 987654, "chat": "", "language": "en"}, {"connection_id": square.group.id, "chat": "@name", "language": "en"},
                  {"connection_id": square.page.id, "chat": "12", "language": "en"}):
        body = {"client_id": str(uuid4()), "in_product": True, "places": [place], **SAID}
        assert (await square.kai.post("/posts", json=body)).json()["code"] == "post_place_unfit"

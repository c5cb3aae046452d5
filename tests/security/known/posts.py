"""Announcements that go out."""

from typing import Any
from uuid import uuid4

MISSING: dict[str, Any] = {"post_id": 987_654_321, "place_id": 987_654_321}
DESKS = ("post_id", "place_id")
PLAIN = {
    **dict.fromkeys(("title_zh", "title_en", "body_zh", "body_en", "why", "places.language", "places.chat"), "words for everybody"),
    "in_product": "yes or no", "stands": "yes or no", "approve": "yes or no", "kind": "one of a few words", "begins_at": "a time", "ends_at": "a time",
    "corrects": "a post, which all who may write them see", "places": "where it goes", "places.connection_id": "an account of ours",
}


def BODIES() -> dict[str, Any]:
    said = {"kind": "product", "title_zh": "公告", "title_en": "News", "body_zh": "公告", "body_en": "News"}
    return {
        "POST /api/console/posts": {"client_id": str(uuid4()), "in_product": True, "places": [], **said},
        "POST /api/console/posts/preview": {"places": [], **said},
        "POST /api/console/posts/{post_id}/ruling": {"approve": False, "why": "words"},
        "POST /api/console/posts/{post_id}/recall": {"why": "words"},
        "POST /api/console/posts/{post_id}/places/{place_id}/looked": {"stands": True},
    }


async def play(scene: Any) -> dict[str, Any]:
    """One that waits."""
    db = scene.kit.db
    staff = await db.fetchval("select id from staff order by id limit 1")
    post = await db.fetchval(
        "insert into post (client_id, kind, title_zh, title_en, body_zh, body_en, in_product, staff_id)"
        " values ($1, 'product', '公告', 'News', '公告', 'News', false, $2) returning id", uuid4(), staff)
    connection = await db.fetchval("insert into connection (channel, name, token, state) values ('x', 'X', $1, 'active') returning id", uuid4().hex)
    place = await db.fetchval("insert into post_place (post_id, connection_id, chat, language) values ($1, $2, '', 'en') returning id", post, connection)
    return {"post_id": post, "place_id": place}

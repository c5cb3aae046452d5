"""Topics, posts, members and what staff decide about them."""

from typing import Any
from uuid import uuid4

from farol.selfserve.community import begin

MISSING: dict[str, Any] = dict.fromkeys(("topic_id", "post_id", "member_id", "sanction_id"), 987_654_321) | {"category_code": "nowhere"}
DESKS = ("topic_id", "post_id", "member_id", "sanction_id", "category_code")
PLAIN = {
    **dict.fromkeys(("topic_no", "post_no"), "of a topic or post that everybody may read; what is not theirs is refused in the community's own tests"),
    "lang": "a language", "code": "a name in addresses, for a new category", "token": "a signed link in a mail", "own": "a switch",
    **dict.fromkeys(("after", "page", "open", "said", "held", "removed", "flagged", "saved"), "a switch or a number of a page"),
    **dict.fromkeys(("kind", "status", "sort", "standing", "verb", "ids"), "one of a few words"),
    **dict.fromkeys(("category", "to", "title", "zh", "en", "why"), "words"), "official": "hosts", "allowed": "hosts",
    "n": "a number within the topic", "days": "a number of days", "place": "a number in an order", "closed": "a switch",
}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/community/posts/{post_id}/rulings": {"verb": "keep"},
        "POST /api/console/community/topics/{topic_id}/rulings": {"verb": "unpin"},
        "POST /api/console/community/topics/{topic_id}/posts": {"client_id": str(uuid4()), "body": f"words {uuid4()}"},
        "PUT /api/console/community/topics/{topic_id}/answer": {"n": 0},
        "PUT /api/console/community/topics/{topic_id}/status": {"status": "open"},
        "POST /api/console/community/members/{member_id}/sanctions": {"why": "words", "days": 1},
        "PUT /api/console/community/settings/policy": {"official": [], "allowed": [], "ids": "masked"},
        "POST /api/console/community/settings/categories": {"code": f"c{uuid4().hex[:12]}", "zh": "其他", "en": "Other", "place": 9},
        "PUT /api/console/community/settings/categories/{category_code}": {"zh": "其他", "en": "Other", "place": 9},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Mei's topic, read and published, once a scene; a sanction that has ended, each time."""
    sol, desk = scene.things["lead"]["client"], scene.things.get("desk", {})
    made = {name: desk[name] for name in ("topic_id", "post_id", "member_id") if name in desk} or await published(scene, sol)
    sanction = await sol.ok("POST", f"/community/members/{made['member_id']}/sanctions", json={"why": "words", "days": 1})
    await sol.ok("DELETE", f"/community/sanctions/{sanction['id']}")
    return {**made, "sanction_id": sanction["id"], "category_code": "api"}


async def published(scene: Any, sol: Any) -> dict[str, Any]:
    """Mei's topic, which Sol has read."""
    await begin.start(scene.kit)
    fields = {"form_id": str(uuid4()), "kind": "idea", "category": "ideas", "title": "Words", "body": "Words of Mei", "name": "Lamp"}
    answer = await scene.send("POST", "/community/en/topics", data=fields, headers=scene.headers("mei", "pages"))
    assert answer.status_code == 303, answer.text
    waiting = (await sol.ok("GET", "/community/queue"))["posts"][0]
    await sol.ok("POST", f"/community/posts/{waiting['id']}/rulings", json={"verb": "publish"})
    return {"topic_id": waiting["topic_id"], "post_id": waiting["id"], "member_id": waiting["by"]["member_id"]}

"""Articles are the desk's: every member of staff may read them, drafts and all; who writes and publishes is a right."""

from typing import Any
from uuid import UUID, uuid4

PLAIN = {
    "audience": "one of three words", "body": "an article's words", "brings_up": "yes or no", "category": "a topic's code",
    "due": "yes or no", "en": "words", "entities": "codes of companies", "expires_on": "a day", "keywords": "words", "meaning_en": "words",
    "meaning_zh": "words", "missing": "a language",
    "owner": "a colleague whose articles are asked for, or who is to look after one", "parent": "a topic's code", "place": "a number",
    "publish": "yes or no", "related": "addresses of articles", "retired": "yes or no", "review_on": "a day", "revision": "a number",
    "source": "a language", "stale": "a language", "summary": "words", "tier": "words",
    "title": "words", "to": "a version of an article everybody here may read", "topic": "a topic's code", "where": "one of five words",
    "zh": "words", "skip": "a number",
}
MISSING = {"article_id": 987_654_321, "picture_id": UUID(int=987_654_321), "term_id": 987_654_321, "topic_code": "nowhere"}
DESKS = ("article_id", "term_id", "topic_code")
TEXT = {"revision": 1, "title": "How to deposit", "summary": "Copy the address.", "body": "1. Copy it.\n"}
DRAFT = "/api/console/knowledge/articles/{article_id}/drafts/{language}"


def BODIES() -> dict[str, Any]:
    term = {"zh": "词", "en": "term", "version": 1}
    return {
        "POST /api/console/knowledge/articles": {"slug": "how-to", "category": "deposits", "language": "en", "title": "How"},
        "PUT /api/console/knowledge/articles/{article_id}": {"revision": 1, "category": "deposits"},
        f"PUT {DRAFT}": TEXT,
        f"POST {DRAFT}/discard": {"revision": 1},
        f"POST {DRAFT}/review": {"revision": 1},
        f"POST {DRAFT}/return": {"note": "Say which network."},
        f"POST {DRAFT}/publication": {"revision": 1},
        f"POST {DRAFT}/hour": {"revision": 1, "at": "2027-01-01T00:00:00Z"},
        f"POST {DRAFT}/restoration": {"version": 1},
        "POST /api/console/knowledge/preview": {"body": "## A"},
        "PUT /api/console/knowledge/topics/{topic_code}": {"zh": "题", "en": "Topic", "version": 1},
        "POST /api/console/knowledge/terms": term,
        "PUT /api/console/knowledge/terms/{term_id}": term,
    }


async def play(scene: Any) -> dict[str, Any]:
    """Kai begins an article, makes a topic and explains a word."""
    kai = scene.things["knowledge"]["client"]
    again = f"-{uuid4().hex[:8]}" if "article_id" in scene.things.get("desk", {}) else ""
    article = await kai.ok("POST", "/knowledge/articles", json={"slug": f"of-the-desk{again}", "category": "deposits", "language": "en", "title": "A"})
    await kai.ok("PUT", f"/knowledge/topics/of-the-desk{again}", json={"zh": "题", "en": "Topic"})
    term = await kai.ok("POST", "/knowledge/terms", json={"zh": f"某词{again}", "en": f"some term{again}"})
    return {"article_id": article["id"], "topic_code": f"of-the-desk{again}", "language": "en", "version": 1, "term_id": term["id"]}

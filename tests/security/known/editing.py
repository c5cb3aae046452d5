"""The editors' desk is the desk's own: gaps and health show masked words, drafts are made only of tickets their maker may see."""

from typing import Any

PLAIN = {
    "key": "what a gap is made of; a gap nobody sees is not found", "verb": "one of three words", "note": "words", "synonyms": "words",
    "synonyms.key": "a group of words", "synonyms.words": "words", "article": "an article to begin", "article.slug": "an address",
    "article.category": "a topic's code", "article.language": "a language", "article.title": "words",
    "question": "words", "drafts": "yes or no", "tickets": "read through the eyes of who asks; those one may not see are left out",
    "reason": "a reason's code",
}
MISSING = {"question_id": 987_654_321}
DESKS = ("question_id",)


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/editing/gaps/decision": {"key": "search:1", "verb": "not_ours"},
        "POST /api/console/editing/gaps/reopening": {"key": "search:1"},
        "POST /api/console/editing/drafts": {"tickets": [1], "slug": "of-answers", "category": "deposits", "language": "en", "title": "A"},
        "POST /api/console/editing/questions": {"language": "en", "question": "Where is my deposit", "slug": "of-the-desk"},
    }


async def play(scene: Any) -> dict[str, Any]:
    """Kai holds search to a question."""
    kai = scene.things["knowledge"]["client"]
    await kai.post("/knowledge/articles", json={"slug": "of-questions", "category": "deposits", "language": "en", "title": "A"})
    made = await kai.ok("POST", "/editing/questions", json={"language": "en", "question": "Where is my deposit", "slug": "of-questions"})
    return {"question_id": made["id"]}

"""Refusals about drafts."""

from farol.kit.problem import Problem


class DraftTooLong(Problem):
    """It stays in the browser, where it was written."""

    code = "draft_too_long"
    status = 422
    texts = {"en": "A draft can have at most {most} characters.", "zh": "草稿最多 {most} 个字。"}

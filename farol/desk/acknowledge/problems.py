"""Refusals about what customers are told by itself."""

from farol.kit.problem import Problem


class AcknowledgementIncomplete(Problem):
    """key: what is missing."""

    code = "acknowledgement_incomplete"
    status = 422
    texts = {"en": "Both texts need “{key}”, and at most {most} characters.", "zh": "中英文都要写上“{key}”，并且最多 {most} 个字。"}

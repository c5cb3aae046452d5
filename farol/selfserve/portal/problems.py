"""What a reply in the portal can be refused for, beside what tickets and files refuse."""

from farol.kit.problem import Problem


class TooManyAttachments(Problem):
    code = "too_many_attachments"
    status = 422
    texts = {"en": "At most {most} files in one reply.", "zh": "一次最多 {most} 个附件。"}

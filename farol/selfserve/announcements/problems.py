"""What announcing can be refused for."""

from farol.kit.problem import Problem


class AnnouncementRefused(Problem):
    """Something is missing or unsafe; ``errors`` names field and reason."""

    code = "announcement_refused"
    status = 422
    texts = {"en": "This announcement cannot be published as it is.", "zh": "这条公告现在还不能发布。"}


class AnnouncementMoved(Problem):
    """A colleague corrected or withdrew it meanwhile."""

    code = "announcement_moved"
    status = 409
    texts = {"en": "Somebody changed this announcement meanwhile. Load it again; your words are kept.", "zh": "有同事刚改过这条公告，请重新载入，您写的内容还在。"}

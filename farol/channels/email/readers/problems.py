"""Refusals about those who read along."""

from farol.kit.problem import Problem


class SignInToShare(Problem):
    """A visitor has proven nothing, so they share nothing."""

    code = "sign_in_to_share"
    status = 403
    texts = {"en": "Sign in to your account first. Only then can you let somebody else read along.", "zh": "请先登录账户，再让别人旁听这张工单。"}


class NotReadable(Problem):
    """The address is ours, the customer's own, or none."""

    code = "not_a_reader_address"
    status = 422
    texts = {"en": "Give the mail address of the person who should read along; not yours, and not ours.", "zh": "请填写旁听人的邮箱，不能是您自己的，也不能是我们的。"}


class TooManyReaders(Problem):
    """``most``: how many there may be."""

    code = "too_many_readers"
    status = 422
    texts = {"en": "At most {most} people can read along in one ticket. Remove somebody first.", "zh": "一张工单最多 {most} 人旁听，请先移除一位。"}

"""What proving who one is can be refused with."""

from farol.kit.problem import Problem


class IdentityTooLow(Problem):
    """The action needs a higher level than stands. have, need: numbers of ``Level``."""

    code = "identity_too_low"
    status = 403
    texts = {
        "en": "This needs a stronger proof of who asks: level {need}, now {have}. Ask for proof first.",
        "zh": "需要更高级别的身份证明：要 {need} 级，现在是 {have} 级。请先完成验证。",
    }


class StepUpLocked(Problem):
    """Three failed in 24 hours, on whatever channels. until: RFC 3339."""

    code = "step_up_locked"
    status = 403
    texts = {
        "en": "Too many failed proofs. For this account none is possible until {until}.",
        "zh": "验证失败次数过多，{until} 之前不能再验证此账户。",
    }


class LinkSpent(Problem):
    """The link was used, is over, was replaced or is for somebody else: which one is not told."""

    code = "proof_link_spent"
    status = 410
    texts = {
        "en": "This link works no more. It can be used once, for 15 minutes. Ask in your ticket for a new one.",
        "zh": "这个链接已失效。每个链接只能用一次，15 分钟内有效。请在工单里要一个新的。",
    }


class NothingAsked(Problem):
    """No proof is under way in this browser, or it is over."""

    code = "no_proof_under_way"
    status = 409
    texts = {"en": "There is nothing to answer here. Begin again.", "zh": "这里没有进行中的验证，请重新开始。"}


class WayNotOffered(Problem):
    """The exchange does not offer this method for the account, or its contact changed within seven days."""

    code = "proof_method_not_offered"
    status = 422
    texts = {"en": "This way is not open for the account now. Choose another.", "zh": "这个账户现在不能用这种方式，请换一种。"}


class NoAccount(Problem):
    """A visitor's ticket: only a contact can be proven."""

    code = "no_account"
    status = 409
    texts = {
        "en": "This ticket belongs to nobody the exchange knows. Ask for proof of a registered contact by link.",
        "zh": "这张工单的客户还没有对应的交易所账户，请用链接让客户证明注册联系方式。",
    }


class CodeOver(Problem):
    """The pair of codes expired, was used, replaced, or three tries are gone."""

    code = "code_pair_over"
    status = 410
    texts = {"en": "These codes are over. Make a new pair.", "zh": "这组口令已失效，请重新生成。"}


class ReviewOpen(Problem):
    code = "review_open"
    status = 409
    texts = {"en": "A review of this ticket waits for its second person already.", "zh": "这张工单已有一项复核在等第二人决定。"}


class ReviewDecided(Problem):
    code = "review_decided"
    status = 409
    texts = {"en": "This review was decided already.", "zh": "这项复核已经有结果。"}


class SamePerson(Problem):
    """Both sides of a review are one person, one team, one session or one network address (V10)."""

    code = "review_needs_another_person"
    status = 403
    texts = {
        "en": "The second person must be somebody else, of another team, in another session and from another network address.",
        "zh": "第二人必须是另一个人、另一个小组，且用另一个会话、另一个网络地址。",
    }


class NotReviewedThere(Problem):
    """The exchange does not confirm the manual review that the case refers to. state: what it says."""

    code = "not_reviewed_there"
    status = 409
    texts = {
        "en": "The exchange does not confirm this manual review (it says: {state}). Without it there is nothing to decide.",
        "zh": "交易所没有确认这次人工审核（返回：{state}）。没有它就不能复核。",
    }

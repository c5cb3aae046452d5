"""Refusals of claims."""

from farol.kit.problem import Problem


class ClaimedAlready(Problem):
    """One for an account. number: of the first."""

    code = "claimed_already"
    status = 409
    texts = {"en": "This account has a claim for this incident already: {number}.", "zh": "这个账户已经为这次事件提交过索赔：{number}。"}


class WindowClosed(Problem):
    code = "claim_window_closed"
    status = 409
    texts = {"en": "Claims for this incident can no longer be made.", "zh": "这次事件的索赔已截止。"}


class SheetMissing(Problem):
    code = "claim_sheet_missing"
    status = 409
    texts = {"en": "Publish how claims are worked out first.", "zh": "请先公布计算方法。"}


class SheetWrong(Problem):
    """``errors`` lists each field and why."""

    code = "claim_sheet_wrong"
    status = 422
    texts = {"en": "The sheet cannot be right.", "zh": "计算方法有不对的地方。"}


class NothingToDecide(Problem):
    code = "claims_nothing_to_decide"
    status = 409
    texts = {"en": "There is nothing to decide, or a batch is open.", "zh": "没有可决定的，或已有一批在等决定。"}


class BatchOver(Problem):
    code = "claim_batch_over"
    status = 409
    texts = {"en": "This batch was decided already.", "zh": "这一批已经有结果。"}


class BatchOverLimit(Problem):
    """Nobody decides about more than they may pay. top: the largest claim; single, day: the maker's limits in USD."""

    code = "claim_batch_over_limit"
    status = 409
    texts = {
        "en": "This is over what you may pay: the largest claim is {top} USD of {single}, all together {sum} of {day}. Somebody with a higher limit has to make the batch.",
        "zh": "超过您的支付额度：最大一份 {top} USD（上限 {single}），合计 {sum}（上限 {day}）。请由额度更高的人来建这一批。",
    }


class SheetChanged(Problem):
    """Nobody agrees to what another sheet holds for by now."""

    code = "claim_sheet_changed"
    status = 409
    texts = {
        "en": "A newer sheet was published since. Refuse this batch; the claims are worked out anew and make the next one.",
        "zh": "之后公布了新的计算方法。请退回这一批，系统按新方法重新计算后再建一批。",
    }


class AnotherPerson(Problem):
    """Whoever made, checked or refused it does not decide it again."""

    code = "claim_another_person"
    status = 403
    texts = {"en": "Somebody who did not decide before has to decide this.", "zh": "要由没有参与之前决定的人来定。"}


class ClaimMoved(Problem):
    code = "claim_moved"
    status = 409
    texts = {"en": "This claim has moved on ({state}).", "zh": "这份索赔的状态已经变了（{state}）。"}


class NoAppeal(Problem):
    code = "claim_no_appeal"
    status = 409
    texts = {"en": "There is one appeal, within {days} days of the decision.", "zh": "决定后 {days} 天内可以申诉一次。"}


class ClaimAccountNeeded(Problem):
    code = "claim_account_needed"
    status = 403
    texts = {"en": "A claim needs an account at the exchange. Sign in there first.", "zh": "索赔需要交易所账户，请先在交易所登录。"}

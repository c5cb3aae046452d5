"""Refusals of the recovery desk."""

from farol.kit.problem import Problem


class NothingThere(Problem):
    """The exchange sees no such transaction, on the networks its id fits."""

    code = "recovery_nothing_there"
    status = 404
    texts = {
        "en": "We see no such transaction on these networks: {networks}. Copy the hash from the block explorer or the sending platform once more.",
        "zh": "在这些网络上都没看到这笔交易：{networks}。请从区块浏览器或付款平台再复制一次交易哈希。",
    }


class NotAnId(Problem):
    code = "recovery_not_an_id"
    status = 422
    texts = {
        "en": "This is no transaction hash of any network we know. An order number of the sending platform is not one.",
        "zh": "这不是我们认识的任何网络的交易哈希。付款平台的订单号不是交易哈希。",
    }


class NothingWrong(Problem):
    """It arrived, is on its way, or failed on the chain: there is nothing to bring back. words: which, by language."""

    code = "recovery_nothing_wrong"
    status = 409
    texts = {"en": "{en}", "zh": "{zh}"}


class AccountNeeded(Problem):
    code = "recovery_account_needed"
    status = 403
    texts = {"en": "This needs an account at the exchange. Sign in there first.", "zh": "需要交易所账户，请先在交易所登录。"}


class QuoteChanged(Problem):
    """The price is another one now than the one that was read."""

    code = "recovery_quote_changed"
    status = 409
    texts = {"en": "The price has changed since you read it. Look at the new one before you agree.", "zh": "费用在您看过之后变了，请先看新的费用再同意。"}


class RecoveryMoved(Problem):
    """It stands somewhere else by now; ``state`` says where."""

    code = "recovery_moved"
    status = 409
    texts = {"en": "This recovery has moved on ({state}). Load the page again.", "zh": "这笔找回的状态已经变了（{state}），请刷新。"}


class EvidenceMissing(Problem):
    """lacks: kinds that nobody gave, or that nobody said they had looked at."""

    code = "recovery_evidence_missing"
    status = 409
    texts = {"en": "Evidence is missing or was not looked at: {lacks}.", "zh": "证据不齐，或还没有核对：{lacks}。"}


class EvidenceEmpty(Problem):
    code = "recovery_evidence_empty"
    status = 422
    texts = {"en": "Choose a file, or paste the signed message.", "zh": "请选一个文件，或粘贴已签名的消息。"}


class TooMuchEvidence(Problem):
    code = "recovery_evidence_many"
    status = 409
    texts = {"en": "There are {most} pieces already.", "zh": "已经有 {most} 份了。"}


class ConsentOver(Problem):
    """What the owner agreed to no longer stands."""

    code = "recovery_consent_over"
    status = 409
    texts = {"en": "The customer's agreement no longer stands. They have to agree once more.", "zh": "客户的同意已失效，需要再同意一次。"}


class ForRisk(Problem):
    code = "recovery_for_risk"
    status = 403
    texts = {"en": "Security or compliance decides this one.", "zh": "这一笔由安全或合规决定。"}


class RulesWrong(Problem):
    """``errors`` lists each row and why."""

    code = "recovery_rules_wrong"
    status = 422
    texts = {"en": "Some rules cannot be right.", "zh": "有的规则不对。"}

"""Refusals of actions on accounts."""

from typing import ClassVar

from farol.kit.problem import Problem


class UnknownAction(Problem):
    code = "unknown_action"
    status = 404
    texts: ClassVar = {"en": "There is no such action.", "zh": "没有这种操作。"}


class ParamsWrong(Problem):
    """``errors`` lists each field and why."""

    code = "params_wrong"
    status = 422
    texts: ClassVar = {"en": "Some fields are missing or cannot be right.", "zh": "有的栏没填或填得不对。"}


class ActionNotYours(Problem):
    code = "action_not_yours"
    status = 403
    texts: ClassVar = {"en": "Your role may not propose this.", "zh": "您的岗位不能提这项操作。"}


class ContactNeeded(Problem):
    """Staff act on an account only for a customer who asked: there has to be a ticket of theirs."""

    code = "contact_needed"
    status = 409
    texts: ClassVar = {"en": "This needs a ticket of the account's owner.", "zh": "需要有这位客户自己的工单。"}


class ConsentNeeded(Problem):
    code = "consent_needed"
    status = 409
    texts: ClassVar = {"en": "The customer has to agree first. Give the record of their yes.", "zh": "要先有客户同意，请填同意的记录。"}


class BasisNeeded(Problem):
    code = "basis_needed"
    status = 422
    texts: ClassVar = {"en": "Give the legal basis.", "zh": "请写明法律依据。"}


class WorthUnknown(Problem):
    code = "worth_unknown"
    status = 422
    texts: ClassVar = {"en": "What this is worth is not known here. Give it in USDT or USDC.", "zh": "这里不知道它值多少，请用 USDT 或 USDC。"}


class OverLimit(Problem):
    """``limit``: USD; ``of``: single, day or desk."""

    code = "over_limit"
    status = 409
    texts: ClassVar = {"en": "Over the limit of {limit} USD ({of}).", "zh": "超过 {limit} USD 的限额（{of}）。"}


class ProposalOver(Problem):
    """It is decided already; ``state`` says how."""

    code = "proposal_over"
    status = 409
    texts: ClassVar = {"en": "This is decided already.", "zh": "这件事已经有结果了。"}


class CheckerRefused(Problem):
    """The four eyes would be two; ``why``: own, place, team, role, limit or again."""

    code = "checker_refused"
    status = 403
    texts: ClassVar = {"en": "Somebody else has to decide this ({why}).", "zh": "要由别人来定（{why}）。"}


class WordsNeeded(Problem):
    code = "words_needed"
    status = 422
    texts: ClassVar = {"en": "Say why.", "zh": "请写明原因。"}


class NotProposer(Problem):
    code = "not_proposer"
    status = 403
    texts: ClassVar = {"en": "Only who proposed it can take it back.", "zh": "只有提出的人能撤回。"}

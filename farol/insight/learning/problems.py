"""Refusals of learning."""

from farol.kit.problem import Problem


class CorrectionLacks(Problem):
    """A wrong reason without the right one."""

    code = "correction_lacks"
    status = 422
    texts = {"en": "Say which reason is the right one.", "zh": "请说明正确的原因。"}


class ServesAlready(Problem):
    """The model is the one in use."""

    code = "serves_already"
    status = 409
    texts = {"en": "This model is in use already.", "zh": "这个模型已经在用。"}


class TrainsAlready(Problem):
    """A training was begun a moment ago."""

    code = "trains_already"
    status = 409
    texts = {"en": "A training was begun less than half an hour ago. Look again when it is through.", "zh": "半小时内已经开始过一次训练，请等它结束再看。"}

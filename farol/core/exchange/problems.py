"""What a request to the exchange can end with, beside an answer."""

from typing import ClassVar

from farol.kit.problem import Problem, Unavailable


class ExchangeDown(Unavailable):
    """The exchange's back office did not answer, or answered with something that cannot be trusted."""

    code = "exchange_down"
    texts: ClassVar = {
        "en": "The exchange is not answering. Do not quote amounts.",
        "zh": "交易所没有回应，先别报数字。",
    }


class OutcomeUnknown(ExchangeDown):
    """An action was sent and no answer came: it may have been done. Ask again with the same key, never assume."""

    code = "outcome_unknown"
    texts: ClassVar = {
        "en": "The exchange did not confirm this. It is being checked; do not repeat it.",
        "zh": "交易所还没有确认，正在核实，请不要重复操作。",
    }


class ExchangeRefused(Problem):
    """The exchange understood the request and said no; ``core_code`` is its word for why."""

    MOMENTARY = ("rate_limited", "upstream_unavailable", "unauthorized")
    """Its words for what is about the moment or our key, and not about what was asked."""
    code = "exchange_refused"
    status = 409
    texts: ClassVar = {
        "en": "The exchange refused this ({core_code}).",
        "zh": "交易所拒绝了这次请求（{core_code}）。",
    }

    @property
    def momentary(self) -> bool:
        """Whether the same may be answered another time."""
        return self.fields.get("core_code") in self.MOMENTARY


class NotOffered(ExchangeRefused):
    """The exchange is up and has no such read or action; asking again will not help."""

    code = "exchange_not_offered"
    texts: ClassVar = {
        "en": "The exchange does not offer this.",
        "zh": "交易所没有提供这一项。",
    }

    def __init__(self) -> None:
        super().__init__(core_code="unsupported")

"""What a read of the exchange can be refused with."""

from typing import ClassVar

from farol.kit.problem import Problem, Unavailable


class ExchangeDown(Unavailable):
    """The exchange's back office did not answer, or answered with something that cannot be trusted."""

    code = "exchange_down"
    texts: ClassVar = {
        "en": "The exchange is not answering. Do not quote amounts.",
        "zh": "交易所没有回应，先别报数字。",
    }


class ExchangeRefused(Problem):
    """The exchange understood the request and said no; ``core_code`` is its word for why."""

    code = "exchange_refused"
    status = 502
    texts: ClassVar = {
        "en": "The exchange refused this read ({core_code}).",
        "zh": "交易所拒绝了这次查询（{core_code}）。",
    }

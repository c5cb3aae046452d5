"""What a webhook is turned away with. Whoever sent it learns only what an honest sender needs."""

from typing import ClassVar

from farol.kit.problem import Problem


class WebhookRefused(Problem):
    """The signature or the time is not right. Which of the two is for the operator's view."""

    code = "webhook_refused"
    status = 401
    texts: ClassVar = {
        "en": "The signature or the time of this event is not right.",
        "zh": "这条事件的签名或时间不对。",
    }


class WebhookUnreadable(Problem):
    """Signed by the exchange, and no event; another try will not help. ``why`` names the field."""

    code = "webhook_unreadable"
    status = 400
    texts: ClassVar = {
        "en": "This is not an event as the core link describes it ({why}).",
        "zh": "这不是核心接口定义的事件（{why}）。",
    }

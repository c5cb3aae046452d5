"""Refusals about webhooks."""

from farol.kit.problem import Problem


class TooManyWebhooks(Problem):
    """Each costs a delivery for every message."""

    code = "too_many_webhooks"
    status = 409
    texts = {
        "en": "There are {most} endpoints already. Remove one that is no longer used first.",
        "zh": "回调地址已有 {most} 个，请先删除不再使用的。",
    }


class WebhookOff(Problem):
    """It would wait and not be sent."""

    code = "webhook_off"
    status = 409
    texts = {"en": "This endpoint is switched off. Switch it on first.", "zh": "该回调已停用，请先启用。"}

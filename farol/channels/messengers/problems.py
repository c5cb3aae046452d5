"""Refusals about messengers."""

from farol.kit.problem import Problem


class HookRefused(Problem):
    """Not made by the platform."""

    code = "hook_refused"
    status = 401
    texts = {"en": "The signature is not right.", "zh": "签名不正确。"}


class DoorClosed(Problem):
    """No connection of this channel is in use for this customer."""

    code = "door_closed"
    status = 404
    texts = {"en": "This channel is not available now. Write to us here.", "zh": "该渠道目前不可用，请在这里联系我们。"}


class UpdateSettled(Problem):
    code = "update_settled"
    status = 409
    texts = {"en": "This update no longer waits for a decision.", "zh": "这条更新已处理，无需再决定。"}

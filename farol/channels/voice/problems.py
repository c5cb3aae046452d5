"""Refusals about calls."""

from farol.kit.problem import Problem


class CallsClosed(Problem):
    """Nobody could take it."""

    code = "calls_closed"
    status = 409
    texts = {
        "en": "Nobody can take a call right now. Write here: your message is answered in order.",
        "zh": "现在没有可以接听的客服。请在此留言，我们会按顺序回复。",
    }


class CallGoesOn(Problem):
    """One at a time."""

    code = "call_goes_on"
    status = 409
    texts = {"en": "There is a call in this ticket already.", "zh": "此工单里已经有通话。"}


class CallOver(Problem):
    """It ended meanwhile."""

    code = "call_over"
    status = 409
    texts = {"en": "This call is over.", "zh": "通话已经结束。"}


class TooManySignals(Problem):
    """A browser that goes in circles."""

    code = "too_many_signals"
    status = 409
    texts = {"en": "The connection did not come about. Hang up and call again.", "zh": "连接未能建立，请挂断后重新呼叫。"}


class NoConsent(Problem):
    """Without it nothing is kept."""

    code = "no_consent"
    status = 409
    texts = {"en": "The customer has not agreed to a recording, so none is kept.", "zh": "客户没有同意录音，因此不予保存。"}

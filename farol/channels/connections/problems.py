"""Refusals about connections."""

from farol.kit.problem import Problem


class KindUnknown(Problem):
    code = "kind_unknown"
    status = 404
    texts = {"en": "There is no such kind of channel.", "zh": "没有这种渠道。"}


class ConnectionRefused(Problem):
    """The platform takes what was given for wrong. said: in its words."""

    code = "connection_refused"
    status = 422
    texts = {
        "en": "The platform did not accept this: {said}. Check what you entered and try again.",
        "zh": "平台没有接受：{said}。请检查填写的内容后再试。",
    }


class OnlyOne(Problem):
    code = "connection_only_one"
    status = 409
    texts = {
        "en": "This channel takes one connection. Remove the other one first.",
        "zh": "该渠道只能有一个连接，请先移除现有的连接。",
    }


class ConnectionRemoved(Problem):
    code = "connection_removed"
    status = 409
    texts = {"en": "This connection was removed. Connect the channel again.", "zh": "该连接已移除，请重新连接。"}

"""Refusals of browsers that want pushes."""

from farol.kit.problem import Problem


class PushUnknown(Problem):
    """The browser's maker is not among those pushes may go to."""

    code = "push_unknown"
    status = 422
    texts = {
        "en": "This browser's push service is not allowed here. Ask the operator to add it (push_hosts).",
        "zh": "这个浏览器的推送服务不在允许的名单里。请联系管理员添加（push_hosts）。",
    }

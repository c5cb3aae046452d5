"""Refusals."""

from farol.kit.problem import Problem


class IdentityRefused(Problem):
    """The token is forged, expired, used before, or for somebody else. Which one is not told."""

    code = "identity_refused"
    status = 401
    texts = {
        "en": "The exchange could not confirm who you are. Reload the page and try again.",
        "zh": "交易所没能确认您的身份，请刷新页面再试。",
    }

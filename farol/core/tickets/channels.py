"""What channels are called by people. The console keeps the same list in `web/console/src/words`, equal by a test."""

from farol.kit.i18n import Lang

NAMES: dict[str, tuple[str, str]] = {
    "console": ("工作台", "Console"), "webchat": ("网页聊天", "Web chat"), "email": ("邮件", "E-mail"), "portal": ("帮助中心", "Help centre"), "phone": ("电话", "Phone"),
    "call": ("网页通话", "Web call"), "telegram": ("Telegram", "Telegram"), "discord": ("Discord", "Discord"), "messenger": ("Messenger", "Messenger"),
    "instagram": ("Instagram", "Instagram"), "whatsapp": ("WhatsApp", "WhatsApp"), "x": ("X", "X"), "line": ("LINE", "LINE"), "partner": ("合作方", "Partner"),
}  # fmt: skip
"""By key: Chinese, English."""


OURS = frozenset(("console", "webchat", "portal", "web", "drill"))
"""Pages of ours: nobody needs to be told that they wrote there."""


def elsewhere(channel: str, tongue: Lang | str) -> str:
    """The channel's name where somebody came from outside our pages; empty for those."""
    return "" if channel in OURS else name(channel, tongue)


def name(channel: str, tongue: Lang | str) -> str:
    """The channel's name in Chinese, else in English; one that nobody named goes by its key."""
    zh, en = NAMES.get(channel, (channel, channel))
    return zh if tongue.startswith("zh") else en

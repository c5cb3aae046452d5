"""The three kinds of account at Meta, and what its documentation fixes for each. No I/O."""

from datetime import UTC, datetime
from typing import Any

from farol.channels.connections.model import Cost, Field, Kind, Limits
from farol.channels.messengers.model import Parcel
from farol.channels.messengers.rendering import escaped

GRAPH = "https://graph.facebook.com/v23.0"
INSTAGRAM_GRAPH = "https://graph.instagram.com/v23.0"
FILES = (".fbcdn.net", ".fbsbx.com", ".cdninstagram.com")
"""Hosts where Meta keeps what people send; ``lookaside.fbsbx.com`` among them."""
COMMENT = {"messenger": 8000, "instagram": 2200}
COMMENT_REF = "comment:"
WINDOW = "window"
"""The code of a refusal because the customer's last words are too long ago."""
BUTTONS, BUTTON_TEXT, LIST_ROWS, ROW_TEXT = 3, 20, 10, 24
_ID = r"[0-9]{5,20}"
_DOCS = "https://developers.facebook.com/documentation/business-messaging"


def _field(key: str, en: str, zh: str, help_en: str, help_zh: str, **more: Any) -> Field:
    return Field(key, {"en": en, "zh": zh}, {"en": help_en, "zh": help_zh}, **more)


_SHARED = (
    _field("app_secret", "App secret", "应用密钥", "App dashboard, Settings, Basic. It proves that calls come from Meta.", "应用后台，设置，基本。用来验证请求来自 Meta。",
           secret=True, pattern=r"[0-9a-f]{32}"),
    _field("verify_token", "Verify token", "验证口令", "Make one up; type the same beside the callback address at Meta.", "自己定一个，在 Meta 填回调地址时填同样的。",
           secret=True, pattern=r"[\w-]{8,100}"),
)  # fmt: skip
_TOKEN = _field("token", "Access token", "访问令牌", "One that does not expire, of a system user or of the page.", "系统用户或主页的长期令牌。", secret=True, pattern=r"[\w|-]{40,500}")
_MENTIONS = _field("mentions_token", "Token to read mentions", "读取提及的令牌", "Optional: of Facebook login, with instagram_manage_comments. Without it a mention shows no words.",
                   "可不填：Facebook 登录的令牌，含 instagram_manage_comments。没有它，提及只显示有人提到，没有内容。", secret=True, required=False, pattern=r"([\w|-]{40,500})?")
_AGENT = _field("human_agent", "May answer for 7 days", "可在 7 天内答复", "yes, when Meta approved Human Agent for the app; else 24 hours hold.",
                "如 Meta 已批准 Human Agent，填 yes；否则为 24 小时。", required=False, pattern="(yes|no)?", default="no")

MESSENGER = Kind(
    "messenger", {"en": "Facebook page", "zh": "Facebook 主页"},
    (_field("page_id", "Page ID", "主页 ID", "Page, About, Page transparency.", "主页，简介，主页信息公示。", pattern=_ID), _TOKEN, _AGENT, *_SHARED),
    Limits(2000, 1, 25 * 1024 * 1024, "plain", 40.0, 100, 2.0, f"{_DOCS}/messenger-platform/send-messages", window_h=168),
    private=True, public=True, webhook=True, guide="social",
)  # fmt: skip
INSTAGRAM = Kind(
    "instagram", {"en": "Instagram", "zh": "Instagram"},
    (_field("account_id", "Account ID", "账号 ID", "The professional account's ID, as GET /me answers it.", "专业账号的 ID（GET /me 的结果）。", pattern=_ID), _TOKEN, _AGENT, _MENTIONS, *_SHARED),
    Limits(1000, 1, 8 * 1024 * 1024, "plain", 40.0, 100, 2.0, f"{_DOCS}/instagram-platform", units="utf8", window_h=168,
           media_types=("image/", "video/", "audio/")),
    private=True, public=True, webhook=True, guide="social",
)  # fmt: skip
WHATSAPP = Kind(
    "whatsapp", {"en": "WhatsApp", "zh": "WhatsApp"},
    (
        _field("phone_number_id", "Phone number ID", "号码 ID", "App dashboard, WhatsApp, API setup.", "应用后台，WhatsApp，API 设置。", pattern=_ID),
        _field("template", "Template after 24 hours", "24 小时后的模板", "The name of an approved template that asks the customer to write back.",
               "已批准的模板名，请客户回消息。", required=False, pattern=r"([a-z0-9_]{1,512})?"),
        _field("template_language", "Language of the template", "模板语言", "As Meta names it, such as en or zh_CN.", "按 Meta 的写法，如 en 或 zh_CN。", required=False,
               pattern=r"([a-z]{2,3}(_[A-Z]{2})?)?"),
        _TOKEN, *_SHARED,
    ),
    Limits(4096, 1, 16 * 1024 * 1024, "whatsapp", 80.0, 80, 0.17, f"{_DOCS}/whatsapp/messages/send-messages", window_h=24),
    private=True, webhook=True, guide="social",
    costs=tuple(Cost(unit, {"en": en, "zh": zh}) for unit, en, zh in (
        ("service", "Answer within 24 hours", "24 小时内的答复"), ("utility", "Utility template", "通知类模板"),
        ("authentication", "Authentication template", "验证类模板"), ("marketing", "Marketing template", "营销类模板"),
    )),
)  # fmt: skip



def with_links(parcel: Parcel) -> str:
    """The words, and under them the addresses of buttons that would open one: not every platform has such buttons."""
    return "\n".join([parcel.markdown, *(f"[{escaped(one.label)}]({one.link})" for one in parcel.choices if one.link)])


def millis(value: Any) -> datetime:
    """Of a time in milliseconds, as messages have it; comments have seconds."""
    number = int(value)
    return datetime.fromtimestamp(number / 1000 if number > 100_000_000_000 else number, UTC)

"""What a bot at Telegram is made of, and its limits. No I/O. Figures are from core.telegram.org/bots/api and /bots/faq."""

import hmac
import re
from typing import Any

from farol.channels.connections.model import Connection, Field, Kind, Limits
from farol.channels.messengers.model import Chat

CHANNEL = "telegram"
API = "https://api.telegram.org"
SECRET_HEADER = "x-telegram-bot-api-secret-token"
TEXT, CAPTION = 4096, 1024
"""UTF-16 units after markup is read."""
PHOTO_BYTES = 10 * 1024 * 1024
FILE_BYTES = 50 * 1024 * 1024
FETCH_BYTES = 20 * 1024 * 1024
DATA_BYTES = 64
"""Of a button's callback data."""
UPDATES = ("message", "edited_message", "callback_query", "my_chat_member", "chat_member")
"""What we ask Telegram for; everything else stays there. ``chat_member`` has to be named to be sent at all."""
TOKEN = re.compile(r"\d{3,20}:[A-Za-z0-9_-]{30,64}")
START = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a deep link can carry."""

KIND = Kind(
    key=CHANNEL,
    name={"zh": "Telegram 机器人", "en": "Telegram bot"},
    fields=(
        Field(
            "token", {"zh": "机器人令牌", "en": "Bot token"},
            {"zh": "在 Telegram 里找 @BotFather，发送 /newbot（或 /token）后得到。", "en": "From @BotFather in Telegram, after /newbot or /token."},
            secret=True, pattern=TOKEN.pattern),
        Field(
            "updates", {"zh": "接收方式", "en": "How updates come"},
            {"zh": "webhook：Telegram 调用我们的 https 地址。polling：我们去取，适合外网无法访问的部署。",
             "en": "webhook: Telegram calls our https address. polling: we ask, for places that cannot be called from outside."},
            required=False, pattern="webhook|polling", default="webhook"),
        Field(
            "official", {"zh": "其他官方账号", "en": "Further official accounts"},
            {"zh": "官方人员或频道的用户名，用空格分开，例如 @ana_farol。群里与它们相似的名字会被当作冒充。",
             "en": "User names of staff and channels, separated by blanks, such as @ana_farol. Names in groups that look like them count as imitations."},
            required=False, pattern=r"[@A-Za-z0-9_ ]{0,500}"),
    ),
    limits=Limits(
        text=TEXT, files=10, file_bytes=FILE_BYTES, markup="telegram_html", rate_per_s=30, burst=30, chat_rate_per_s=1, units="utf16",
        fetch_bytes=FETCH_BYTES, source="https://core.telegram.org/bots/faq#my-bot-is-hitting-limits-how-do-i-avoid-this"),
    private=True, public=True, webhook=True, guide="telegram",
)  # fmt: skip


def secret_of(connection: Connection) -> str:
    """What Telegram sends back with every webhook call: it follows from the token, so a new token makes the old one worthless."""
    return hmac.digest(connection.value("token").encode(), f"farol webhook {connection.token}".encode(), "sha256").hex()


def bot_id(connection: Connection) -> int:
    """Our own id, which is the beginning of the token."""
    return int(connection.value("token").partition(":")[0] or 0)


def username(connection: Connection) -> str:
    """Our own name without ``@``, in lower case; empty until Telegram was asked."""
    return connection.account.removeprefix("@").lower()


def polls(connection: Connection) -> bool:
    """Whether we fetch updates instead of being called."""
    return connection.value("updates") == "polling"


def place(chat: Chat) -> dict[str, Any]:
    """A chat as the API takes it: a topic of a group is ``-100123/45``."""
    group, _, topic = chat.id.partition("/")
    return {"chat_id": int(group), **({"message_thread_id": int(topic)} if topic else {})}


def chat_id(given: str) -> int:
    """The group or person of a chat's id."""
    return int(given.partition("/")[0])

"""What Discord's documentation fixes: kinds of channel, intents, numbers of the gateway. No I/O."""

from datetime import UTC, datetime
from typing import Any

from farol.channels.connections.model import Connection, Field, Kind, Limits

CHANNEL = "discord"
REAL = "https://discord.com/api/v10"
LINK = "https://discord.com"
FILES = ("cdn.discordapp.com", "media.discordapp.net")
TEXT = 2000
NONCE = 25
EPHEMERAL = 64
QUIET = 4096
NO_PREVIEWS = 4
PING, COMMAND, COMPONENT = 1, 2, 3
PONG, MESSAGE_LATER, CHANGE_LATER = 1, 5, 6
WORDS = (0, 19, 21)
"""Types of message that somebody wrote: default, reply, the one a thread began with."""
VOICE_ROOMS = (2, 13)
FORUMS = (15, 16)
THREADS = (10, 11, 12)
GROUP = "guild:"
PERSON = "user:"
"""Before a person's ID: the private chat with somebody who asked by a command in a server; their channel is opened when we write."""
TOKEN = "interaction:"
EPOCH_MS = 1_420_070_400_000
INTENTS = sum(1 << bit for bit in (0, 1, 9, 12, 15))
"""GUILDS, GUILD_MEMBERS, GUILD_MESSAGES, DIRECT_MESSAGES, MESSAGE_CONTENT. Members and content are privileged: set them in the portal."""
STEWARDS = (1 << 3) | (1 << 5) | (1 << 13) | (1 << 40)
"""ADMINISTRATOR, MANAGE_GUILD, MANAGE_MESSAGES, MODERATE_MEMBERS."""
COMMANDS: tuple[dict[str, Any], ...] = tuple(
    {"name": name, "type": 1, "description": en, "description_localizations": {"zh-CN": zh}, "contexts": [0, 1], "integration_types": [0],
     **({"options": [{"type": 3, "name": "text", "description": "What happened", "description_localizations": {"zh-CN": "发生了什么"},
                      "required": name != "human", "max_length": 2000}]} if name in ("ask", "human", "link") else {})}
    for name, en, zh in (
        ("case", "Where your ticket stands. Only you see it.", "您的工单进展，只有您看得到。"),
        ("stolen", "Your account or coins are being stolen: what to do now", "账户或资产正在被盗：现在怎么办"),
        ("ask", "Ask support in private", "私下向客服提问"),
        ("human", "A person instead of the assistant", "转人工"),
        ("link", "Link your account with the words from our site", "用网页上的口令关联账户"),
        ("take", "Bring what you wrote here before into your linked account", "把之前在这里写的带入已关联的账户"),
    )
)  # fmt: skip
_DIGITS = r"[0-9]{15,20}"


def _field(key: str, en: str, zh: str, help_en: str, help_zh: str, **more: Any) -> Field:
    return Field(key, {"en": en, "zh": zh}, {"en": help_en, "zh": help_zh}, **more)


KIND = Kind(
    CHANNEL, {"en": "Discord", "zh": "Discord"},
    (
        _field("application_id", "Application ID", "应用 ID", "Developer portal, General information.", "开发者后台，General Information。", pattern=_DIGITS),
        _field("public_key", "Public key", "公钥", "The same page; it proves that calls come from Discord.", "同一页，用来验证请求来自 Discord。", pattern=r"[0-9a-f]{64}"),
        _field("bot_token", "Bot token", "机器人令牌", "Page Bot. Switch on the intents Server members and Message content there.",
               "Bot 页。请在那里打开 Server Members 和 Message Content。", secret=True, pattern=r"[\w.-]{50,100}"),
        _field("steward_roles", "Roles of moderators", "管理员身份组", "IDs with commas. Who may manage messages counts anyhow.",
               "身份组 ID，用逗号分开。能管理消息的人自动算。", required=False, pattern=rf"({_DIGITS}(,\s*{_DIGITS})*)?"),
        _field("support_channels", "Channels where we answer", "客服频道", "IDs of forums or channels, with commas: every question in their threads is for us.",
               "论坛或频道 ID，用逗号分开。这些频道的帖子都由我们答复。", required=False, pattern=rf"({_DIGITS}(,\s*{_DIGITS})*)?"),
    ),
    Limits(TEXT, 10, 10 * 1024 * 1024, "discord", 40.0, 40, 1.0, "https://docs.discord.com/developers/resources/message#create-message"),
    private=True, public=True, webhook=True, guide="social",
)  # fmt: skip


def listed(connection: Connection, key: str) -> frozenset[str]:
    """A setting that holds IDs with commas."""
    return frozenset(part.strip() for part in connection.value(key).split(",") if part.strip())


def at(snowflake: str) -> datetime:
    """When the thing of this ID was made. Raises ValueError."""
    return datetime.fromtimestamp(((int(snowflake) >> 22) + EPOCH_MS) / 1000, UTC)

"""What X's documentation fixes, and how it counts. No I/O."""

import re
from typing import Any

from farol.channels.connections.model import Cost, Field, Kind, Limits

CHANNEL = "x"
REAL = "https://api.x.com"
FILES = ("ton.twitter.com", "ton.x.com", "pbs.twimg.com", "video.twimg.com")
SIGNED_FILES = ("ton.twitter.com", "ton.x.com")
"""Where files of direct messages are; they want our signature. The others are open to all."""
POST, URL = 280, 23
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_URL = re.compile(r"https?://[^\s<>()\"']+|\b(?:[a-z0-9-]+\.)+(?:com|org|net|io|me|cc|info|app|xyz|co|dev)\b(?:/[^\s<>()\"']*)?", re.I)
_EMOJI = re.compile(
    "(?:[\U0001f1e6-\U0001f1ff]{2}|[#*0-9]\ufe0f?\u20e3"
    "|[\u00a9\u00ae\u203c-\u3299\U0001f000-\U0001faff](?:\ufe0f|[\U0001f3fb-\U0001f3ff])?"
    "(?:\u200d[\u2640-\u27bf\U0001f000-\U0001faff](?:\ufe0f|[\U0001f3fb-\U0001f3ff])?)*)")  # fmt: skip
_PICTURES = re.compile("[\u2600-\u27bf\U0001f000-\U0001faff\ufe0f\u20e3]")


def _field(key: str, en: str, zh: str, where_en: str, where_zh: str, pattern: str) -> Field:
    return Field(key, {"en": en, "zh": zh}, {"en": where_en, "zh": where_zh}, secret=key != "user_id", pattern=pattern)


KIND = Kind(
    CHANNEL, {"en": "X", "zh": "X"},
    (
        _field("user_id", "Account number", "账号数字 ID", "The number in the access token, before the dash.", "访问令牌里短横线前面的数字。", r"[0-9]{1,20}"),
        _field("consumer_key", "API key", "API key", "Developer portal, Keys and tokens.", "开发者后台，Keys and tokens。", r"[A-Za-z0-9]{10,100}"),
        _field("consumer_secret", "API key secret", "API key secret", "The same page.", "同一页。", r"[A-Za-z0-9]{20,200}"),
        _field("access_token", "Access token", "Access token", "The same page, made with Read, Write and Direct messages.", "同一页，权限要含读写和私信。", r"[0-9]+-[A-Za-z0-9]{10,100}"),
        _field("access_secret", "Access token secret", "Access token secret", "The same page.", "同一页。", r"[A-Za-z0-9]{20,200}"),
    ),
    Limits(10_000, 1, 5 * 1024 * 1024, "plain", 1.0, 15, 0.2, "https://docs.x.com/x-api/direct-messages/manage/introduction", media_types=("image/", "video/mp4")),
    private=True, public=True, webhook=True, guide="social",
    costs=(Cost("dm", {"en": "Direct message", "zh": "私信"}), Cost("post", {"en": "Post in public", "zh": "公开帖子"})),
)  # fmt: skip


def weight(text: str) -> int:
    """A post's length as X counts it: addresses 23, Latin and its neighbours 1, everything else 2, a whole emoji 2."""
    total, rest = 0, text
    for form, each in ((_URL, URL), (_EMOJI, 2)):
        found = [m[0] for m in form.finditer(rest) if form is _URL or _PICTURES.search(m[0]) or len(m[0]) > 1]
        total += each * len(found)
        for one in found:
            rest = rest.replace(one, "", 1)
    return total + sum(1 if any(low <= ord(c) <= high for low, high in _LIGHT) else 2 for c in rest)


def secrets_of(value: Any) -> dict[str, str]:
    """The four that sign a call."""
    return {key: value(key) for key in ("consumer_key", "consumer_secret", "access_token", "access_secret")}

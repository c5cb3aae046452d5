"""What LINE's documentation fixes. No I/O."""


from farol.channels.connections.model import Cost, Field, Kind, Limits

CHANNEL = "line"
REAL = "https://api.line.me"
FILES_REAL = "https://api-data.line.me"
REPLY = "reply:"
"""Before a reply token: free of charge, good once and for about a minute."""
TEXT, EACH = 5000, 5
"""UTF-16 units of a message, and messages in one call."""
MEDIA = {"image": ("image.jpeg", "image/jpeg"), "video": ("video.mp4", "video/mp4"), "audio": ("voice.m4a", "audio/mp4")}

KIND = Kind(
    CHANNEL, {"en": "LINE", "zh": "LINE"},
    (
        Field("secret", {"en": "Channel secret", "zh": "Channel secret"}, {"en": "LINE Developers, Basic settings.", "zh": "LINE Developers，Basic settings。"}, secret=True, pattern="[0-9a-f]{32}"),
        Field("token", {"en": "Channel access token", "zh": "Channel access token"}, {"en": "LINE Developers, Messaging API.", "zh": "LINE Developers，Messaging API。"}, secret=True, pattern=r"[\w+/=.-]{40,500}"),
    ),
    Limits(TEXT, 0, 0, "plain", 33.0, 60, 5.0, "https://developers.line.biz/en/reference/messaging-api/", units="utf16"),
    private=True, public=True, webhook=True, guide="social", costs=(Cost("push", {"en": "Pushed message", "zh": "推送消息"}),),
)  # fmt: skip


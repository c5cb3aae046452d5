"""What an operator gives to connect a number, and how it is tested, set up at the provider and given back."""

from farol.channels.connections.elsewhere import Failed, Revoked
from farol.channels.connections.kinds import register
from farol.channels.connections.model import Connection, Cost, Field, Kind, Limits, Probe
from farol.kit.core import Kit

from . import lines, provider
from .model import CHANNEL, Line

FIELDS = (
    Field("account_sid", {"zh": "账户 SID", "en": "Account SID"}, {"zh": "服务商控制台首页，以 AC 开头", "en": "On the provider's console, begins with AC"}, pattern=r"AC[0-9a-fA-F]{32}"),
    Field("auth_token", {"zh": "Auth Token", "en": "Auth token"}, {"zh": "同一页；用于验证来电通知的签名", "en": "On the same page; it also signs what the provider sends us"}, secret=True, pattern=r"[0-9a-fA-F]{32}"),
    Field("number", {"zh": "电话号码", "en": "Phone number"}, {"zh": "带国家代码，例如 +861088880000", "en": "With its country code, such as +442079460000"}, pattern=r"\+[1-9][0-9]{6,14}"),
    Field("languages", {"zh": "语言", "en": "Languages"}, {"zh": "按顺序，逗号分隔；第一个先播报", "en": "In order, separated by commas; the first is spoken unasked"}, required=False, pattern=r"[A-Za-z-]{2,7}(,\s*[A-Za-z-]{2,7}){0,9}", default="en,zh"),
    Field("calendar", {"zh": "服务时间", "en": "Hours"}, {"zh": "服务级别里日历的名称；不填为全天", "en": "Name of a calendar of service levels; empty: day and night"}, required=False),
    Field("call_countries", {"zh": "可回电的国家", "en": "Countries we call back"}, {"zh": "两位代码，逗号分隔；不填只限本号码所在国家", "en": "Two-letter codes separated by commas; empty: only the number's own"}, required=False, pattern=r"[A-Za-z]{2}(,\s*[A-Za-z]{2}){0,60}"),
)
LIMITS = Limits(text=4096, files=0, file_bytes=0, markup="plain", rate_per_s=1, burst=1, chat_rate_per_s=1, fetch_bytes=provider.MOST_AUDIO, media_types=("audio/",),
                source="https://www.twilio.com/docs/voice/twiml/say")


async def test(kit: Kit, connection: Connection) -> Probe:
    """Asks who we are, whether the number is ours, and where its calls go."""
    line = Line(connection)
    try:
        account = await provider.account(kit, line)
        _, voice = await provider.number(kit, line)
    except Failed as failure:
        return Probe(False, said=failure.said, final=isinstance(failure, Revoked))
    ours = voice == lines.address(kit, connection)
    return Probe(True, account=f"{line.number} ({account})", facts=(("webhook", "ours" if ours else "elsewhere"),))


async def begin(kit: Kit, connection: Connection) -> None:
    """The number's calls come to us."""
    line = Line(connection)
    sid, _ = await provider.number(kit, line)
    at = {step: lines.address(kit, connection, step) for step in ("", "fallback", "status")}
    await provider.listen(kit, line, sid, voice=at[""], fallback=at["fallback"], status=at["status"])


async def end(kit: Kit, connection: Connection) -> None:
    """They no longer do, unless somebody has led them elsewhere since."""
    line = Line(connection)
    sid, voice = await provider.number(kit, line)
    if voice == lines.address(kit, connection):
        await provider.listen(kit, line, sid, voice="", fallback="", status="")


register(
    Kind(CHANNEL, {"zh": "电话", "en": "Phone"}, FIELDS, LIMITS, private=True, webhook=True, guide="phone",
         costs=(Cost("minute", {"zh": "通话分钟", "en": "minute of a call"}),)),
    test, begin=begin, end=end)

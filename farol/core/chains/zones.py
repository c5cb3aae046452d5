"""Time zones as people name them beside a time: UTC+8, 北京时间, MSK, +05:30. Some names mean several zones."""

import re
from datetime import UTC, timedelta, timezone, tzinfo

from farol.kit import i18n

_PLACES = {
    "北京": "Asia/Shanghai", "中国": "Asia/Shanghai", "上海": "Asia/Shanghai", "香港": "Asia/Hong_Kong", "台北": "Asia/Taipei",
    "台湾": "Asia/Taipei", "新加坡": "Asia/Singapore", "东京": "Asia/Tokyo", "日本": "Asia/Tokyo", "首尔": "Asia/Seoul",
    "韩国": "Asia/Seoul", "迪拜": "Asia/Dubai", "莫斯科": "Europe/Moscow", "伦敦": "Europe/London", "纽约": "America/New_York",
    "美东": "America/New_York", "美西": "America/Los_Angeles", "beijing": "Asia/Shanghai", "china": "Asia/Shanghai",
    "hong kong": "Asia/Hong_Kong", "singapore": "Asia/Singapore", "tokyo": "Asia/Tokyo", "japan": "Asia/Tokyo",
    "korea": "Asia/Seoul", "dubai": "Asia/Dubai", "moscow": "Europe/Moscow", "london": "Europe/London",
    "new york": "America/New_York", "eastern": "America/New_York", "pacific": "America/Los_Angeles",
}  # fmt: skip
_SHORT: dict[str, tuple[str, ...]] = {
    "HKT": ("Asia/Hong_Kong",), "SGT": ("Asia/Singapore",), "JST": ("Asia/Tokyo",), "KST": ("Asia/Seoul",), "MSK": ("Europe/Moscow",),
    "EST": ("America/New_York",), "EDT": ("America/New_York",), "PST": ("America/Los_Angeles",), "PDT": ("America/Los_Angeles",),
    "CET": ("Europe/Paris",), "CEST": ("Europe/Paris",), "BST": ("Europe/London",),
    "CST": ("Asia/Shanghai", "America/Chicago"), "IST": ("Asia/Kolkata", "Asia/Jerusalem"),
}  # fmt: skip
_OFFSET = r"[+-](?:0?\d|1[0-4])(?::?[0-5]\d)?"
ZONE = re.compile(
    rf"(?:UTC|GMT)\s?(?P<offset>{_OFFSET})?(?![0-9A-Za-z])|(?P<bare>[+-]\d\d:[0-5]\d)(?!\d)|(?<=\d)(?P<zulu>Z)(?![0-9A-Za-z])"
    rf"|(?P<place>{'|'.join(sorted(_PLACES, key=len, reverse=True))})(?:当地)?(?:时间|時間|\stime)"
    r"|(?P<moscow>(?:по\s)?(?:мск|московскому\sвремени))(?!\w)"
    rf"|(?-i:(?<![A-Za-z])(?P<short>{'|'.join(_SHORT)})(?![A-Za-z]))",
    re.IGNORECASE,
)
"""Finds a zone; read the match with ``zones_of``."""


def zones_of(found: re.Match[str]) -> list[tzinfo]:
    """Every zone the words can mean: CST is Shanghai and Chicago."""
    offset = found["offset"] or found["bare"]
    if offset:
        digits = offset[1:].replace(":", "")
        hours, minutes = (digits[:-2], digits[-2:]) if len(digits) > 2 else (digits, "0")
        span = timedelta(hours=int(hours), minutes=int(minutes))
        return [timezone(-span if offset[0] == "-" else span)]
    if found["place"]:
        return [i18n.zone(_PLACES[found["place"].lower()])]
    if found["moscow"]:
        return [i18n.zone("Europe/Moscow")]
    if found["short"]:
        return [i18n.zone(name) for name in _SHORT[found["short"]]]
    return [UTC]

"""A clock as people write it: 14:02, 9pm, 晚上八点半, 凌晨3点, 8点一刻; what part of the day its words name."""

import re
from typing import NamedTuple

from .numbers import han_value

PARTS: dict[str, tuple[int, int]] = {
    "凌晨": (0, 6), "半夜": (0, 6), "清晨": (5, 8), "早上": (5, 12), "早晨": (5, 12), "早": (5, 12), "上午": (6, 12), "中午": (11, 14),
    "正午": (12, 13), "下午": (12, 19), "傍晚": (16, 20), "晚上": (18, 24), "晚": (18, 24), "夜里": (20, 28), "深夜": (22, 28),
    "morning": (5, 12), "noon": (11, 14), "afternoon": (12, 19), "evening": (17, 24), "tonight": (18, 24), "night": (18, 28),
    "midnight": (24, 25),
}  # fmt: skip
"""A part of a day as hours from its first midnight; past 24 it is the small hours of the next day."""
PART = "|".join(sorted(PARTS, key=len, reverse=True))
_HAN_NUMBER = "[零〇一二两三四五六七八九十]{1,3}"
CLOCK = (
    rf"(?P<hour>\d{{1,2}}|{_HAN_NUMBER})"
    r"(?:[:：](?P<minute>[0-5]\d)(?::[0-5]\d(?:\.\d{1,9})?)?(?![\d:])\s{0,2}(?P<half>[ap]\.?m\b\.?)?"
    r"|\s?(?P<half2>[ap]\.?m\b\.?)"
    r"|\s{0,2}[点點时時](?:钟|鐘)?(?:(?P<past>半|一刻|三刻)(?![天小个])"
    rf"|过?(?P<minute2>\d{{1,2}}|{_HAN_NUMBER})(?:分|(?![\dA-Za-z.,万千百个笔枚]|{_HAN_NUMBER})))?)"
)
"""A clock as a pattern with groups; read it with ``clock_of``."""


AT = (
    r"(?:(?<=at\s)|(?<=around\s)|(?<=about\s))(?P<hour>\d{1,2})(?![\w:/%.,-])(?P<minute>(?!))?(?P<half>(?!))?(?P<half2>(?!))?"
    r"(?P<past>(?!))?(?P<minute2>(?!))?"
)
"""``last night at 11``: an hour by its preposition alone, with the same groups."""


class Clock(NamedTuple):
    """hours: each hour it can mean, 0 to 24. minute: None when only the hour was said."""

    hours: tuple[int, ...]
    minute: int | None


def clock_of(found: re.Match[str], part: str) -> Clock | None:
    """What the match of ``CLOCK`` says beside a part of the day ("" for none). None when there is no such time.

    An hour up to 12 without any hint stays two hours; a leading zero or a full 24 h clock settles it.
    """
    hour = _number(found["hour"])
    minute = _minute(found)
    if hour is None or hour > 24 or (minute or 0) > 59:
        return None
    half = (found["half"] or found["half2"] or "").lower().replace(".", "")
    if half:
        return Clock((hour % 12 + (12 if half == "pm" else 0),), minute) if 1 <= hour <= 12 else None
    if part:
        return Clock((_in_part(hour, part.lower()),), minute)
    if hour > 12 or hour == 0 or found["hour"].startswith("0"):
        return Clock((hour,), minute)
    if hour == 12:
        return Clock((12,) if minute is not None and found["minute"] else (0, 12), minute)
    return Clock((hour, hour + 12), minute)


def _in_part(hour: int, part: str) -> int:
    start, end = PARTS[part]
    if hour == 12 and part in ("凌晨", "半夜"):
        return 0
    for candidate in (hour, hour + 12, hour + 24):
        if start <= candidate <= end:
            return candidate
    return hour


def _minute(found: re.Match[str]) -> int | None:
    if found["past"]:
        return {"半": 30, "一刻": 15, "三刻": 45}[found["past"]]
    written = found["minute"] or found["minute2"]
    return None if written is None else _number(written)


def _number(written: str) -> int | None:
    if written.isascii():
        return int(written)
    value = han_value(written)
    return None if value is None else int(value)

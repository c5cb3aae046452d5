"""Shortening and masking: what may stand on a screen of the values the exchange sends."""

_SHOWN_HEAD, _SHOWN_TAIL = 6, 4


def thousands(amount: str) -> str:
    """``18500.250`` becomes ``18,500.250``: separated, never rounded, never a float."""
    sign = "-" if amount.startswith("-") else ""
    whole, point, rest = amount.removeprefix("-").partition(".")
    groups = []
    while len(whole) > 3:
        whole, last = whole[:-3], whole[-3:]
        groups.append(last)
    return sign + ",".join([whole, *reversed(groups)]) + point + rest


def money(amount: str, coin: str) -> str:
    """``18,500 USDT``."""
    return f"{thousands(amount)} {coin}"


def short(value: str) -> str:
    """``TQ4mX7…9v8c``: head and tail of a transaction id or address, for lists only."""
    if len(value) <= _SHOWN_HEAD + _SHOWN_TAIL + 1:
        return value
    return f"{value[:_SHOWN_HEAD]}…{value[-_SHOWN_TAIL:]}"


def email(value: str) -> str:
    """``m••••@example.com``."""
    name, at, domain = value.partition("@")
    return f"{name[:1]}••••{at}{domain}" if at else ""


def phone(value: str) -> str:
    """``+86••••••12``: country and last two digits."""
    return f"{value[:3]}••••••{value[-2:]}" if len(value) > 6 else ""


def name(value: str) -> str:
    """The first letter of each part: ``M•• L••``; for a Chinese name the first character."""
    return " ".join(f"{part[0]}••" for part in value.split())

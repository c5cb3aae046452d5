"""Telephone numbers: one spelling of each (E.164), how they are shown, and which may be called."""

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat, PhoneNumberType

from farol.core.customers.model import DOT

ANONYMOUS = frozenset({"", "anonymous", "restricted", "unavailable", "unknown", "private", "+266696687", "+86282452253", "+7378742833", "+2562533", "+8656696", "266696687"})
"""What stands in the place of a number that is held back: words, and digits that spell them (``ANONYMOUS`` on a keypad)."""
DEAR = frozenset({PhoneNumberType.PREMIUM_RATE, PhoneNumberType.SHARED_COST, PhoneNumberType.UAN, PhoneNumberType.PAGER, PhoneNumberType.VOICEMAIL})
"""Kinds that cost whoever calls them: never called, whoever asks."""


def normal(text: str, region: str = "") -> str:
    """``+8613800138000``; empty for what is no possible number. region: whose local spelling it may have, such as ``CN``."""
    if text.strip().lower() in ANONYMOUS or len(text) > 40:
        return ""
    try:
        number = phonenumbers.parse(text, region or None)
    except NumberParseException:
        return ""
    return phonenumbers.format_number(number, PhoneNumberFormat.E164) if phonenumbers.is_possible_number(number) else ""


def region_of(number: str) -> str:
    """The country of a number in normal form, such as ``CN``; empty where it belongs to none."""
    try:
        return phonenumbers.region_code_for_number(phonenumbers.parse(number)) or ""
    except NumberParseException:
        return ""


def may_call(number: str, regions: frozenset[str]) -> bool:
    """Whether we call it: a valid ordinary number of one of these countries. Whoever could name any number could make us pay for it."""
    try:
        parsed = phonenumbers.parse(number)
    except NumberParseException:
        return False
    kind = phonenumbers.number_type(parsed)
    return phonenumbers.is_valid_number(parsed) and kind not in DEAR and (phonenumbers.region_code_for_number(parsed) or "") in regions


def masked(number: str) -> str:
    """``+86 •••• 00``: country and the last two digits; empty for a caller who holds theirs back."""
    if not number:
        return ""
    try:
        return f"+{phonenumbers.parse(number).country_code} {DOT * 4} {number[-2:]}"
    except NumberParseException:
        return f"{DOT * 4} {number[-2:]}"


def spoken(number: str) -> str:
    """The digits one by one, as a voice reads them."""
    return " ".join(number.lstrip("+"))

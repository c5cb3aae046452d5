"""Values by kind: what each field takes, in the one form it is stored. No I/O."""

import re
from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any

from farol.core.chains import candidates, classify
from farol.core.shield import scrub

from .model import Field
from .problems import FieldInvalid

LONGEST = 500
"""Characters of a text."""
_COIN = re.compile(r"[A-Z0-9][A-Z0-9.$-]{0,14}")


def stored(field: Field, value: Any) -> Any:
    """The value as it is kept, None to leave the field empty. Raises FieldInvalid."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    made = _CHECKS[field.kind](field, value)
    if made is None:
        raise FieldInvalid(field=field.key, kind=field.kind, zh=field.zh, en=field.en)
    return made


def _text(_: Field, value: Any) -> Any:
    return scrub(value.strip()).text if isinstance(value, str) and len(value) <= LONGEST and "\0" not in value else None


def _number(_: Field, value: Any) -> Any:
    if isinstance(value, str):
        plain = _decimal(value)
        value = None if plain is None else int(plain) if plain == plain.to_integral_value() else float(plain)
    return value if isinstance(value, int | float) and not isinstance(value, bool) and abs(value) < 10**15 else None


def _choice(field: Field, value: Any) -> Any:
    return value if any(value == option.value for option in field.options) else None


def _date(_: Field, value: Any) -> Any:
    try:
        return date.fromisoformat(value).isoformat() if isinstance(value, str) and len(value) == 10 else None
    except ValueError:
        return None


def _yes_no(_: Field, value: Any) -> Any:
    return value if isinstance(value, bool) else None


def _txid(_: Field, value: Any) -> Any:
    return value.strip() if isinstance(value, str) and candidates(value) else None


def _address(_: Field, value: Any) -> Any:
    """An address whose checksum is wrong on every network is a typing mistake."""
    verdicts = classify(value) if isinstance(value, str) else []
    return value.strip() if any(verdict != "wrong" for _, verdict in verdicts) else None


def _amount(_: Field, value: Any) -> Any:
    if not isinstance(value, dict) or not value.keys() <= {"amount", "coin"}:
        return None
    number, coin = _decimal(value.get("amount")), value.get("coin", "")
    if number is None or number < 0 or not isinstance(coin, str):
        return None
    coin = coin.strip().upper()
    return {"amount": f"{number:f}", "coin": coin} if not coin or _COIN.fullmatch(coin) else None


def _decimal(text: Any) -> Decimal | None:
    try:
        number = Decimal(text.strip().replace(",", "")) if isinstance(text, str) and len(text) <= 40 else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() and abs(number.adjusted()) <= 30 else None


_CHECKS: dict[str, Callable[[Field, Any], Any]] = {
    "text": _text, "number": _number, "choice": _choice, "date": _date, "yes_no": _yes_no, "txid": _txid, "address": _address,
    "amount": _amount,
}

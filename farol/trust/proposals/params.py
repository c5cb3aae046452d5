"""What an action is told, field by field: shapes, limits, and the reading of what somebody typed. No I/O."""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Any, Literal

import msgspec

from farol.core.customers.model import mask_email, mask_phone
from farol.core.exchange.shapes import Text
from farol.core.shield import scrub

from .problems import ParamsWrong

Shape = Literal["id", "amount", "coin", "choice", "words", "count", "hashes", "contact"]
Value = str | int | list[str]

_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_.:\-]{0,127}")
_COIN = re.compile(r"[A-Z0-9]{1,15}")
_AMOUNT = re.compile(r"(?:0|[1-9][0-9]{0,19})(?:\.[0-9]{1,18})?")
_SHA256 = re.compile(r"[0-9a-f]{64}")
_CONTACT = re.compile(r"[^\s@\x00-\x1f]{1,64}@[^\s@\x00-\x1f]{1,255}|\+[0-9]{6,15}")
WORDS = 500
MOST_HASHES = 20


class Choice(msgspec.Struct, frozen=True):
    """One value of a field that has only a few."""

    key: str
    label: Text


class Param(msgspec.Struct, frozen=True):
    """A field. key: its name on the core link; label: the field's term.

    shape: id (of a thing at the exchange), amount (decimal text), coin, choice, words, count (``least`` to ``most``), hashes
    (SHA-256 of evidence), contact (a mail address or a phone number in E.164; shown masked).
    """

    key: str
    label: Text
    shape: Shape
    required: bool = True
    least: int = 1
    most: int = 1
    choices: tuple[Choice, ...] = ()


def checked(params: Sequence[Param], given: Mapping[str, object]) -> dict[str, Value]:
    """The fields as the exchange gets them. Digits and letters are those of ASCII: what only looks like an id is refused.

    Raises ParamsWrong, which names each field and why.
    """
    known = {param.key for param in params}
    wrong = [{"field": f"params.{key[:40]}", "why": "no such field"} for key in sorted(set(given) - known)]
    values: dict[str, Value] = {}
    for param in params:
        value = given.get(param.key)
        if value is None or value in ("", []):
            if param.required:
                wrong.append({"field": f"params.{param.key}", "why": "is needed"})
            continue
        read = _read(param, value)
        if read is None:
            wrong.append({"field": f"params.{param.key}", "why": f"is not of the shape: {param.shape}"})
        else:
            values[param.key] = read
    if wrong:
        raise ParamsWrong(errors=wrong)
    return values


def _read(param: Param, value: object) -> Value | None:
    if param.shape == "count":
        return value if type(value) is int and param.least <= value <= param.most else None
    if param.shape == "hashes":
        hashes = value if isinstance(value, list) and len(value) <= MOST_HASHES else []
        return sorted(set(hashes)) if hashes and all(isinstance(one, str) and _SHA256.fullmatch(one) for one in hashes) else None
    if not isinstance(value, str) or "\0" in value:
        return None
    text = value.strip()
    if param.shape == "words":
        return scrub(text).text if 0 < len(text) <= WORDS else None
    if param.shape == "choice":
        return text if text in {choice.key for choice in param.choices} else None
    pattern = {"id": _ID, "coin": _COIN, "amount": _AMOUNT, "contact": _CONTACT}[param.shape]
    if not pattern.fullmatch(text) or (param.shape == "amount" and Decimal(text) <= 0):
        return None
    return text


class Line(msgspec.Struct, frozen=True):
    """A field as people read it: its label, and its value in both languages."""

    key: str
    label: Text
    value: Text


def lines(params: Sequence[Param], values: Mapping[str, Any]) -> list[Line]:
    """The fields that were given, in the table's order; a contact is masked."""
    return [Line(param.key, param.label, _shown(param, values[param.key])) for param in params if param.key in values]


def _shown(param: Param, value: Any) -> Text:
    if param.shape == "choice":
        return next((choice.label for choice in param.choices if choice.key == value), Text(str(value), str(value)))
    if param.shape == "contact":
        masked = mask_email(value) if "@" in value else mask_phone(value)
        return Text(masked, masked)
    if param.shape == "hashes":
        short = "、".join(one[:12] for one in value)
        return Text(short, short.replace("、", ", "))
    return Text(str(value), str(value))

"""Facts of the customer's words: each slot the reason asks for, in the one form it is kept. No I/O."""

import re
from datetime import UTC, datetime

from farol.core.reasons import reasons
from farol.desk.evidence.case.words import Heard, Reading, heard
from farol.desk.fields.model import Field
from farol.desk.fields.model import slots as known
from farol.desk.fields.problems import FieldInvalid
from farol.desk.fields.values import stored

from .model import Knows

MOST_READ = 2_000
"""Characters of the new words that are read."""
LONGEST = 500
_NUMBER = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d{1,18})?|\d{1,30}(?:\.\d{1,18})?")
_TIMES = ("time", "period")


def fill(knows: Knows) -> dict[str, str]:
    """All slots known after the new words. What was asked for takes the newest value; anything else only where nothing stood."""
    asked = knows.state.asked if knows.state else []
    found = {key: value[:LONGEST] for key, value in knows.slots.items() if key in known() and isinstance(value, str) and value and "\0" not in value}
    said = knows.said[:MOST_READ].replace("\0", "")
    wanted = {*(reasons()[knows.reason].slots if knows.reason in reasons() else ()), *asked}
    for slot, value in _recognised(said, knows).items():
        if slot in wanted and (slot in asked or slot not in found):
            found[slot] = value
    missing = [slot for slot in asked if slot not in found]
    if len(missing) == 1 and (value := whole(known()[missing[0]], said)):
        found[missing[0]] = value
    return found


def whole(field: Field, said: str) -> str:
    """An answer that is nothing but the value; empty for one that cannot be it."""
    plain = said.strip()
    try:
        if field.kind == "amount":
            number = _NUMBER.fullmatch(plain)
            return plain.replace(",", "") if number else ""
        if field.kind == "choice":
            return next((one.value for one in field.options if plain.casefold() in (one.zh.casefold(), one.en.casefold(), one.value)), "")
        if field.kind == "yes_no":
            return ""  # a press of a button, or somebody of the staff who saw it
        value = stored(field, plain[:LONGEST])
    except FieldInvalid:
        return ""
    return value if isinstance(value, str) else ""


def _recognised(said: str, knows: Knows) -> dict[str, str]:
    """The first value of each slot that stands in the words. Without a clock of the exchange days like "yesterday" stay words."""
    at = knows.seen.now if knows.seen else datetime(2000, 1, 1, tzinfo=UTC)
    found: dict[str, str] = {}
    for slot, one in heard(Heard("customer", said, "message", at), Reading(knows.zone, None, frozenset())):
        if slot in _TIMES and knows.seen is None:
            continue
        value = " ".join(map(str, one.value.values())).strip() if isinstance(one.value, dict) else str(one.value)
        found.setdefault(slot, value[:LONGEST])
    return found

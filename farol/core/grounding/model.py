"""What can be right or wrong in a sentence."""

from typing import Literal, NamedTuple

Kind = Literal["link", "id", "network", "amount", "percent", "duration", "date", "time", "day", "number", "hidden", "length"]
"""day: a weekday, today, tomorrow. hidden: characters that hide or turn text. length: more than is read."""


class Fact(NamedTuple):
    """One fact: in one spelling for all that mean the same, and as it was written.

    value of an amount ``100 USDT``, a percentage ``0.1``, a duration ``7200 s``, a date ``2026-11-22`` with ``*`` for what
    was left out, a time ``16:05`` with its zone behind a space.
    """

    kind: Kind
    value: str
    text: str

"""Reasons: the taxonomy of why customers write (49 leaves), with names, slots, severity and procedure."""

import json
from functools import lru_cache
from importlib.resources import files

import msgspec


class Reason(msgspec.Struct, frozen=True):
    """A leaf. sev: default severity as written, which may carry a condition (``P1 if acted on``).
    utt_zh, utt_en: how customers put it."""

    code: str
    zh: str
    en: str
    sev: str
    slots: list[str]
    proc: str
    team: str
    utt_zh: list[str] = []
    utt_en: list[str] = []

    @property
    def severity(self) -> str:
        """P0 to P4."""
        return self.sev[:2]


@lru_cache
def reasons() -> dict[str, Reason]:
    """All leaves by code, in the taxonomy's order."""
    raw = json.loads(files(__name__).joinpath("taxonomy.json").read_text("utf-8"))
    return {leaf["code"]: msgspec.convert(leaf, Reason) for leaf in raw}

"""The page of relief and its export, put together."""

import csv
import io
from datetime import date
from typing import Any

import msgspec

from farol.core.reasons import reasons
from farol.kit.db import Reads

from . import measure_store as m
from .model import DEFINITIONS, Day, Relief, Slice, Tally

COUNTS = Tally.__struct_fields__
BOM = "﻿"
"""Without it a spreadsheet takes the file for another encoding."""


async def page(db: Reads, by: m.Filters) -> Relief:
    """The whole page of a period."""
    found: dict[str, list[tuple[str, Tally]]] = {"reason": [], "language": [], "channel": [], "day": [], "all": []}
    for row in await m.rows(db, m.PAGE, by):
        found[row["by"]].append((row["key"], _tally(row)))
    whys = {row["why"]: row["n"] for row in await m.rows(db, m.WHYS, by)}
    none = msgspec.convert(dict.fromkeys(COUNTS, 0), Tally)
    return Relief(
        by[0], by[1], found["all"][0][1] if found["all"] else none, [_named(key, tally) for key, tally in found["reason"]],
        [Slice(key, tally) for key, tally in found["language"]], [Slice(key, tally) for key, tally in found["channel"]],
        sorted((Day(date.fromisoformat(key), tally) for key, tally in found["day"]), key=lambda one: one.day), whys, DEFINITIONS)


async def table(db: Reads, by: m.Filters, language: str) -> str:
    """One row a day, channel, language and reason, as CSV; below it what each column means."""
    out = io.StringIO()
    write = csv.writer(out)
    write.writerow(["day", "channel", "language", "reason", *COUNTS])
    for row in await m.rows(db, m.EXPORT, by):
        write.writerow([row["day"].isoformat(), row["channel"], row["language"], row["reason"], *(row[name] for name in COUNTS)])
    write.writerow([])
    for name, said in DEFINITIONS.items():
        write.writerow([name, said["zh" if language.startswith("zh") else "en"]])
    return BOM + out.getvalue()


def _tally(row: Any) -> Tally:
    return Tally(**{name: row[name] for name in COUNTS})


def _named(key: str, tally: Tally) -> Slice:
    known = reasons().get(key)
    return Slice(key, tally, {"zh": known.zh, "en": known.en} if known else None)

"""What conditions can be made of, for whoever builds them on a screen."""

import msgspec

from farol.kit.permission import Can
from farol.kit.web import get

from .fields import FIELDS, OPS, Kind
from .model import LONGEST, MOST, MOST_DEPTH, MOST_VALUES


class FieldView(msgspec.Struct, frozen=True):
    """A field, how it can be compared, and its choices where there are no others."""

    name: str
    kind: Kind
    ops: list[str]
    choices: list[str]


class Catalogue(msgspec.Struct, frozen=True):
    """custom_ops: for ``field.<key>``."""

    fields: list[FieldView]
    custom_ops: list[str]
    most: int
    most_depth: int
    most_values: int
    longest: int


@get("/conditions", can=Can.INBOX_SEE)
async def catalogue() -> Catalogue:
    """Fields, comparisons and limits."""
    shown = [FieldView(f.name, f.kind, list(f.ops), list(f.choices)) for f in FIELDS.values()]
    return Catalogue(shown, list(OPS["value"]), MOST, MOST_DEPTH, MOST_VALUES, LONGEST)


routes = [catalogue]

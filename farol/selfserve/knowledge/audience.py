"""Who may read an article. Pages, search, the assistant and macros all ask here, and nobody decides by themselves."""

import re
from collections.abc import Iterable
from typing import Literal, Protocol, TypeVar

import msgspec

Who = Literal["public", "signed_in", "staff"]
_TIER = re.compile(r"(.*?)\s*(\d*)")


class Audience(msgspec.Struct, frozen=True):
    """who: everybody, customers who are signed in, or members of staff alone.

    tier: the least tier of a customer, such as ``VIP 2``; empty for any. entities: legal entities of the exchange whose
    customers it is for; none for all. Either of the two means that a customer has to be signed in.
    """

    who: Who = "public"
    tier: str = ""
    entities: tuple[str, ...] = ()

    @property
    def open(self) -> bool:
        """Whether everybody may read it, so that search engines and shared caches may keep it."""
        return self.who == "public" and not self.tier and not self.entities


class Reader(msgspec.Struct, frozen=True):
    """Somebody who reads. tier and entity: of a customer, as the exchange signed them."""

    kind: Literal["anyone", "customer", "staff"] = "anyone"
    tier: str = ""
    entity: str = ""


ANYBODY = Reader()


class Guarded(Protocol):
    """What has an audience."""

    @property
    def audience(self) -> Audience: ...


G = TypeVar("G", bound=Guarded)


def may_read(audience: Audience, reader: Reader) -> bool:
    """Whether the reader belongs to the audience. Staff read everything: they answer for it."""
    if reader.kind == "staff":
        return True
    if audience.who == "staff":
        return False
    if audience.open:
        return True
    if reader.kind != "customer":
        return False
    return at_least(reader.tier, audience.tier) and (not audience.entities or reader.entity in audience.entities)


def readable(things: Iterable[G], reader: Reader) -> list[G]:
    """Those of the things that the reader may see, in their order."""
    return [thing for thing in things if may_read(thing.audience, reader)]


def at_least(tier: str, least: str) -> bool:
    """``VIP 3`` is at least ``VIP`` and ``VIP 2``; tiers of different names cannot be compared and are not."""
    if not least.strip():
        return True
    (name, grade), (wanted, wanted_grade) = _parts(tier), _parts(least)
    return name == wanted and grade >= wanted_grade


def _parts(tier: str) -> tuple[str, int]:
    match = _TIER.fullmatch(tier.strip().casefold())
    return (match[1], int(match[2][:6] or 0)) if match else (tier, 0)

"""A row with its secrets opened. The only place that opens them."""

import msgspec

from farol.kit.core import Kit
from farol.kit.secretbox import NotOurs, SecretBox

from .model import Connection, Field, Kind
from .store import Row


def _box(kit: Kit) -> SecretBox:
    return SecretBox(kit.settings.secret_key, "connection")


def sealed(kit: Kit, id_: int, secrets: dict[str, str]) -> bytes:
    """Secrets as they are stored: they open in this row only."""
    return _box(kit).seal(msgspec.json.encode(secrets), f"connection:{id_}")


def opened(kit: Kit, row: Row) -> Connection:
    """The connection as adapters take it. Secrets that do not open are as good as none: what needs them will say so."""
    secrets: dict[str, str] = {}
    if row.secrets is not None:
        try:
            secrets = msgspec.json.decode(_box(kit).open(row.secrets, f"connection:{row.id}"), type=dict[str, str])
        except NotOurs:
            secrets = {}
    return Connection(
        row.id, row.channel, row.name, row.token, row.state, row.account, row.settings, secrets, row.memory,  # type: ignore[arg-type]
        tuple(row.regions), tuple(row.tiers))


def parted(kind: Kind, given: dict[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """What was given, parted into settings and secrets."""
    secret = {field.key for field in kind.fields if field.secret}
    return {k: v for k, v in given.items() if k not in secret}, {k: v for k, v in given.items() if k in secret}


def field_of(kind: Kind, key: str) -> Field | None:
    """The field of that key."""
    return next((field for field in kind.fields if field.key == key), None)

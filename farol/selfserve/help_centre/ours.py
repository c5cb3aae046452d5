"""The exchange's own accounts everywhere: its sites, mail, numbers and what it has connected. What is not among them is not the exchange."""

from urllib.parse import urlsplit

import msgspec

from farol.channels.connections import store
from farol.channels.connections.kinds import KINDS
from farol.channels.connections.store import Row
from farol.kit.core import Kit

from .words import Words

PLACES = {"telegram": "t.me", "messenger": "m.me", "instagram": "instagram.com", "whatsapp": "wa.me", "x": "x.com", "line": "line.me", "discord": "discord.com"}
"""Where each messenger's people stand."""
NUMBERS = ("phone", "whatsapp")
_LISTED = "official"
"""The field of a connection that lists further accounts of ours there."""


class Account(msgspec.Struct, frozen=True):
    """One of ours. channel: ``site``, ``help``, ``mail``, ``reply``, or the key of a channel. value: as people see it there."""

    channel: str
    value: str

    @property
    def handle(self) -> str:
        """Its name there without decoration, in lower case; empty where it has none."""
        return self.value.removeprefix("@").casefold() if self.channel in PLACES and self.channel not in NUMBERS else ""


async def accounts(kit: Kit) -> tuple[Account, ...]:
    """Everything that is ours. A channel that stands still is ours as well."""
    settings = kit.settings
    fixed = [*(Account("site", one) for one in settings.widget_origins), Account("help", settings.public_url),
             Account("mail", settings.mail_from), Account("reply", f"@{settings.mail_domain}")]  # fmt: skip
    connected = [one for row in await store.all_of_them(kit.db) for one in of_connection(row)]
    return tuple(dict.fromkeys([*fixed, *connected]))


def of_connection(row: Row) -> list[Account]:
    """What people see of a connection."""
    if row.channel == "email":
        address = row.settings.get("address", "").lower()
        return [Account("mail", address)] if address else []
    if row.channel == "phone":
        number = row.settings.get("number", "")
        return [Account("phone", number)] if number else []
    if row.channel not in PLACES:
        return []
    further = [name if name.startswith("@") else f"@{name}" for name in row.settings.get(_LISTED, "").split()]
    return [Account(row.channel, one) for one in dict.fromkeys([shown(row.channel, row.account), *further]) if one]


def shown(channel: str, account: str) -> str:
    """An account as people see it: a Facebook page's name has gaps, elsewhere what follows the first one is no part of it."""
    return account.strip() if channel in ("messenger", "whatsapp") else account.partition(" ")[0]


def named(channel: str, words: Words) -> str:
    """What a channel is called."""
    fixed = {"site": words.site, "help": words.help_site, "mail": words.mail, "reply": words.reply_mail}
    if channel in fixed:
        return fixed[channel]
    kind = KINDS.get(channel)
    return (kind.kind.name["zh"] if words.chinese else kind.kind.name["en"]) if kind else channel


def grouped(found: tuple[Account, ...], words: Words) -> list[tuple[str, list[str]]]:
    """By channel, as pages list them."""
    lines: dict[str, list[str]] = {}
    for one in found:
        lines.setdefault(named(one.channel, words), []).append(one.value)
    return list(lines.items())


def host(account: Account) -> str:
    """The host of a site of ours."""
    return urlsplit(account.value).hostname or ""

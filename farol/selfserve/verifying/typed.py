"""What somebody pasted to ask whether it is ours: a number, a mail address, an account at a messenger, or a site. No I/O."""

import re
from typing import Literal
from urllib.parse import unquote, urlsplit

import msgspec

from farol.core import chains

Kind = Literal["phone", "mail", "handle", "site", "name"]
LONGEST = 300
HOSTS = {
    "t.me": "telegram", "telegram.me": "telegram", "telegram.dog": "telegram", "m.me": "messenger", "facebook.com": "messenger", "fb.com": "messenger",
    "instagram.com": "instagram", "ig.me": "instagram", "wa.me": "whatsapp", "api.whatsapp.com": "whatsapp", "x.com": "x", "twitter.com": "x", "line.me": "line",
    "lin.ee": "line", "discord.gg": "discord", "discord.com": "discord",
}  # fmt: skip
"""Sites on which accounts are told apart by what stands behind the host."""
_SKIP = frozenset(("m", "s", "r", "ti", "p", "g", "invite", "users", "oamessage", "profile.php", "send"))
_PHONE = re.compile(r"(?:tel:|phone:|电话[：:]?)?\s*(\+?\d[\d\s().-]{4,24}\d)", re.IGNORECASE)
_MAIL = re.compile(r"(?:mailto:)?([^\s@<>]{1,64})@([^\s@<>/]{3,253}\.[^\s@<>/]{2,63})", re.IGNORECASE)
_HANDLE = re.compile(r"@?([\w.-]{2,64})")
_SCHEME = re.compile(r"^h(?:tt|xx)ps?\s?:\s?//", re.IGNORECASE)


class Typed(msgspec.Struct, frozen=True):
    """kind: what it is. value: digits, the address, the account's name without decoration, or the address without scheme.
    channel: the messenger a link named, empty when none did. shown: what was typed, cleaned."""

    kind: Kind
    value: str
    channel: str = ""
    shown: str = ""


def read(given: str) -> Typed | None:
    """What was asked for; None for nothing."""
    shown = " ".join(chains.clean(given[:LONGEST].replace("\0", "")).text.split())
    if not shown:
        return None
    if found := _PHONE.fullmatch(shown):
        return Typed("phone", "".join(filter(str.isdigit, found[1])), shown=shown)
    plain = re.sub(r"\[\.\]|\(\.\)|\[dot\]|。|．|｡", ".", shown, flags=re.IGNORECASE)
    if not _SCHEME.match(plain) and (found := _MAIL.fullmatch(plain)):
        return Typed("mail", f"{found[1]}@{found[2].rstrip('.')}".casefold(), shown=shown)
    if account := _linked(plain):
        return Typed(*account, shown=shown)
    if " " not in plain and (_SCHEME.match(plain) or (("." in plain or "/" in plain) and not plain.startswith("@"))):
        return Typed("site", _SCHEME.sub("", plain), shown=shown)
    if (found := _HANDLE.fullmatch(plain)) and (plain.startswith("@") or plain.isascii()):
        return Typed("handle", found[1].casefold(), shown=shown)
    return Typed("name", shown.removeprefix("@"), shown=shown)


def _linked(plain: str) -> tuple[Kind, str, str] | None:
    """An account named by a link to its messenger."""
    try:
        parts = urlsplit(f"https://{_SCHEME.sub('', plain)}")
        host = (parts.hostname or "").removeprefix("www.").removeprefix("m.")
    except ValueError:
        return None
    if host not in HOSTS or parts.username is not None:
        return None
    names = [name for piece in parts.path.split("/") if (name := unquote(piece).strip()) and name.casefold() not in _SKIP]
    if not names:
        return None
    channel, name = HOSTS[host], names[0].removeprefix("@")
    if channel == "whatsapp":
        return "phone", "".join(filter(str.isdigit, name)), channel
    return "handle", name.casefold(), channel

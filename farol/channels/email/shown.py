"""What the staff see of a mail that was put aside: words and names, no markup, secrets masked. Sealed while it lies there."""

import msgspec

from farol.core.shield import scrub
from farol.kit.files.names import shown as shown_name
from farol.kit.secretbox import NotOurs, SecretBox

from . import tricks
from .model import Mail
from .reading.charset import one_line

LONGEST = 20_000


class Shown(msgspec.Struct, frozen=True):
    """text may be cut. files: names with hidden characters made visible."""

    sender_name: str = ""
    subject: str = ""
    text: str = ""
    files: tuple[str, ...] = ()


def of(mail: Mail, *, tricky: bool) -> Shown:
    """The view; of a mail that proves an address to another service, without its codes and links."""
    def safe(text: str) -> str:
        clean = scrub(text).text
        return tricks.mask(clean) if tricky else clean

    files = tuple(one_line(shown_name(file.name.replace("\0", "")))[:200] for file in mail.attachments)
    return Shown(mail.sender_name, safe(mail.subject), safe(mail.text[:LONGEST]), files)


def seal(box: SecretBox, digest: bytes, view: Shown) -> bytes:
    """For its column."""
    return box.seal(msgspec.msgpack.encode(view), f"{digest.hex()} shown")


def unseal(box: SecretBox, digest: bytes, sealed: bytes | None) -> Shown:
    """The view; an empty one when there is none."""
    if not sealed:
        return Shown()
    try:
        return msgspec.msgpack.decode(box.open(sealed, f"{digest.hex()} shown"), type=Shown)
    except (NotOurs, msgspec.DecodeError):
        return Shown()

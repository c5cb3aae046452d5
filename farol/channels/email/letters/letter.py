"""What a mail is made of. No I/O."""

from datetime import datetime

import msgspec

from farol.desk.guard.links import Hosts
from farol.kit.i18n import Tongue


class Part(msgspec.Struct, frozen=True):
    """One message of ours in the mail: who, the words, how many files are to be seen in the ticket. who is empty for a notice of the system.

    label, original: what is said of words that a machine translated, and what their author wrote; empty for all others.
    """

    who: str
    body: str
    files: int
    label: str = ""
    original: str = ""


class File(msgspec.Struct, frozen=True):
    """A file that goes with a mail. cid: by which the HTML names a picture; empty for one that is attached."""

    name: str
    media_type: str
    data: bytes
    cid: str = ""


class Letter(msgspec.Struct, frozen=True):
    """Everything a mail is made of. sender: where answers go. references: ids of the thread, oldest first. portal: page of the ticket, or empty.
    signature: of whoever wrote last, as they set it; plain text. outside: to somebody who is not the customer.
    stolen: where an account is frozen, or empty. word: by which the customer knows our mail. verify: where anybody checks it.
    via: where the ticket was opened, when that was neither by mail nor on our pages.
    hosts: where links may lead; None leaves every address as words. from_address: in From, when it is not the reply address."""

    message_id: str
    sender: str
    recipient: str
    number: str
    subject: str
    parts: tuple[Part, ...]
    references: tuple[str, ...]
    at: datetime
    lang: Tongue
    brand: str
    portal: str
    automatic: bool
    signature: str = ""
    outside: bool = False
    stolen: str = ""
    word: str = ""
    verify: str = ""
    hosts: Hosts | None = None
    from_address: str = ""
    colour: str = ""
    logo: bytes = b""
    footer: str = ""
    pictures: tuple[File, ...] = ()
    files: tuple[File, ...] = ()
    via: str = ""

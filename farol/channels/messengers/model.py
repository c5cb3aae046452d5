"""Nouns that all messengers share. No I/O."""

from datetime import datetime
from typing import Any, Literal

import msgspec

Room = Literal["private", "group", "post"]
"""private: one customer and us · group: a group or server channel that many read · post: a post, mention or comment in public."""


class Who(msgspec.Struct, frozen=True):
    """Somebody at a platform. id: the platform's own, which never changes; names do. steward: runs the group for us."""

    id: str
    name: str = ""
    username: str = ""
    language: str = ""
    machine: bool = False
    steward: bool = False
    reach: int = 0
    """How many follow them, where the platform says it."""


class Chat(msgspec.Struct, frozen=True):
    """Where something is said. id: the platform's. parent: the group or channel a thread hangs on. title: of a group."""

    id: str
    room: Room
    title: str = ""
    parent: str = ""


class Sent(msgspec.Struct, frozen=True):
    """A file somebody sent, still at the platform. ref: what ``Adapter.fetch`` takes. voice: spoken words."""

    ref: str
    name: str
    media_type: str
    size: int = 0
    voice: bool = False
    seconds: int = 0


class Update(msgspec.Struct, frozen=True):
    """One thing a platform told us, kept before it is acknowledged.

    id: the platform's own of this update; the same one twice is one. chat: the key in whose order it is read. at: when it
    happened there. body: as it came, for ``Adapter.read``. Secrets in it are masked when it is kept.
    """

    id: str
    chat: str
    at: datetime | None
    body: dict[str, Any]
    order: int = 0
    """The platform's own number inside the chat, when it has one: updates that come out of order are read in this one."""


class Said(msgspec.Struct, frozen=True, tag="said"):
    """Words. message: the platform's id of them. reply_to: of those they answer. link: where they stand in public.
    edited: these replace what was said under the same id. asks: they name us or answer us, where many talk."""

    chat: Chat
    who: Who
    message: str
    text: str = ""
    files: tuple[Sent, ...] = ()
    at: datetime | None = None
    reply_to: str = ""
    link: str = ""
    edited: bool = False
    asks: bool = False
    forwarded: bool = False
    album: str = ""
    """Several messages that belong together share it; they become one."""
    story: Literal["", "reply", "mention"] = ""
    """Said to a story of ours, or by naming us in a story of theirs, which stands at ``link`` for a day."""


class Pressed(msgspec.Struct, frozen=True, tag="pressed"):
    """A command (``/case``) or a button of ours. name: without slash, in lower case. answer: what the platform wants back to
    know that it was taken, such as an interaction's token."""

    chat: Chat
    who: Who
    message: str
    name: str
    text: str = ""
    at: datetime | None = None
    answer: str = ""
    public: bool = False
    """Pressed where many talk, though only the presser reads the answer."""


class Removed(msgspec.Struct, frozen=True, tag="removed"):
    """Words were taken back by whoever said them."""

    chat: Chat
    message: str
    at: datetime | None = None


class Receipt(msgspec.Struct, frozen=True, tag="receipt"):
    """What became of a message of ours. upto: all before it as well."""

    message: str
    state: Literal["delivered", "read", "failed"]
    chat: str = ""
    said: str = ""
    final: bool = True
    upto: bool = False
    cost_unit: str = ""
    until: datetime | None = None
    """Without a message: everything of ours that went before this moment."""


class Standing(msgspec.Struct, frozen=True, tag="standing"):
    """Whether somebody can be written to, or we may stay in a group. A person blocks the bot; a group removes it."""

    chat: Chat
    who: Who
    here: bool


class Joined(msgspec.Struct, frozen=True, tag="joined"):
    """Somebody entered a group; their name is looked at before they say a word."""

    chat: Chat
    who: Who


Happening = Said | Pressed | Removed | Receipt | Standing | Joined


class Choice(msgspec.Struct, frozen=True):
    """A button under words: it is answered by ``name`` (a ``Pressed``), or opens ``link``."""

    label: str
    name: str = ""
    link: str = ""


class Parcel(msgspec.Struct, frozen=True):
    """One message of ours as it is meant, before the channel's limits. markdown: the shared small form (bold, links, lists, code);
    every channel renders it by its ``Limits.markup``. files: bytes are opened only when sent. template: by name, where the
    window is over. key: stays the same over all tries. private_to: who alone may read it, where the platform can do that."""

    key: str
    markdown: str
    files: tuple["Attached", ...] = ()
    choices: tuple[Choice, ...] = ()
    reply_to: str = ""
    silent: bool = False
    template: "Template | None" = None
    private_to: str = ""
    answers: str = ""
    """What the platform gave us to answer one press or message with, such as an interaction's or a reply token."""
    once: bool = False
    """A copy would stand in public: where an answer is lost, somebody looks there before it goes again."""


class Template(msgspec.Struct, frozen=True):
    """Words the platform approved beforehand. language: as it is named there."""

    name: str
    language: str
    values: tuple[str, ...] = ()


class Attached(msgspec.Struct, frozen=True):
    """A file of ours, to be read from ``kit.files`` by its key."""

    key: str
    name: str
    media_type: str
    size: int


class Receipted(msgspec.Struct, frozen=True):
    """The platform took it. messages: its ids, one for each piece that went. cost_unit: of ``Kind.costs``."""

    messages: tuple[str, ...]
    cost_unit: str = ""
    """empty: nothing to pay."""

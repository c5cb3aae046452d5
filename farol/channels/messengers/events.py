"""What happens over messengers. Streams: ``chat:ID``, and ``ticket:ID`` for what becomes of words of ours, with the ticket's own seq."""

from farol.kit.events import Event


class ContactFound(Event, kind="contact.found", frozen=True):
    """Somebody wrote to us for the first time. Stream: ``chat:ID``."""

    channel: str
    customer_id: int


class ContactBound(Event, kind="contact.bound", frozen=True):
    """A one-time link proved which customer a chat is. Stream: ``chat:ID``."""

    channel: str
    customer_id: int
    was: int


class ContactTaken(Event, kind="contact.taken", frozen=True):
    """Who is in the chat took the tickets it had as a visitor along into the account. Stream: ``chat:ID``."""

    channel: str
    visitor_id: int
    customer_id: int
    tickets: list[int]


class ContactParted(Event, kind="contact.parted", frozen=True):
    """The customer took the link back: whoever writes there is a visitor again. Stream: ``chat:ID``."""

    channel: str
    customer_id: int


class ContactLeft(Event, kind="contact.left", frozen=True):
    """They block us, or asked us to stop; here: they came back. Stream: ``chat:ID``."""

    channel: str
    here: bool


class ChatJoined(Event, kind="chat.joined", frozen=True):
    """A chat goes on in this ticket. Stream: ``chat:ID``."""

    ticket_id: int


class StolenLinkMade(Event, kind="stolen_link.made", frozen=True):
    """``/stolen`` gave a link. bound: it names the account the chat is bound to, which proves nothing. Stream: ``chat:ID``."""

    bound: bool


class StolenLinkAnswered(Event, kind="stolen_link.answered", frozen=True):
    """Who came by the link proved an account otherwise and had it frozen. theirs: it is the account the chat is bound to. Stream: ``chat:ID``."""

    ticket_id: int
    theirs: bool


class FileFetched(Event, kind="shared_file.fetched", frozen=True):
    """Somebody with a chat's link got a file of ours. opens: how often that link was used by now. Stream: ``chat:ID``."""

    file_id: str
    ticket_id: int
    opens: int


class ParcelQueued(Event, kind="parcel.queued", frozen=True):
    """Something of ours waits to go out that is no message of a ticket, such as the answer to a command. Stream: ``chat:ID``."""

    key: str


class ParcelMoved(Event, kind="parcel.moved", frozen=True):
    """What became of words of ours: ``sent``, ``delivered``, ``read`` or ``failed``, and why. seq: the message, None for none."""

    parcel_id: int
    state: str
    channel: str
    message_seq: int | None
    why: str = ""


class ChatNoted(Event, kind="chat.noted", frozen=True):
    """What staff have to know of a chat, for the conversation, in the language of whoever reads it. Stream: ``ticket:ID``.

    what: ``edited`` or ``removed`` (the message ``message_seq``, 0: one elsewhere), ``left``, ``back`` or ``stopped`` (whether they can be reached), ``lost``
    (files, by language), ``bound``, ``froze`` (the ticket ``number``). name: under which it is said once.
    """

    what: str
    channel: str
    name: str
    message_seq: int = 0
    number: str = ""
    lost: list[dict[str, str]] = []


class UpdateParked(Event, kind="update.parked", frozen=True):
    """An update could not be read and waits for an operator. Stream: ``connection:ID``."""

    update_id: int
    reason: str


class UpdateDecided(Event, kind="update.decided", frozen=True):
    """An operator let it be read again (``retry``) or dropped it. Stream: ``connection:ID``."""

    update_id: int
    what: str


class LinkMade(Event, kind="link.made", frozen=True):
    """A signed-in customer asked for a one-time link. Stream: ``customer:ID``."""

    channel: str
    ticket_id: int | None

"""What happens to mail. Streams: ``mail_in:ID`` for what came, ``mail_out:TICKET`` for what goes."""

from farol.kit.events import Event


class MailReceived(Event, kind="mail.received", frozen=True):
    """A mail is safe with us; nobody has looked at it yet."""

    size: int


class MailSettled(Event, kind="mail.settled", frozen=True):
    """What became of it: ``joined``, ``opened``, ``quarantined`` or ``dropped``, and why."""

    state: str
    reason: str
    ticket_id: int | None


class MailQueued(Event, kind="mail.queued", frozen=True):
    """A mail to the customer is written and waits to be sent. upto_seq: the last message in it."""

    mail_id: int
    upto_seq: int


class MailDelivery(Event, kind="mail.delivery", frozen=True):
    """What became of it: ``sent``, ``failed``, ``suppressed``, then ``delayed``, ``delivered``, ``bounced`` or ``complained``; and what the other server said."""

    mail_id: int
    state: str
    error: str


class MailReturned(Event, kind="mail.returned", frozen=True):
    """A mail of ours came to nothing: ``failed``, ``suppressed``, ``bounced`` or ``complained``. Stream ``ticket:ID``, so that it stands in the
    conversation, in the language of whoever reads it. address: masked. said: the other server's words."""

    mail_id: int
    state: str
    address: str
    said: str


class CustomerAwayNoted(Event, kind="mail.away_noted", frozen=True):
    """The customer's mailbox answered by itself; its words stand in the note above. Stream ``ticket:ID``. until: the day it names, as written there."""

    until: str


class MailRawTaken(Event, kind="mail.raw_taken", frozen=True):
    """Somebody of the staff downloaded the bytes of a mail, with whatever secrets are in them."""

    ticket_id: int


class MailKeyMade(Event, kind="mail.key_made", frozen=True):
    """A key for signing mail was made. Stream: ``mail_key:ID``."""

    domain: str
    selector: str


class MailKeyUsed(Event, kind="mail.key_used", frozen=True):
    """It signs from now on."""

    domain: str
    selector: str


class MailKeyRetired(Event, kind="mail.key_retired", frozen=True):
    """It never signs again."""

    domain: str
    selector: str


class MailboxSuppressed(Event, kind="mail.mailbox_suppressed", frozen=True):
    """A mailbox is not written to any more: ``bounced`` or ``complained``. Stream: ``mail_suppressed:ID``."""

    reason: str


class MailboxRestored(Event, kind="mail.mailbox_restored", frozen=True):
    """Somebody lifted that."""

    why: str


class MailHalted(Event, kind="mail.automatic_halted", frozen=True):
    """Automatic mail stands still: more than the ceiling in an hour. Stream: ``mail_halt:ID``."""

    in_hour: int
    ceiling: int


class MailResumed(Event, kind="mail.automatic_resumed", frozen=True):
    """Somebody let it run again."""


class MailWordChanged(Event, kind="mail.word_changed", frozen=True):
    """A customer set, changed or removed the word by which they know our mail. Stream: ``mail_word:CUSTOMER``."""

    there: bool


class LetterheadChanged(Event, kind="mail.letterhead_changed", frozen=True):
    """How mail of a brand looks was set. Stream: ``letterhead:ID``."""

    key: str
    version: int

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
    """How sending went: ``sent``, ``failed`` or ``bounced``, and what the other server said."""

    mail_id: int
    state: str
    error: str


class MailRawTaken(Event, kind="mail.raw_taken", frozen=True):
    """Somebody of the staff downloaded the bytes of a mail, with whatever secrets are in them."""

    ticket_id: int

"""What happens to partner keys. Stream: ``partner_key:ID``."""

from farol.kit.events import Event


class PartnerKeyMade(Event, kind="partner_key.made", frozen=True):
    """One of the exchange's systems has a key from here on."""

    name: str
    scope: str


class PartnerKeyRevoked(Event, kind="partner_key.revoked", frozen=True):
    """The key is worth nothing any more."""


class PartnerWordsBrought(Event, kind="partner_key.words_brought", frozen=True):
    """A system brought words of a customer: they stand in the ticket as this seq."""

    ticket_id: int
    seq: int

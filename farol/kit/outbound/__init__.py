"""Connections to addresses that somebody gave: a webhook, a picture, a mail server. None leads into our own network.

A name is resolved once, every address it has is looked at, and the connection is made to that very address: what the name
says a moment later no longer matters.
"""

from farol.kit.outbound.client import Client, client
from farol.kit.outbound.guard import MAIL_PORTS, Checked, check, connect_address
from farol.kit.outbound.names import Names
from farol.kit.outbound.problems import (
    AddressAway,
    AddressPlain,
    AddressRefused,
    AddressUnknown,
    AddressUnreadable,
    AnswerTooLarge,
    AnswerTooLate,
    Failure,
    PortRefused,
    TooManyRedirects,
)

__all__ = [
    "MAIL_PORTS", "AddressAway", "AddressPlain", "AddressRefused", "AddressUnknown", "AddressUnreadable", "AnswerTooLarge", "AnswerTooLate",
    "Checked", "Client", "Failure", "Names", "PortRefused", "TooManyRedirects", "check", "client", "connect_address",
]

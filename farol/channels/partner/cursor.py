"""Where a list goes on: the last row's time and number, in one opaque word."""

import base64
import binascii
from datetime import datetime

from .model import PartnerTicket
from .problems import BadCursor


def after(ticket: PartnerTicket) -> str:
    """The word for what comes after this ticket."""
    return base64.urlsafe_b64encode(f"{ticket.updated_at.isoformat()} {ticket.number}".encode()).decode()


def read(word: str) -> tuple[datetime, str]:
    """What the word stands for. Raises BadCursor."""
    try:
        at, _, number = base64.b64decode(word, altchars=b"-_", validate=True).decode("ascii").partition(" ")
        moment = datetime.fromisoformat(at)
    except (ValueError, binascii.Error):
        raise BadCursor from None
    if moment.tzinfo is None or not number or not number.isprintable():
        raise BadCursor
    return moment, number

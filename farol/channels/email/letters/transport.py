"""Handing one mail to the operator's mail server. Knows SMTP and nothing of tickets."""

import contextlib
import ipaddress

import aiosmtplib

from farol.channels.email.reading.charset import one_line
from farol.kit.settings import Settings

LONGEST_S = 60
TLS_FROM_THE_START = 465
TOO_LARGE = 552


class Refused(Exception):
    """The server will never take this mail; the text is what it said."""


class Away(Exception):
    """Not now: no connection, no sign-in, or "try again"; the text is what is known."""


async def hand_over(settings: Settings, sender: str, recipient: str, raw: bytes) -> None:
    """Returns once the server has said that it took the mail. Raises Refused or Away."""
    if not settings.smtp_host:
        raise Away("FAROL_SMTP_HOST is not set")
    # A password never travels in the clear, except inside the machine.
    encrypted = True if settings.smtp_user and not _here(settings.smtp_host) else None
    at_once = settings.smtp_port == TLS_FROM_THE_START
    client = aiosmtplib.SMTP(
        hostname=settings.smtp_host, port=settings.smtp_port, timeout=LONGEST_S, local_hostname=settings.mail_domain,
        username=settings.smtp_user or None, password=settings.smtp_password or None,
        use_tls=at_once, start_tls=False if at_once else encrypted)
    try:
        await client.connect()
        await client.sendmail(sender, [recipient], raw)
    except (aiosmtplib.SMTPException, OSError) as error:
        client.close()
        raise _meaning(error) from error
    # It is theirs now: a server that hangs up instead of saying goodbye changes nothing.
    with contextlib.suppress(aiosmtplib.SMTPException, OSError):
        await client.quit()
    client.close()


def _here(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _meaning(error: Exception) -> Refused | Away:
    """5xx about the recipient or the mail itself, its size too, is final; the rest may be the server's or our settings' fault."""
    if isinstance(error, aiosmtplib.SMTPRecipientsRefused):
        error = error.recipients[0]
    said = one_line(f"{getattr(error, 'code', '') or type(error).__name__} {getattr(error, 'message', '') or error}")[:300]
    final = isinstance(error, (aiosmtplib.SMTPRecipientRefused, aiosmtplib.SMTPDataError)) and error.code >= 500
    final = final or (isinstance(error, aiosmtplib.SMTPSenderRefused) and error.code == TOO_LARGE)
    return Refused(said) if final else Away(said)

"""What an IMAP server says, in our words: its refusals, its lists of numbers."""

import imaplib
import re
import ssl
from collections.abc import Callable
from typing import Any, TypeVar

from imap_tools.errors import ImapToolsError

from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked

T = TypeVar("T")
_CODE = re.compile(r"\[([A-Z]+)[^\]]*\]")
_NEVER = ("AUTHENTICATIONFAILED", "AUTHORIZATIONFAILED", "EXPIRED", "PRIVACYREQUIRED", "CONTACTADMIN")


def said(ask: Callable[[], T]) -> T:
    """What the server answers; every way it goes wrong is one of ours."""
    try:
        return ask()
    except Failed:
        raise
    except ssl.SSLError as error:
        raise Away(f"encryption: {getattr(error, 'verify_message', '') or error.reason or error}") from error
    except (imaplib.IMAP4.abort, OSError, EOFError) as error:
        raise Away(f"{type(error).__name__}: {error}"[:300]) from error
    except (imaplib.IMAP4.error, ImapToolsError) as error:
        words = str(error)[:300]
        code = found.group(1) if (found := _CODE.search(words)) else ""
        if code in _NEVER or (not code and "LOGIN" in words.upper() and "auth" in words.lower()):
            raise Revoked(words) from error
        raise (Refused(words, code.lower()) if code in ("OVERQUOTA", "NOPERM", "TRYCREATE", "NONEXISTENT", "CANNOT") else Away(words)) from error


def fine(answer: tuple[str, list[Any]]) -> list[Any]:
    status, lines = answer
    if status != "OK":
        raise imaplib.IMAP4.error(f"{status} {lines[0].decode(errors='replace') if lines and isinstance(lines[0], bytes) else lines}")
    return [line for line in lines if line is not None]


def numbers(uids: list[int]) -> str:
    """Numbers as IMAP writes them, neighbours as a range."""
    parts: list[str] = []
    first = before = uids[0]
    for uid in [*uids[1:], -1]:
        if uid == before + 1:
            before = uid
            continue
        parts.append(f"{first}:{before}" if before > first else str(first))
        first = before = uid
    return ",".join(parts)

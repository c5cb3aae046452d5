"""One mailbox over IMAP (RFC 3501, 2177, 6851). Blocking: every call belongs into one thread, except ``cut``."""

import contextlib
import imaplib
import ipaddress
import re
import socket
import ssl
import threading
import time
from datetime import UTC, datetime, timedelta
from typing import Any

import msgspec
from imap_tools.mailbox import BaseMailBox

from farol.channels.connections.elsewhere import Refused
from farol.channels.email.model import SIZE
from farol.kit.networks import closed
from farol.kit.outbound import Checked

from .answers import fine, numbers, said
from .mailbox import Mailbox, Tls

WAIT_S = 30.0
POLL_S = 30.0
"""How often a server is asked that cannot tell by itself."""
MOST_LITERAL = SIZE + 1024 * 1024
_UID = re.compile(rb"\bUID (\d+)")
_BYTES = re.compile(rb"\bRFC822\.SIZE (\d+)")
BEFORE = timedelta(days=2)
"""How far back a mailbox that was numbered anew is looked through again; what we have already is known by its content."""


class Mark(msgspec.Struct, frozen=True):
    """How far a mailbox was read. validity: of its numbers. at: when the last of them was kept, in ISO 8601."""

    validity: int = 0
    last: int = 0
    at: str = ""


class _Imap(imaplib.IMAP4):
    """Connects to the address that was looked at; the certificate is checked for the name."""

    def __init__(self, there: Checked, tls: Tls, context: ssl.SSLContext) -> None:
        self._there, self._tls, self._context = there, tls, context
        super().__init__(there.host, there.port, timeout=WAIT_S)

    def _create_socket(self, timeout: float | None) -> socket.socket:
        made = connected(self._there, timeout or WAIT_S)
        return self._context.wrap_socket(made, server_hostname=self._there.host) if self._tls == "tls" else made

    def read(self, size: int) -> bytes:
        """A server that announces more than we asked for is not listened to."""
        if size > MOST_LITERAL:
            raise self.abort(f"the server sends {size} bytes at once")
        return super().read(size)


def connected(there: Checked, wait_s: float) -> socket.socket:
    """A connection to one of the addresses that were looked at. Raises OSError."""
    failed: OSError = OSError("no address")
    for each in there.addresses[:3]:
        try:
            return socket.create_connection((each, there.port), wait_s)
        except OSError as error:
            failed = error
    raise failed


class Box(BaseMailBox):
    """A signed-in mailbox. Raises Failed kinds only."""

    def __init__(self, mailbox: Mailbox, there: Checked, context: ssl.SSLContext) -> None:
        self._mailbox, self._there, self._context = mailbox, there, context
        if mailbox.imap.tls == "none" and not all(closed(ipaddress.ip_address(each)) for each in there.addresses):
            raise Refused("a password does not travel unencrypted; choose tls or starttls")
        self.stopping = threading.Event()
        said(super().__init__)
        try:
            said(self._enter)
        except BaseException:
            self.drop()
            raise

    def _get_mailbox_client(self) -> imaplib.IMAP4:
        return _Imap(self._there, self._mailbox.imap.tls, self._context)

    def _enter(self) -> None:
        if self._mailbox.imap.tls == "starttls":
            self.client.starttls(self._context)
        self.login(self._mailbox.imap.user, self._mailbox.imap.password, None)
        self.client._get_capabilities()

    def can(self, what: str) -> bool:
        """Whether the server says that it can do that."""
        return what in self.client.capabilities

    def select(self) -> int:
        """Opens the inbox; the validity of its numbers."""
        said(lambda: fine(self.client.select("INBOX")))
        return int((self.client.response("UIDVALIDITY")[1] or [b"0"])[0] or 0)

    def new(self, mark: Mark, validity: int) -> list[int]:
        """Numbers not read yet, oldest first. The first time: what nobody has seen. Numbered anew: that, and what is recent."""
        if mark.validity == validity:
            asked = f"UNDELETED UID {mark.last + 1}:*"
        elif mark.at:
            since = datetime.fromisoformat(mark.at).astimezone(UTC) - BEFORE
            asked = f"UNDELETED OR UNSEEN SINCE {since.day}-{since:%b-%Y}"
        else:
            asked = "UNDELETED UNSEEN"
        found = said(lambda: fine(self.client.uid("SEARCH", asked)))
        uids = sorted({int(number) for line in found if line for number in line.split()})
        return [uid for uid in uids if uid > mark.last] if mark.validity == validity else uids

    def sizes(self, uids: list[int]) -> dict[int, int]:
        """Bytes of each mail that is still there."""
        lines = said(lambda: fine(self.client.uid("FETCH", numbers(uids), "(UID RFC822.SIZE)")))
        found = {}
        for line in lines:
            text = b" ".join(line) if isinstance(line, tuple) else line or b""
            if (uid := _UID.search(text)) and (size := _BYTES.search(text)):
                found[int(uid.group(1))] = int(size.group(1))
        return found

    def bodies(self, uids: list[int], *, heads: bool = False) -> dict[int, bytes]:
        """The mails, unmarked; only their heads when asked so."""
        part = "BODY.PEEK[HEADER]" if heads else "BODY.PEEK[]"
        lines = said(lambda: fine(self.client.uid("FETCH", numbers(uids), f"(UID {part})")))
        found: dict[int, bytes] = {}
        for at, line in enumerate(lines):
            if isinstance(line, tuple):
                after = lines[at + 1] if at + 1 < len(lines) and isinstance(lines[at + 1], bytes) else b""
                if uid := _UID.search(line[0]) or _UID.search(after):
                    found[int(uid.group(1))] = line[1]
        return found

    def settle(self, uids: list[int]) -> None:
        """Marks what is kept: moved to the folder for it, else seen. Raises Refused when the mailbox cannot, such as when it is full."""
        folder = f'"{self._mailbox.taken_folder}"'
        if not self._mailbox.taken_folder:
            said(lambda: fine(self.client.uid("STORE", numbers(uids), "+FLAGS.SILENT", r"(\Seen)")))
            return
        with contextlib.suppress(imaplib.IMAP4.error):
            self.client.create(folder)
        said(lambda: fine(self.client.uid("STORE", numbers(uids), "+FLAGS.SILENT", r"(\Seen)")))
        if self.can("MOVE"):
            said(lambda: fine(self.client.uid("MOVE", numbers(uids), folder)))
            return
        said(lambda: fine(self.client.uid("COPY", numbers(uids), folder)))
        said(lambda: fine(self.client.uid("STORE", numbers(uids), "+FLAGS.SILENT", r"(\Deleted)")))
        if self.can("UIDPLUS"):
            said(lambda: fine(self.client.uid("EXPUNGE", numbers(uids))))

    def quota(self) -> int | None:
        """How full it is, in percent; None when the server does not say."""
        if not self.can("QUOTA"):
            return None
        try:
            lines = self.client.getquotaroot("INBOX")[1]
        except imaplib.IMAP4.error:
            return None
        text = repr(lines)
        found = re.search(r"STORAGE (\d+) (\d+)", text)
        return int(found.group(1)) * 100 // int(found.group(2)) if found and int(found.group(2)) else None

    def wait(self, seconds: float) -> bool:
        """Until something new may be there, or that long; ends soon after ``stopping`` is set. True: look now."""
        if not self.can("IDLE"):
            self.stopping.wait(min(seconds, POLL_S))
            return True
        return said(lambda: self._idle(seconds))

    def _idle(self, seconds: float) -> bool:
        self.client.untagged_responses.pop("EXISTS", None)
        until = time.monotonic() + seconds
        self.idle.start()  # type: ignore[no-untyped-call]
        heard = bool(self.client.untagged_responses.get("EXISTS")) or self._more()
        while not heard and time.monotonic() < until and not self.stopping.is_set():
            asked = time.monotonic()
            lines = self.idle.poll(1.0)
            heard = any(b"EXISTS" in line or b"RECENT" in line for line in lines)
            if not lines and time.monotonic() - asked < 0.5:
                break  # readable, and nothing to read: it hung up, which the next command says
        self.idle.stop()  # type: ignore[no-untyped-call]
        return heard

    def _more(self) -> bool:
        """Whether something was read together with the answer before it: polling the socket would never tell."""
        stream: Any = getattr(self.client, "_file", None) or self.client.file  # its name depends on the release of Python
        self.client.sock.settimeout(0)
        try:
            return bool(stream.peek(1))
        except OSError:
            return False
        finally:
            self.client.sock.settimeout(WAIT_S)

    def cut(self) -> None:
        """From another thread: whatever is waited for ends now."""
        self.stopping.set()
        with contextlib.suppress(OSError):
            self.client.sock.shutdown(socket.SHUT_RDWR)

    def drop(self) -> None:
        """Hangs up."""
        with contextlib.suppress(OSError):
            self.client.shutdown()

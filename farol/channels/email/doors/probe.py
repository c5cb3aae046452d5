"""Testing a mailbox: signs in to read, says hello to send, and looks at what the domain publishes about its mail."""

import asyncio
import contextlib
import ssl
from collections.abc import Callable

import aiosmtplib

from farol.channels.connections.elsewhere import Away, Failed, Refused, Revoked
from farol.channels.connections.model import Connection, Probe
from farol.channels.email.proof.resolver import Names, Unresolved, names
from farol.kit import outbound
from farol.kit.core import Kit

from . import mailbox
from .fetch import encryption
from .imap import Box, connected
from .mailbox import Mailbox, Server

SMTP_S = 8.0


async def probe(kit: Kit, connection: Connection, context: Callable[[], ssl.SSLContext] = encryption) -> Probe:
    """Works when both servers take us, those that are given. What DNS says is shown and decides nothing."""
    of = mailbox.of(connection)
    facts: list[tuple[str, str]] = []
    try:
        if of.imap.host:
            facts += await _imap(kit, of, context())
        if of.smtp.host:
            facts += await _smtp(kit, of.smtp, context())
    except outbound.Failure as refusal:
        final = not isinstance(refusal, outbound.AddressUnknown)
        return Probe(False, of.address, said=refusal.text("en"), final=final, facts=tuple(facts))  # type: ignore[attr-defined]
    except (Revoked, Refused) as failure:
        return Probe(False, of.address, said=failure.said, final=True, facts=tuple(facts))
    except Failed as failure:
        return Probe(False, of.address, said=failure.said, facts=tuple(facts))
    return Probe(True, of.address, said="signed in", facts=(*facts, *await domain(names(kit), of.address.rpartition("@")[2], kit.settings.mail_domain)))


async def _imap(kit: Kit, of: Mailbox, context: ssl.SSLContext) -> list[tuple[str, str]]:
    there = await outbound.connect_address(kit, of.imap.host, of.imap.port)

    def look() -> list[tuple[str, str]]:
        box = Box(of, there, context)
        try:
            validity = box.select()
            full = box.quota()
            kept = [("IMAP", f"{of.imap.host}:{of.imap.port}, {of.imap.tls}"), ("IDLE", "yes" if box.can("IDLE") else "no, asked every 30 s"), ("UIDVALIDITY", str(validity))]
            return kept if full is None else [*kept, ("quota", f"{full} %")]
        finally:
            box.drop()

    return await asyncio.to_thread(look)


async def _smtp(kit: Kit, server: Server, context: ssl.SSLContext) -> list[tuple[str, str]]:
    there = await outbound.connect_address(kit, server.host, server.port)
    try:
        sock = await asyncio.to_thread(connected, there, SMTP_S)
        sock.setblocking(False)
        at_once = server.tls == "tls"
        client = aiosmtplib.SMTP(
            hostname=there.host, port=None, sock=sock, timeout=SMTP_S, local_hostname=kit.settings.mail_domain, use_tls=at_once,
            tls_context=context, start_tls=False if at_once else True if server.user else None,
            username=server.user or None, password=server.password or None)
        await client.connect()
        said = client.last_ehlo_response.message.splitlines()[0] if client.last_ehlo_response else ""
        with contextlib.suppress(aiosmtplib.SMTPException, OSError):
            await client.quit()
        client.close()
    except aiosmtplib.SMTPAuthenticationError as error:
        raise Revoked(f"{error.code} {error.message}") from error
    except (aiosmtplib.SMTPException, OSError) as error:
        raise Away(f"SMTP: {type(error).__name__} {error}") from error
    return [("SMTP", f"{server.host}:{server.port} {said}"[:200])]


async def domain(names: Names, name: str, ours: str) -> list[tuple[str, str]]:
    """What DNS publishes of a domain's mail, as facts to show."""
    try:
        hosts, words, dmarc = await asyncio.gather(names.hosts(name), names.words(name), names.words(f"_dmarc.{name}"))
    except Unresolved:
        return [("DNS", "no answer")]
    spf = [text for text in words if text.lower().startswith("v=spf1")]
    policy = [text for text in dmarc if text.lower().startswith("v=dmarc1")]
    return [
        ("MX", ", ".join(hosts).lower()[:200] or "none"), ("MX leads here", "yes" if ours.lower() in map(str.lower, hosts) else "no"),
        ("SPF", spf[0][:200] if spf else "none"), ("DMARC", policy[0][:200] if policy else "none"),
    ]

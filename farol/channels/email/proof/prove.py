"""Puts the parts together: one ``Proof`` of a mail."""

from collections.abc import Sequence

import structlog

from farol.channels.email.model import Mail
from farol.kit.settings import Settings

from . import lookalike, policy, provider, relay
from . import resolver as name_servers
from .model import Arc, Dmarc, Found, Job, Proof, Spf, Why
from .pool import CheckerDied, Checkers
from .resolver import Limited, Resolver, Unresolved

log = structlog.get_logger()


class Prover:
    """Judges mails. resolver: where DNS records come from."""

    def __init__(self, settings: Settings, resolver: Resolver | None = None, size: int = 2) -> None:
        self.resolver = resolver or name_servers.of(settings)
        self._checkers = Checkers(size)

    async def prove(self, settings: Settings, mail: Mail, raw: bytes, *, peer: str, helo: str, return_path: str, authserv: str = "") -> Proof:
        """What is to be believed of the mail. authserv: of the provider of the mailbox it was fetched from, where an operator says that it is
        believed. Never raises on what the mail holds."""
        imitates = lookalike.imitated(mail.sender, mail.sender_name, settings.brand, own_domains(settings))
        author = mail.sender.rpartition("@")[2]
        if not author:
            return Proof(imitates=imitates)
        seen = relay.Seen(peer, helo)
        if relay.trusted(peer, settings.mail_relays):
            seen = relay.seen(raw, settings.mail_authserv)
        elif authserv and peer.startswith("imap:"):
            seen = provider.seen(raw, authserv)
        try:
            found = await self._checkers.check(Job(raw, _ip(seen.ip), seen.helo, return_path), self.resolver)
        except CheckerDied:
            log.warning("mail.unchecked")
            found = Found(Spf("temperror", author), ())
        resolver = Limited(self.resolver)
        dmarc, aligned = await policy.evaluate(resolver, author, found.spf, found.dkim)
        arc = _arc(found, author, settings.arc_sealers)
        by_relay = bool(seen.dmarc_for) and seen.dmarc_for == author
        why: Why = "aligned" if aligned else "relay" if by_relay else "arc" if arc.vouched else await _doubt(resolver, author, found, dmarc)
        return Proof(author, found.spf, found.dkim, dmarc, arc, aligned or by_relay or arc.vouched, why, imitates)

    async def stop(self) -> None:
        """Ends the processes."""
        await self._checkers.stop()


def own_domains(settings: Settings) -> tuple[str, ...]:
    """The exchange's mail domains."""
    return (settings.mail_domain.lower(), settings.mail_from.rpartition("@")[2].lower())


def _ip(peer: str) -> str:
    return peer if peer and all(letter in "0123456789abcdefABCDEF.:" for letter in peer) else ""


def _arc(found: Found, author: str, sealers: Sequence[str]) -> Arc:
    trusted = {sealer.lower() for sealer in sealers}
    vouched = found.arc == "pass" and bool(found.sealers) and set(found.sealers) <= trusted
    said = found.seal.decode("latin-1").partition(";")[2] if vouched else ""
    return Arc(found.arc, found.sealers, vouched and relay.passed_for(said.partition(";")[2]) == author)


async def _doubt(resolver: Resolver, author: str, found: Found, dmarc: Dmarc) -> Why:
    """Why a mail is not aligned."""
    if dmarc.result == "temperror":
        return "undecided"
    if dmarc.result == "fail":
        return "spoofed" if dmarc.policy in ("quarantine", "reject") else "unaligned"
    try:
        records = await resolver.look_up(author, "TXT")
    except Unresolved:
        return "undecided"
    published = any(record.lower().startswith(b"v=spf1") for record in records)
    if published or any(one.domain == author for one in found.dkim):
        unsure = (found.spf.result == "temperror" and found.spf.domain == author) or any(one.result == "temperror" and one.domain == author for one in found.dkim)
        return "undecided" if unsure else "unaligned"
    return "unproven"

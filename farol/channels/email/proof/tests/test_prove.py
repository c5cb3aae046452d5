"""The whole of it: what is believed of a mail, and who may vouch."""

import asyncio
import socket
from collections.abc import AsyncIterator
from typing import Any

import dns.flags
import dns.message
import dns.rrset
import msgspec
import pytest

from farol.channels.email.model import Mail
from farol.channels.email.proof.model import Proof
from farol.channels.email.proof.prove import Prover
from farol.channels.email.proof.resolver import Dns, Limited, Unresolved, Zone
from farol.channels.email.proof.words import sentence, warning
from farol.channels.email.reading.parse import parse
from farol.kit.settings import Settings

from .keys import mail, rsa_key, sealed, signed

NAMES: dict[str, Any] = {
    "example.com": {"TXT": ["v=spf1 ip4:192.0.2.1 -all"]}, "_dmarc.example.com": {"TXT": ["v=DMARC1; p=reject"]},
    "s._domainkey.*": {"TXT": [rsa_key(2_048)[1]]}, "soft.example": {"TXT": ["v=spf1 ip4:192.0.2.1 ~all"]}, "silent.example": "TIMEOUT",
    "evil.example": {"TXT": ["v=spf1 +all"]},
}
SETTINGS = Settings(database_url="x", secret_key="k" * 32, demo=True)


@pytest.fixture
async def prover() -> AsyncIterator[Prover]:
    made = Prover(SETTINGS, Zone(NAMES))
    yield made
    await made.stop()


async def prove(
    prover: Prover, raw: bytes, *, peer: str = "203.0.113.9", return_path: str = "mei.lin@example.com", authserv: str = "", **changed: Any,
) -> Proof:
    """What is believed of a mail that this server brought."""
    read = parse(raw)
    assert isinstance(read, Mail)
    settings = msgspec.structs.replace(SETTINGS, **changed)
    return await prover.prove(settings, read, raw, peer=peer, helo="mx.example", return_path=return_path, authserv=authserv)


async def test_ways_to_be_believed(prover: Prover) -> None:
    assert (await prove(prover, mail(), peer="192.0.2.1")).why == "aligned"
    proof = await prove(prover, signed(mail()), return_path="bounces@list.example")
    assert (proof.why, proof.aligned, proof.dmarc.result) == ("aligned", True, "pass")


@pytest.mark.parametrize(("raw", "return_path", "why"), [
    (mail(), "mei.lin@example.com", "spoofed"), (mail(), "mallory@evil.example", "spoofed"), (signed(mail(), "evil.example"), "mallory@evil.example", "spoofed"),
    (mail("a@soft.example"), "a@soft.example", "unaligned"), (signed(mail("a@keyed.example")).replace(b"d=example.com", b"d=keyed.example"), "x@y.example", "unaligned"),
    (mail("a@nothing.example"), "a@nothing.example", "unproven"), (mail("a@silent.example"), "a@silent.example", "undecided"), (b"To: x\r\n\r\nhi", "x@y.example", "no_author"),
])
async def test_reasons_for_doubt(prover: Prover, raw: bytes, return_path: str, why: str) -> None:
    proof = await prove(prover, raw, return_path=return_path)
    assert (proof.why, proof.aligned) == (why, False)
    assert {lang: bool(text) for lang, text in sentence(proof).items()} == {"zh": True, "en": True}


AR = "mx.ours.example; dmarc=pass header.from=example.com; spf=pass smtp.mailfrom=example.com"


async def test_the_server_in_front_is_read_only_when_it_brought_the_mail(prover: Prover) -> None:
    told = {"mail_authserv": "mx.ours.example", "mail_relays": ("10.0.0.0/8", "imap:mail.example.com")}
    good = mail(extra=f"Authentication-Results: {AR}\r\nReceived: from out.example (out [198.51.100.7]) by mx.ours.example\r\n")
    assert (await prove(prover, good, peer="10.1.2.3", **told)).why == "relay"
    assert (await prove(prover, good, peer="imap:mail.example.com", **told)).why == "relay"
    assert (await prove(prover, good, peer="203.0.113.9", **told)).why == "spoofed"
    assert (await prove(prover, good, peer="10.1.2.3", mail_relays=("10.0.0.0/8",))).why == "spoofed"
    below = mail(extra=f"Received: from out.example (out [198.51.100.7]) by mx.ours.example\r\nReceived: from a by b\r\nAuthentication-Results: {AR}\r\n")
    assert (await prove(prover, below, peer="10.1.2.3", **told)).why == "spoofed"
    for other in (AR.replace("mx.ours", "mx.evil"), AR.replace("dmarc=pass", "dmarc=fail"), AR.replace("from=example.com", "from=evil.example"), AR.replace("dmarc=pass", "(dmarc=pass)")):
        raw = mail(extra=f"Authentication-Results: {other}\r\nReceived: from out.example (out [198.51.100.7]) by mx.ours.example\r\n")
        assert (await prove(prover, raw, peer="10.1.2.3", **told)).why == "spoofed", other


async def test_spf_asks_who_brought_it_to_the_server_in_front(prover: Prover) -> None:
    raw = mail(extra="Received: from out.example (out.example [192.0.2.1]) by mx.ours.example\r\n")
    assert (await prove(prover, raw, peer="10.1.2.3", mail_relays=("10.0.0.0/8",))).why == "aligned"
    assert (await prove(prover, raw, peer="10.1.2.3")).why == "spoofed"


ID = "mx.host.example"
SAYS = f"Authentication-Results: {ID}; dmarc=pass header.from=example.com\r\n"
TAKEN = f"Received: from out.example (out.example [198.51.100.7]) by {ID} with ESMTPS\r\n"
INNER = f"Received: by 2002:a05:6358 with SMTP\r\nReceived: from {ID} ([10.2.0.9]) by store.host.example with LMTP\r\n"
GOES = "Received: from pc (pc [198.51.100.99]) by out.example\r\n"


@pytest.mark.parametrize("top", [INNER + SAYS + TAKEN + GOES, INNER + TAKEN + SAYS + GOES, SAYS + TAKEN, TAKEN + "Authentication-Results: other; dmarc=fail\r\n" + SAYS])
async def test_a_mailbox_s_provider_is_believed_where_it_is_named(prover: Prover, top: str) -> None:
    raw = mail(extra=top)
    proof = await prove(prover, raw, peer="imap:host.example", authserv=ID)
    assert (proof.why, proof.aligned) == ("relay", True)
    for nobody in ({"peer": "imap:host.example"}, {"peer": "imap:host.example", "authserv": "mx.other.example"}, {"peer": "203.0.113.9", "authserv": ID}):
        assert (await prove(prover, raw, **nobody)).why == "spoofed", nobody


@pytest.mark.parametrize("top", [
    TAKEN + GOES + SAYS, TAKEN.replace(ID, "mx.real.example") + SAYS, INNER + TAKEN + GOES + TAKEN + SAYS,
    SAYS.replace(ID, f"{ID}.evil.example") + TAKEN, SAYS.replace(f"{ID};", f"other ({ID});") + TAKEN, SAYS.replace("pass", "fail") + SAYS + TAKEN, SAYS.replace("=example.com", "=evil.example") + TAKEN,
    TAKEN.replace("[198.51.100.7]", "198.51.100.7").replace(ID, "x.protection.example") + SAYS, "Received: from out.example by mx.real.example\r\n" + SAYS,
    SAYS.replace("Authentication-Results", "X-Authentication-Results") + TAKEN, "",
])
async def test_a_forged_result_is_never_believed(prover: Prover, top: str) -> None:
    """E01: what the sender wrote stands further down, under another name, or beside a fail of the provider."""
    assert (await prove(prover, mail(extra=top), peer="imap:host.example", authserv=ID)).why == "spoofed"


async def test_spf_asks_who_brought_it_to_the_mailbox_s_provider(prover: Prover) -> None:
    none, forged = SAYS.replace("dmarc=pass header.from=example.com", "none"), TAKEN.replace("198.51.100.7", "192.0.2.1")
    for top, why in ((none + forged, "aligned"), (forged + none, "aligned"), (forged, "spoofed"), (none + TAKEN + forged, "spoofed"),
                     (none + "Received: from x (unknown) by y\r\n" + forged, "spoofed"), (INNER + TAKEN + none + forged, "spoofed")):
        assert (await prove(prover, mail(extra=top), peer="imap:host.example", authserv=ID)).why == why, top


async def test_only_relays_of_the_list_vouch(prover: Prover) -> None:
    said = "dmarc=pass header.from=example.com"
    one = sealed(mail(), "relay.example", said)
    assert (await prove(prover, one)).why == "spoofed"
    proof = await prove(prover, one, arc_sealers=("relay.example",))
    assert (proof.why, proof.arc.sealers, proof.dmarc.result) == ("arc", ("relay.example",), "fail")
    two = sealed(one, "evil.example", "arc=pass", 2, "pass")
    assert (await prove(prover, two, arc_sealers=("relay.example",))).why == "spoofed"
    for other in ("dmarc=fail header.from=example.com", "dmarc=pass header.from=evil.example", "spf=pass"):
        assert (await prove(prover, sealed(mail(), "relay.example", other), arc_sealers=("relay.example",))).why == "spoofed"


async def test_hostile_mail_is_checked_within_its_limits(prover: Prover) -> None:
    for body in ("x" + " " * 3_000_000 + "x", "\r\n" * 1_000_000, "\t \t" * 500_000):
        assert not (await prove(prover, signed(mail()).replace(b"hello", body.encode()))).aligned
    assert (await prove(prover, mail(), peer="192.0.2.1")).aligned


async def test_a_mail_may_ask_only_so_often() -> None:
    limited = Limited(Zone({}), most=2)
    assert [await limited.look_up("a", "TXT") for _ in range(2)] == [[], []]
    with pytest.raises(Unresolved):
        await limited.look_up("a", "TXT")


@pytest.mark.parametrize(("sender", "shown", "whom"), [
    ("a@binance.com", "Binance Support", ""), ("a@b1nance.com", "", "Binance"), ("a@gmail.com", "Binance Support", "Binance"), ("a@gmail.com", "I like Binance", ""),
    ("a@demo-exchange-support.com", "", "Demo Exchange"), ("a@gmail.com", "Dеmo Exchangе 客服", "Demo Exchange"), ("a@xn--bnance-p9a.com", "", "Binance"),
    ("a@kraken.com.evil.net", "", "Kraken"), ("a@example.net", "okx.com", "OKX"), ("ana@demo-exchange.example", "Demo Exchange", ""),
    ("mei.lin@example.com", "梅", ""), ("a@coinbasse.com", "", "Coinbase"), ("a@support-kucoin.io", "", "KuCoin"), ("a@brake.com", "", ""), ("a@cam.ac.uk", "Gate", ""),
])
async def test_look_alikes(prover: Prover, sender: str, shown: str, whom: str) -> None:
    proof = await prove(prover, mail(f'"{shown}" <{sender}>' if shown else sender))
    assert proof.imitates == whom
    assert (warning(proof) is not None) == bool(whom)


class Server(asyncio.DatagramProtocol):
    """A DNS server on the loopback that knows the same names, and is slow on demand."""

    asked: list[str]

    def connection_made(self, transport: Any) -> None:
        self.transport, self.asked = transport, []

    def datagram_received(self, data: bytes, address: Any) -> None:
        question = dns.message.from_wire(data)
        name, kind = str(question.question[0].name).rstrip("."), question.question[0].rdtype.name
        self.asked.append(f"{kind} {name}")
        if name == "silent.example":
            return
        answer = dns.message.make_response(question)
        answer.flags |= dns.flags.RA
        found = NAMES.get(name, NAMES["s._domainkey.*"] if name.startswith("s._domainkey.") else {})
        for text in found.get(kind, []):
            pieces = " ".join(f'"{text[at: at + 200]}"' for at in range(0, len(text), 200))
            answer.answer.append(dns.rrset.from_text(name + ".", 60, "IN", kind, pieces))
        self.transport.sendto(answer.to_wire(), address)


async def test_by_real_dns() -> None:
    transport, server = await asyncio.get_running_loop().create_datagram_endpoint(Server, local_addr=("127.0.0.1", 0), family=socket.AF_INET)
    prover = Prover(SETTINGS, Dns(["127.0.0.1"], transport.get_extra_info("sockname")[1], lookup_s=0.5))
    try:
        assert (await prove(prover, signed(mail()))).why == "aligned"
        asked = len(server.asked)
        assert (await prove(prover, signed(mail()))).why == "aligned"
        assert len(server.asked) == asked, "answers are kept for a moment"
        assert (await prove(prover, mail("a@nothing.example"), return_path="a@nothing.example")).why == "unproven"
        assert (await prove(prover, mail("a@silent.example"), return_path="a@silent.example")).why == "undecided"
    finally:
        await prover.stop()
        transport.close()

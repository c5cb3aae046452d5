"""Signatures: what counts as one, and the many that do not."""

import base64

import dkim  # type: ignore[import-untyped]
import pytest

from farol.channels.email.proof import signatures
from farol.channels.email.proof.model import Signature
from farol.channels.email.proof.resolver import Unresolved

from .keys import ed_key, mail, rsa_key, sealed, signed, tagged

GOOD = rsa_key(2_048)[1]


def check(raw: bytes, record: str | None = GOOD, least: int = signatures.LEAST_BITS) -> Signature:
    """The first signature, with that key in DNS; None: no answer."""
    def look_up(name: str, kind: str) -> list[bytes]:
        if record is None:
            raise Unresolved(name)
        return [record.encode()] if record else []

    return signatures.check(look_up, dkim.DKIM(raw, minkey=least))[0]


def test_a_good_one() -> None:
    assert check(signed(mail())) == Signature("pass", "example.com", "s")


def test_one_of_ed25519() -> None:
    """RFC 8463; the signature is made by hand, as the library needs another library for it."""
    key, record = ed_key()
    message = dkim.DKIM(mail())
    message.signature_algorithm = b"ed25519-sha256"
    message.hasher = dkim.HASH_ALGORITHMS[b"ed25519-sha256"]
    policy = dkim.CanonicalizationPolicy.from_c_value(b"relaxed/relaxed")
    body = base64.b64encode(message.hasher(policy.canonicalize_body(message.body)).digest())
    fields = [(b"v", b"1"), (b"a", b"ed25519-sha256"), (b"c", b"relaxed/relaxed"), (b"d", b"example.com"), (b"s", b"s"),
              (b"h", b"from"), (b"bh", body), (b"b", b"0" * 60)]

    class Signer:
        def sign(self, digest: bytes) -> object:
            return type("Made", (), {"signature": key.sign(digest)})

    raw = b"DKIM-Signature: " + message.gen_header(fields, (b"from",), policy, b"DKIM-Signature", Signer()) + mail()
    assert check(raw, record).result == "pass"
    assert check(raw.replace(b"From: mei", b"From: may"), record) == Signature("fail", "example.com", "s", "headers_changed")


BAD = {
    "body_changed": (signed(mail()).replace(b"hello", b"send coins"), GOOD, "fail"),
    "headers_changed": (signed(mail()).replace(b"Subject: hi", b"Subject: ho"), GOOD, "fail"),
    "part_of_body": (signed(mail(), length=True) + b"and more", GOOD, "policy"),
    "expired": (tagged(mail(), "example.com", "x=1500000000"), GOOD, "fail"),
    "key_withdrawn": (signed(mail()), "v=DKIM1; p=", "permerror"),
    "no_key": (signed(mail()), "", "permerror"),
    "no_dns": (signed(mail()), None, "temperror"),
    "key_in_test": (signed(mail()), GOOD + "; t=y", "neutral"),
    "bad_key": (signed(mail()), "v=DKIM1; k=rsa; p=AAAA", "permerror"),
    "old_algorithm": (signed(mail()).replace(b"a=rsa-sha256", b"a=rsa-sha1"), GOOD, "policy"),
    "malformed": (b"DKIM-Signature: v=1; nothing\r\n" + mail(), GOOD, "permerror"),
    "from_not_signed": (signed(mail()).replace(b"h=from : ", b"h="), GOOD, "permerror"),
    "subdomain": (signed(mail(), identity=b"@sub.example.com"), GOOD + "; t=s", "permerror"),
}


@pytest.mark.parametrize("why", BAD)
def test_one_that_does_not_count(why: str) -> None:
    raw, record, result = BAD[why]
    found = check(raw, record)
    assert (found.result, found.why) == (result, why)


def test_a_weak_key() -> None:
    """The library makes none of fewer than 1,024 bits, so the limit is moved instead."""
    raw = signed(mail(), bits=1_024)
    assert check(raw, rsa_key(1_024)[1]).result == "pass"
    assert check(raw, rsa_key(1_024)[1], least=1_025) == Signature("policy", "example.com", "s", "weak_key")


def test_a_second_from_breaks_the_signature() -> None:
    assert check(b"From: mallory@evil.example\r\n" + signed(mail())).result == "fail"


def test_several_are_all_looked_at_up_to_a_number() -> None:
    raw = signed(signed(mail().replace(b"hello", b"hello"), "list.example"), "example.com")
    found = signatures.check(lambda name, kind: [GOOD.encode()], dkim.DKIM(raw))
    assert [(one.domain, one.result) for one in found] == [("example.com", "pass"), ("list.example", "pass")]
    many = b"".join(b"DKIM-Signature: v=1; d=x%d.example\r\n" % n for n in range(50)) + mail()
    assert len(signatures.check(lambda name, kind: [], dkim.DKIM(many))) == signatures.MOST


def look_up(name: str, kind: str) -> list[bytes]:
    return [GOOD.encode()]


def test_a_chain_of_two_relays() -> None:
    one = sealed(mail(), "relay.example", "dmarc=pass header.from=example.com")
    two = sealed(one, "list.example", "arc=pass", 2, "pass")
    assert signatures.chain(look_up, one)[:2] == ("pass", ("relay.example",))
    result, sealers, said = signatures.chain(look_up, two)
    assert (result, sealers) == ("pass", ("relay.example", "list.example"))
    assert b"dmarc=pass" in said


@pytest.mark.parametrize("change", [(b"hello", b"bye"), (b"dmarc=pass", b"dmarc=fail"), (b"cv=none", b"cv=pass"), (b"i=1; a=", b"i=2; a="), (b"Subject: hi", b"Subject: ho")])
def test_a_chain_that_was_touched(change: tuple[bytes, bytes]) -> None:
    raw = sealed(mail(), "relay.example", "dmarc=pass header.from=example.com").replace(*change)
    assert signatures.chain(look_up, raw)[0] == "fail"


def test_no_chain() -> None:
    assert signatures.chain(look_up, mail()) == ("none", (), b"")

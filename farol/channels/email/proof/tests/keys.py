"""Keys and signatures for tests, made by the same library that mail services use, and a zone that publishes them."""

import base64
import time
from functools import cache
from typing import Any

import dkim  # type: ignore[import-untyped]
from cryptography.hazmat.primitives import serialization as form
from cryptography.hazmat.primitives.asymmetric import ed25519, rsa

FIELDS = [b"from", b"to", b"subject", b"date", b"message-id"]


@cache
def rsa_key(bits: int) -> tuple[bytes, str]:
    """PEM and record."""
    key = rsa.generate_private_key(65_537, bits)
    pem = key.private_bytes(form.Encoding.PEM, form.PrivateFormat.TraditionalOpenSSL, form.NoEncryption())
    public = key.public_key().public_bytes(form.Encoding.DER, form.PublicFormat.SubjectPublicKeyInfo)
    return pem, f"v=DKIM1; k=rsa; p={base64.b64encode(public).decode()}"


@cache
def ed_key() -> tuple[ed25519.Ed25519PrivateKey, str]:
    """Key and record."""
    key = ed25519.Ed25519PrivateKey.generate()
    public = key.public_key().public_bytes(form.Encoding.Raw, form.PublicFormat.Raw)
    return key, f"v=DKIM1; k=ed25519; p={base64.b64encode(public).decode()}"


def mail(author: str = "mei.lin@example.com", *, to: str = "support@support.demo-exchange.example", body: str = "hello", extra: str = "", message_id: str = "1@x") -> bytes:
    """A plain mail."""
    return (f"{extra}From: {author}\r\nTo: {to}\r\nSubject: hi\r\nDate: Sat, 21 Nov 2026 14:02:00 +0800\r\nMessage-ID: <{message_id}>\r\n\r\n{body}\r\n").encode()


def signed(raw: bytes, domain: str = "example.com", *, bits: int = 2_048, selector: str = "s", **options: Any) -> bytes:
    """With a DKIM signature on top."""
    given = {"canonicalize": (b"relaxed", b"relaxed"), "include_headers": FIELDS, **options}
    signature: bytes = dkim.sign(raw, selector.encode(), domain.encode(), rsa_key(bits)[0], **given)
    return signature + raw


def tagged(raw: bytes, domain: str, tags: str) -> bytes:
    """As ``signed``, with further tags inside what is signed: the library writes none of its own."""
    message = dkim.DKIM(raw)
    plain = message.gen_header

    def more(fields: Any, *rest: Any, **named: Any) -> bytes:
        name, _, value = tags.partition("=")
        made: bytes = plain([*fields[:-1], (name.encode(), value.encode()), fields[-1]], *rest, **named)
        return made

    message.gen_header = more
    signature: bytes = message.sign(b"s", domain.encode(), rsa_key(2_048)[0], canonicalize=(b"relaxed", b"relaxed"), include_headers=FIELDS)
    return signature + raw


def sealed(raw: bytes, domain: str, results: str, number: int = 1, before: str = "none") -> bytes:
    """With one ARC set on top, as a relay of ``domain`` adds it. By hand: the library wants another library to do so."""
    aar = f"ARC-Authentication-Results: i={number}; {domain}; {results}\r\n".encode()
    policy = dkim.CanonicalizationPolicy.from_c_value(b"relaxed/relaxed")
    arc = dkim.ARC(raw)
    arc.hasher, arc.signature_algorithm = dkim.HASH_ALGORITHMS[b"rsa-sha256"], b"rsa-sha256"
    key = dkim.parse_pem_private_key(rsa_key(2_048)[0])
    body = arc.hasher(policy.canonicalize_body(arc.body)).digest()
    fields = [(b"i", str(number).encode()), (b"a", b"rsa-sha256"), (b"c", b"relaxed/relaxed"), (b"d", domain.encode()), (b"s", b"s"),
              (b"t", str(int(time.time())).encode()), (b"h", b" : ".join(FIELDS)), (b"bh", base64.b64encode(body)), (b"b", b"0" * 60)]
    ams = b"ARC-Message-Signature:" + b" " + arc.gen_header(fields, tuple(FIELDS), policy, b"ARC-Message-Signature", key).strip() + b"\r\n"
    with_ams = dkim.ARC(ams + aar + raw)
    with_ams.hasher, with_ams.signature_algorithm = arc.hasher, arc.signature_algorithm
    _, known = with_ams.sorted_arc_headers()
    inside = [found for number_, found in known if number_ <= number]
    with_ams.headers = inside
    seal = [(b"i", str(number).encode()), (b"cv", before.encode()), (b"a", b"rsa-sha256"), (b"d", domain.encode()), (b"s", b"s"),
            (b"t", str(int(time.time())).encode()), (b"b", b"0" * 60)]
    names = [name.lower() for name, _ in inside][::-1]
    top = b"ARC-Seal:" + b" " + with_ams.gen_header(seal, names, policy, b"ARC-Seal", key).strip() + b"\r\n"
    return top + ams + aar + raw

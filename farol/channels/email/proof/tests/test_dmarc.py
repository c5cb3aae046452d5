"""The tree walk of RFC 9989, alignment, and what a domain asks for mail that fails."""

import pytest

from farol.channels.email.proof import policy
from farol.channels.email.proof.model import Dmarc, Signature, Spf
from farol.channels.email.proof.resolver import Zone

RECORDS = {
    "_dmarc.example.com": "v=DMARC1; p=reject; sp=quarantine; np=reject",
    "_dmarc.strict.example": "v=DMARC1; p=reject; adkim=s; aspf=s",
    "_dmarc.test.example": "v=DMARC1; p=reject; t=y",
    "_dmarc.co.zz": "v=DMARC1; p=none; psd=y",
    "_dmarc.shop.co.zz": "v=DMARC1; p=quarantine",
    "_dmarc.own.example.com": "v=DMARC1; p=none; psd=n",
    "_dmarc.odd.example": "v=DMARC1; p=whatever",
    "_dmarc.not.example": "v=spf1 -all",
}
ZONE = Zone({name: {"TXT": [text]} for name, text in RECORDS.items()} | {
    "_dmarc.two.example": {"TXT": ["v=DMARC1; p=reject", "v=DMARC1; p=none"]}, "_dmarc.away.example": "TIMEOUT",
    "mail.example.com": {"A": ["192.0.2.1"]}})


async def judge(author: str, *, spf: str = "", dkim: str = "", result: str = "pass") -> tuple[Dmarc, bool]:
    """For mail of that author, with SPF or a signature of those domains."""
    signed = (Signature(result, dkim, "s"),) if dkim else ()
    return await policy.evaluate(ZONE, author, Spf(result if spf else "none", spf), signed)


@pytest.mark.parametrize(("author", "spf", "dkim", "aligned"), [
    ("example.com", "example.com", "", True), ("example.com", "", "example.com", True),
    ("example.com", "bounce.example.com", "", True), ("example.com", "", "mail.example.com", True), ("mail.example.com", "example.com", "", True),
    ("example.com", "evil.example", "", False), ("example.com", "", "example.com.evil.example", False), ("example.com", "", "com", False),
    ("strict.example", "strict.example", "", True), ("strict.example", "bounce.strict.example", "", False), ("strict.example", "", "x.strict.example", False),
    ("a.co.zz", "", "co.zz", False), ("a.co.zz", "b.co.zz", "", False), ("a.co.zz", "mail.a.co.zz", "", True),
    ("shop.co.zz", "", "mail.shop.co.zz", True), ("own.example.com", "", "example.com", False), ("example.com", "", "own.example.com", False),
    ("nothing.example", "nothing.example", "", True), ("nothing.example", "sub.nothing.example", "", False),
])
async def test_alignment(author: str, spf: str, dkim: str, aligned: bool) -> None:
    assert (await judge(author, spf=spf, dkim=dkim))[1] is aligned


@pytest.mark.parametrize("result", ["fail", "softfail", "neutral", "none", "permerror", "policy"])
async def test_what_did_not_pass_aligns_nothing(result: str) -> None:
    assert await judge("example.com", spf="example.com", dkim="example.com", result=result) == (Dmarc("fail", "example.com", "reject"), False)


async def test_a_name_in_helo_is_nobodys_mail() -> None:
    assert not (await policy.evaluate(ZONE, "example.com", Spf("pass", "example.com", "helo"), ()))[1]


@pytest.mark.parametrize(("author", "domain", "wanted"), [
    ("example.com", "example.com", "reject"), ("mail.example.com", "example.com", "quarantine"), ("made-up.example.com", "example.com", "reject"),
    ("test.example", "test.example", "quarantine"), ("x.co.zz", "co.zz", "none"), ("odd.example", "odd.example", "none"),
])
async def test_whose_policy_applies(author: str, domain: str, wanted: str) -> None:
    assert (await judge(author))[0] == Dmarc("fail", domain, wanted)


@pytest.mark.parametrize("author", ["nothing.example", "not.example", "two.example"])
async def test_without_one_record_there_is_none(author: str) -> None:
    assert (await judge(author))[0] == Dmarc()


async def test_a_server_that_does_not_answer() -> None:
    assert (await judge("away.example", spf="away.example"))[0].result == "temperror"
    assert (await judge("example.com", spf="example.com", result="temperror"))[0].result == "temperror"


def test_steps_of_a_walk() -> None:
    assert policy.steps("a.b.com") == ["a.b.com", "b.com", "com"]
    assert policy.steps("a.b.c.d.e.f.g.h.i.j.mail.example.com") == [
        "a.b.c.d.e.f.g.h.i.j.mail.example.com", "g.h.i.j.mail.example.com", "h.i.j.mail.example.com", "i.j.mail.example.com",
        "j.mail.example.com", "mail.example.com", "example.com", "com"]

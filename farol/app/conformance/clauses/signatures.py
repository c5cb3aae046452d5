"""Only what was signed with the key, now, once, and as it arrived, is believed."""

import secrets

from farol.app.conformance.bench import Bench
from farol.app.conformance.clause import GUIDE, Broken, clause
from farol.app.conformance.wire import Answer, Signing

SIGNED = f"{GUIDE}, The signature"
CAPABILITIES = "/v1/capabilities"
ORDER = "Check the clock first, then the signature, then the nonce."


async def _refused(bench: Bench, how: Signing, target: str = CAPABILITIES, what: str = "it") -> Answer:
    """Raises ``Broken`` unless the core says unauthorized."""
    answer = await bench.wire.send("GET", target, how=how)
    _unauthorized(answer, what)
    return answer


def _unauthorized(answer: Answer, what: str) -> None:
    if answer.good:
        raise Broken(f"{what} was answered", answer)
    if answer.refusal().code != "unauthorized":
        raise Broken(f"{what} was refused as {answer.refusal().code} instead of unauthorized", answer)


@clause(
    "CL-SIGN-01", "A rightly signed request is answered, with a path, a query and a body.", source=SIGNED,
    how="Three requests with right signatures: a plain path, one with a query of escaped characters, one with a body.",
    do="Sign the path exactly as it came over the wire, query included, before your framework decodes it.",
)  # fmt: skip
async def right(bench: Bench) -> None:
    plain = await bench.wire.send("GET", CAPABILITIES)
    query = await bench.wire.send("GET", f"{CAPABILITIES}?probe=a%2Fb%20c&z=1")
    body = await bench.wire.send("POST", "/v1/deposits:trace", {"txid": "0xab", "network": "ETH"})
    for answer in (plain, query, body):
        if answer.status == 401:
            raise Broken("a rightly signed request was refused as unauthorized", answer)


@clause(
    "CL-SIGN-02", "A request without a signature is refused.", source=SIGNED,
    how="A read without the four signature headers.", do="Refuse with 401 and code unauthorized before anything else happens.",
)  # fmt: skip
async def bare(bench: Bench) -> None:
    await _refused(bench, Signing(bare=True), what="a request without a signature")


@clause(
    "CL-SIGN-03", "A wrong signature is refused.", source=SIGNED,
    how="A right request whose signature has one hex digit changed.", do=f"Compare the whole signature in constant time. {ORDER}",
)  # fmt: skip
async def wrong(bench: Bench) -> None:
    await _refused(bench, Signing(wrong=True), what="a wrong signature")


@clause(
    "CL-SIGN-04", "An unknown key is refused, and so is a known key with another secret.", source=SIGNED,
    how="A request signed with a key id nobody gave out, and one signed with another secret.",
    do="Look the secret up by key id; treat an unknown id like a wrong signature.",
)  # fmt: skip
async def unknown(bench: Bench) -> None:
    await _refused(bench, Signing(key=f"no-such-key-{bench.mark}"), what="an unknown key")
    await _refused(bench, Signing(secret=secrets.token_urlsafe(32)), what="another secret")


@clause(
    "CL-SIGN-05", "A timestamp more than 30 seconds off is refused, either way.", source=SIGNED,
    how="Right signatures over timestamps 45 seconds ago and 45 seconds ahead.",
    do="Refuse before anything else when the timestamp and your clock differ by more than 30 s.",
)  # fmt: skip
async def late(bench: Bench) -> None:
    await _refused(bench, Signing(skew_s=-45), what="a timestamp 45 s old")
    await _refused(bench, Signing(skew_s=45), what="a timestamp 45 s ahead")


@clause(
    "CL-SIGN-06", "A timestamp less than 30 seconds off is taken.", source=SIGNED,
    how="Right signatures over timestamps 20 seconds ago and 20 seconds ahead.",
    do="Allow 30 s both ways, and run NTP on both sides.",
)  # fmt: skip
async def in_time(bench: Bench) -> None:
    for skew in (-20.0, 20.0):
        answer = await bench.wire.send("GET", CAPABILITIES, how=Signing(skew_s=skew))
        if not answer.good:
            raise Broken(f"a timestamp {skew:+.0f} s off was refused", answer)


@clause(
    "CL-SIGN-07", "A nonce counts once.", source=SIGNED,
    how="The same right request sent twice with one nonce, the second time at once.",
    do="Remember nonces for 61 s, in one place for all processes behind the address.",
)  # fmt: skip
async def replayed(bench: Bench) -> None:
    nonce = secrets.token_urlsafe(18)
    first = await bench.wire.send("GET", CAPABILITIES, how=Signing(nonce=nonce))
    if not first.good:
        raise Broken("the first use was refused", first)
    await _refused(bench, Signing(nonce=nonce), what="a nonce used before")


@clause(
    "CL-SIGN-08", "The body is part of what is signed.", source=SIGNED,
    how="A POST whose signature belongs to another body.", do="Hash the body's bytes as they arrived into the third line.",
)  # fmt: skip
async def body_signed(bench: Bench) -> None:
    how = Signing(body=b'{"txid":"0xab","network":"BTC"}')
    answer = await bench.wire.send("POST", "/v1/deposits:trace", b'{"txid":"0xab","network":"ETH"}', how=how)
    _unauthorized(answer, "a body that was not signed")


@clause(
    "CL-SIGN-09", "Path and query are part of what is signed.", source=SIGNED,
    how="A read whose signature belongs to another path, and one whose signature leaves the query out.",
    do="Put the path with its query, exactly as it came over the wire, into the second line.",
)  # fmt: skip
async def target_signed(bench: Bench) -> None:
    await _refused(bench, Signing(target="/v1/networks"), what="a path that was not signed")
    await _refused(bench, Signing(target=CAPABILITIES), f"{CAPABILITIES}?more=1", "a query that was not signed")


@clause(
    "CL-SIGN-10", "Only a right signature spends a nonce.", source=SIGNED,
    how="A nonce first with a wrong signature, then with a right one.",
    do=f"{ORDER} Otherwise a stranger can use up your support desk's nonces.",
)  # fmt: skip
async def unspent(bench: Bench) -> None:
    nonce = secrets.token_urlsafe(18)
    await bench.wire.send("GET", CAPABILITIES, how=Signing(nonce=nonce, wrong=True))
    answer = await bench.wire.send("GET", CAPABILITIES, how=Signing(nonce=nonce))
    if not answer.good:
        raise Broken("a nonce seen with a wrong signature was refused with a right one", answer)

"""Signatures: the published test vector, and everything that must be refused."""

import pytest

from farol.core.exchange import signing
from farol.core.exchange.signing import BadSignature, NonceBook

KEYS = {"farol-1": "an-example-secret-of-enough-bytes"}
NOW = 1_790_000_000.0
TARGET = "/v1/users/20778177/deposits?limit=50"


def sent(now: float = NOW, **changes: str) -> dict[str, str]:
    return signing.headers("farol-1", KEYS["farol-1"], "GET", TARGET, b"", now) | changes


def check(headers: dict[str, str], *, book: NonceBook | None = None, **changed: object) -> str:
    asked = {"method": "GET", "target": TARGET, "body": b"", "now": NOW} | changed
    return signing.verify(headers, keys=KEYS, nonces=book or NonceBook(), **asked)  # type: ignore[arg-type]


def test_the_vector_in_the_guide() -> None:
    body = b'{"txid":"0xab","network":"ETH"}'
    made = signing.signature(
        KEYS["farol-1"], "POST", "/v1/deposits:trace", body, "1790000000", "nonce-of-the-guide-0001"
    )
    assert made == "06d0e7a41536120a736b3bbdd8ef00c660d9203cd43f2145a7e52178d8cdd79d"


def test_a_signed_request_is_believed_once() -> None:
    headers, book = sent(), NonceBook()
    assert check(headers, book=book) == "farol-1"
    with pytest.raises(BadSignature, match="used before"):
        check(headers, book=book)


@pytest.mark.parametrize(
    "changed",
    [{"method": "POST"}, {"target": TARGET + "0"}, {"target": "/v1/users/20778177/deposits"}, {"body": b"x"}],
)
def test_what_was_signed_cannot_be_changed(changed: dict[str, object]) -> None:
    with pytest.raises(BadSignature):
        check(sent(), **changed)


@pytest.mark.parametrize("late", [-31.0, 31.5, 86_400.0])
def test_clocks_apart_by_more_than_thirty_seconds(late: float) -> None:
    with pytest.raises(BadSignature, match="clocks"):
        check(sent(), now=NOW + late)
    assert check(sent(), now=NOW + 29) == "farol-1"


@pytest.mark.parametrize(
    "changes",
    [
        {signing.KEY: "farol-2"},
        {signing.KEY: ""},
        {signing.SIGNATURE: ""},
        {signing.SIGNATURE: "0" * 64},
        {signing.SIGNATURE: "ünicode"},
        {signing.TIMESTAMP: "soon"},
        {signing.TIMESTAMP: "1e9"},
        {signing.TIMESTAMP: "٣"},
        {signing.NONCE: "short"},
        {signing.NONCE: "n" * 65},
    ],
)
def test_a_wrong_or_missing_header(changes: dict[str, str]) -> None:
    with pytest.raises(BadSignature):
        check(sent(**changes))


def test_a_wrong_signature_does_not_spend_the_nonce() -> None:
    headers, book = sent(), NonceBook()
    with pytest.raises(BadSignature):
        check(headers | {signing.SIGNATURE: "0" * 64}, book=book)
    assert check(headers, book=book) == "farol-1"


def test_a_full_book_forgets_the_dead_and_refuses_the_rest() -> None:
    book = NonceBook(most=2)
    assert book.first_use("a" * 16, NOW)
    assert book.first_use("b" * 16, NOW)
    assert not book.first_use("c" * 16, NOW)
    assert book.first_use("d" * 16, NOW + 100)

"""Private keys and card numbers: found by their own form or by the words around them; ids and addresses stay."""

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from farol.core.chains.encodings import BASE58_ALPHABET
from farol.core.chains.tests.samples import BASE58_32, BASE58_64, CHECKED, HEX64, TXIDS, UNCHECKED
from farol.core.shield import scrub


def _base58(data: bytes) -> str:
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58_ALPHABET[digit] + text
    return text


_SEED = bytes(range(7, 39))
SOLANA = _SEED + Ed25519PrivateKey.from_private_bytes(_SEED).public_key().public_bytes_raw()
XPRV = "xprv9s21ZrQH143K3QTDL4LXw2F7HEK3wJUD2nW2nRk4stbPy6cq3jPPqjiChkVvvNKmPGJxWUtg6LnF5kejMRNNU3TGtRBeJgk33yuGBxrMPHi"
OWN_FORM = [
    "KwDiBf89QgGbjEhKnhXJuH7LrciVrZi3qYjgd9M7rFU73sVHnoWn",
    "5HueCGU8rMjxEXxiPuD5BDku4MkFqeZyd4dZ1jvhTVqvbTLvyTJ",
    "L1uyy5qTuGrVXrmrsvHWHgVzW9kKdrp27wBC7Vs6nZDTF2BRUVwx",
    "L1uyy5qTuGrVXrmrsvHWHgVzW9kKdrp27wBC7Vs6nZDTF2BRUVwy",  # last letter wrong
    "6PRVWUbkzzsbcVac2qwfssoUJAN1Xhrg6bNk8J7Nzm5H7kxEbn2Nh2ZoGg",
    XPRV,
    XPRV.replace("xprv", "zprv"),
    XPRV[:60] + "\n" + XPRV[60:],
    "SCZANGBA5YHTNYVVV4C3U252E2B6P6F5T3U6MM63WBSBZATAQI3EBTQ4",
    "sn259rEFXrQrWyx3Q7XneWcwV6dfL",
    _base58(SOLANA),
    str(list(SOLANA)),
    "ed25519:" + _base58(SOLANA),
    "-----BEGIN EC PRIVATE KEY-----\nMHQCAQEE\n-----END EC PRIVATE KEY-----",
    "-----BEGIN OPENSSH PRIVATE KEY-----\nb3BlbnNzaC1r",
    "suiprivkey1qzwant3kaegmjy4qxex93s0jzvemekkjmyv3r2sjwgnv2y479pgsywhveae",
]


@pytest.mark.parametrize("key", OWN_FORM)
def test_a_key_with_its_own_form_needs_no_words(key: str) -> None:
    for text in (key, f"这个是{key}", f"here: {key}, thanks", f"({key})"):
        result = scrub(text)
        assert result.removed == ("private_key",)
        assert key[10:30] not in result.text


@pytest.mark.parametrize(
    "text",
    [
        "my private key is {}", "Private Key: 0x{}", "我的私钥是{}，帮我看看", "私鑰：{}", "приватный ключ {}", "秘密鍵は{}です",
        "개인키: {}", "clave privada: {}", "clé privée : {}", "{} 是我的私钥", "{} is my private key", "txid was wrong. private key {}",
    ],
)  # fmt: skip
def test_plain_digits_are_a_key_when_the_words_say_so(text: str) -> None:
    result = scrub(text.format(HEX64))
    assert result.removed == ("private_key",)
    assert HEX64[:20] not in result.text


def test_a_list_of_keys_goes_whole() -> None:
    text = f"private keys:\n1. {HEX64}\n2. {HEX64[::-1]}\n3. {HEX64}"
    assert HEX64[:20] not in scrub(text).text
    assert HEX64[::-1][:20] not in scrub(text).text


def test_a_key_with_a_digit_missing_is_still_a_key() -> None:
    assert scrub(f"private key {HEX64[:-1]}").removed == ("private_key",)
    assert scrub(f"solana private key {_base58(SOLANA)[:-1]}").removed == ("private_key",)


EVERY_ID = sorted(
    {*TXIDS.values(), BASE58_32, BASE58_64, *(a for s in (CHECKED, UNCHECKED) for v in s.values() for a in v)}
)


@pytest.mark.parametrize("value", EVERY_ID)
def test_ids_and_addresses_are_never_touched(value: str) -> None:
    for text in (
        value,
        f"充值没到账，{value}，请查",
        f"my private key is safe. The txid is {value}",
        f"私钥没泄露，交易哈希：{value}",
        f"deposit address {value} tag 123456",
    ):
        assert scrub(text) == (text, ())


CARDS = [
    "4111111111111111", "4111 1111 1111 1111", "5555-5555-5555-4444", "378282246310005", "3782 822463 10005", "6011111111111117",
    "3530111333300000", "30569309025904", "2223003122003222", "6212345678900000003", "2200 0000 0000 0004", "４１１１ １１１１ １１１１ １１１１",
]  # fmt: skip


@pytest.mark.parametrize("number", CARDS)
def test_card_numbers(number: str) -> None:
    for text in (f"my card {number} was charged", f"卡号{number}，入金失败", f"{number}"):
        assert scrub(text).removed == ("card_number",)


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112", "订单号 4111111111111111", "order 4242424242424242", "uid 4111111111111111", "1718000000123", "+4915112345678",
        "0.4111111111111111", "tx 41111111111111110", "a4111111111111111", "2026 1121 1402 0800", "0000 0000 0000 0000", "1234 5678 9012 3456",
    ],
)  # fmt: skip
def test_other_numbers_stay(text: str) -> None:
    assert scrub(text) == (text, ())


def test_the_code_on_the_card_goes_too() -> None:
    assert scrub("4111 1111 1111 1111 cvv 123") == (
        "[card number removed] cvv [card number removed]",
        ("card_number",),
    )

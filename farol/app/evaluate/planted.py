"""Made-up secrets as customers write them, with a fixed seed: what the shield must find, and what it must leave alone."""

import base64
import hashlib
import random
import string
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from mnemonic import Mnemonic

from farol.core.chains.encodings import BASE58_ALPHABET
from farol.core.shield.wordlists import entries

from .planted_words import CARD, HEX_KEY, ID_NUMBER, ONE_TIME, PASSWORD, SECRET, SEED

SIZES = (128, 160, 192, 224, 256)
CARDS = (("4", 16), ("51", 16), ("2221", 16), ("37", 15), ("6011", 16), ("3528", 16), ("62", 16), ("62", 19), ("2200", 16))


class Planted(NamedTuple):
    """text: a message. secret: pieces of it that may not be left in it. kind: the shield's."""

    kind: str
    text: str
    secret: tuple[str, ...]


def secrets(each: int, seed: int = 20261122) -> Iterator[Planted]:
    """So many of every sort: phrases of every list and size, keys, API secrets, passwords, codes, cards, identity numbers."""
    chance = random.Random(seed)  # noqa: S311 - the same ones every time
    for language in sorted(Mnemonic.list_languages()):
        for bits in SIZES:
            for _ in range(each):
                yield _phrase(chance, language, bits)
    for size in (20, 33):
        for _ in range(each):
            words = chance.choices(entries("slip39"), k=size)
            yield Planted("seed_phrase", _written(chance, words, " "), tuple(words))
    for make in (_wif, _xprv, _hex_key, _api_secret, _password, _code, _card, _identity):
        for _ in range(each * 12):
            yield make(chance)


def _phrase(chance: random.Random, language: str, bits: int) -> Planted:
    maker = Mnemonic(language)
    made = unicodedata.normalize("NFC", maker.to_mnemonic(chance.randbytes(bits // 8)))
    words = [word.replace("сно\ufffd\ufffdа", "сноха") for word in made.split(maker.delimiter)]
    for place in chance.sample(range(len(words)), chance.choice((0, 0, 1, 2))):
        words[place] = _slip(chance, words[place], language)
    return Planted("seed_phrase", _written(chance, words, maker.delimiter), tuple(words))


def _slip(chance: random.Random, word: str, language: str) -> str:
    """A letter wrong, missing or swapped; in Chinese another character of the list."""
    if len(word) == 1:
        return chance.choice(entries(language))
    at, way = chance.randrange(len(word) - 1), chance.randrange(3)
    if way == 0:
        return word[:at] + chance.choice(chance.choice(entries(language))) + word[at + 1 :]
    return word[:at] + word[at + 1 :] if way == 1 else word[:at] + word[at + 1] + word[at] + word[at + 2 :]


def _written(chance: random.Random, words: list[str], gap: str) -> str:
    ways = (
        gap.join(words), "\n".join(words), " ".join(f"{n}. {word}" for n, word in enumerate(words, 1)), ", ".join(words), "，".join(words),
        "\n".join(f"{n}) {word}" for n, word in enumerate(words, 1)), gap.join(words).upper(), " - ".join(words),
        "\n".join(gap.join(words[at : at + 4]) for at in range(0, len(words), 4)),
    )  # fmt: skip
    return chance.choice(SEED).format(chance.choice(ways))


def _base58(data: bytes) -> str:
    number, text = int.from_bytes(data, "big"), ""
    while number:
        number, digit = divmod(number, 58)
        text = BASE58_ALPHABET[digit] + text
    return text


def _checked(payload: bytes) -> str:
    return _base58(payload + hashlib.sha256(hashlib.sha256(payload).digest()).digest()[:4])


def _wif(chance: random.Random) -> Planted:
    key = _checked(b"\x80" + chance.randbytes(32) + chance.choice((b"\1", b"")))
    if chance.random() < 0.25:
        key = key[:20] + chance.choice(BASE58_ALPHABET) + key[21:]
    return Planted("private_key", chance.choice(("{}", "import {} does not work", "这个 {} 导不进去", *HEX_KEY)).format(key), (key,))


def _xprv(chance: random.Random) -> Planted:
    version = bytes.fromhex("0488ade4")
    key = _checked(version + b"\0" * 9 + chance.randbytes(32) + b"\0" + chance.randbytes(32))
    text = key[:70] + "\n" + key[70:] if chance.random() < 0.3 else key
    return Planted("private_key", chance.choice(("{}", "my backup: {}", "扩展私钥 {}")).format(text), (key[20:60],))


def _hex_key(chance: random.Random) -> Planted:
    key = chance.randbytes(32).hex()
    key = chance.choice((key, key.upper(), key[:-1]))
    return Planted("private_key", chance.choice(HEX_KEY).format(chance.choice(("", "0x")) + key), (key,))


def _api_secret(chance: random.Random) -> Planted:
    letters = string.ascii_letters + string.digits
    made = (
        "".join(chance.choices(letters, k=64)), "".join(chance.choices(letters, k=36)), chance.randbytes(16).hex().upper(), chance.randbytes(32).hex(),
        base64.b64encode(chance.randbytes(64)).decode(),
        "-".join(chance.randbytes(size).hex() for size in (4, 2, 2, 2, 6)),
    )  # fmt: skip
    secret = chance.choice(made)
    return Planted("api_secret", chance.choice(SECRET).format(secret), (secret,))


def _password(chance: random.Random) -> Planted:
    made = (
        chance.choice(("mei", "Dragon", "qwerty", "Passw0rd", "lovely")) + str(chance.randrange(1000, 99999)),
        "".join(chance.choices(string.ascii_letters + string.digits + "@#$_", k=10)) + "7a",
        f"{chance.choice(('Ivan', 'Ana', 'Xiao'))}@{chance.randrange(1000, 9999)}",
    )  # fmt: skip
    secret = chance.choice(made)
    return Planted("password", chance.choice(PASSWORD).format(secret), (secret,))


def _code(chance: random.Random) -> Planted:
    code = f"{chance.randrange(100000, 999999)}"
    return Planted("one_time_code", chance.choice(ONE_TIME).format(code), (code,))


def _card(chance: random.Random) -> Planted:
    prefix, size = chance.choice(CARDS)
    digits = prefix + "".join(chance.choices("0123456789", k=size - len(prefix) - 1))
    total = sum(d - 9 if d > 9 else d for d in (int(c) * (2 - place % 2) for place, c in enumerate(reversed(digits))))
    digits += str(-total % 10)
    grouped = " ".join(digits[at : at + 4] for at in range(0, size, 4))
    number = chance.choice((digits, grouped, grouped.replace(" ", "-"))) if size == 16 else digits
    return Planted("card_number", chance.choice(CARD).format(number), (number,))


def _identity(chance: random.Random) -> Planted:
    name, number = chance.choice(list(ID_NUMBER)), ""
    ways, make = ID_NUMBER[name]
    number = make(chance)
    return Planted("identity_number", chance.choice(ways).format(number), (number,))

"""Whether the shield finds secrets and leaves everything else alone.

``recall``: the share of made-up secrets (``planted``, a fixed seed) of which nothing is left in the text. ``false_on_hashes``: transaction
ids, addresses and order numbers, in sentences, of which anything was taken. ``false_on_clean``: the share of messages without a secret
that were changed: the utterances the product learns from, and the messages its language is measured on.
"""

import random
import string
from collections import Counter
from collections.abc import Iterable, Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import msgspec

from farol.core.shield import scrub
from farol.core.shield.wordlists import fold

from . import language
from .planted import Planted, secrets

EACH = 24
HASHES = 10_000
SHOWN = 25
BASE58 = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz"
AROUND = (
    "{}", "txid {}", "hash: {}", "交易哈希 {} 没到账", "TXID：{}", "хеш транзакции {}", "mi deposito {} no llega", "mã giao dịch {}", "işlem {}", "거래 {}", "取引ID {}",
    "endereço {}", "عنوان {}", "提到这个地址 {}", "sent to {} two hours ago", "订单号 {}", "order {} stuck", "заказ {}", "{} не пришло", "{} 帮我查一下",
)  # fmt: skip


class Found(msgspec.Struct, frozen=True):
    """Shares between 0 and 1, but ``false_on_hashes``, which is a count. missed: by kind; examples: some of what went wrong."""

    recall: float
    false_on_hashes: int
    false_on_clean: float
    secrets: int
    hashes: int
    clean: int
    by_kind: dict[str, float]
    examples: list[str]

    def document(self) -> dict[str, Any]:
        """The JSON contract."""
        return {"case": "shield", **msgspec.structs.asdict(self)}

    def sentences(self) -> str:
        """For eyes."""
        return "\n".join([
            f"{self.secrets} planted secrets: {self.recall:.2%} found; {self.hashes} ids: {self.false_on_hashes} taken; {self.clean} clean messages: "
            f"{self.false_on_clean:.3%} changed", *(f"{kind}: {share:.2%}" for kind, share in self.by_kind.items()), *self.examples])

    def missed(self, least: float) -> str:
        """What is below the share asked for, in words; empty when nothing is."""
        return "" if self.recall >= least else f"recall >= {least:g}"


def run(_: Iterable[Path]) -> Found:
    """All three, in some twenty seconds. Files are not needed."""
    of: Counter[str] = Counter()
    hits: Counter[str] = Counter()
    wrong: list[str] = []
    for one in secrets(EACH):
        of[one.kind] += 1
        well = gone(one)
        hits[one.kind] += well
        if not well:
            wrong.append(f"{one.kind} left: {one.text!r}")
    taken = [text for text in ids(HASHES) if scrub(text).removed]
    messages = list(clean())
    changed = [text for text in messages if scrub(text).removed]
    wrong = wrong[:SHOWN] + [f"id taken: {text!r}" for text in taken[:SHOWN]] + [f"changed: {text!r}" for text in changed[:SHOWN]]
    return Found(
        round(hits.total() / of.total(), 5), len(taken), round(len(changed) / len(messages), 5), of.total(), HASHES, len(messages),
        {kind: round(hits[kind] / n, 5) for kind, n in of.items()}, wrong)


def gone(one: Planted) -> bool:
    """Whether something was removed and nothing of the secret is left."""
    result = scrub(one.text)
    if not result.removed:
        return False
    if len(one.secret) == 1:
        return one.secret[0] not in result.text
    # Of a phrase single short words may stand in the sentence around it; two in a row may not.
    left = fold(result.text).split()
    return sum(fold(word) in left for word in one.secret if len(word) > 4) < 2


def ids(count: int, seed: int = 20261122) -> Iterator[str]:
    """Sentences around ids as networks and exchanges make them."""
    chance = random.Random(seed)  # noqa: S311 - the same ones every time
    for _ in range(count):
        yield chance.choice(AROUND).format(_id(chance))


def _id(chance: random.Random) -> str:
    """Numbers are made as exchanges make them: of eighteen digits at random, of nineteen as a snowflake, of sixteen as microseconds."""
    def any_of(letters: str, size: int) -> str:
        return "".join(chance.choices(letters, k=size))

    digits = string.digits
    made = (
        lambda: "0x" + chance.randbytes(32).hex(), lambda: chance.randbytes(32).hex(), lambda: chance.randbytes(32).hex().upper(),
        lambda: "0x" + chance.randbytes(20).hex(), lambda: "T" + any_of(BASE58, 33), lambda: any_of("13", 1) + any_of(BASE58, 33),
        lambda: "bc1q" + any_of("023456789acdefghjklmnpqrstuvwxyz", 38), lambda: any_of(BASE58, 44), lambda: any_of(BASE58, 88), lambda: "r" + any_of(BASE58, 33),
        lambda: "UQ" + any_of(string.ascii_letters + digits + "-_", 46), lambda: "G" + any_of(string.ascii_uppercase + "234567", 55),
        lambda: "0x" + chance.randbytes(32).hex(), lambda: f"W-2026{chance.randrange(10**10):010}", lambda: f"20{any_of(digits, 17)}",
        lambda: str(chance.randrange(10**18, 3 * 10**18)), lambda: any_of(digits, 18), lambda: f"1{chance.randrange(6, 8)}{any_of(digits, 14)}", lambda: any_of(digits, 12), lambda: f"FRL-2026-{any_of(digits, 6)}",
        lambda: "-".join(chance.randbytes(size).hex() for size in (4, 2, 2, 2, 6)), lambda: any_of(digits, 9), lambda: any_of(digits, 24),
        lambda: f"P2P{any_of(digits, 17)}", lambda: any_of(string.ascii_uppercase + digits, 20),
    )  # fmt: skip
    return chance.choice(made)()


def clean() -> Iterator[str]:
    """Messages without a secret in them, each once."""
    seen = dict.fromkeys(one.text for name in ("languages.tsv", "languages_held.tsv") for one in language.asked(name))
    folder = files("farol.core.understanding").joinpath("data", "utterances")
    for language_folder in sorted(folder.iterdir(), key=lambda one: one.name):
        for file in sorted(language_folder.iterdir(), key=lambda one: one.name):
            seen |= dict.fromkeys(line.partition("\t")[2] for line in file.read_text("utf-8").splitlines())
    yield from seen

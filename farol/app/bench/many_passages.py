"""A very large help centre in four languages, in the words people use, and questions about it."""

import random
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime
from functools import cache

import asyncpg
import msgspec
import numpy as np
from mnemonic import Mnemonic

from farol.selfserve.knowledge.model import Article

OF_TRADE = {
    "en": "deposit withdrawal account network address confirmation wallet transfer balance verification memo fee limit order bank card pending missing frozen password",
    "zh": "充值 提币 账户 网络 地址 确认 钱包 转账 余额 认证 标签 手续费 限额 订单 银行 处理中 没到账 冻结 密码 交易所",
    "es": "depósito retiro cuenta red dirección confirmación billetera transferencia saldo verificación etiqueta comisión límite orden banco tarjeta pendiente contraseña",
    "ru": "депозит вывод аккаунт сеть адрес подтверждение кошелёк перевод баланс верификация тег комиссия лимит ордер банк карта ожидание пароль",
}
"""The most frequent words of each language."""
LISTS = {"en": "english", "es": "spanish", "ru": "russian", "zh": "chinese_simplified"}
SECTIONS, WORDS, RARE_EVERY = 9, 70, 4
"""Of one article: sections beside its head; words in each; one section in so many names something that few others do."""
BATCH = 5_000
TOPIC = "insert into topic (code, zh, en) values ('deposits', '充值', 'Deposits') on conflict do nothing"
ARTICLES = "insert into article (slug, category, place) select 'a' || n, 'deposits', n from generate_series(0, $1::int - 1) n returning id"
COLUMNS = ("article_id", "language", "version", "title", "summary", "body", "keywords", "related", "checked_by", "checked_on", "published_at")
AT = datetime(2026, 11, 1, tzinfo=UTC)


class Speech(msgspec.Struct):
    """The words of a language, frequent ones first, and how they are put together."""

    words: Sequence[str]
    share: "np.ndarray[tuple[int], np.dtype[np.float64]]"
    gap: str

    def said(self, rng: np.random.Generator, words: int) -> str:
        """So many words, each as often as its place in a language lets it be (Zipf)."""
        return self.gap.join(self.words[n] for n in rng.choice(len(self.words), words, p=self.share))


@cache
def speech(language: str) -> Speech:
    """Words of the trade first, then those of a word list; Chinese ones are pairs of its characters."""
    listed = list(Mnemonic(LISTS[language]).wordlist)
    if language == "zh":
        listed = [one + other for one, other in zip(listed * 4, random.Random(3).choices(listed, k=4 * len(listed)), strict=True)]  # noqa: S311
    words = list(dict.fromkeys([*OF_TRADE[language].split(), *listed]))
    weights = 1.0 / np.arange(2, len(words) + 2)
    return Speech(words, weights / weights.sum(), "" if language == "zh" else " ")


def articles(passages: int) -> Iterator[Article]:
    """So many passages in four languages, the same article in each; ids from 1."""
    each = passages // len(LISTS) // (SECTIONS + 1)
    number = 0
    for language in LISTS:
        rng, spoken = np.random.default_rng(11), speech(language)
        for n in range(each):
            number += 1
            yield _article(number, n, language, spoken, rng)


def _article(number: int, n: int, language: str, spoken: Speech, rng: np.random.Generator) -> Article:
    body = "\n\n".join(
        f"## {spoken.said(rng, 3)} {{#s{section}}}\n\n{spoken.said(rng, WORDS)}"
        + (f" {rare(n * SECTIONS + section)}" if section % RARE_EVERY == 0 else "") for section in range(SECTIONS))
    return Article(
        number, f"a{n}", "deposits", n, language, 1, spoken.said(rng, 4), spoken.said(rng, 20), body, spoken.said(rng, 6), [],  # type: ignore[arg-type]
        "Kai", date(2026, 11, 1), AT)


def rare(n: int) -> str:
    """A name that one article in each language has."""
    return f"xq{n}z"


async def publish(db: asyncpg.Pool, held: list[Article]) -> None:
    """Stores them as published, and says that readers see something else."""
    async with db.acquire() as connection, connection.transaction():
        await connection.execute(TOPIC)
        ids = [row["id"] for row in await connection.fetch(ARTICLES, len({article.slug for article in held}))]
        records: list[tuple[object, ...]] = [(ids[a.place], a.language, 1, a.title, a.summary, a.body, a.keywords, [], a.checked_by, a.checked_on, a.published_at) for a in held]
        for low in range(0, len(records), BATCH):
            await connection.copy_records_to_table("article_version", records=records[low : low + BATCH], columns=COLUMNS)
        await connection.execute("insert into knowledge_mark (n) values (1) on conflict (one) do update set n = knowledge_mark.n + 1")


def questions(rng: random.Random, passages: int) -> dict[str, tuple[str, str]]:
    """One of each kind, with the language of its page."""
    en, zh, es, ru = (speech(language) for language in ("en", "zh", "es", "ru"))
    few = rng.randrange(passages // len(LISTS) // (SECTIONS + 1)) * SECTIONS
    slip = en.words[rng.randrange(20, 400)]
    return {
        "two characters": ("zh", zh.words[rng.randrange(12)][:2]),
        "chinese": ("zh", "".join(zh.words[rng.randrange(300)] for _ in range(4))),
        "one word": ("en", en.words[rng.randrange(40)]),
        "words": ("en", " ".join(en.words[rng.randrange(600)] for _ in range(5))),
        "sentence": ("en", " ".join(en.words[rng.randrange(900)] for _ in range(12))),
        "spanish": ("en", " ".join(es.words[rng.randrange(300)] for _ in range(4))),
        "russian": ("en", " ".join(ru.words[rng.randrange(300)] for _ in range(4))),
        "two languages": ("zh", f"{zh.words[rng.randrange(20)]} {en.words[rng.randrange(20)]}"),
        "slip": ("en", f"{slip[:2]}{slip[3:4]}{slip[2]}{slip[4:]} {en.words[rng.randrange(100)]}"),
        "rare": ("en", rare(few)),
    }


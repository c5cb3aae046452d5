"""Seed phrases of every list in the ways people write them, and clean messages."""

import random
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from mnemonic import Mnemonic

from farol.core.shield.wordlists import entries

LANGUAGES = sorted(Mnemonic.list_languages())
BITS = (128, 160, 192, 224, 256)
CLEAN = Path(__file__).with_name("clean.txt").read_text(encoding="utf-8").splitlines()
"""What customers write about deposits, passwords, codes and seed phrases without giving any away."""


def phrases(each: int, seed: int = 20261121) -> Iterator[tuple[str, list[str]]]:
    """(language, words) with right checksums: ``each`` of all five lengths in all twelve languages."""
    source = random.Random(seed)
    for language in LANGUAGES:
        maker = Mnemonic(language)
        for bits in BITS:
            for _ in range(each):
                words = maker.to_mnemonic(source.randbytes(bits // 8)).split(maker.delimiter)
                # The package's Russian list has one word with a broken letter; people have the right one.
                yield language, [word.replace("сно\ufffd\ufffdа", "сноха") for word in words]


def is_han(language: str) -> bool:
    return language.startswith("chinese")


def written(language: str, words: list[str]) -> dict[str, str]:
    """One phrase in many spellings, by the name of the spelling."""
    plain = Mnemonic(language).delimiter.join(words)
    ways = {
        "plain": plain,
        "one a line": "\n".join(words),
        "four a line": "\n".join(" ".join(words[i : i + 4]) for i in range(0, len(words), 4)),
        "numbered": " ".join(f"{i}. {word}" for i, word in enumerate(words, 1)),
        "numbered lines": "\n".join(f"{i}) {word}" for i, word in enumerate(words, 1)),
        "numbered tight": "".join(f"{i}.{word}" for i, word in enumerate(words, 1)),
        "commas": ", ".join(words),
        "Chinese commas": "，".join(words),
        "capitals": plain.upper(),
        "composed": unicodedata.normalize("NFC", plain),
        "decomposed": unicodedata.normalize("NFKD", plain),
        "in English": f"hello, I wrote this down: {' '.join(words)} and now it does not open",
        "in Chinese": f"我的助记词是{' '.join(words)}，进不去钱包了",
        "table": "\n".join(f"| {i} | {word} |" for i, word in enumerate(words, 1)),
        "list in quotes": "[" + ", ".join(f'"{word}"' for word in words) + "]",
        "markup": "<ol>" + "".join(f'<li class="w">{word}</li>&nbsp;' for word in words) + "</ol>",
        "counted": "\n".join(f"Word {i} : {word}" for i, word in enumerate(words, 1)),
        "counted in Chinese": "，".join(f"第{i}个 {word}" for i, word in enumerate(words, 1)),
        "dashes": " - ".join(words),
        "far apart": "\n\n\n     ".join(words),
        "zero width": plain.replace(words[0][0], words[0][0] + "\u200b"),
    }
    if is_han(language):
        together = "".join(words)
        ways |= {
            "without spaces": together,
            "named without spaces": f"助记词：{together}",
            "in a sentence without spaces": f"我的助记词是{together}请帮我恢复",
            "two lines without spaces": f"{together[:6]}\n{together[6:]}",
        }
    else:
        ways["without spaces"] = "".join(words)
    return ways


def slipped(source: random.Random, language: str, words: list[str], slips: int) -> list[str]:
    """The words with that many of them spoilt: a letter wrong, missing, added or swapped (Chinese: another)."""
    spoilt = list(words)
    for place in source.sample(range(len(words)), slips):
        word = unicodedata.normalize("NFC", words[place])
        at = source.randrange(len(word))
        other = source.choice(source.choice(entries(language)))
        ways = [word[:at] + other + word[at + 1 :], word[:at] + word[at + 1 :], word[:at] + other + word[at:]]
        ways.append(word[:at] + word[at : at + 2][::-1] + word[at + 2 :])
        spoilt[place] = other if is_han(language) else source.choice(ways) or other
    return spoilt

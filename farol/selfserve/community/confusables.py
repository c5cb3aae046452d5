"""One spelling of what the eye reads as the same: for names that imitate, and for domains that do.

After Unicode's skeleton (UTS 39), with the letters that imitations of Latin words are made of, and with digits and
pairs of letters that pass for a letter in a line of text. Two strings that look alike have one skeleton; two that
share a skeleton need not be meant to deceive, so it is used to refuse and to ask, never to prove.
"""

import unicodedata

import regex  # type: ignore[import-untyped]

from farol.kit import text

_LOOKS = {
    # Cyrillic
    "а": "a", "в": "b", "с": "c", "ԁ": "d", "е": "e", "ԍ": "g", "һ": "h", "н": "h", "і": "i", "ј": "j", "к": "k", "ӏ": "l", "м": "m", "п": "n",
    "и": "u", "о": "o", "р": "p", "ԛ": "q", "г": "r", "ѕ": "s", "т": "t", "ц": "u", "ѵ": "v", "ш": "w", "ԝ": "w", "х": "x", "у": "y", "ү": "y",
    "з": "e", "ь": "b", "б": "b", "я": "r", "є": "e", "ґ": "r", "ҳ": "x", "ӿ": "x",
    # Greek
    "α": "a", "β": "b", "ϲ": "c", "δ": "d", "ε": "e", "η": "n", "ι": "i", "κ": "k", "μ": "u", "ν": "v", "ο": "o", "π": "n", "ρ": "p", "σ": "o",
    "ς": "s", "τ": "t", "υ": "u", "χ": "x", "ω": "w", "γ": "y", "ϳ": "j",
    # Armenian, Georgian, Hebrew
    "ա": "w", "ո": "n", "ս": "u", "օ": "o", "հ": "h", "ց": "g", "ք": "p", "զ": "q", "յ": "j", "ւ": "l", "ძ": "d", "ჿ": "o", "ס": "o",
    "ו": "l", "ן": "l",
    # Latin beyond ASCII
    "ɩ": "i", "ɨ": "i", "ɪ": "i", "ɑ": "a", "ᴀ": "a", "ɐ": "a", "ʙ": "b", "ɓ": "b", "ƅ": "b", "ƀ": "b", "ᴄ": "c", "ȼ": "c", "ɕ": "c",
    "ᴅ": "d", "ɗ": "d", "ɖ": "d", "đ": "d", "ð": "d", "ᴇ": "e", "ɛ": "e", "ǝ": "e", "ɘ": "e", "ꜰ": "f", "ƒ": "f", "ɡ": "g", "ɢ": "g", "ɠ": "g",
    "ħ": "h", "ʜ": "h", "ɦ": "h", "ᴊ": "j", "ʝ": "j", "ᴋ": "k", "ƙ": "k", "ʟ": "l", "ł": "l", "ƚ": "l", "ɫ": "l", "ᴍ": "m", "ɱ": "m", "ɴ": "n",
    "ŋ": "n", "ɲ": "n", "ƞ": "n", "ᴏ": "o", "ø": "o", "ɵ": "o", "ᴘ": "p", "ƥ": "p", "ʀ": "r", "ɾ": "r", "ɍ": "r", "ꜱ": "s", "ʂ": "s", "ƽ": "s",
    "ᴛ": "t", "ŧ": "t", "ƭ": "t", "ʈ": "t", "ᴜ": "u", "ʉ": "u", "ᴠ": "v", "ʋ": "v", "ᴡ": "w", "ʍ": "w", "ʏ": "y", "ƴ": "y", "ɏ": "y", "ᴢ": "z",
    "ƶ": "z", "ȥ": "z", "æ": "ae", "œ": "oe", "ß": "ss", "þ": "p",
    # Cherokee (its capitals, and the small ones they fold to) and Lisu
    "Ꭰ": "d", "Ꭱ": "r", "Ꭲ": "t", "Ꭺ": "a", "Ꭻ": "j", "Ꭼ": "e", "Ꮃ": "w", "Ꮇ": "m", "Ꮋ": "h", "Ꮐ": "g", "Ꮓ": "z", "Ꮟ": "b", "Ꮢ": "r",
    "Ꮤ": "w", "Ꮪ": "s", "Ꮩ": "v", "Ꮮ": "l", "Ꮯ": "c", "Ꮲ": "p", "Ꮶ": "k", "Ᏼ": "b", "Ꮎ": "o", "Ꮖ": "l",
    "ꓐ": "b", "ꓑ": "p", "ꓓ": "d", "ꓔ": "t", "ꓖ": "g", "ꓗ": "k", "ꓙ": "j", "ꓚ": "c", "ꓜ": "z", "ꓝ": "f", "ꓟ": "m", "ꓠ": "n", "ꓡ": "l",
    "ꓢ": "s", "ꓣ": "r", "ꓦ": "v", "ꓧ": "h", "ꓪ": "w", "ꓫ": "x", "ꓬ": "y", "ꓮ": "a", "ꓰ": "e", "ꓲ": "l", "ꓳ": "o", "ꓴ": "u",
    # digits and signs
    "0": "o", "1": "l", "3": "e", "4": "a", "5": "s", "6": "b", "7": "t", "8": "b", "9": "g", "$": "s", "@": "a", "|": "l", "!": "l", "€": "e",
    "ı": "l", "i": "l", "j": "l",
}  # fmt: skip
_TABLE = str.maketrans(_LOOKS)
_PAIRS = (("rn", "m"), ("vv", "w"), ("cl", "d"), ("nn", "m"))
_MARKS = regex.compile(r"\p{M}+")
_REST = regex.compile(r"[^\p{L}\p{N}]+")


def skeleton(words: str) -> str:
    """What a reader takes the words for: no case, no accents, no gaps, no signs; i, j, l and 1 are one letter.

    ``Ѕuppоrt``, ``S u p p o r t`` and ``supp0rt`` all give what ``support`` gives. Chinese is folded to Simplified.
    """
    bare = _MARKS.sub("", unicodedata.normalize("NFKD", words.translate(_TABLE)))
    # Folded after the first look, because capitals of one script look like letters of another only as capitals.
    looks = text.fold(bare).translate(_TABLE).translate(_TABLE)
    plain: str = _REST.sub("", looks)
    for pair, letter in _PAIRS:
        plain = plain.replace(pair, letter)
    return plain

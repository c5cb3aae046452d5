"""Hearing a language in a few words: the script first, then what a short support message is made of, then the letters' statistics."""

import math
import re
import threading
from functools import cache
from importlib import resources

from py3langid.langid import MODEL_FILE, LanguageIdentifier  # type: ignore[import-untyped]

from . import han
from .codes import UNKNOWN, Guess
from .strip import strip

MOST = 600
"""Characters that are heard: what comes later in a long letter changes nothing."""
_NOTHING = Guess(UNKNOWN, 0.0)
_SCRIPTS = {
    "han": "\u3400-\u4dbf\u4e00-\u9fff々", "kana": "\u3041-\u309f\u30a1-\u30fa\u30fc", "hangul": "\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3",
    "cyrillic": "\u0400-\u052f", "arabic": "\u0620-\u064a\u066e-\u06d3\u06fa-\u06ff", "deva": "\u0900-\u097f", "th": "\u0e00-\u0e7f",
    "he": "\u05d0-\u05ea", "el": "\u0370-\u03ff\u1f00-\u1fff", "ka": "\u10a0-\u10ff", "hy": "\u0531-\u0587", "bn": "\u0980-\u09ff", "pa": "\u0a00-\u0a7f",
    "gu": "\u0a80-\u0aff", "ta": "\u0b80-\u0bff", "te": "\u0c00-\u0c7f", "kn": "\u0c80-\u0cff", "ml": "\u0d00-\u0d7f", "si": "\u0d80-\u0dff",
    "lo": "\u0e80-\u0eff", "my": "\u1000-\u109f", "km": "\u1780-\u17ff", "am": "\u1200-\u137f", "latin": "A-Za-z\u00c0-\u024f\u1e00-\u1eff",
}
_RUNS = re.compile("|".join(f"(?P<{name}>[{letters}]+)" for name, letters in _SCRIPTS.items()))
_WEIGHT = {"han": 4.0, "kana": 3.0, "hangul": 3.5, "latin": 1.0}
"""What a letter counts. People who write another script mix English words into it, seldom the other way round."""
_OTHER = 2.0
_KANA_SHARE = 0.1
_LETTERS = {
    "cyrillic": (("uk", "іїєґ"), ("be", "ў"), ("sr", "ђјљњћџ"), ("mk", "ѓќѕ"), ("kk", "әғқңөұүһ")),
    "arabic": (("ur", "ٹڈڑںےہھ"), ("fa", "پچژگکی")),
}
"""Letters that only one of the languages of a script has; the first that fits."""
_AMONG = {
    "latin": ["en", "es", "pt", "fr", "de", "it", "tr", "vi", "id", "ms", "tl", "pl", "cs", "sk", "nl", "ro", "sv", "da", "no", "fi", "hu", "hr",
              "sl", "et", "lv", "lt", "sq", "ca", "sw", "uz", "az"],
    "cyrillic": ["ru", "uk", "bg", "sr", "mk", "kk", "ky", "be", "mn", "tg"], "arabic": ["ar", "fa", "ur", "ps", "ku"], "deva": ["hi", "mr", "ne"],
}  # fmt: skip
"""Languages that share a script and have to be told apart."""
_WORD = (2.6, 1.5, 0.8)
"""Log odds that a known word adds to what the letters say: where one language has it, where two or three, where more."""
_BARE = math.log(0.02)
"""Where a language starts that the letters' statistics do not know in this script: Russian, Hindi or Chinese in Latin letters."""
_PRIOR = {"en": 0.7, "es": 0.3, "pt": 0.2, "tr": 0.2, "vi": 0.2, "id": 0.4, "ru": 2.5, "ar": 1.5, "hi": 1.0}
"""Log odds beforehand: who writes to an exchange."""
_ENOUGH = 9.0
"""Letters after which 63 % of what is there to be heard was heard."""
_loading = threading.Lock()


def detect(text: str) -> Guess:
    """The language of a message, and how sure that is: ``und`` where only ids, amounts and words of the trade were written.

    Some 0.1 ms; the first call in a process takes a second for the models.
    """
    heard = strip(text[:MOST])
    letters: dict[str, int] = {}
    for run in _RUNS.finditer(heard):
        name = run.lastgroup or ""
        letters[name] = letters.get(name, 0) + run.end() - run.start()
    if not letters:
        return _NOTHING
    weights: dict[str, float] = {}
    for name, size in letters.items():
        group = "east" if name in ("han", "kana") else name
        weights[group] = weights.get(group, 0.0) + size * _WEIGHT.get(name, _OTHER)
    script = max(weights, key=weights.__getitem__)
    share = weights[script] / sum(weights.values())
    if script == "east":
        guess = _east(heard, letters.get("han", 0), letters.get("kana", 0))
    elif script == "hangul":
        guess = Guess("ko", 1.0)
    elif script in _AMONG:
        guess = _among(heard, script)
    else:
        guess = Guess(script, 1.0)
    # A letter of a script of its own says more than a Latin one, and a syllable or a character as much as a word.
    says = weights[script] if script in ("east", "hangul", "latin") else letters[script] * 1.6
    return Guess(guess.code, round(guess.sure * (1 - math.exp(-says / _ENOUGH)) * (0.5 + share / 2), 3))


def _east(heard: str, chinese: int, kana: int) -> Guess:
    """One の in a Chinese sentence is fashion; more kana than that is Japanese."""
    if (kana >= 2 and kana >= (chinese + kana) * _KANA_SHARE) or not chinese:
        return Guess("ja", 1.0)
    return Guess(*han.written(heard))


def _among(heard: str, script: str) -> Guess:
    """The language of words in a script that several share: its own letters, its words, and the statistics of all letters."""
    if own := next((code for code, letters in _LETTERS.get(script, ()) if any(one in heard for one in letters)), ""):
        return Guess(own, 0.97)
    scores = {code: math.log(max(p, 1e-4)) + _PRIOR.get(code, 0.0) for code, p in _spread(heard, script).items()}
    for word in heard.casefold().replace("’", "'").split():
        having = _words().get(word, ())
        for code in having:
            scores[code] = scores.get(code, _BARE) + _WORD[min(len(having) // 2, 2)]
    best = max(scores, key=scores.__getitem__)
    top = scores[best]
    return Guess(best, 1 / sum(math.exp(score - top) for score in scores.values()))


def _spread(heard: str, script: str) -> dict[str, float]:
    return dict(_models()[script].rank(heard))


@cache
def _words() -> dict[str, tuple[str, ...]]:
    """Word to the languages that have it, from ``words.txt``."""
    found: dict[str, list[str]] = {}
    for line in resources.files(__package__).joinpath("words.txt").read_text("utf-8").splitlines():
        code, *words = line.split()
        for word in dict.fromkeys(words):
            found.setdefault(word, []).append(code)
    return {word: tuple(codes) for word, codes in found.items()}


def _models() -> dict[str, LanguageIdentifier]:
    with _loading:
        return _load()


@cache
def _load() -> dict[str, LanguageIdentifier]:
    """One view of the same model for each script; the arrays are shared."""
    whole = LanguageIdentifier.from_model_file(MODEL_FILE, norm_probs=True)
    found = {}
    for script, codes in _AMONG.items():
        view = found[script] = object.__new__(LanguageIdentifier)
        for name in LanguageIdentifier.__slots__:
            setattr(view, name, getattr(whole, name))
        view.set_languages(codes)
    return found

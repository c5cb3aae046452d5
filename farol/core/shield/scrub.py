"""Removes secrets from text before anything keeps, logs or sends it."""

import re
from collections.abc import Iterable

from farol.core.chains.clean import clean

from . import cards, credentials, han_phrases, identities, keys, pasted, phrases
from .context import lowered
from .model import BARRIER, KINDS, MASK, Hit, Scrubbed, mask

_PASSES = 8
_HAN = re.compile("[\u3400-\u9fff]")
_KANA = re.compile("[\u3041-\u30ff]")
_WORDY = re.compile(r"[^\W\d_]")


def scrub(text: str) -> Scrubbed:
    """The text with every secret replaced by a mask in the language around it, and the kinds removed.

    Linear in the length. Transaction ids, addresses, order and ticket numbers stay. Scrubbing again changes
    nothing: what is left is searched until it is clean, and masks separate what stands on both sides.
    """
    removed: set[str] = set()
    passes = 0
    while hits := _hits(text):
        passes += 1
        if passes == _PASSES:
            # Only text made to keep us busy gets here: the rest of it goes, so the time stays linear.
            hits = [Hit(hits[0].start, len(text), hits[0].kind)]
        removed.update(hit.kind for hit in hits)
        text = _masked(text, hits)
    return Scrubbed(text, tuple(kind for kind in KINDS if kind in removed))


def _hits(text: str) -> list[Hit]:
    cleaned = clean(text)
    probe = MASK.sub(lambda found: BARRIER * len(found.group()), cleaned.text)
    lower = lowered(probe)
    plain = phrases.without_markup(probe)
    hits = [
        *phrases.find(plain),
        *han_phrases.find(plain),
        *keys.find(probe, lower),
        *credentials.find(probe, lower),
        *cards.find(probe, lower),
        *identities.find(probe, lower),
        *pasted.find(probe),
    ]
    return _merged(Hit(*cleaned.span(hit.start, hit.end), hit.kind) for hit in hits)


def _merged(hits: Iterable[Hit]) -> list[Hit]:
    """Overlapping hits as one: of the kind that holds the other whole, else of the worst."""
    merged: list[Hit] = []
    for hit in sorted(hits, key=lambda hit: (hit.start, -hit.end, KINDS.index(hit.kind))):
        if merged and hit.start < merged[-1].end:
            last = merged[-1]
            if hit.end <= last.end:
                continue
            kind = min(last.kind, hit.kind, key=KINDS.index)
            merged[-1] = Hit(last.start, max(last.end, hit.end), kind)
        else:
            merged.append(hit)
    return merged


def _masked(text: str, hits: list[Hit]) -> str:
    kept: list[str] = []
    place = 0
    for hit in hits:
        kept.append(text[place : hit.start])
        place = hit.end
    kept.append(text[place:])
    around = "".join(kept)
    if not _WORDY.search(around):
        around = text
    chinese = bool(_HAN.search(around)) and not _KANA.search(around)
    pieces = [kept[0]]
    for hit, after in zip(hits, kept[1:], strict=True):
        pieces += mask(hit.kind, chinese), after
    return "".join(pieces)

"""Cutting at a channel's limit: between paragraphs, lines, sentences or words, never inside a link, an address or a character."""

import re
import unicodedata
from collections.abc import Callable

import msgspec

from farol.channels.connections.model import Markup

from .marks import Span, joined
from .writing import URL, write

Long = Callable[[list[Span]], int]
_ATOM = re.compile(r"\n+|[^\S\n]+|[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]|[^\s\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uffef]+")
_STOPS = "。！？；.!?;"
_LIGHT = ((0, 4351), (8192, 8205), (8208, 8223), (8242, 8247))
_URL_WEIGHT = 23


def measure(text: str, units: str) -> int:
    """How long the platform takes it for. weighted: as X counts, where most scripts of Asia count twice and every address 23."""
    if units == "utf16":
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
    if units == "utf8":
        return len(text.encode("utf-8", "surrogatepass"))
    if units == "weighted":
        bare = URL.sub("", text)
        return _URL_WEIGHT * len(URL.findall(text)) + sum(1 if any(low <= ord(c) <= high for low, high in _LIGHT) else 2 for c in bare)
    return len(text)


def cut(spans: list[Span], most: int, units: str, markup: Markup) -> list[list[Span]]:
    """Pieces, each within the limit once written. Blank space at a cut is left out; nothing else is."""

    def long(piece: list[Span]) -> int:
        return measure(write(joined(piece), markup), units)

    left = _atoms(spans)
    out: list[list[Span]] = []
    while left:
        n = _fitting(left, most, long)
        if n == 0:
            head, tail = _forced(left[0], most, long)
            out.append([head])
            left = [tail, *left[1:]] if tail.text else left[1:]
            continue
        if n < len(left):
            n = _better(left, n)
        piece = _trimmed(left[:n])
        if any(one.text.strip() for one in piece):  # platforms refuse a message that shows nothing, fenced or not
            out.append(joined(piece))
        left = left[n:]
        while left and not left[0].text.strip() and not left[0].pre:
            left = left[1:]
    return out


def _atoms(spans: list[Span]) -> list[Span]:
    """What is not cut, if it can be helped: words, signs of Asia, links, code on one line; of fenced code, lines."""
    atoms: list[Span] = []
    for span in spans:
        if span.pre:
            atoms += [msgspec.structs.replace(span, text=line) for line in span.text.split("\n")]
        elif span.link or (span.code and "\n" not in span.text):
            atoms.append(span)
        else:
            atoms += [msgspec.structs.replace(span, text=part) for part in _ATOM.findall(span.text)]
    return _fenced(atoms)


def _fenced(atoms: list[Span]) -> list[Span]:
    """Lines of fenced code carry their line break, so that they join again."""
    return [msgspec.structs.replace(one, text=one.text + "\n") if one.pre and after and after.pre else one
            for one, after in zip(atoms, [*atoms[1:], None], strict=False)]


def _fitting(atoms: list[Span], most: int, long: Long) -> int:
    """How many from the front fit together: doubled until they do not, then halved in on the border."""
    low, high = 0, 1
    while high <= len(atoms) and long(_joined(atoms[:high])) <= most:
        low, high = high, high * 2
    high = min(high, len(atoms) + 1)
    while high - low > 1:
        middle = (low + high) // 2
        if long(_joined(atoms[:middle])) <= most:
            low = middle
        else:
            high = middle
    return low


def _joined(atoms: list[Span]) -> list[Span]:
    kept: list[Span] = []
    for atom in atoms:
        if kept and kept[-1].pre and atom.pre:
            kept[-1] = msgspec.structs.replace(atom, text=kept[-1].text + atom.text)
        else:
            kept.append(atom)
    return kept


def _better(atoms: list[Span], n: int) -> int:
    """A place before n where people would break, if one is in the last half."""
    for wanted in (lambda t: t.count("\n") > 1, lambda t: "\n" in t, lambda t: t.rstrip()[-1:] in _STOPS and bool(t.strip()), str.isspace):
        for at in range(n, n // 2, -1):
            if at > 0 and wanted(atoms[at - 1].text):
                return at
    return n


def _trimmed(atoms: list[Span]) -> list[Span]:
    """Without blank space at the ends."""
    while atoms and not atoms[0].text.strip() and not atoms[0].pre:
        atoms = atoms[1:]
    while atoms and not atoms[-1].text.strip() and not atoms[-1].pre:
        atoms = atoms[:-1]
    pieces = _joined(atoms)
    if pieces and pieces[-1].pre:
        pieces[-1] = msgspec.structs.replace(pieces[-1], text=pieces[-1].text.removesuffix("\n"))
    return pieces


def _forced(atom: Span, most: int, long: Long) -> tuple[Span, Span]:
    """The one atom that is longer than the limit, cut between characters. A link that long is told as its label and its address."""
    if atom.link:
        text = atom.text if atom.text == atom.link else f"{atom.text} {atom.link}"
        return _forced(Span(text), most, long)
    low, high = 1, len(atom.text)
    while high - low > 1:
        middle = (low + high) // 2
        if long([msgspec.structs.replace(atom, text=atom.text[:middle])]) <= most:
            low = middle
        else:
            high = middle
    at = low if low < len(atom.text) and long([msgspec.structs.replace(atom, text=atom.text[: low + 1])]) > most else high
    back = at
    while back > 1 and _belongs(atom.text, back):
        back -= 1
    at = back if back > 1 or not _belongs(atom.text, at) else at
    return msgspec.structs.replace(atom, text=atom.text[:at]), msgspec.structs.replace(atom, text=atom.text[at:])


def _belongs(text: str, at: int) -> bool:
    """Whether the character there belongs to the one before: an accent, a variation, a part of a joined sign."""
    if at >= len(text):
        return False
    return unicodedata.combining(text[at]) > 0 or text[at] in "\u200d\ufe0e\ufe0f" or text[at - 1] == "\u200d" or "\U0001f3fb" <= text[at] <= "\U0001f3ff"

"""Cuts what a reply quotes, keeping the words that are new. Pure; the raw mail always keeps everything.

Every mail program marks the quote in its own way, and libraries know few of the Chinese ones. One rule stands
above all: when in doubt, keep. An empty result means the whole text was kept.
"""

from typing import NamedTuple

from farol.channels.email.letters.words import MARK

from . import quote_heads, signature
from .quote_heads import IN_BRACKETS, LONG, bare

OPENS, CLOSES, TO_END = "\x1e", "\x1f", "\x1d"
"""Lines that ``html_text`` puts where a program's own markup opens a quote, closes it, or opens one without an end.
No text from outside holds these characters: ``charset.tidy`` takes them out."""
_BETWEEN = 6
"""Lines of a head between the place where markup opens a quote and the first quoted line."""


class Cut(NamedTuple):
    """text: all of it. said: what is new. cuts: lines of the text, from and before, that ``said`` leaves out."""

    text: str
    said: str
    cuts: tuple[tuple[int, int], ...] = ()


class _Head(NamedTuple):
    """Lines of the text: where the quote's head starts, where its head ends, and what of the rest may hold new words again."""

    start: int
    after: int
    end: int | None = None


def fresh(text: str) -> str:
    """The reply without its quote, device line and signature. The whole text when nothing else would remain."""
    return cut(text).said


def cut(text: str, *, sender: str = "", subject: str = "", quoted: str = "") -> Cut:
    """Finds what is new. quoted: the first words that the HTML of the same mail marks as quoted, for where plain text shows no head."""
    lines, marks = _unmarked(text)
    if quote_heads.forwards(subject):
        marks = []
    head = _head(lines, marks, forwards=quote_heads.forwards(subject)) or _by_words(lines, quoted)
    before, rest = list(range(len(lines))), list[int]()
    if head:
        before = before[: head.start]
        rest = _after_quote(lines, head)
    said = signature.without(lines, _without_tail_quote(lines, before), sender, above_quote=head is not None)
    more = signature.without(lines, rest, below_quote=True)
    words = "\n\n".join(part for part in (_of(lines, said), _of(lines, more)) if part)
    whole = "\n".join(lines).strip()
    if not words:
        return Cut(whole, whole)
    kept = set(said) | set(more)
    return Cut("\n".join(lines), words, _spans([at for at, line in enumerate(lines) if at not in kept and line.strip()], kept))


def _unmarked(text: str) -> tuple[list[str], list[tuple[int, str]]]:
    """The lines without those that stand for markup, and where these stood."""
    lines: list[str] = []
    marks: list[tuple[int, str]] = []
    for line in text.split("\n"):
        if line in (OPENS, CLOSES, TO_END):
            marks.append((len(lines), line))
        else:
            lines.append(line)
    return lines, marks


def _of(lines: list[str], kept: list[int]) -> str:
    return "\n".join(lines[at] for at in kept).strip("\n").rstrip()


def _spans(gone: list[int], kept: set[int]) -> tuple[tuple[int, int], ...]:
    spans: list[list[int]] = []
    for at in gone:
        if spans and not any(line in kept for line in range(spans[-1][1], at)):
            spans[-1][1] = at + 1
        else:
            spans.append([at, at + 1])
    return tuple((first, after) for first, after in spans)


def _head(lines: list[str], marks: list[tuple[int, str]], *, forwards: bool) -> _Head | None:
    """Where the quote begins; None without one, or where a mail is passed on."""
    marked = _by_markup(lines, marks)
    for at, line in enumerate(lines):
        if marked and at >= marked.start:
            return marked
        words = bare(line)
        if not words or len(words) > LONG:
            continue
        if MARK.search(words):
            # Our own first line: whatever language the head above it has, it ends with a colon or names us.
            return _Head(_back_over_head(lines, at), at if line.lstrip().startswith(">") else len(lines))
        if quote_heads.is_forward(words):
            return None
        if not forwards and quote_heads.is_rule(words):
            return _Head(at, len(lines))
        if not forwards and quote_heads.opens_block(line) and quote_heads.is_block(lines, at):
            return _Head(_back_over_rules(lines, at), len(lines))
        if length := _wrote(lines, at):
            return _Head(at, at + length)
    return marked


def _by_markup(lines: list[str], marks: list[tuple[int, str]]) -> _Head | None:
    for number, (start, kind) in enumerate(marks):
        if kind == CLOSES:
            continue
        first = next((at for at in range(start, len(lines)) if lines[at].strip()), None)
        if first is None or any(quote_heads.is_forward(bare(line)) for line in lines[first: first + 2]):
            return None
        if kind == TO_END:
            return _Head(start, len(lines))
        end = _closing(marks, number, len(lines))
        inner = [at for at in range(start, end) if lines[at].strip()]
        quoted = [at for at in inner if lines[at].startswith(">")]
        if quoted and sum(at < quoted[0] for at in inner) <= _BETWEEN:
            return _Head(start, quoted[0])
        if not quoted and _marked(lines, end):
            return _Head(start, end)  # Thunderbird marks the head alone
        return _Head(start, end, end)
    return None


def _closing(marks: list[tuple[int, str]], number: int, last: int) -> int:
    depth = 0
    for at, kind in marks[number:]:
        depth += {OPENS: 1, CLOSES: -1}.get(kind, 0)
        if not depth:
            return at
    return last


def _by_words(lines: list[str], quoted: str) -> _Head | None:
    """The line with which the HTML says that the quote begins."""
    wanted = "".join(bare(quoted).split())
    if len(wanted) < 8:
        return None
    for at, line in enumerate(lines):
        words = "".join(bare(line).split())
        if at and len(words) >= 8 and (words.startswith(wanted) or wanted.startswith(words)):
            return None if quote_heads.is_forward(bare(line)) else _Head(at, at + 1)
    return None


def _wrote(lines: list[str], at: int) -> int:
    """How many lines the "... wrote:" starting here takes: up to three when it is wrapped, 0 when there is none."""
    joined = ""
    for length, line in enumerate(lines[at: at + 3], 1):
        words = bare(line)
        # A line that is a head by itself does not belong to the words above it.
        if not words or (length > 1 and quote_heads.is_wrote(words)):
            return 0
        joined = f"{joined} {words}".lstrip()
        if quote_heads.is_wrote(joined) or (joined.endswith((":", "：")) and quote_heads.dated(joined) and _marked(lines, at + length)):
            return length
    return 0


def _back_over_rules(lines: list[str], at: int) -> int:
    while at and (not lines[at - 1].strip() or signature.RULE_LINE.fullmatch(lines[at - 1].strip()) or quote_heads.is_bare_rule(bare(lines[at - 1]))):
        at -= 1
    return at


def _back_over_head(lines: list[str], at: int) -> int:
    at = _back_over_rules(lines, at)
    for _ in range(quote_heads.BLOCK):
        words = bare(lines[at - 1]) if at else ""
        if not words or len(words) > LONG or not (words.endswith((":", "：")) or IN_BRACKETS.search(words) or quote_heads.label(words)):
            break
        at = _back_over_rules(lines, at - 1)
    return at


def _marked(lines: list[str], start: int) -> bool:
    """Whether the quote after the head carries ``>`` marks (and so its end can be seen)."""
    return next((line.lstrip().startswith(">") for line in lines[start:] if line.strip()), False)


def _after_quote(lines: list[str], head: _Head) -> list[int]:
    """What stands below or between the quoted lines. Between: everything, with the quotes, to keep its sense."""
    if head.end is not None:
        return list(range(head.end, len(lines)))
    if not _marked(lines, head.after):
        return []
    own = [at for at in range(head.after, len(lines)) if lines[at].strip() and not lines[at].lstrip().startswith(">")]
    if not own:
        return []
    between = any(line.lstrip().startswith(">") for line in lines[own[0]:])
    return list(range(head.after if between else own[0], len(lines)))


def _without_tail_quote(lines: list[str], kept: list[int]) -> list[int]:
    end = len(kept)
    while end and (not lines[kept[end - 1]].strip() or lines[kept[end - 1]].startswith(">")):
        end -= 1
    return kept[:end] if end else kept

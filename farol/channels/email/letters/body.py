"""What stands in a mail, as text and as HTML: our sentences around the agent's words, safe on white and on black."""

import html

from farol.desk.guard.links import Hosts
from farol.kit.i18n import HTML_LANG, direction

from . import linked
from .letter import Letter, Part
from .notes import Notes
from .words import Words

LOGO = "logo@farol"
_NONE = Hosts(frozenset())


def _said(part: Part, letter: Letter, words: Words) -> tuple[str, str]:
    """The line above somebody's words and the line about files below; either may be empty."""
    head = words.wrote.format(who=one(part.who), brand=letter.brand) if part.who else ""
    files = (words.file_one if part.files == 1 else words.file_many).format(count=part.files) if part.files else ""
    return head, files


def one(text: str) -> str:
    """A name in one line."""
    return " ".join(text.split())


def _mark(letter: Letter, words: Words) -> str:
    return (Notes(letter.lang).outside_mark if letter.outside else words.mark).format(number=letter.number)


def _foot(letter: Letter, words: Words) -> list[str]:
    if letter.outside:
        notes = Notes(letter.lang)
        return [notes.outside_foot.format(brand=letter.brand, number=letter.number), notes.outside_wrong]
    check = words.verify_known.format(brand=letter.brand) if letter.portal else words.verify_visitor.format(brand=letter.brand)
    return [words.secrets, check]


def plain(letter: Letter, words: Words) -> str:
    """The text form."""
    known = letter.hosts or _NONE
    lines = [_mark(letter, words), *([words.opened_via.format(number=letter.number, channel=letter.via)] if letter.via else []), *([words.your_word.format(word=letter.word)] if letter.word else []), ""]
    for part in letter.parts:
        head, files = _said(part, letter, words)
        shown = linked.calm(part.body, known) if letter.hosts else part.body
        lines += [*([head, ""] if head else []), shown, "", *([part.label, "", part.original, ""] if part.label else []), *([files, ""] if files else [])]
    lines += [*([letter.signature, ""] if letter.signature else []), "--", one(letter.brand), *_foot(letter, words), *([letter.portal] if letter.portal else [])]
    lines += [words.verify_link.format(url=letter.verify)] if letter.verify else []
    lines += [words.stolen.format(url=letter.stolen)] if letter.stolen else []
    lines += [letter.footer] if letter.footer else []
    return "\r\n".join("\n".join(lines).split("\n")) + "\r\n"


def rich(letter: Letter, words: Words) -> str:
    """The HTML form: nothing is loaded from anywhere, and no link leads where we do not know."""
    # Opacity and the reader's own colours: a mail program may show this on white or on black.
    small = 'style="opacity:.72;font-size:13px;line-height:1.6;margin:0 0 8px"'
    blocks = [*_head(letter), f"<p {small}>{html.escape(_mark(letter, words))}</p>"]
    if letter.via:
        blocks.append(f"<p {small}>{html.escape(words.opened_via.format(number=letter.number, channel=letter.via))}</p>")
    if letter.word:
        blocks.append(f'<p style="margin:0 0 8px;font-weight:600">{html.escape(words.your_word.format(word=letter.word))}</p>')
    for part in letter.parts:
        head, files = _said(part, letter, words)
        if head:
            blocks.append(f'<p style="margin:20px 0 6px;font-weight:600">{html.escape(head)}</p>')
        body = linked.rich(part.body, letter.hosts) if letter.hosts else _lines(part.body)
        blocks.append(f'<div style="margin:0 0 12px;overflow-wrap:anywhere" dir="auto">{body}</div>')
        if part.label:
            blocks.append(f'<p {small}>{html.escape(part.label)}</p><div {small} dir="auto">{_lines(part.original)}</div>')
        if files:
            blocks.append(f"<p {small}>{html.escape(files)}</p>")
    for picture in letter.pictures:
        name = html.escape(one(picture.name), quote=True)
        blocks.append(f'<p style="margin:0 0 12px"><img src="cid:{picture.cid}" alt="{name}" style="max-width:100%;height:auto;border-radius:6px"></p>')
    if letter.signature:
        blocks.append(f'<div style="margin:16px 0 0;overflow-wrap:anywhere">{_lines(letter.signature)}</div>')
    blocks.append('<hr style="border:0;border-top:1px solid #8888;margin:24px 0 12px">')
    blocks += [f"<p {small}>{html.escape(line)}</p>" for line in _foot(letter, words)]
    if letter.portal:
        page = html.escape(letter.portal)
        blocks.append(f'<p {small}><a href="{page}" style="color:inherit">{page}</a></p>')
    blocks += [f"<p {small}>{_pressed(said, url)}</p>" for said, url in ((words.verify_link, letter.verify), (words.stolen, letter.stolen)) if url]
    if letter.footer:
        footer = linked.rich(letter.footer, letter.hosts) if letter.hosts else _lines(letter.footer)
        blocks.append(f"<p {small}>{footer}</p>")
    return (
        f'<!doctype html><html lang="{HTML_LANG[letter.lang]}" dir="{direction(letter.lang)}"><head><meta charset="utf-8">'
        '<meta name="color-scheme" content="light dark"><meta name="supported-color-schemes" content="light dark"></head>'
        '<body style="margin:0;padding:24px 16px;font:16px/1.7 -apple-system,\'Segoe UI\',\'PingFang SC\',\'Microsoft YaHei\',sans-serif">'
        f'<div style="max-width:560px">{"".join(blocks)}</div></body></html>'
    )


def _head(letter: Letter) -> list[str]:
    """The brand: its logo on a ground of its own, since a logo is drawn for one, and a line in its colour."""
    if not (letter.logo or letter.colour):
        return []
    line = f"border-bottom:3px solid {letter.colour};" if letter.colour else ""
    brand = html.escape(letter.brand, quote=True)
    shown = (f'<img src="cid:{LOGO}" alt="{brand}" height="28" style="display:inline-block;height:28px;background:#ffffff;padding:4px 8px;border-radius:6px">'
             if letter.logo else f"<strong>{brand}</strong>")
    return [f'<div style="{line}padding:0 0 10px;margin:0 0 14px">{shown}</div>']


def _lines(text: str) -> str:
    return html.escape(text).replace("\n", "<br>")


def _pressed(said: str, url: str) -> str:
    before, _, after = (html.escape(part) for part in said.partition("{url}"))
    page = html.escape(url)
    return f'{before}<a href="{page}" style="color:inherit">{page}</a>{after}'

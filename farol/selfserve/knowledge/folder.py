"""Articles as Markdown files: ``en/how-to-deposit.md`` with a few lines of front matter between two ``---``.

The same form is shipped with the product, exported and imported.
"""

import re
from datetime import date
from pathlib import PurePosixPath

from farol.kit.i18n import LANGS

from .faults import Fault
from .model import Article, Draft, is_slug

PATH = re.compile(r"(?P<language>[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*)/(?P<slug>[^/]+)\.md")
MEDIA = re.compile(r"media/(?P<id>[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.(?:png|jpe?g|gif|webp)")
NEEDED = ("category", "title", "summary")
KNOWN = (*NEEDED, "number", "keywords", "related", "checked_by", "checked_on")


class Broken(Exception):
    """A file that is no article. faults: why."""

    def __init__(self, *faults: Fault) -> None:
        super().__init__("; ".join(fault.said("en") for fault in faults))
        self.faults = list(faults)


def draft(path: str, raw: bytes, checked_by: str, today: date) -> Draft:
    """The article in a file. path: ``en/slug.md``, below which folders are ignored. checked_by, today: where the file says nothing.

    Raises Broken for what has not the form; whether it may be published is judged elsewhere.
    """
    match = PATH.fullmatch("/".join(PurePosixPath(path).parts[-2:]))
    if not match or match["language"] not in LANGS or not is_slug(match["slug"]):
        raise Broken(Fault("name"))
    try:
        words = raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Broken(Fault("not_utf8")) from None
    fields, body = _split(words.replace("\r\n", "\n"))
    try:
        return Draft(
            slug=match["slug"], language=match["language"], category=fields["category"], title=fields["title"],
            summary=fields["summary"], body=body.strip() + "\n", keywords=fields.get("keywords", ""),
            related=tuple(fields.get("related", "").split()), place=_number(fields.get("number", "0")),
            checked_by=fields.get("checked_by", checked_by),
            checked_on=date.fromisoformat(fields["checked_on"]) if "checked_on" in fields else today,
        )  # fmt: skip
    except ValueError as error:
        raise Broken(Fault("front", str(error)[:200])) from None


def _split(words: str) -> tuple[dict[str, str], str]:
    """Front matter and body. Raises Broken."""
    pieces = words.split("---\n", 2)
    if len(pieces) < 3 or pieces[0].strip():
        raise Broken(Fault("front", "---"))
    fields: dict[str, str] = {}
    for line in filter(str.strip, pieces[1].split("\n")):
        name, colon, value = line.partition(":")
        if not colon or name not in KNOWN or name in fields:
            raise Broken(Fault("front", line[:100]))
        fields[name] = value.strip()
    if missing := [name for name in NEEDED if name not in fields]:
        raise Broken(*(Fault("empty", name) for name in missing))
    return fields, pieces[2]


def _number(words: str) -> int:
    found = int(words)
    if not 0 <= found < 2**31:
        raise ValueError(f"number: {words}")
    return found


def file(article: Article) -> tuple[str, bytes]:
    """Path and content of a published version; reading it gives the same text again."""
    values = {
        "number": str(article.place), "category": article.category, "title": article.title, "summary": article.summary,
        "keywords": article.keywords, "related": " ".join(article.related), "checked_by": article.checked_by,
        "checked_on": article.checked_on.isoformat(),
    }  # fmt: skip
    front = "".join(f"{name}: {' '.join(value.split())}\n" for name, value in values.items() if value)
    return f"{article.language}/{article.slug}.md", f"---\n{front}---\n{article.body.strip()}\n".encode()


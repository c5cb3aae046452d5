"""The articles that come with the product: Markdown files with a few lines of front matter."""

from datetime import date
from pathlib import Path

from farol.kit.core import Kit
from farol.kit.i18n import LANGS, Lang
from farol.kit.permission import SYSTEM

from . import actions
from .model import Draft

FOLDER = Path(__file__).with_name("seed")


async def seed(kit: Kit) -> int:
    """Publishes every shipped article whose text is not the published one yet. Returns how many files it read."""
    drafts = shipped()
    for draft in drafts:
        await actions.publish(kit, SYSTEM, draft)
    return len(drafts)


def shipped() -> list[Draft]:
    """Every shipped article in every language, in file order."""
    return [read(path, lang) for lang in LANGS for path in sorted((FOLDER / lang).glob("*.md"))]


def read(path: Path, language: Lang) -> Draft:
    """One file: front matter between two ``---`` lines, then the body. Raises ValueError or KeyError when malformed."""
    _, front, body = path.read_text(encoding="utf-8").split("---\n", 2)
    fields = dict(line.split(": ", 1) for line in front.strip().splitlines())
    return Draft(
        slug=path.stem,
        language=language,
        category=fields["category"],
        place=int(fields["number"]),
        title=fields["title"],
        summary=fields["summary"],
        body=body.strip() + "\n",
        keywords=fields.get("keywords", ""),
        related=tuple(fields.get("related", "").split()),
        checked_by=fields["checked_by"],
        checked_on=date.fromisoformat(fields["checked_on"]),
    )

"""What comes with the product: the articles and the glossary, as Markdown files."""

from datetime import date
from pathlib import Path

from farol.kit.core import Kit
from farol.kit.i18n import LANGS
from farol.kit.permission import SYSTEM

from . import actions, folder, topic_store
from .model import Draft

FOLDER = Path(__file__).with_name("seed")
GLOSSARY = FOLDER / "glossary.md"


async def seed(kit: Kit) -> int:
    """Publishes every shipped article whose text is not the published one yet. Returns how many files it read."""
    await topic_store.start(kit.db)
    await topic_store.start_terms(kit.db, glossary())
    drafts = shipped()
    for draft in drafts:
        await actions.publish(kit, SYSTEM, draft)
    return len(drafts)


def shipped() -> list[Draft]:
    """Every shipped article in every language, in file order."""
    return [
        folder.draft(f"{lang}/{path.name}", path.read_bytes(), "Farol", date(2026, 11, 20))
        for lang in LANGS
        for path in sorted((FOLDER / lang).glob("*.md"))
    ]


def glossary() -> list[tuple[str, str, str, str]]:
    """The shipped terms, from a table of four columns: Chinese, English, and the meaning in each."""
    rows = [line.strip("|\n ").split(" | ") for line in GLOSSARY.read_text("utf-8").splitlines() if line.startswith("| ")]
    return [(zh.strip(), en.strip(), meaning_zh.strip(), meaning_en.strip()) for zh, en, meaning_zh, meaning_en in rows[1:]]

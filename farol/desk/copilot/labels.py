"""What became of a draft, from the words that went out. Pure."""

import re
from difflib import SequenceMatcher
from typing import Literal

Outcome = Literal["sent", "edited", "dropped"]
MOST = 1_200
"""Words that are compared."""
REWRITTEN = 0.7
"""From so large a share of new words on, the agent wrote a reply of their own."""
_WORDS = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]|[^\W_]+")


def outcome(draft: str, sent: str, *, used: bool) -> tuple[Outcome, float | None]:
    """The label, and the share of the reply that is not the draft's, 0 to 1; None for a draft that was never put into one."""
    if not used:
        return "dropped", None
    before, after = _words(draft), _words(sent)
    if before == after:
        return "sent", 0.0
    alike = SequenceMatcher(None, before, after, autojunk=False).ratio()
    changed = round(1 - alike, 3)
    return ("dropped" if changed >= REWRITTEN else "edited"), changed


def _words(text: str) -> list[str]:
    return _WORDS.findall(text.casefold())[:MOST]

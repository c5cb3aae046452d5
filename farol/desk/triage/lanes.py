"""What goes before everything else (DOMAIN section 1.6): danger to a person, theft, a denied security event, a formal complaint.

Danger and theft are heard by the same words everywhere (``core.urgency``) and, where it is at hand, by the model that hears what no list holds; both
regardless of the exchange.
"""

import re

from farol.core import urgency
from farol.core.understanding import resident, understand

from .model import Said, Seen
from .rules.security import opened_lately

SECURITY = "security"
"""What a ticket is about that answers a message of ours on a security event."""
ALARMS = {"risk": "crisis", "stolen": "theft"}
SURE = {"care.person_at_risk": "crisis", "sec.account_stolen": "theft"}
COMPLAINT = [
    "正式投诉", "我要投诉", "投诉你们", "监管机构", "向监管", "书面答复", "书面回复", "formal complaint", "official complaint", "file a complaint",
    "ombudsman", "the regulator", "to regulators", "final response letter", "официальн жалоб", "reclamación formal", "queja formal",
]
"""A wish for redress that has to be registered and answered in writing (Regulation (EU) 2025/294)."""
_COMPLAINT = re.compile("|".join(re.escape(word) for word in COMPLAINT))


def alarm(text: str) -> str:
    """``crisis``, ``theft`` or nothing."""
    heard = urgency.hear(text)
    if heard or not resident.ready:
        return ALARMS.get(heard, "")
    sure = understand(text).sure
    return next((basis for code, basis in SURE.items() if code in sure), "")


def denies(said: Said, seen: Seen | None) -> bool:
    """Whether it says "that was not me" after something opened the account within a day, or of a security event we wrote of."""
    happened = said.about[0] == SECURITY or (seen is not None and bool(opened_lately(seen)))
    return happened and urgency.denies(said.text)


def complains(text: str) -> str:
    """The words of a formal complaint, or nothing."""
    found = _COMPLAINT.search(text.casefold())
    return found[0] if found else ""


def first(said: Said, seen: Seen | None) -> tuple[str, str]:
    """What goes before everything: its name, and the words where they are a complaint's."""
    if basis := alarm(said.text):
        return basis, ""
    if denies(said, seen):
        return "not_me", ""
    words = complains(said.text)
    return ("complaint", words) if words else ("", "")

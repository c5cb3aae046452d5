"""Words that cannot wait for a form: theft in progress, and somebody in danger. Recall first; a false alarm costs a glance."""

from typing import Literal

from farol.desk.rules.defaults import CRISIS, THEFT

from .model import AT_RISK, STOLEN

Urgency = Literal["", "stolen", "risk"]


def urgency(reason: str, *texts: str) -> Urgency:
    """The same words that raise a ticket to P0 by the rules a desk begins with; danger to a person before theft."""
    said = "\n".join(texts).casefold()
    if reason == AT_RISK or any(word in said for word in CRISIS):
        return "risk"
    if reason == STOLEN or any(word in said for word in THEFT):
        return "stolen"
    return ""

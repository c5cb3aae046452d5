"""Words that cannot wait for a form: theft in progress, and somebody in danger. Recall first; a false alarm costs a glance."""

from farol.core.urgency import Urgency, hear

from .model import AT_RISK, STOLEN


def urgency(reason: str, *texts: str) -> Urgency:
    """The same words that raise a ticket to P0 on every channel; danger to a person before theft."""
    heard = hear(*texts)
    if reason == AT_RISK or heard == "risk":
        return "risk"
    return "stolen" if reason == STOLEN else heard

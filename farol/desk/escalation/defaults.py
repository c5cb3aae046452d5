"""The ladders an installation begins with, and the two that are always there."""

from .model import Ladder, Owner, Step

MINUTE = 60
LEAD, DUTY = Owner("lead"), Owner("role", "duty")
LADDERS = (
    Ladder(0, "Security", ["sec.account_stolen", "sec.phishing_report", "scam"], [], [], [], True, [
        Step(Owner("lead", "security"), 5 * MINUTE, severity="P1", thread=True),
        Step(DUTY, 10 * MINUTE, assign=True, thread=True),
        Step(Owner("role", "security"), 15 * MINUTE, thread=True)]),
    Ladder(0, "Wallet", ["dep", "wd"], [], [], [], False, [
        Step(Owner("lead", "wallet"), 15 * MINUTE, thread=True),
        Step(LEAD, 30 * MINUTE, severity="P2", thread=True),
        Step(DUTY, 60 * MINUTE, assign=True, thread=True)]),
)
PLAIN = Ladder(0, "Team lead, then duty manager", [], [], [], [], False, [Step(LEAD, 15 * MINUTE), Step(DUTY, 30 * MINUTE)])
"""For a ticket that no ladder fits."""
REVIEW = Ladder(0, "Broken promise", [], [], [], [], False, [Step(LEAD, 30 * MINUTE), Step(DUTY, 60 * MINUTE)])
"""For a promise that was broken: a lead looks at it, whoever promised."""

"""The policies an installation begins with: limits by severity, day and night."""

from .hours import Calendar
from .model import Policy

MINUTE, HOUR, DAY = 60, 3600, 86_400
ALWAYS = Calendar(0, "24x7", "UTC", True)
POLICIES = (
    Policy(0, "P0", 0, severities=["P0"], first_reply_s=30, next_reply_s=2 * MINUTE, resolve_s=7 * DAY, update_s=HOUR),
    Policy(0, "P1", 0, severities=["P1"], first_reply_s=5 * MINUTE, next_reply_s=10 * MINUTE, resolve_s=3 * DAY, update_s=4 * HOUR),
    Policy(0, "P2", 0, severities=["P2"], first_reply_s=HOUR, next_reply_s=HOUR, resolve_s=3 * DAY, update_s=DAY),
    Policy(0, "P3 chat", 0, severities=["P3"], channels=["webchat"], first_reply_s=10 * MINUTE, next_reply_s=10 * MINUTE,
           resolve_s=2 * DAY, update_s=DAY),
    Policy(0, "P3", 0, severities=["P3"], first_reply_s=4 * HOUR, next_reply_s=4 * HOUR, resolve_s=2 * DAY, update_s=2 * DAY),
    Policy(0, "P4", 0, severities=["P4"], first_reply_s=DAY, next_reply_s=DAY, resolve_s=7 * DAY, update_s=3 * DAY),
)
"""First replies are the severities' published targets. Resolving and updating are set from the usual length of their reasons."""

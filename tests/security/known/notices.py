"""What staff are told, and how."""

from typing import Any

PLAIN = {
    "before": "a place in one's own list", "ids": "of one's own notices, others are passed over", "upto": "a place in one's own list",
    "ticket": "narrows one's own notices", "quiet": "hours", "quiet.begins": "a time of day", "quiet.ends": "a time of day",
    "sound": "yes or no", "urgent": "yes or no", "ways": "one's own choice",
}


def BODIES() -> dict[str, Any]:
    return {
        "POST /api/console/notices/seen": {"upto": 1},
        "PUT /api/console/me/notices": {"ways": {"words": ["console"]}, "quiet": {"begins": "22:00", "ends": "07:30"}},
    }

"""What staff are told."""

from typing import Any

PLAIN = {
    "before": "a place in one's own list", "ids": "of one's own notices, others are passed over", "upto": "a place in one's own list",
    "ticket": "narrows one's own notices",
}


def BODIES() -> dict[str, Any]:
    return {"POST /api/console/notices/seen": {"upto": 1}}

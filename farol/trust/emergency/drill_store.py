"""Statements on drills."""

from farol.kit.db import Reads

from .model import Case
from .store import COLUMNS, case_of

DRILLS = COLUMNS + "where e.drill order by e.id desc limit 50"
FROZEN = "update emergency_freeze set state = 'frozen', frozen_at = $2, why = $3 where emergency_id = $1 and state = 'asked' returning id"
# A drill froze nothing, so its end opens it again; a real freeze stands.
LIFTED = """
update emergency_freeze f set lifted_at = $2, lifted_why = 'drill' from emergency e
where f.emergency_id = $1 and e.id = $1 and e.drill and f.lifted_at is null and f.state = 'frozen'"""
FIRST_RING = "select min(at) from emergency_ring where emergency_id = $1"
FIRST_STEP = "select min(at) from emergency_step where emergency_id = $1"
FIRST_PACK = "select min(at) from emergency_pack where emergency_id = $1"
OPEN_DRILL = "select exists (select from emergency e join customer c on c.id = e.customer_id where e.drill and e.ended_at is null and c.uid = $1)"


async def drills(db: Reads) -> list[Case]:
    """The last fifty, newest first."""
    return [case_of(row) for row in await db.fetch(DRILLS)]

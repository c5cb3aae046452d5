"""One of the cast at work, with the rights of their role."""

from farol.core.people import store as staff
from farol.core.people.model import RIGHTS
from farol.kit.core import Kit
from farol.kit.permission import Actor

from .cast import STAFF, StaffMember

BY_KEY = {who.key: who for who in STAFF}


async def acting(kit: Kit, who: StaffMember) -> Actor:
    """Them, as they act in the console."""
    row = next(row for row in await staff.everybody(kit.db) if row.email == who.email)
    return Actor("staff", row.id, RIGHTS[row.role], language=row.language, name=row.name, alias=row.alias)

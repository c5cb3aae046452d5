"""Adding staff from the command line, for the first people of an installation."""

import asyncio

from farol.core.people import actions as people
from farol.kit.settings import Settings

from .process import close_kit, open_kit


def add(settings: Settings, email: str, name: str, alias: str, role: str, language: str, password: str) -> str:
    """Makes the account and returns the otpauth address for its authenticator. Raises a Problem that says what is wrong."""
    return asyncio.run(_add(settings, email, name, alias, role, language, password))


async def _add(settings: Settings, email: str, name: str, alias: str, role: str, language: str, password: str) -> str:
    kit = await open_kit(settings, pool=1)
    try:
        staff_id = await people.create_staff(kit, email=email, name=name, alias=alias, role=role, language=language, password=password)
        return await people.set_totp(kit, staff_id)
    finally:
        await close_kit(kit)

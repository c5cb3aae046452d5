"""Accounts of staff, made and changed from the command line. Whatever changes an account's proof ends its sessions."""

from typing import Any

from farol.core.people import passwords, store, totp
from farol.core.people.events import StaffChanged, StaffCreated
from farol.core.people.model import RIGHTS, normal_email
from farol.core.people.problems import EmailTaken, StaffInvalid, WeakPassword
from farol.kit.core import Kit
from farol.kit.db import transaction
from farol.kit.events import emit
from farol.kit.permission import SYSTEM
from farol.kit.problem import NotFound

from .entry import totp_box
from .session import end_all, tell

LONGEST_NAME = 80


async def create_staff(
    kit: Kit, *, email: str, name: str, role: str, alias: str = "", language: str = "en", password: str | None = None
) -> int:
    """A new account's id. Without a password it can be entered by passkey, by the demo's click or by ``begin_session``.

    alias: the name customers see; the first word of the name when empty. Raises StaffInvalid, WeakPassword, EmailTaken.
    """
    address = normal_email(email)
    shown = alias.strip() or name.split(" ")[0]
    if not address:
        raise StaffInvalid(why="the address is not one")
    if role not in RIGHTS:
        raise StaffInvalid(why=f"roles are {', '.join(RIGHTS)}")
    if not name.strip() or "\0" in name + shown or max(len(name), len(shown)) > LONGEST_NAME:
        raise StaffInvalid(why=f"a name has 1 to {LONGEST_NAME} characters")
    if language not in ("en", "zh"):
        raise StaffInvalid(why="languages are en and zh")
    hashed = None if password is None else await _hash(password)
    async with transaction(kit.db) as tx:
        staff_id = await store.add_staff(tx, address, name.strip(), shown, role, language, hashed)
        if staff_id is None:
            raise EmailTaken
        await emit(tx, f"staff:{staff_id}", SYSTEM, StaffCreated(role))
    return staff_id


async def set_password(kit: Kit, staff_id: int, password: str) -> None:
    """A new password. All sessions end. Raises WeakPassword, NotFound."""
    await _change(kit, staff_id, store.SET_PASSWORD, await _hash(password), StaffChanged("password"))


async def set_totp(kit: Kit, staff_id: int) -> str:
    """A new secret for codes: the ``otpauth:`` address that is shown once, as a QR code. All sessions end."""
    person = await store.staff(kit.db, staff_id)
    if person is None:
        raise NotFound
    secret = totp.new_secret()
    sealed = totp_box(kit).seal(secret.encode(), f"staff:{staff_id}")
    await _change(kit, staff_id, store.SET_TOTP, sealed, StaffChanged("totp"))
    return totp.address(secret, person.email, kit.settings.brand)


async def change_role(kit: Kit, staff_id: int, role: str) -> None:
    """Other rights, from the next sign-in on; all sessions end. Raises StaffInvalid, NotFound."""
    if role not in RIGHTS:
        raise StaffInvalid(why=f"roles are {', '.join(RIGHTS)}")
    await _change(kit, staff_id, store.SET_ROLE, role, StaffChanged("role", role))


async def disable(kit: Kit, staff_id: int) -> None:
    """Nobody enters this account any more; what it did stays. Raises NotFound."""
    await _change(kit, staff_id, store.DISABLE, None, StaffChanged("disabled"))


async def _change(kit: Kit, staff_id: int, statement: str, value: Any, event: StaffChanged) -> None:
    async with transaction(kit.db) as tx:
        if await store.staff(tx, staff_id) is None:
            raise NotFound
        await tx.execute(statement, staff_id, *([] if value is None else [value]))
        await emit(tx, f"staff:{staff_id}", SYSTEM, event)
        seq, ended = await end_all(tx, staff_id, event.what)
    await tell(kit, staff_id, seq, ended)


async def _hash(password: str) -> str:
    if not passwords.LEAST <= len(password) <= passwords.MOST:
        raise WeakPassword(least=passwords.LEAST, most=passwords.MOST)
    return await passwords.hash_of(password)

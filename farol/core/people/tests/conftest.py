"""A kit as an exchange runs it (no demo), and Ana with password and code."""

import copy

import msgspec
import pyotp
import pytest

from farol.core.people import actions, passwords
from farol.core.people.model import Place

PASSWORD = "correct horse battery"
PLACE = Place("192.0.2.7", "Firefox")


def changed(kit, **settings):
    """The same kit with other settings."""
    other = copy.copy(kit)
    other.settings = msgspec.structs.replace(kit.settings, **settings)
    return other


class Person:
    """Somebody with an account, who can make codes."""

    def __init__(self, kit, id_, email, secret):
        self.kit, self.id, self.email, self.secret = kit, id_, email, secret

    def code(self, steps=0):
        """The code of now, or of some 30-second steps away."""
        from farol.kit import clock

        return pyotp.TOTP(self.secret).at(clock.now(), counter_offset=steps)

    async def sign_in(self, *, email=None, password=PASSWORD, code=None, place=PLACE, replaces=""):
        code = self.code() if code is None else code
        return await actions.sign_in(self.kit, self.email if email is None else email, password, code, place, replaces=replaces)


@pytest.fixture(scope="session", autouse=True)
def _cheap_hashes():
    """The same algorithm with the least work, so that a hundred tries take no time."""
    from argon2 import PasswordHasher

    before = passwords._hasher
    passwords._hasher = PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)
    passwords.nobodys.cache_clear()
    yield
    passwords._hasher = before
    passwords.nobodys.cache_clear()


@pytest.fixture
def real(kit):
    """The kit outside the demo."""
    return changed(kit, demo=False)


@pytest.fixture
async def ana(real):
    id_ = await actions.create_staff(
        real, email="Ana@demo-exchange.example", name="Ana Duarte", role="agent", language="zh", password=PASSWORD)
    address = await actions.set_totp(real, id_)
    return Person(real, id_, "ana@demo-exchange.example", pyotp.parse_uri(address).secret)


@pytest.fixture
def events(kit):
    """The kinds of events of a member of staff, in order."""

    async def read(id_):
        rows = await kit.db.fetch("select kind, body from event where stream = $1 order by seq", f"staff:{id_}")
        return [(row["kind"], row["body"]) for row in rows]

    return read

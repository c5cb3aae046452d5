import pytest

from farol.core.people import actions, store
from farol.core.people.model import RIGHTS
from farol.core.people.problems import EmailTaken, SignInFailed, StaffInvalid, WeakPassword
from farol.core.people.tests.conftest import PASSWORD
from farol.kit.problem import NotFound

GOOD = {"email": "bo@x.example", "name": "Bo Chen", "role": "agent"}


async def test_a_new_account(kit, events):
    id_ = await actions.create_staff(kit, **GOOD)
    who = await store.staff(kit.db, id_)
    assert (who.email, who.name, who.alias, who.role, who.language) == ("bo@x.example", "Bo Chen", "Bo", "agent", "en")
    assert await events(id_) == [("staff.created", {"role": "agent"})]


async def test_a_password_is_stored_as_argon2id(kit):
    id_ = await actions.create_staff(kit, **GOOD, password=PASSWORD)
    stored = await kit.db.fetchval("select password_hash from staff where id = $1", id_)
    assert stored.startswith("$argon2id$")
    assert PASSWORD not in stored


@pytest.mark.parametrize(("change", "problem"), [
    ({"email": "none"}, StaffInvalid), ({"role": "king"}, StaffInvalid), ({"name": " "}, StaffInvalid),
    ({"name": "x" * 81}, StaffInvalid), ({"alias": "a\0b"}, StaffInvalid), ({"language": "xx"}, StaffInvalid),
    ({"password": "short"}, WeakPassword), ({"password": "x" * 1025}, WeakPassword),
])
async def test_wrong_values_make_no_account(kit, change, problem):
    with pytest.raises(problem):
        await actions.create_staff(kit, **GOOD | change)
    assert await kit.db.fetchval("select count(*) from staff") == 0


async def test_an_address_is_one_persons(kit):
    await actions.create_staff(kit, **GOOD)
    with pytest.raises(EmailTaken):
        await actions.create_staff(kit, **GOOD | {"email": "BO@x.example"})


@pytest.mark.parametrize(("change", "why"), [
    (lambda kit, id_: actions.set_password(kit, id_, "another horse battery"), "password"),
    (lambda kit, id_: actions.change_role(kit, id_, "viewer"), "role"),
    (lambda kit, id_: actions.set_totp(kit, id_), "totp"),
    (lambda kit, id_: actions.disable(kit, id_), "disabled"),
])
async def test_what_changes_an_account_ends_its_sessions(real, ana, events, change, why):
    tokens = [await actions.begin_session(real, ana.id) for _ in range(2)]
    assert all([await actions.authenticate(real, token) for token in tokens])
    await change(real, ana.id)
    assert [await actions.authenticate(real, token) for token in tokens] == [None, None]
    happened = await events(ana.id)
    assert happened[-2][1]["what"] == why
    assert happened[-1][1]["why"] == why


async def test_another_role_has_other_rights(real, ana):
    await actions.change_role(real, ana.id, "viewer")
    actor = await actions.authenticate(real, await ana.sign_in())
    assert actor.can == RIGHTS["viewer"]
    with pytest.raises(StaffInvalid):
        await actions.change_role(real, ana.id, "king")


async def test_a_new_password_replaces_the_old(real, ana):
    await actions.set_password(real, ana.id, "another horse battery")
    with pytest.raises(SignInFailed):
        await ana.sign_in()
    assert await ana.sign_in(password="another horse battery")


async def test_a_disabled_account_is_closed_to_every_way_in(real, ana):
    await actions.disable(real, ana.id)
    with pytest.raises(SignInFailed):
        await ana.sign_in()
    with pytest.raises(NotFound):
        await actions.begin_session(real, ana.id)
    assert await store.colleagues(real.db) == []


async def test_accounts_that_are_not_there(kit):
    for verb in (actions.set_totp, actions.disable):
        with pytest.raises(NotFound):
            await verb(kit, 999_999)
    with pytest.raises(NotFound):
        await actions.set_password(kit, 999_999, PASSWORD)

import asyncio
import hashlib
from datetime import timedelta

import pytest

from farol.core.people import actions, passwords, store
from farol.core.people.actions import entry as module
from farol.core.people.problems import SignInFailed
from farol.core.people.tests.conftest import PASSWORD, PLACE
from farol.kit import clock, ratelimit
from farol.kit.problem import NotFound, TooMany, Unavailable


async def test_password_and_code_open_a_session(real, ana, events):
    token = await ana.sign_in(email=" ANA@Demo-Exchange.example ")
    actor = await actions.authenticate(real, token)
    assert (actor.kind, actor.id, actor.language, actor.name, actor.alias) == ("staff", ana.id, "zh", "Ana Duarte", "Ana")
    kind, body = (await events(ana.id))[-1]
    assert (kind, body["method"], body["ip"], body["agent"]) == ("staff.signed_in", "password", "192.0.2.7", "Firefox")


@pytest.mark.parametrize("wrong", [
    {"password": "wrong horse battery"}, {"password": ""}, {"code": "000000"}, {"code": ""}, {"email": "bob@demo-exchange.example"},
    {"email": ""}, {"email": "a@b\0"}, {"password": PASSWORD + " "}, {"password": "x" * 100_000}, {"code": "１２３４５６"},
])
async def test_everything_wrong_has_one_answer(ana, wrong):
    with pytest.raises(SignInFailed) as refused:
        await ana.sign_in(**wrong)
    assert refused.value.fields == {}


async def test_a_failed_try_is_on_record_without_what_was_typed(ana, events):
    with pytest.raises(SignInFailed):
        await ana.sign_in(password="a secret typed here")
    with pytest.raises(SignInFailed):
        await ana.sign_in(email="typed-by-mistake@x.example")
    assert (await events(ana.id))[-1] == ("staff.sign_in_failed", {"method": "password", "ip": "192.0.2.7", "agent": "Firefox"})
    assert (await events(0))[-1] == ("staff.sign_in_failed", {"method": "password", "ip": "192.0.2.7", "agent": "Firefox"})


async def test_a_code_works_once(ana):
    code = ana.code()
    await ana.sign_in(code=code)
    with pytest.raises(SignInFailed):
        await ana.sign_in(code=code)
    with pytest.raises(SignInFailed):
        await ana.sign_in(code=ana.code(-1))
    await ana.sign_in(code=ana.code(1))


async def test_a_code_works_once_when_used_twice_at_the_same_moment(ana):
    code = ana.code()
    done = await asyncio.gather(*(ana.sign_in(code=code) for _ in range(6)), return_exceptions=True)
    assert sum(isinstance(each, str) for each in done) == 1
    assert sum(isinstance(each, SignInFailed) for each in done) == 5


async def test_a_wrong_password_does_not_spend_the_code(ana):
    code = ana.code()
    with pytest.raises(SignInFailed):
        await ana.sign_in(password="wrong horse battery", code=code)
    await ana.sign_in(code=code)


async def test_codes_of_half_a_minute_ago_are_taken_and_older_ones_not(ana):
    old = ana.code()
    try:
        clock.shift(timedelta(seconds=90))
        with pytest.raises(SignInFailed):
            await ana.sign_in(code=old)
        await ana.sign_in(code=ana.code(-1))
    finally:
        clock.shift(timedelta())


async def test_without_a_code_set_up_a_password_is_not_enough(real):
    await actions.create_staff(real, email="bo@x.example", name="Bo", role="agent", password=PASSWORD)
    with pytest.raises(SignInFailed):
        await actions.sign_in(real, "bo@x.example", PASSWORD, "", PLACE)


async def test_in_the_demo_a_password_is_enough_until_a_code_is_set_up(kit):
    id_ = await actions.create_staff(kit, email="bo@x.example", name="Bo", role="agent", password=PASSWORD)
    assert await actions.sign_in(kit, "bo@x.example", PASSWORD, "", PLACE)
    await actions.set_totp(kit, id_)
    with pytest.raises(SignInFailed):
        await actions.sign_in(kit, "bo@x.example", PASSWORD, "", PLACE)


async def test_an_account_without_password_cannot_be_entered_with_one(real):
    id_ = await actions.create_staff(real, email="bo@x.example", name="Bo", role="agent")
    await actions.set_totp(real, id_)
    for password in ("", "None", passwords.nobodys()):
        with pytest.raises(SignInFailed):
            await actions.sign_in(real, "bo@x.example", password, "", PLACE)


async def test_a_code_secret_is_sealed_and_opens_for_its_owner_only(real, ana):
    sealed = await real.db.fetchval("select totp_secret from staff where id = $1", ana.id)
    assert ana.secret.encode() not in sealed
    other = await actions.create_staff(real, email="bo@x.example", name="Bo", role="agent", password=PASSWORD)
    await real.db.execute("update staff set totp_secret = $2 where id = $1", other, sealed)
    with pytest.raises(SignInFailed):
        await actions.sign_in(real, "bo@x.example", PASSWORD, ana.code(), PLACE)


@pytest.fixture
def evaluated(monkeypatch):
    """What was compared: one entry for each password that was evaluated."""
    seen = []
    verify = passwords.verify
    monkeypatch.setattr(passwords, "verify", lambda hash_, password: seen.append(hash_) or verify(hash_, password))
    return seen


@pytest.mark.parametrize("email", ["ana@demo-exchange.example", "nobody@demo-exchange.example"])
async def test_a_hundred_tries_at_once_evaluate_ten(ana, evaluated, monkeypatch, email):
    monkeypatch.setattr(passwords, "QUEUE", 1000)
    monkeypatch.setattr(module, "limit", lambda *_, **__: None)
    done = await asyncio.gather(
        *(ana.sign_in(email=email, password=f"guess number {n}") for n in range(100)), return_exceptions=True)
    assert sum(isinstance(each, SignInFailed) for each in done) == 10
    late = [each for each in done if isinstance(each, TooMany)]
    assert len(late) == 90
    assert all(880 <= each.fields["retry_after"] <= 900 for each in late)
    assert len(evaluated) == 10
    with pytest.raises(TooMany):
        await ana.sign_in(email=email)


async def test_tries_are_forgotten_one_by_one_after_a_quarter_of_an_hour(kit, ana):
    account = hashlib.sha256(ana.email.encode()).digest()
    ages = [899, 899, *[901] * 8]
    await kit.db.execute(
        "insert into sign_in_attempt select $1, array(select clock_timestamp() - make_interval(secs => s)"
        " from unnest($2::int[]) s)", account, ages)
    outcomes = [await store.try_(kit.db, account) is not None for _ in range(9)]
    assert outcomes == [True] * 8 + [False]
    assert 0 < await store.wait(kit.db, account) <= 1


async def test_right_tries_do_not_count(ana, monkeypatch):
    for _ in range(9):
        with pytest.raises(SignInFailed):
            await ana.sign_in(password="wrong horse battery")
    await ana.sign_in()
    with pytest.raises(SignInFailed):
        await ana.sign_in(password="wrong horse battery")
    with pytest.raises(TooMany):
        await ana.sign_in(code=ana.code(1))


async def test_known_and_unknown_accounts_do_the_same_work(ana, evaluated, monkeypatch):
    compared = []
    step_of = module.totp.step_of
    monkeypatch.setattr(module.totp, "step_of", lambda *given: compared.append(given) or step_of(*given))
    for email in (ana.email, "nobody@demo-exchange.example", "not an address"):
        with pytest.raises(SignInFailed):
            await ana.sign_in(email=email, password="wrong horse battery")
    assert len(evaluated) == len(compared) == 3
    assert evaluated[1] == evaluated[2] == passwords.nobodys() != evaluated[0]
    costs = {hash_.split("$")[3] for hash_ in evaluated}
    assert len(costs) == 1


async def test_one_address_tries_only_so_many_accounts(ana):
    ratelimit.buckets.clear()
    refused = 0
    for n in range(40):
        try:
            await ana.sign_in(email=f"n{n}@x.example")
        except TooMany:
            refused += 1
        except SignInFailed:
            continue
    assert refused >= 8


async def test_a_flood_is_turned_away_before_it_costs(monkeypatch):
    monkeypatch.setattr(passwords, "QUEUE", 0)
    with pytest.raises(Unavailable):
        await passwords.matches(None, "x")


async def test_signing_in_ends_the_session_the_browser_had(real, ana):
    first = await ana.sign_in()
    second = await ana.sign_in(code=ana.code(1), replaces=first)
    assert first != second
    assert await actions.authenticate(real, first) is None
    assert await actions.authenticate(real, second)


async def test_a_token_chosen_by_somebody_else_never_becomes_a_session(real, ana):
    planted = "A" * 43
    token = await ana.sign_in(replaces=planted)
    assert token != planted
    assert await actions.authenticate(real, planted) is None


async def test_one_click_in_the_demo(kit):
    id_ = await actions.create_staff(kit, email="tim@x.example", name="Tim", role="trainee")
    (role,) = await actions.demo_roles(kit)
    assert (role.name, role.role) == ("Tim", "trainee")
    actor = await actions.authenticate(kit, await actions.sign_in_demo(kit, role.role_token, PLACE))
    assert actor.id == id_
    for wrong in ("", "0" * 64, role.role_token[:-1], role.role_token.upper(), "充"):
        with pytest.raises(SignInFailed):
            await actions.sign_in_demo(kit, wrong, PLACE)
    await actions.disable(kit, id_)
    assert await actions.demo_roles(kit) == []
    with pytest.raises(SignInFailed):
        await actions.sign_in_demo(kit, role.role_token, PLACE)


async def test_no_click_outside_the_demo(real, kit, ana):
    (role,) = await actions.demo_roles(kit)
    with pytest.raises(NotFound):
        await actions.demo_roles(real)
    with pytest.raises(NotFound):
        await actions.sign_in_demo(real, role.role_token, PLACE)

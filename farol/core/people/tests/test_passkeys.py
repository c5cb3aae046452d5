import asyncio
import copy

import pytest
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url

from farol.core.people import actions
from farol.core.people.model import Place
from farol.core.people.problems import PasskeyRefused, SignInFailed, TooManyPasskeys
from farol.core.people.tests.authenticator import Authenticator
from farol.core.people.tests.conftest import changed
from farol.kit.permission import ANYONE
from farol.kit.problem import NotFound, NotSignedIn

ORIGIN = "https://help.exchange.example:8443"
PLACE = Place("192.0.2.9", "Safari")


@pytest.fixture
def at_home(real):
    return changed(real, public_url=ORIGIN)


@pytest.fixture
async def signed_in(at_home, ana):
    return await actions.authenticate(at_home, await actions.begin_session(at_home, ana.id))


@pytest.fixture
async def device(at_home, signed_in):
    """A device that Ana has registered."""
    device = Authenticator(ORIGIN)
    options = await actions.challenge(at_home, signed_in, "register", PLACE)
    await actions.add_passkey(at_home, signed_in, "  Ana's\nlaptop ", device.create(options))
    return device


async def options(kit):
    return await actions.challenge(kit, ANYONE, "sign_in", PLACE)


async def test_registering_asks_for_a_discoverable_key_and_verification(at_home, signed_in, ana):
    found = await actions.challenge(at_home, signed_in, "register", PLACE)
    assert found["rp"] == {"name": at_home.settings.brand, "id": "help.exchange.example"}
    assert found["authenticatorSelection"]["residentKey"] == "required"
    assert found["authenticatorSelection"]["userVerification"] == "required"
    assert found["user"]["name"] == ana.email
    assert b"ana" not in base64url_to_bytes(found["user"]["id"]).lower()
    assert len(base64url_to_bytes(found["challenge"])) == 32


async def test_a_key_is_kept_listed_and_not_offered_again(at_home, signed_in, device, ana, events):
    (key,) = await actions.passkeys(at_home, signed_in)
    assert (base64url_to_bytes(key.id), key.label, key.used_at) == (device.id, "Ana's laptop", None)
    again = await actions.challenge(at_home, signed_in, "register", PLACE)
    assert [base64url_to_bytes(each["id"]) for each in again["excludeCredentials"]] == [device.id]
    assert ("staff.passkey_added", {"label": "Ana's laptop"}) in await events(ana.id)


async def test_a_key_signs_in_without_a_name(at_home, device, ana, events):
    found = await options(at_home)
    assert "allowCredentials" not in found or found["allowCredentials"] == []
    assert found["userVerification"] == "required"
    token = await actions.sign_in_with_passkey(at_home, device.get(found), PLACE)
    actor = await actions.authenticate(at_home, token)
    assert actor.id == ana.id
    kind, body = (await events(ana.id))[-1]
    assert (kind, body["method"], body["ip"]) == ("staff.signed_in", "passkey", "192.0.2.9")
    (key,) = await actions.passkeys(at_home, actor)
    assert key.used_at


async def test_an_answer_works_once(at_home, device):
    answer = device.get(await options(at_home))
    done = await asyncio.gather(
        *(actions.sign_in_with_passkey(at_home, answer, PLACE) for _ in range(5)), return_exceptions=True)
    assert sum(isinstance(each, str) for each in done) == 1
    assert sum(isinstance(each, SignInFailed) for each in done) == 4


async def test_a_challenge_lasts_five_minutes(at_home, device):
    answer = device.get(await options(at_home))
    left = await at_home.db.fetchval("select extract(epoch from max(expires_at) - now()) from passkey_challenge")
    assert 298 < left <= 300
    await at_home.db.execute("update passkey_challenge set expires_at = now()")
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, answer, PLACE)


def _elsewhere(device):
    device.origin = "https://help.exchange-login.example"


def _other_host(device):
    device.host = "exchange.example"


def _unverified(device):
    device.verified = False


@pytest.mark.parametrize("lie", [_elsewhere, _other_host, _unverified])
async def test_another_site_or_an_unverified_person_does_not_get_in(at_home, device, ana, events, lie):
    lie(device)
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)
    assert (await events(ana.id))[-1][0] == "staff.sign_in_failed"


@pytest.mark.parametrize("lie", [_elsewhere, _other_host, _unverified])
async def test_nor_is_their_key_kept(at_home, signed_in, lie):
    device = Authenticator(ORIGIN)
    lie(device)
    answer = device.create(await actions.challenge(at_home, signed_in, "register", PLACE))
    with pytest.raises(PasskeyRefused):
        await actions.add_passkey(at_home, signed_in, "x", answer)
    assert await actions.passkeys(at_home, signed_in) == []


async def test_a_copied_key_that_counts_behind_is_refused(at_home, device):
    await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)
    await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)
    device.count = 0
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)


async def test_a_key_that_never_counts_is_fine(at_home, device):
    for _ in range(2):
        device.count = -1
        assert await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)


async def test_another_signature_or_person_is_refused(at_home, device, real):
    other = Authenticator(ORIGIN)
    other.id, other.handle = device.id, device.handle
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, other.get(await options(at_home)), PLACE)
    device.handle = (12345).to_bytes(8, "big")
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)
    device.handle = b""
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)


async def test_an_unknown_key_is_refused(at_home, ana):
    stranger = Authenticator(ORIGIN)
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, stranger.get(await options(at_home)), PLACE)


async def test_challenges_do_not_serve_the_other_purpose_or_person(at_home, signed_in, device):
    new = Authenticator(ORIGIN)
    with pytest.raises(PasskeyRefused):
        await actions.add_passkey(at_home, signed_in, "x", new.create(
            await options(at_home) | {"user": {"id": bytes_to_base64url(device.handle)}}))
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(
            at_home, device.get(await actions.challenge(at_home, signed_in, "register", PLACE)), PLACE)
    bo = await actions.create_staff(at_home, email="bo@x.example", name="Bo", role="agent")
    other = await actions.authenticate(at_home, await actions.begin_session(at_home, bo))
    with pytest.raises(PasskeyRefused):
        await actions.add_passkey(at_home, other, "x", new.create(
            await actions.challenge(at_home, signed_in, "register", PLACE)))


async def test_a_key_belongs_to_one_account(at_home, device):
    bo = await actions.create_staff(at_home, email="bo@x.example", name="Bo", role="agent")
    other = await actions.authenticate(at_home, await actions.begin_session(at_home, bo))
    with pytest.raises(PasskeyRefused):
        await actions.add_passkey(at_home, other, "x", device.create(
            await actions.challenge(at_home, other, "register", PLACE)))


def _without(answer, *path):
    changed = copy.deepcopy(answer)
    at = changed
    for step in path[:-1]:
        at = at[step]
    del at[path[-1]]
    return changed


async def test_damaged_answers_are_refused_and_never_break(at_home, device, signed_in):
    good = device.get(await options(at_home))
    bad = [{}, {"id": 1}, _without(good, "response"), _without(good, "id"), _without(good, "response", "signature"),
           good | {"rawId": "x"}, good | {"id": "\0"}, good | {"response": []}, good | {"type": "password"},
           good | {"response": good["response"] | {"clientDataJSON": bytes_to_base64url(b"[1]")}},
           good | {"response": good["response"] | {"clientDataJSON": "%%%"}},
           good | {"response": good["response"] | {"authenticatorData": "AA"}},
           good | {"response": good["response"] | {"userHandle": 5}}]
    for answer in bad:
        with pytest.raises(SignInFailed):
            await actions.sign_in_with_passkey(at_home, answer, PLACE)
        with pytest.raises(PasskeyRefused):
            await actions.add_passkey(at_home, signed_in, "x", answer)


async def test_only_somebody_signed_in_registers(at_home):
    with pytest.raises(NotSignedIn):
        await actions.challenge(at_home, ANYONE, "register", PLACE)


async def test_ten_keys_at_most(at_home, signed_in):
    for n in range(10):
        made = Authenticator(ORIGIN).create(await actions.challenge(at_home, signed_in, "register", PLACE))
        await actions.add_passkey(at_home, signed_in, str(n), made)
    with pytest.raises(TooManyPasskeys):
        await actions.challenge(at_home, signed_in, "register", PLACE)


async def test_a_removed_key_opens_nothing_and_only_its_owner_removes_it(at_home, signed_in, device, ana, events):
    bo = await actions.create_staff(at_home, email="bo@x.example", name="Bo", role="agent")
    other = await actions.authenticate(at_home, await actions.begin_session(at_home, bo))
    id_ = bytes_to_base64url(device.id)
    for actor, wrong in ((other, id_), (signed_in, "AAAA"), (signed_in, "%"), (signed_in, "充")):
        with pytest.raises(NotFound):
            await actions.drop_passkey(at_home, actor, wrong)
    await actions.drop_passkey(at_home, signed_in, id_)
    assert (await events(ana.id))[-1] == ("staff.passkey_removed", {"label": "Ana's laptop"})
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)


async def test_a_disabled_account_is_closed_to_its_keys(at_home, device, ana):
    await actions.disable(at_home, ana.id)
    with pytest.raises(SignInFailed):
        await actions.sign_in_with_passkey(at_home, device.get(await options(at_home)), PLACE)

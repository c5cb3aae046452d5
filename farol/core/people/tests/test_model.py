import pytest

from farol.core.people.model import RIGHTS, normal_email
from farol.kit.permission import Can

CUSTOMERS = {Can.CUSTOMER_SEE, Can.TICKET_SEE, Can.INBOX_SEE, Can.TICKET_REPLY, Can.TICKET_NOTE, Can.TICKET_CHANGE}


def test_every_role_of_the_product_is_there():
    assert set(RIGHTS) == {"agent", "trainee", "lead", "compliance", "complaints", "knowledge", "duty", "security", "viewer", "admin"}


def test_nobody_of_staff_acts_as_a_customer_and_all_own_their_session():
    for rights in RIGHTS.values():
        assert Can.OWN_TICKETS not in rights
        assert Can.SESSION_OWN in rights


def test_the_administrator_sees_no_customer():
    assert not RIGHTS["admin"] & CUSTOMERS


def test_a_viewer_and_knowledge_only_read():
    for role in ("viewer", "knowledge"):
        assert not RIGHTS[role] & {Can.TICKET_REPLY, Can.TICKET_NOTE, Can.TICKET_CHANGE}


def test_a_trainee_writes_but_does_not_change():
    assert {Can.TICKET_REPLY, Can.TICKET_NOTE} <= RIGHTS["trainee"]
    assert Can.TICKET_CHANGE not in RIGHTS["trainee"]


@pytest.mark.parametrize(("typed", "plain"), [
    (" Ana@Demo.example ", "ana@demo.example"), ("no address", ""), ("a@b\0", ""), ("@" * 400, ""), ("", ""),
])
def test_addresses_have_one_spelling(typed, plain):
    assert normal_email(typed) == plain

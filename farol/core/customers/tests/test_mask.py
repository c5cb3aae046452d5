"""Masks show enough to recognise and too little to use."""

from hypothesis import given
from hypothesis import strategies as st

from farol.core.customers.model import mask_email, mask_phone, mask_uid


def test_examples() -> None:
    assert mask_uid("83920041") == "83••••41"
    assert mask_email("ivan.petrov@gmail.com") == "i•••@g•••.com"
    assert mask_phone("+8613800138077") == "+86 •••• 77"
    assert (mask_uid(None), mask_email(""), mask_phone(""), mask_email("nobody")) == ("", "", "", "")


@given(st.from_regex(r"[a-z]{2,20}@[a-z]{2,20}\.[a-z]{2,6}", fullmatch=True))
def test_an_address_never_shows_its_name_or_host(email: str) -> None:
    name, host = email.split("@")
    masked = mask_email(email)
    assert name[1:] not in masked.split("@")[0]
    assert host.rpartition(".")[0][1:] not in masked.split("@")[1].split(".")[0]

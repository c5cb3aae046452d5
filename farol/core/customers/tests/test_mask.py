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
def test_one_letter_of_name_and_host_is_all_that_shows(email: str) -> None:
    name, host = mask_email(email).split("@")
    assert (name.rstrip("•"), host.split(".")[0].rstrip("•")) == (email[0], email.split("@")[1][0])
    assert len(name) == len(host.split(".")[0]) == 4

import pytest

from farol.kit.secretbox import NotOurs, SecretBox, derive, sign

KEY = "k" * 32


def test_what_was_sealed_opens_again():
    box = SecretBox(KEY, "totp")
    assert box.open(box.seal(b"JBSWY3DPEHPK3PXP", "staff:3"), "staff:3") == b"JBSWY3DPEHPK3PXP"


def test_two_boxes_of_one_secret_differ_and_show_nothing_of_it():
    box = SecretBox(KEY, "totp")
    one, two = box.seal(b"secret", "staff:3"), box.seal(b"secret", "staff:3")
    assert one != two
    assert b"secret" not in one
    assert len(one) == len(b"secret") + 29


@pytest.mark.parametrize("at", [0, 1, 12, 13, 20, -1])
def test_a_changed_byte_is_noticed(at):
    box = SecretBox(KEY, "totp")
    sealed = bytearray(box.seal(b"secret", "staff:3"))
    sealed[at] ^= 1
    with pytest.raises(NotOurs):
        box.open(bytes(sealed), "staff:3")


@pytest.mark.parametrize("other", [b"", b"\x01", b"\x01" + b"0" * 11, b"\x01" + b"0" * 12, b"\x01" + b"0" * 27])
def test_short_boxes_are_refused(other):
    with pytest.raises(NotOurs):
        SecretBox(KEY, "totp").open(other, "staff:3")


def test_a_box_opens_only_in_its_place_for_its_purpose_with_its_key():
    sealed = SecretBox(KEY, "totp").seal(b"secret", "staff:3")
    for box, place in ((SecretBox(KEY, "totp"), "staff:4"), (SecretBox(KEY, "other"), "staff:3"),
                       (SecretBox("j" * 32, "totp"), "staff:3")):
        with pytest.raises(NotOurs):
            box.open(sealed, place)


def test_keys_and_signatures_depend_on_purpose_and_text():
    assert len({derive(KEY, "a"), derive(KEY, "b"), derive("j" * 32, "a")}) == 3
    assert len({sign(KEY, "a", "x"), sign(KEY, "b", "x"), sign(KEY, "a", "y")}) == 3
    assert len(derive(KEY, "a")) == 32

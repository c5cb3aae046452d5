"""Addresses with one slip: none is accepted anywhere. Addresses with characters nobody sees or types: read, and said to be changed."""

import random
import string
from collections import Counter

import pytest

from farol.core.chains import classify, find, networks
from farol.core.chains.tests.samples import CHECKED

PAIRS = [(code, address) for code, addresses in CHECKED.items() for address in addresses]
MUTATIONS = 10_000
KINDS = ("replaced", "left out", "typed twice", "neighbours swapped", "case changed")
UNSEEN = ("\u200b", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e")


def slip(kind: str, address: str, chance: random.Random) -> str:
    """The address with one slip of a hand or of a reader of pictures."""
    place = chance.randrange(len(address) - 1)
    here, following = address[place], address[place + 1]
    if kind == "replaced":
        return address[:place] + chance.choice(string.ascii_letters + string.digits) + address[place + 1 :]
    if kind == "left out":
        return address[:place] + address[place + 1 :]
    if kind == "typed twice":
        return address[:place] + here + address[place:]
    if kind == "neighbours swapped":
        return address[:place] + following + here + address[place + 2 :]
    return address[:place] + here.swapcase() + address[place + 1 :]


def test_ten_thousand_slips_are_accepted_nowhere() -> None:
    """Neither as correct nor as plausible on its own network, nor as correct on any other."""
    chance = random.Random(20261122)
    tried: Counter[tuple[str, str]] = Counter()
    accepted = []
    while tried.total() < MUTATIONS:
        code, address = PAIRS[tried.total() % len(PAIRS)]
        kind = chance.choice(KINDS)
        changed = slip(kind, address, chance)
        if changed == address or changed.startswith("0X"):
            continue  # the same address, or the same with a shouted 0x
        tried[networks()[code].family, kind] += 1
        verdicts = dict(classify(changed))
        if verdicts.get(code) in ("correct", "plausible") or "correct" in verdicts.values():
            accepted.append((kind, code, changed))
    assert accepted == []
    assert tried.total() == MUTATIONS
    assert set(tried) == {(networks()[code].family, kind) for code in CHECKED for kind in KINDS}, "every family had every kind of slip"


@pytest.mark.parametrize(("code", "address"), PAIRS)
def test_unseen_characters_are_taken_out_and_said(code: str, address: str) -> None:
    for unseen in UNSEEN:
        written = address[: len(address) // 2] + unseen + address[len(address) // 2 :]
        (found,) = [one for one in find(f"转到 {written} 了") if code in one.candidates]
        assert (found.value, found.verdict) == (address, "correct")
        assert "invisible" in found.notes
        place = len(address) // 3 + 1  # behind any prefix
        slipped = written[:place] + ("2" if address[place] == "3" else "3") + written[place + 1 :]
        assert all(one.verdict != "correct" for one in find(f"转到 {slipped} 了"))


@pytest.mark.parametrize(("code", "address"), [pair for pair in PAIRS if pair[1].isalnum()])
def test_full_width_characters_are_made_plain_and_said(code: str, address: str) -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) for c in address)
    half = wide[:10] + address[10:]
    for written in (wide, half):
        (found,) = [one for one in find(f"地址：{written}，请查") if code in one.candidates]
        assert (found.value, found.verdict, found.text) == (address, "correct", written)
    assert "full_width" in find(f"地址：{wide}，请查")[0].notes

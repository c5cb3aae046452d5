"""Transaction ids: each network's own form, and how many networks share one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.core.chains import candidates, networks
from farol.core.chains.tests.samples import BASE58_32, HEX64, TXIDS


def test_every_network_has_a_sample() -> None:
    assert set(TXIDS) == set(networks())


@pytest.mark.parametrize(("code", "txid"), TXIDS.items())
def test_each_network_accepts_its_own_form(code: str, txid: str) -> None:
    assert code in candidates(txid)


def test_shared_forms_keep_every_network() -> None:
    assert len(candidates(HEX64)) == 13
    assert len(candidates("0x" + HEX64)) == 10
    assert set(candidates(BASE58_32)) == {"NEAR", "SUI"}


@pytest.mark.parametrize("text", ["", HEX64[:-1], HEX64 + "\n0", "0x" + HEX64 + "0", "交易", "g" * 64])
def test_other_text_is_no_id(text: str) -> None:
    assert candidates(text) == ()


@given(st.text(max_size=300))
def test_candidates_never_raises(text: str) -> None:
    assert set(candidates(text)) <= set(networks())

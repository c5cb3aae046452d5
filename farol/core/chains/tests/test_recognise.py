"""Ids and addresses in free text: Chinese without spaces, changed characters, links, hostile input."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from farol.core.chains import find
from farol.core.chains.tests.samples import BASE58_32, BASE58_64, CHECKED, HEX64, TXIDS, UNCHECKED

TETHER = "TR7NHqjeKQxGTCi8q8ZY4pL8otSzgjLj6t"


def test_chinese_text_needs_no_spaces() -> None:
    text = f"我充值没到账TxID是{HEX64}转到{TETHER}请查"
    txid, address = find(text)
    assert (txid.kind, txid.value, len(txid.candidates)) == ("txid", HEX64, 13)
    assert (address.kind, address.candidates, address.verdict) == ("address", ("TRON",), "correct")
    assert text[txid.start : txid.end] == HEX64


@pytest.mark.parametrize(("code", "address"), [(c, a) for c, some in CHECKED.items() for a in some])
def test_every_checked_address_is_found_in_a_sentence(code: str, address: str) -> None:
    for text in (f"我的地址是{address}，麻烦看看", f"sent to {address}. please check", f"{address}\n{HEX64}"):
        assert (address, "correct") in [(f.value, f.verdict) for f in find(text) if code in f.candidates]


@pytest.mark.parametrize(("code", "txid"), TXIDS.items())
def test_every_id_is_found_in_a_sentence(code: str, txid: str) -> None:
    found = find(f"交易哈希：{txid}，还没到")
    assert [f.value for f in found if f.kind == "txid" and code in f.candidates] == [txid]


def test_unchecked_addresses_are_found_as_plausible() -> None:
    for code in ("SOL", "APT", "SUI", "TON", "ETH", "NEAR"):
        address = UNCHECKED[code][-1]
        (found,) = find(f"地址 {address} 对吗")
        assert found.verdict == "plausible"
        assert found.kind == "address"
        assert code in found.candidates


def test_changed_characters_are_read_and_reported() -> None:
    wide = "".join(chr(ord(c) + 0xFEE0) for c in TETHER)
    (found,) = find(f"地址{wide}")
    assert (found.value, found.text, found.notes) == (TETHER, wide, ("full_width",))
    broken = TETHER[:9] + "\u200b" + TETHER[9:20] + "\u202e\ufeff" + TETHER[20:]
    text = f"转到\u200b{broken}了"
    (found,) = find(text)
    assert (found.value, found.text, found.notes) == (TETHER, broken, ("invisible",))
    assert text[found.start : found.end] == broken


def test_letters_of_another_alphabet_are_read_and_reported() -> None:
    odd = TETHER.replace("T", "Т", 1).replace("o", "о")
    (found,) = find(f"地址 {odd}")
    assert (found.value, found.text, found.verdict, found.notes) == (TETHER, odd, "correct", ("look_alike",))
    (found,) = find(f"мой адрес{TETHER} проверьте")
    assert (found.value, found.notes) == (TETHER, ())
    assert find("превысокомногорассмотрительствующий") == []


@pytest.mark.parametrize(
    ("link", "value", "kind", "networks"),
    [
        (f"https://tronscan.org/#/transaction/{HEX64}", HEX64, "txid", ("TRON",)),
        (f"https://www.bscscan.com/tx/0x{HEX64}?a=1", "0x" + HEX64, "txid", ("BSC",)),
        (f"https://blockchair.com/litecoin/transaction/{HEX64}", HEX64, "txid", ("LTC",)),
        (f"https://solscan.io/tx/{BASE58_64}", BASE58_64, "txid", ("SOL",)),
        (f"https://suiscan.xyz/mainnet/tx/{BASE58_32}", BASE58_32, "txid", ("SUI",)),
        (f"https://solscan.io/account/{BASE58_32}", BASE58_32, "address", ("SOL",)),
        ("https://polkadot.subscan.io/extrinsic/21000000-3", "21000000-3", "txid", ("DOT",)),
        (
            f"https://explorer.aptoslabs.com/account/0x{HEX64}?network=mainnet",
            "0x" + HEX64,
            "address",
            ("APT",),
        ),
    ],
)
def test_a_link_says_which_network(link: str, value: str, kind: str, networks: tuple[str, ...]) -> None:
    for text in (link, f"看这个{link}，成功了", f"see {link}."):
        (found,) = find(text)
        assert (found.value, found.kind, found.candidates, found.notes) == (
            value,
            kind,
            networks,
            ("explorer",),
        )


def test_an_unknown_link_decides_nothing() -> None:
    (found,) = find(f"https://tronscan.org.example.com/tx/{HEX64}")
    assert len(found.candidates) == 13


def test_words_decide_where_a_string_can_be_both() -> None:
    (found,) = find(f"tx hash: 0x{HEX64}")
    assert (found.kind, len(found.candidates), found.also) == ("txid", 10, ("APT", "SUI"))
    (found,) = find(f"我的充值地址是0x{HEX64}")
    assert (found.kind, found.candidates) == ("address", ("APT", "SUI"))
    (found,) = find(f"txid {BASE58_32}")
    assert (found.kind, found.also) == ("txid", ("SOL",))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "my deposit of 500 USDT hasnt arrived yet",
        "订单号2026112112345678901234567890，手机13800000000",
        "thisisaverylongwordwithoutanyspacesinitatall",
        "see https://etherscan.io/ and https://example.com/a/b.near/",
        "version 0.0.1 of 10.0.0.255",
    ],
)
def test_ordinary_text_holds_nothing(text: str) -> None:
    assert find(text) == []


def test_an_id_split_by_the_length_limit_is_not_guessed() -> None:
    assert find("啊" * 19_990 + HEX64) == []


HOSTILE = [
    "a", "0x", "1", "0.0.", "EQ", "https://", "https://etherscan.io/tx/", "bitcoincash:", "a.", ".near", "T" + "1" * 33 + " ",
    "\u200b", "０", "0x" + "f" * 39 + "g", "-1:", "lnbc1", "https://t.co/" + HEX64 + " ", TETHER + "，", "a-", "==", "4" * 95 + " ",
]  # fmt: skip


@pytest.mark.parametrize("piece", HOSTILE)
def test_hostile_text_takes_linear_time(piece: str) -> None:
    text = (piece * (100_000 // len(piece) + 1))[:100_000]
    started = time.process_time()
    find(text)
    assert time.process_time() - started < 1.0


@given(st.text(max_size=200), st.sampled_from([TETHER, HEX64, BASE58_64]), st.text(max_size=200))
def test_offsets_always_point_at_the_text(before: str, value: str, after: str) -> None:
    text = f"{before}，{value}，{after}"
    found = find(text)
    assert all(text[one.start : one.end] == one.text for one in found)
    assert value in [one.value for one in found]

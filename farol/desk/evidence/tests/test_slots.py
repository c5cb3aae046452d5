"""Slots from words, pictures and the exchange; conflicts; the next step. Pure."""

from datetime import UTC, datetime

import pytest

from farol.core.exchange.shapes import ExchangeView, Item, Text, Truth
from farol.desk.checklists.model import checklist
from farol.desk.evidence.case.model import Said, Slot
from farol.desk.evidence.case.next_step import steps
from farol.desk.evidence.case.slots import slots
from farol.desk.evidence.case.state import State
from farol.desk.evidence.case.subject import Subject, subject, told
from farol.desk.evidence.case.words import Heard, Reading, heard
from farol.desk.evidence.mending import mend
from farol.desk.fields.model import Filled
from farol.desk.fields.model import slots as known_slots

AT = datetime(2026, 11, 22, 8, 30, tzinfo=UTC)
HEX64 = "4a5e1e4baab89f3a32518a88c31bc87f618f76673e2cc77ab2127b7afdeda33b"
TRON = "TLa2f6VPqDgRE67v1736s7bJ8Ray5wYjU7"


def words(text: str, source: str = "customer", vouched: frozenset[str] = frozenset()) -> list[tuple[str, Said]]:
    return list(heard(Heard(source, text, "message:2", AT), Reading("Asia/Shanghai", None, vouched)))  # type: ignore[arg-type]


def item(kind: str = "withdrawal", tone: str = "held", state: str = "review", amount: str = "1,250.5", id_: str = "WD-1") -> Item:
    return Item(kind, id_, "USDT", "TRC20", amount, state, tone, AT, Text("标题", "title"), Text("在审核", "In review"), None, HEX64)


def filled(key: str, value: object = None) -> Filled:
    field = known_slots()[key]
    return Filled(field, value, [])


def made(key: str, said: list[tuple[str, Said]], value: object = None) -> Slot:
    (slot,) = slots([filled(key, value)], said, known=True)
    return slot


@pytest.mark.parametrize(
    ("text", "slot", "value"),
    [
        ("昨晚12点从币安提了1,250.5 USDT", "amount", {"amount": "1250.5", "coin": "USDT"}),
        ("昨晚12点从币安提了1,250.5 USDT", "sender_platform", "Binance"),
        ("走的币安智能链", "network", "BSC"),
        (f"txid {HEX64}", "txid", HEX64),
        (f"地址 {TRON}", "address", TRON),
        ("memo填的104722", "memo_used", "104722"),
        ("忘了填标签", "memo_used", ""),
        ("报错131089", "error_code", "131089"),
        ("KYC被拒 BAD_FACE_MATCHING", "reject_code", "BAD_FACE_MATCHING"),
        ("提币单号 WD-3F09A1C27B", "withdrawal_id", "WD-3F09A1C27B"),
        ("BTC/USDT 爆仓了", "symbol", "BTC/USDT"),
        ("UID: 8837412", "uid", "8837412"),
    ],
)
def test_words_fill_their_slots(text: str, slot: str, value: object) -> None:
    assert value in [said.value for key, said in words(text) if key == slot]


def test_a_platforms_chain_is_not_the_platform() -> None:
    assert "sender_platform" not in [key for key, _ in words("走的币安智能链")]


def test_an_id_in_a_picture_counts_only_when_something_vouches_for_it() -> None:
    assert "txid" not in dict(words(f"TxID {HEX64}", "screenshot"))
    assert dict(words(f"TxID {HEX64}", "screenshot", frozenset({HEX64})))["txid"].sure
    assert dict(words(f"to {TRON}", "screenshot"))["address"].sure
    assert "address" not in dict(words(f"to {TRON[:-1]}8", "screenshot"))


def test_sources_that_agree_in_other_words_are_no_conflict() -> None:
    about = Subject(item(), None, [])
    assert made("amount", [*words("提了1250.50 usdt"), *told(about)]).state == "offered"
    assert made("network", [*words("用的trc-20"), *told(about)]).state == "offered"
    assert made("time", [*words("今天下午4点半"), *told(about)]).state == "offered"
    assert made("amount", [*words("大概1200U"), *told(about)]).state == "offered"


def test_sources_that_differ_are_marked() -> None:
    about = Subject(item(), None, [])
    for key, text in (("amount", "提了1300 USDT"), ("network", "用的ERC20"), ("time", "昨天早上9点"), ("txid", f"txid {'a1' * 32}")):
        slot = made(key, [*words(text), *told(about)])
        assert (slot.state, [one.source for one in slot.said]) == ("conflict", ["exchange", "customer"]), key


def test_one_customer_naming_two_things_is_no_conflict_when_one_of_them_fits() -> None:
    assert made("amount", [*words("提了500U，不对，是1250.5U"), *told(Subject(item(), None, []))]).state == "offered"


def test_what_staff_set_stands_and_is_compared() -> None:
    assert made("network", words("TRC20"), "TRON").state == "filled"
    assert made("network", words("TRC20"), "BSC").state == "conflict"
    assert made("network", [], "BSC").said[0].source == "staff"
    assert made("memo_used", []).state == "missing"


def test_the_subject_is_never_a_guess_between_several() -> None:
    two = ExchangeView(True, AT, items=[item(), item(id_="WD-2", amount="90")])
    assert subject("wd.pending_review", two, []).item is None
    assert [one.id for one in subject("wd.pending_review", two, []).choices] == ["WD-1", "WD-2"]
    assert subject("wd.pending_review", two, words("90 USDT那笔")).item == two.items[1]
    assert subject("wd.pending_review", two, words("提币单号 WD-2000001"))[0] is None
    assert subject("sec.phishing_report", two, []) == Subject(None, None, [])


def test_the_next_step_follows_the_state() -> None:
    calm = ExchangeView(True, AT)
    none = checklist("wd.pending_review", {}, {})

    def first(core: str = "ok", truths: list[Truth] | None = None, about: Subject | None = None, given: list[Slot] | None = None) -> str:
        found = steps(core, calm, truths or [], about or Subject(None, None, []), given or [], [], none, State())  # type: ignore[arg-type]
        assert len(found) <= 3
        return found[0].code

    stop = Truth("poisoned", "stop", Text("停", "stop"))
    assert first("down") == "exchange_down"
    assert first(truths=[stop]) == "warn_poisoned"
    assert first(about=Subject(item(), None, [])) == "say_review"
    assert first(about=Subject(item(tone="failed", state="failed"), None, [])) == "say_failed"
    assert first(about=Subject(item("deposit", "failed", "unattributed"), None, [])) == "recover"
    assert first(about=Subject(None, None, [item(), item(id_="WD-2")])) == "which_one"
    assert first(given=[made("memo_used", [])]) == "ask_missing"
    assert first() == "procedure"


def test_no_step_moves_value() -> None:
    """Steps are words for people; the kinds there are hold no action on an account."""
    from typing import get_args

    from farol.desk.evidence.case.model import Next, Step

    assert set(get_args(Step)) == {"wait", "say", "ask", "check", "settle", "recover", "resolve", "procedure"}
    assert not {"action", "amount", "params"} & set(Next.__struct_fields__)


@pytest.mark.parametrize(
    ("read", "mended"),
    [
        (HEX64.upper().replace("0", "O"), HEX64),
        (f"TxID {HEX64[:34]}\n{HEX64[34:]}", f"TxID {HEX64}"),
        (f"{TRON[:20]}\n{TRON[20:]}", TRON),
        ("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"),
        ("OX" + "a1b2" * 16, "0x" + "a1b2" * 16),
        ("an ordinary line\nof words", "an ordinary line\nof words"),
        ("", ""),
    ],
)
def test_what_a_reader_slips_on_is_mended(read: str, mended: str) -> None:
    assert mend(read) == mended
